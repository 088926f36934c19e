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

import type { CostFigures, FxRate, MissingRate, UsedRate } from './charge';
import { amountOf, microsOf } from './money';

/** Amounts of one currency in micros. @public */
export interface MoneyCell {
  currency: string;
  billed: bigint;
  effective: bigint;
  list: bigint;
  contracted: bigint;
}

/** The four amounts a cost has; views of the same, never added. @public */
export const costAmounts = [
  'billed',
  'effective',
  'list',
  'contracted',
] as const;

/** A rate as a fraction, so that its inverse is exact too. */
interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

interface FoundRate {
  factor: Fraction;
  used: UsedRate;
}

/**
 * Exchange rates of months. Costs of a month are converted by the latest rate
 * on or before its last day; where only the opposite direction is known, by
 * its inverse. A rate that is not there is told, never taken as 0 or 1.
 *
 * @public
 */
export class RateTable {
  readonly #byPair = new Map<string, FxRate[]>();
  readonly #found = new Map<string, FoundRate | undefined>();

  constructor(rates: FxRate[]) {
    for (const rate of rates) {
      const pair = `${rate.from}${rate.to}`;
      this.#byPair.set(pair, [...(this.#byPair.get(pair) ?? []), rate]);
    }
    for (const list of this.#byPair.values()) {
      list.sort((one, other) => (one.date < other.date ? 1 : -1));
    }
  }

  /** The rates that were used since the table was made. */
  used(): UsedRate[] {
    return [...this.#found.values()].flatMap(found =>
      found ? [found.used] : [],
    );
  }

  /** The rates that were needed and are not there. */
  missing(): MissingRate[] {
    return [...this.#found].flatMap(([key, found]) => {
      const [month, from, to] = key.split(' ');
      return found ? [] : [{ month, from, to }];
    });
  }

  /**
   * The amounts in another currency, each rounded half away from zero to the
   * micro; undefined without a rate.
   */
  convert(cell: MoneyCell, month: string, to: string): MoneyCell | undefined {
    if (cell.currency === to) {
      return cell;
    }
    const found = this.#find(month, cell.currency, to);
    return (
      found && {
        currency: to,
        billed: times(cell.billed, found.factor),
        effective: times(cell.effective, found.factor),
        list: times(cell.list, found.factor),
        contracted: times(cell.contracted, found.factor),
      }
    );
  }

  /** What one unit is worth, as a number to sort by. */
  weight(month: string, from: string, to: string): number | undefined {
    if (from === to) {
      return 1;
    }
    const factor = this.#find(month, from, to)?.factor;
    return factor && Number(factor.numerator) / Number(factor.denominator);
  }

  #find(month: string, from: string, to: string): FoundRate | undefined {
    const key = `${month} ${from} ${to}`;
    if (!this.#found.has(key)) {
      this.#found.set(key, this.#lookUp(month, from, to));
    }
    return this.#found.get(key);
  }

  #lookUp(month: string, from: string, to: string): FoundRate | undefined {
    const direct = this.#latest(month, from, to);
    const inverse = this.#latest(month, to, from);
    if (direct && (!inverse || direct.date >= inverse.date)) {
      return foundRate(direct, month, fractionOf(direct.rate));
    }
    if (!inverse) {
      return undefined;
    }
    const { numerator, denominator } = fractionOf(inverse.rate);
    return foundRate(inverse, month, {
      numerator: denominator,
      denominator: numerator,
    });
  }

  #latest(month: string, from: string, to: string): FxRate | undefined {
    return this.#byPair
      .get(`${from}${to}`)
      ?.find(({ date }) => date.slice(0, 7) <= month);
  }
}

function foundRate(rate: FxRate, month: string, factor: Fraction): FoundRate {
  return { factor, used: { ...rate, month } };
}

function fractionOf(rate: string): Fraction {
  const [whole, places = ''] = rate.split('.');
  return {
    numerator: BigInt(whole + places),
    denominator: 10n ** BigInt(places.length),
  };
}

function times(micros: bigint, { numerator, denominator }: Fraction): bigint {
  const product = micros * numerator;
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return product < 0n ? -rounded : rounded;
}

/** Micros as figures of the API. @public */
export function figuresOf(cell: MoneyCell): CostFigures {
  return {
    currency: cell.currency,
    billed: amountOf(cell.billed),
    effective: amountOf(cell.effective),
    list: amountOf(cell.list),
    contracted: amountOf(cell.contracted),
  };
}

/** Figures of the API in micros. @public */
export function cellOf(figures: CostFigures): MoneyCell {
  return {
    currency: figures.currency,
    billed: microsOf(figures.billed),
    effective: microsOf(figures.effective),
    list: microsOf(figures.list),
    contracted: microsOf(figures.contracted),
  };
}

/** Two amounts of one currency together. @public */
export function addCells(one: MoneyCell, other: MoneyCell): MoneyCell {
  return {
    currency: one.currency,
    billed: one.billed + other.billed,
    effective: one.effective + other.effective,
    list: one.list + other.list,
    contracted: one.contracted + other.contracted,
  };
}
