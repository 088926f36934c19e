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

import { DuckDBDecimalValue, DuckDBValue } from '@duckdb/node-api';
import { ChargeCategory } from '@itam/plugin-itam-common';
import { FocusColumn } from '../standard/columns';
import { dayIn } from '../standard/dates';
import { BillingPeriod } from '../standard/periods';
import { Amounts, exactOf } from '../standard/exact';
import { amountNames, headKeys } from './sums';

/** What stands in the columns that all rows of a head have in common. */
export interface HeadTexts {
  periodStart?: string;
  periodEnd?: string;
  currency?: string;
  category?: string;
  chargeClass?: string;
}

/** What these columns mean. */
export interface HeadFacts {
  period: BillingPeriod;
  currency: string;
  category: ChargeCategory;
  correction: boolean;
}

/** Why rows cannot be taken. */
export interface Problem {
  field: FocusColumn;
  reason: string;
}

/** The rows of a file with the same texts in the columns of a head. */
export interface Head {
  id: number;
  texts: HeadTexts;
  version?: string;
  /** Whether the rows have amounts or dates that cannot be read. */
  bad: boolean;
  rows: number;
  amounts: Amounts;
}

/** Sums up the table `sums` by what its rows have in common. */
export const headsSql = `CREATE TABLE heads AS
  SELECT row_number() OVER () AS head, * FROM (
    SELECT ${headKeys.map(([name]) => name).join(', ')}, version, bad,
      CAST(sum(row_count) AS BIGINT) AS row_count,
      ${amountNames
        .map(
          name => `sum(${name}) AS ${name}, sum(${name}_rest) AS ${name}_rest`,
        )
        .join(', ')}
    FROM sums GROUP BY ALL)`;

/** Reads a row of the table `heads`. */
export function headOf(row: DuckDBValue[]): Head {
  const [id, start, end, currency, category, chargeClass] = row;
  const [version, bad, rows] = row.slice(6, 9);
  return {
    id: Number(id),
    texts: {
      periodStart: textOf(start),
      periodEnd: textOf(end),
      currency: textOf(currency),
      category: textOf(category),
      chargeClass: textOf(chargeClass),
    },
    version: textOf(version),
    bad: bad === true,
    rows: Number(rows),
    amounts: amountsOf(row, 9),
  };
}

/** Four pairs of amount and rest, from a position on. */
export function amountsOf(values: DuckDBValue[], from: number): Amounts {
  const exact = (at: number) =>
    exactOf(unitsOf(values[from + at]), unitsOf(values[from + at + 1]));
  return {
    billed: exact(0),
    effective: exact(2),
    list: exact(4),
    contracted: exact(6),
  };
}

function unitsOf(value: DuckDBValue): bigint {
  return value instanceof DuckDBDecimalValue ? value.value : 0n;
}

/** What stands in a cell; nothing when it is blank. */
export function textOf(value: DuckDBValue | undefined): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

const categories: Record<string, ChargeCategory> = {
  usage: 'usage',
  purchase: 'purchase',
  tax: 'tax',
  credit: 'credit',
  adjustment: 'adjustment',
};

/** Says what the columns of a head mean, or what is wrong with them. */
export function judge(texts: HeadTexts): HeadFacts | Problem {
  const start = dayIn(texts.periodStart ?? '');
  const end = dayIn(texts.periodEnd ?? '');
  const category = categories[texts.category?.toLowerCase() ?? ''];
  if (texts.currency === undefined || !/^[A-Z]{3}$/.test(texts.currency)) {
    return problem(
      'BillingCurrency',
      texts.currency,
      'is no currency code of three capitals',
    );
  }
  if (start === undefined) {
    return problem('BillingPeriodStart', texts.periodStart, 'is no date');
  }
  if (end === undefined) {
    return problem('BillingPeriodEnd', texts.periodEnd, 'is no date');
  }
  if (category === undefined) {
    return problem(
      'ChargeCategory',
      texts.category,
      'is none of Usage, Purchase, Tax, Credit, Adjustment',
    );
  }
  return {
    period: { start, end },
    currency: texts.currency,
    category,
    correction: texts.chargeClass?.toLowerCase() === 'correction',
  };
}

/** Names a field with what stands in it. */
export function problem(
  field: FocusColumn,
  text: string | undefined,
  reason: string,
): Problem {
  return {
    field,
    reason:
      text === undefined
        ? `${field} is empty`
        : `${field} '${text.slice(0, 40)}' ${reason}`,
  };
}
