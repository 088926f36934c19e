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

import { InputError } from '@backstage/errors';
import type { ChargeFact } from '@itam/plugin-itam-node';
import { Amounts, Exact, roundedMicros } from '../standard/exact';

/** What a database keeps as micros. */
const MOST_MICROS = 2n ** 63n - 1n;

/** A fact whose amounts are not rounded yet. */
export interface ExactFact {
  names: Omit<ChargeFact, keyof Amounts>;
  amounts: Amounts;
}

/**
 * Adds up the facts of the same thing, which may stand under several names,
 * and rounds the sums.
 *
 * @throws InputError when a sum is more than a database keeps.
 */
export function mergeFacts(facts: ExactFact[]): ChargeFact[] {
  if (facts.length < 2) {
    return facts.map(rounded);
  }
  const byKey = new Map<string, ExactFact>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const known = byKey.get(key);
    byKey.set(key, known ? merged(known, fact) : fact);
  }
  return [...byKey.values()].map(rounded);
}

function keyOf({ names }: ExactFact): string {
  return JSON.stringify([
    names.periodStart,
    names.currency,
    names.provider,
    names.account,
    names.resourceKey,
    names.category,
    names.correction,
    names.service,
  ]);
}

/**
 * The sum of two facts. Where they name things differently the first name in
 * alphabetical order is kept, and a region only when they agree on one.
 */
function merged(one: ExactFact, other: ExactFact): ExactFact {
  const first = (
    name: 'resourceId' | 'resourceName' | 'resourceType' | 'serviceCategory',
  ) => firstOf(one.names[name], other.names[name]);
  const sum = (name: keyof Amounts): Exact =>
    one.amounts[name] + other.amounts[name];
  return {
    names: {
      ...one.names,
      resourceId: first('resourceId'),
      resourceName: first('resourceName'),
      resourceType: first('resourceType'),
      serviceCategory: first('serviceCategory'),
      region:
        one.names.region === other.names.region ? one.names.region : undefined,
      rows: one.names.rows + other.names.rows,
    },
    amounts: {
      billed: sum('billed'),
      effective: sum('effective'),
      list: sum('list'),
      contracted: sum('contracted'),
    },
  };
}

function firstOf(one?: string, other?: string): string | undefined {
  if (one === undefined || other === undefined) {
    return one ?? other;
  }
  return one < other ? one : other;
}

function rounded({ names, amounts }: ExactFact): ChargeFact {
  return {
    ...names,
    billed: keepable(amounts.billed),
    effective: keepable(amounts.effective),
    list: keepable(amounts.list),
    contracted: keepable(amounts.contracted),
  };
}

function keepable(amount: Exact): bigint {
  const micros = roundedMicros(amount);
  if (micros > MOST_MICROS || micros < -MOST_MICROS) {
    throw new InputError(
      'the amounts of a resource add up to more than the register can keep',
    );
  }
  return micros;
}
