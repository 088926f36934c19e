/*
 * Copyright 2026 The IT asset management for Backstage authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/** Decimal places of an exact amount. */
const PLACES = 36;
/** Of these, the places a sum of the file is kept with. */
const KEPT_PLACES = 18;

const REST = 10n ** BigInt(PLACES - KEPT_PLACES);
const UNITS_PER_MICRO = 10n ** BigInt(PLACES - 6);

/** An amount as an integer of 1e-36. */
export type Exact = bigint;

/** The four amounts of a charge, exactly. */
export interface Amounts {
  billed: Exact;
  effective: Exact;
  list: Exact;
  contracted: Exact;
}

/** From units of 1e-18, and what is left in units of 1e-36. */
export function exactOf(kept: bigint, rest: bigint): Exact {
  return kept * REST + rest;
}

/** Micros, rounded half away from zero. */
export function roundedMicros(amount: Exact): bigint {
  // Division drops the places towards zero.
  const half = UNITS_PER_MICRO / 2n;
  return (amount < 0n ? amount - half : amount + half) / UNITS_PER_MICRO;
}

/** As a decimal number in plain notation, without superfluous places. */
export function exactText(amount: Exact): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(
    PLACES + 1,
    '0',
  );
  const places = digits.slice(-PLACES).replace(/0+$/, '');
  const whole = digits.slice(0, -PLACES);
  return `${amount < 0n ? '-' : ''}${whole}${places && `.${places}`}`;
}
