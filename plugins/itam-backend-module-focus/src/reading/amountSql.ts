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

/**
 * Amounts are summed exactly. A cast to DECIMAL rounds silently what has more
 * places than it keeps, so the places are looked at first: up to 18 go into
 * the `amount`; up to 36 go into the `amount` and, as its difference from the
 * text, into the `rest`; what has more is no amount, and neither is what has
 * more than 18 and is 100 or larger, for which a DECIMAL has no room.
 *
 * Short texts without an exponent cannot have more than 18 places, and nearly
 * all are; only the others are looked at more closely.
 */
export const amountMacros = [
  `CREATE MACRO is_plain(x) AS
     strlen(x) < 20 AND NOT contains(x, 'e') AND NOT contains(x, 'E')`,
  `CREATE MACRO decimals_of(x) AS CASE
     WHEN contains(x, '.') THEN strlen(rtrim(x, '0')) - strpos(x, '.')
     ELSE 0 END`,
  `CREATE MACRO places_of(x) AS CASE
     WHEN contains(lower(x), 'e') THEN
       decimals_of(left(x, strpos(lower(x), 'e') - 1))
       - TRY_CAST(substr(x, strpos(lower(x), 'e') + 1) AS INTEGER)
     ELSE decimals_of(x) END`,
  `CREATE MACRO fine_of(x) AS CASE
     WHEN NOT is_plain(x) AND places_of(x) BETWEEN 19 AND 36
     THEN TRY_CAST(x AS DECIMAL(38, 36)) END`,
  `CREATE MACRO amount_of(x) AS CASE
     WHEN is_plain(x) OR places_of(x) <= 18 THEN TRY_CAST(x AS DECIMAL(30, 18))
     ELSE TRY_CAST(fine_of(x) AS DECIMAL(30, 18)) END`,
  `CREATE MACRO rest_of(x) AS
     fine_of(x) - CAST(TRY_CAST(fine_of(x) AS DECIMAL(30, 18)) AS DECIMAL(38, 36))`,
];

/** How an amount of a column is read: the amount and its rest. */
export interface AmountSql {
  amount: string;
  rest: string;
}

/**
 * The amount in a column of a type of DuckDB; undefined when the type holds
 * none. A float is read as the shortest decimal number that means it.
 */
export function amountSql(column: string, type: string): AmountSql | undefined {
  const scale = /^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1];
  const isWhole = /^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/.test(type);
  if (isWhole || (scale !== undefined && Number(scale) <= 18)) {
    return {
      amount: `TRY_CAST(${column} AS DECIMAL(30, 18))`,
      rest: 'CAST(NULL AS DECIMAL(38, 36))',
    };
  }
  if (type === 'DOUBLE') {
    return doubleAmountSql(column);
  }
  if (scale !== undefined || type === 'FLOAT') {
    return textAmountSql(`CAST(${column} AS VARCHAR)`);
  }
  return type === 'VARCHAR' ? textAmountSql(column) : undefined;
}

function textAmountSql(text: string): AmountSql {
  return { amount: `amount_of(${text})`, rest: `rest_of(${text})` };
}

/**
 * A number of at most 15 digits is the shortest one of its double, since no
 * two of these have the same: where such a number gives the double back there
 * is no need for its text.
 */
function doubleAmountSql(column: string): AmountSql {
  const short = `TRY_CAST(${column} AS DECIMAL(15, 11))`;
  const text = textAmountSql(`CAST(${column} AS VARCHAR)`);
  const isShort = `CAST(${short} AS DOUBLE) = ${column}`;
  return {
    amount: `CASE WHEN ${isShort} THEN CAST(${short} AS DECIMAL(30, 18)) ELSE ${text.amount} END`,
    rest: `CASE WHEN ${isShort} THEN NULL ELSE ${text.rest} END`,
  };
}
