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

import {
  ChargeListQuery,
  CostFilter,
  CostGrouping,
  FxRate,
  RateTable,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { isOneOf, rowsOf, SettingsStore, sql, touchedBy } from '../database';
import type {
  CostStore,
  KnownMonth,
  MonthSpan,
  SettleOptions,
} from './CostStore';
import { closedThrough, monthShown } from './months';
import { allocateChanged, allocateNew, matchCharges } from './sql/allocations';
import { listLines } from './sql/lines';
import { listRates, loadRates, loadRatesFor, putRates } from './sql/rates';
import {
  loadAllocations,
  sumAsset,
  sumAssets,
  sumGroups,
  sumUnattributed,
} from './sql/reports';
import { countRejectedRows, listStatements } from './sql/statementLists';
import {
  refreshRounding,
  refreshSortAmounts,
  refreshTotals,
} from './sql/totals';
import { takeTurn } from './sql/turn';

/** Where the last look at the register is noted. */
const FOLLOWED_KEY = 'costs.followed';

/** Where it is noted what lists are sorted by. */
const SORTED_KEY = 'costs.sorted';

/** A transaction may end that long after the time it wrote into its rows. */
const OVERLAP_MS = 10 * 60_000;

/** Costs in the database. */
export class DatabaseCostStore implements CostStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  months(): Promise<KnownMonth[]> {
    return loadMonths(this.#knex);
  }

  groups(groupBy: CostGrouping, span: MonthSpan, filter: CostFilter) {
    return sumGroups(this.#knex, groupBy, span, filter);
  }

  unattributed(to: 'entity' | 'owner', span: MonthSpan, filter: CostFilter) {
    return sumUnattributed(this.#knex, to, span, filter);
  }

  rejectedRows(span: MonthSpan) {
    return countRejectedRows(this.#knex, span);
  }

  lines(query: ChargeListQuery & { assetId?: string }, span: MonthSpan) {
    return listLines(this.#knex, query, span);
  }

  statements(
    query: { source?: string[]; limit: number; cursor?: string },
    span: MonthSpan | undefined,
  ) {
    return listStatements(this.#knex, query, span);
  }

  ofAsset(assetId: string, span: MonthSpan) {
    return sumAsset(this.#knex, assetId, span);
  }

  ofAssets(assetIds: string[], month: string) {
    return sumAssets(this.#knex, assetIds, month);
  }

  allocations(assetId: string) {
    return loadAllocations(this.#knex, assetId);
  }

  rates() {
    return loadRates(this.#knex);
  }

  ratesFor(currency: string, span: MonthSpan) {
    return loadRatesFor(this.#knex, currency, span);
  }

  listRates(page: { limit: number; cursor?: string }) {
    return listRates(this.#knex, page);
  }

  async putRates(rates: FxRate[], by: string): Promise<void> {
    await this.#knex.transaction(transaction =>
      putRates(transaction, rates, { by, now: new Date().toISOString() }),
    );
  }

  async settle(options: SettleOptions): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await takeTurn(transaction);
      const now = options.now.toISOString();
      if (options.followRegister) {
        await followRegister(transaction, options.now);
      }
      await allocateNew(transaction, { now });
      await refreshRounding(transaction);
      await refreshTotals(transaction);
      await noteMonths(transaction, now);
      await this.#sortAssets(transaction, options);
      await transaction.raw('DELETE FROM cost_dirty');
    });
  }

  async close(months: string[], at: string): Promise<void> {
    await touchedBy(
      this.#knex,
      sql`UPDATE cost_months SET closed_at = ${at}
          WHERE closed_at IS NULL AND ${isOneOf(this.#knex, 'month', months)}`,
    );
  }

  /** Only when the month that is shown, its charges or the rates changed. */
  async #sortAssets(
    transaction: Knex.Transaction,
    options: SettleOptions,
  ): Promise<void> {
    const { now, reportingCurrency: currency } = options;
    const month = monthShown(await loadMonths(transaction), now);
    if (month === undefined) {
      await transaction.raw('DELETE FROM asset_costs');
      return;
    }
    const settings = new SettingsStore({ knex: transaction });
    const sorted = `${month} ${currency ?? ''}`;
    const [dirty] = await rowsOf<{ month: string }>(
      transaction,
      sql`SELECT month FROM cost_dirty WHERE month = ${month} AND facts LIMIT 1`,
    );
    if (
      !dirty &&
      !options.ratesChanged &&
      (await settings.get(SORTED_KEY)) === sorted
    ) {
      return;
    }
    await refreshSortAmounts(transaction, {
      month,
      weights: currency
        ? await weightsOf(transaction, month, currency)
        : undefined,
    });
    await settings.set(SORTED_KEY, sorted);
  }
}

async function followRegister(
  transaction: Knex.Transaction,
  now: Date,
): Promise<void> {
  const settings = new SettingsStore({ knex: transaction });
  const followed = await settings.get(FOLLOWED_KEY);
  const changedSince =
    followed && new Date(Date.parse(followed) - OVERLAP_MS).toISOString();
  await matchCharges(transaction, changedSince);
  await allocateChanged(transaction, {
    changedSince,
    closedThrough: closedThrough(await loadMonths(transaction)),
    now: now.toISOString(),
  });
  await settings.set(FOLLOWED_KEY, now.toISOString());
}

async function loadMonths(knex: Knex): Promise<KnownMonth[]> {
  const rows = await rowsOf<{
    month: string;
    first_read_at: string;
    closed_at: string | null;
  }>(knex, sql`SELECT * FROM cost_months ORDER BY month`);
  return rows.map(row => ({
    month: row.month,
    firstReadAt: row.first_read_at,
    closedAt: row.closed_at ?? undefined,
  }));
}

/** A month older than a closed one is closed too. */
async function noteMonths(
  transaction: Knex.Transaction,
  now: string,
): Promise<void> {
  await touchedBy(
    transaction,
    sql`INSERT INTO cost_months (month, first_read_at, closed_at)
        SELECT DISTINCT d.month, ${now}, (SELECT min(m.closed_at)
          FROM cost_months m WHERE m.month > d.month AND m.closed_at IS NOT NULL)
        FROM cost_dirty d
        WHERE EXISTS (SELECT 1 FROM cost_totals t WHERE t.month = d.month)
        ON CONFLICT (month) DO NOTHING`,
  );
  await touchedBy(
    transaction,
    sql`DELETE FROM cost_months WHERE NOT EXISTS (
          SELECT 1 FROM cost_totals t WHERE t.month = cost_months.month)`,
  );
}

async function weightsOf(
  transaction: Knex.Transaction,
  month: string,
  to: string,
): Promise<Map<string, number>> {
  const rates = new RateTable(
    await loadRatesFor(transaction, to, { from: month, to: month }),
  );
  const currencies = await rowsOf<{ currency: string }>(
    transaction,
    sql`SELECT DISTINCT currency FROM cost_totals WHERE month = ${month}`,
  );
  return new Map([
    [to, 1],
    ...currencies.flatMap(({ currency }): Array<[string, number]> => {
      const weight = rates.weight(month, currency, to);
      return weight === undefined ? [] : [[currency, weight]];
    }),
  ]);
}
