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

import type {
  ChargeCategory,
  RejectedThing,
  StatementTotal,
} from '@itam/plugin-itam-common';
import type { ReadContext } from './AssetSource';

/**
 * A file of charges: a bill or a cost export. It is taken whole or refused
 * whole, apart from single rows that cannot be read. What it said before is
 * replaced; the same content at two places counts once.
 *
 * @public
 */
export interface ChargeDocument {
  /** Where it is, as people name it; the same at every reading. */
  scope: string;
  /** SHA-256 of the content, hexadecimal. */
  fingerprint: string;
  /**
   * Reads it to its end.
   *
   * @throws InputError with place and reason: the document is refused.
   */
  readCharges(context: ReadContext): Promise<ChargeStatement>;
}

/**
 * What a file of charges says: exact sums, and monthly facts rounded to the
 * micro. To be closed when it is not needed any more.
 *
 * @public
 */
export interface ChargeStatement {
  /** The standard and its version, `FOCUS 1.0`. */
  standard: string;
  /** Rows of the file, taken or not. */
  rows: number;
  rejectedRows: number;
  /** Exact sums of the rows taken, per billing period and currency. */
  totals: StatementTotal[];
  /** Sums of the rows rejected, as far as they can be read. */
  missing: Array<{
    currency: string;
    rows: number;
    billed: string;
    effective: string;
  }>;
  /**
   * The facts in batches; no two have the same period, currency, provider,
   * account, resource, category, correction and service.
   *
   * @throws InputError when a fact has no room in 64 bits of micros: the
   * document is refused.
   */
  facts(): AsyncIterable<ChargeFact[]>;
  /** The rows that were not taken; of very many only the first ones. */
  rejects(): AsyncIterable<RejectedThing>;
  close(): Promise<void>;
}

/**
 * Sum of all rows with the same keys. Amounts are micros (1e-6 of the unit),
 * each rounded half away from zero from the exact sum.
 *
 * @public
 */
export interface ChargeFact {
  /** First day of the billing period, `2026-10-01`. */
  periodStart: string;
  currency: string;
  provider: string;
  account?: string;
  /** The resource as the bill names it. */
  resourceId?: string;
  /**
   * The same as the register would know it (`provider-id` key, normalised);
   * left out when the charge names no resource.
   */
  resourceKey?: string;
  resourceName?: string;
  resourceType?: string;
  region?: string;
  category: ChargeCategory;
  correction: boolean;
  service: string;
  serviceCategory?: string;
  /** Rows it sums up. */
  rows: number;
  billed: bigint;
  effective: bigint;
  list: bigint;
  contracted: bigint;
}
