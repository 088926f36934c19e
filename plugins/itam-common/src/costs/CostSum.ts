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

import type { Costs, MonthCosts } from './charge';
import { addCells, figuresOf, MoneyCell, RateTable } from './rates';

/** Amounts of one month and currency. @public */
export interface MonthCell extends MoneyCell {
  month: string;
}

/** How amounts are put together: with which rates, in which currency. @public */
export interface Conversion {
  rates: RateTable;
  /** Left out: nothing is converted. */
  currency?: string;
}

/** The amounts of one thing: each currency apart, and together if they can be. */
interface Sum {
  cells: MoneyCell[];
  converted?: MoneyCell;
}

/**
 * Adds costs month by month and currency by currency, and in one currency
 * where every amount can be converted.
 *
 * @public
 */
export class CostSum {
  readonly #months = new Map<string, Map<string, MoneyCell>>();

  static of(cells: Iterable<MonthCell>): CostSum {
    const sum = new CostSum();
    for (const cell of cells) {
      sum.add(cell);
    }
    return sum;
  }

  add({ month, ...cell }: MonthCell): void {
    const cells = this.#months.get(month) ?? new Map<string, MoneyCell>();
    addTo(cells, cell);
    this.#months.set(month, cells);
  }

  /** All months together. */
  costs(conversion: Conversion): Costs {
    return costsOf(this.#sum(conversion));
  }

  /** Month by month, oldest first. */
  months(conversion: Conversion): MonthCosts[] {
    return [...this.#months.keys()].sort().map(month => ({
      month,
      ...costsOf(this.#sumOf(month, conversion)),
    }));
  }

  /**
   * The effective cost as one number to compare by: in the currency asked
   * for, or in the only one there is; undefined where there are several that
   * no rates make comparable.
   */
  comparable(
    conversion: Conversion,
  ): { currency: string; effective: bigint } | undefined {
    const { cells, converted } = this.#sum(conversion);
    return converted ?? (cells.length === 1 ? cells[0] : undefined);
  }

  #sum(conversion: Conversion): Sum {
    const all = new Map<string, MoneyCell>();
    const converted: Array<MoneyCell | undefined> = [];
    for (const month of this.#months.keys()) {
      const sum = this.#sumOf(month, conversion);
      sum.cells.forEach(cell => addTo(all, cell));
      converted.push(sum.converted);
    }
    return { cells: sorted(all), converted: total(converted) };
  }

  #sumOf(month: string, { rates, currency }: Conversion): Sum {
    const cells = sorted(this.#months.get(month) ?? new Map());
    return {
      cells,
      converted: currency
        ? total(cells.map(cell => rates.convert(cell, month, currency)))
        : undefined,
    };
  }
}

function addTo(cells: Map<string, MoneyCell>, cell: MoneyCell): void {
  const present = cells.get(cell.currency);
  cells.set(cell.currency, present ? addCells(present, cell) : cell);
}

function sorted(cells: Map<string, MoneyCell>): MoneyCell[] {
  return [...cells.values()].sort((one, other) =>
    one.currency < other.currency ? -1 : 1,
  );
}

/** One missing amount leaves no total. */
function total(cells: Array<MoneyCell | undefined>): MoneyCell | undefined {
  const [first, ...others] = cells;
  return others.reduce(
    (sum, cell) => sum && cell && addCells(sum, cell),
    first,
  );
}

function costsOf({ cells, converted }: Sum): Costs {
  return {
    costs: cells.map(figuresOf),
    ...(converted && { converted: figuresOf(converted) }),
  };
}
