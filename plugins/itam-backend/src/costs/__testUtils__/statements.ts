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

import { ChargeFact, ChargeStatement, sha256 } from '@itam/plugin-itam-node';
import type { ChargeCategory, RejectedThing } from '@itam/plugin-itam-common';

/** A row of a bill as a test writes it: amounts in decimals. */
export interface BilledRow {
  month?: string;
  currency?: string;
  provider?: string;
  account?: string;
  resource?: string;
  category?: ChargeCategory;
  correction?: boolean;
  service?: string;
  billed?: string;
  effective: string;
}

/** A file of charges as a test writes it down. */
export interface ListedBill {
  scope: string;
  rows: BilledRow[];
  rejects?: RejectedThing[];
  /** Reading it fails with this reason. */
  refusal?: string;
  /** Taking it fails after the facts. */
  broken?: Error;
}

/** The content of a bill. */
export function contentOf(bill: ListedBill): string {
  return sha256(JSON.stringify([bill.rows, bill.rejects, bill.refusal]));
}

/**
 * What a bill says. Decimals are kept as scaled integers, another way than the
 * readers of real files have.
 */
export function statementOf(bill: ListedBill): ChargeStatement {
  const totals = groupBy(bill.rows, row =>
    [monthOf(row), row.currency ?? 'EUR'].join(),
  ).map(rows => ({
    periodStart: `${monthOf(rows[0])}-01`,
    periodEnd: `${monthOf(rows[0])}-28`,
    rows: rows.length,
    currency: rows[0].currency ?? 'EUR',
    billed: decimalOf(sum(rows.map(row => row.billed ?? row.effective))),
    effective: decimalOf(sum(rows.map(row => row.effective))),
    list: decimalOf(sum(rows.map(row => row.effective))),
    contracted: decimalOf(sum(rows.map(row => row.effective))),
  }));
  const facts = groupBy(bill.rows, row =>
    JSON.stringify({ ...row, billed: 0, effective: 0 }),
  ).map((rows): ChargeFact => {
    const [row] = rows;
    const effective = micros(sum(rows.map(each => each.effective)));
    return {
      periodStart: `${monthOf(row)}-01`,
      currency: row.currency ?? 'EUR',
      provider: row.provider ?? 'aws',
      account: row.account,
      resourceId: row.resource,
      resourceKey: row.resource,
      category: row.category ?? 'usage',
      correction: row.correction ?? false,
      service: row.service ?? 'Amazon Simple Storage Service',
      rows: rows.length,
      billed: micros(sum(rows.map(each => each.billed ?? each.effective))),
      effective,
      list: effective,
      contracted: effective,
    };
  });
  const rejects = bill.rejects ?? [];
  return {
    standard: 'FOCUS 1.0',
    rows: bill.rows.length + rejects.length,
    rejectedRows: rejects.length,
    totals,
    missing: rejects.length
      ? [
          {
            currency: '',
            rows: rejects.length,
            billed: '0',
            effective: '0',
          },
        ]
      : [],
    async *facts() {
      for (let start = 0; start < facts.length; start += 2) {
        yield facts.slice(start, start + 2);
      }
      if (bill.broken) {
        throw bill.broken;
      }
    },
    async *rejects() {
      yield* rejects;
    },
    async close() {},
  };
}

const PLACES = 18;

function monthOf(row: BilledRow): string {
  return row.month ?? '2026-10';
}

/** The exact sum, in 1e-18 of the unit. */
export function sum(amounts: string[]): bigint {
  return amounts.reduce((total, amount) => {
    const [whole, places = ''] = amount.replace('-', '').split('.');
    const size = BigInt(whole + places.padEnd(PLACES, '0'));
    return total + (amount.startsWith('-') ? -size : size);
  }, 0n);
}

/** Micros of an amount in 1e-18, half away from zero. */
export function micros(exact: bigint): bigint {
  const step = 10n ** BigInt(PLACES - 6);
  const size = exact < 0n ? -exact : exact;
  const rounded = (size + step / 2n) / step;
  return exact < 0n ? -rounded : rounded;
}

function decimalOf(exact: bigint): string {
  const digits = String(exact < 0n ? -exact : exact).padStart(PLACES + 1, '0');
  return `${exact < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(
    -PLACES,
  )}`;
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  }
  return [...groups.values()];
}
