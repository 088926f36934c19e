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
import type { FocusVersion } from './versions';

/** What the register needs of every row and FOCUS makes mandatory. */
const mandatory = [
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'ContractedCost',
  'BillingCurrency',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargeCategory',
  'ChargeClass',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ServiceCategory',
  'ServiceName',
] as const;

/** What the register takes where it is there. */
const optional = [
  'RegionId',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'SubAccountId',
] as const;

/** The four amounts of a row. */
export const amountColumns = [
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'ContractedCost',
] as const;

/** A column the register reads. `Provider` has its name from the version. */
export type FocusColumn =
  | (typeof mandatory)[number]
  | (typeof optional)[number]
  | 'Provider';

/** Since 1.3 a charge tells who sells apart from who hosts. */
export function providerColumn(version: FocusVersion): string {
  return version === '1.3' ? 'ServiceProviderName' : 'ProviderName';
}

/** The columns a file has, found whatever their case. */
export class ColumnNames {
  readonly names: readonly string[];
  readonly #positions = new Map<string, number>();
  readonly #twice = new Set<string>();

  static create(names: string[]): ColumnNames {
    return new ColumnNames(names);
  }

  private constructor(names: string[]) {
    this.names = names;
    names.forEach((name, position) => {
      const key = keyOf(name);
      if (this.#positions.has(key)) {
        this.#twice.add(key);
      } else {
        this.#positions.set(key, position);
      }
    });
  }

  has(name: string): boolean {
    return this.#positions.has(keyOf(name));
  }

  /**
   * Where the columns are that are read, by position.
   *
   * @throws InputError when one is missing, or is there twice.
   */
  positionsOf(version: FocusVersion): Map<FocusColumn, number> {
    const positions = new Map<FocusColumn, number>();
    const missing: string[] = [];
    const take = (column: FocusColumn, name: string, needed: boolean) => {
      const key = keyOf(name);
      if (this.#twice.has(key)) {
        throw new InputError(`the file has two columns ${name}`);
      }
      const position = this.#positions.get(key);
      if (position !== undefined) {
        positions.set(column, position);
      } else if (needed) {
        missing.push(name);
      }
    };
    mandatory.forEach(column => take(column, column, true));
    take('Provider', providerColumn(version), true);
    optional.forEach(column => take(column, column, false));
    if (missing.length > 0) {
      throw new InputError(
        `the file has no column ${missing.join(
          ', ',
        )}, which FOCUS ${version} makes mandatory`,
      );
    }
    return positions;
  }
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
