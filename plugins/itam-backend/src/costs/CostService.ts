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

import { InputError, NotFoundError } from '@backstage/errors';
import {
  addMonths,
  AssetCosts,
  AssetMonthCost,
  ChargeLine,
  ChargeListQuery,
  Conversion,
  costGroups,
  CostQuery,
  CostReport,
  CostSum,
  EntityCosts,
  monthsBetween,
  RateTable,
  StatementItem,
  unattributedCosts,
} from '@itam/plugin-itam-common';
import { decodeCursor, encodeCursor } from '../database';
import type { AssetAccess, PermittedAssets } from '../register/access';
import type { AssetCell, CostStore, MonthSpan, Page } from './CostStore';
import { closedThrough, monthOf, monthShown } from './months';

/** Months a report has unless told otherwise. */
const DEFAULT_MONTHS = 6;

/** Months a report can have. */
const MAX_MONTHS = 60;

interface AskedSpan {
  from?: string;
  to?: string;
}

/** What people ask about costs. */
export class CostService {
  readonly #store: CostStore;
  readonly #assets: PermittedAssets;
  readonly #clock: () => Date;
  readonly #reportingCurrency: string | undefined;

  constructor(options: {
    store: CostStore;
    assets: PermittedAssets;
    clock: () => Date;
    reportingCurrency?: string;
  }) {
    this.#store = options.store;
    this.#assets = options.assets;
    this.#clock = options.clock;
    this.#reportingCurrency = options.reportingCurrency;
  }

  /** Costs in groups, and what is attributed to nothing beside them. */
  async report(query: CostQuery): Promise<CostReport> {
    const span = await this.#span(query);
    const to = query.groupBy === 'owner' ? 'owner' : 'entity';
    const [cells, nothing, rejectedRows, conversion] = await Promise.all([
      this.#store.groups(query.groupBy, span, query),
      this.#store.unattributed(to, span, query),
      this.#store.rejectedRows(span),
      this.#conversion(query.currency, span),
    ]);
    const isPartOfGroups =
      query.groupBy !== 'entity' && query.groupBy !== 'owner';
    const total = CostSum.of(isPartOfGroups ? cells : [...cells, ...nothing]);
    const options = { total, conversion };
    const groups = costGroups(cells, options);
    const start = startOfPage(groups, query.cursor);
    const items = groups.slice(start, start + query.limit);
    return {
      ...span,
      items,
      ...(groups.length > start + query.limit && {
        nextCursor: encodeCursor([items[items.length - 1].key]),
      }),
      total: {
        ...total.costs(conversion),
        months: total.months(conversion),
      },
      unattributed: unattributedCosts(nothing, options),
      ...ratesOf(conversion),
      rejectedRows,
    };
  }

  /** @throws NotFoundError when there is no such asset in the access. */
  async asset(
    idOrTag: string,
    query: AskedSpan & { currency?: string },
    access: AssetAccess,
  ): Promise<AssetCosts> {
    const id = await this.#locate(idOrTag, access);
    const span = await this.#span(query, DEFAULT_MONTHS * 2);
    const [cells, allocations, months, conversion] = await Promise.all([
      this.#store.ofAsset(id, span),
      this.#store.allocations(id),
      this.#store.months(),
      this.#conversion(query.currency ?? this.#reportingCurrency, span),
    ]);
    const sum = CostSum.of(cells);
    return {
      ...span,
      months: sum.months(conversion).map(month => ({
        ...month,
        parts: partsOf(
          cells.filter(cell => cell.month === month.month),
          conversion,
        ),
      })),
      total: sum.costs(conversion),
      allocations,
      closedThrough: closedThrough(months),
      ...ratesOf(conversion),
    };
  }

  /** The lines behind a cost; assets the caller may not see stay unnamed. */
  async lines(
    query: ChargeListQuery,
    access: AssetAccess | 'none',
  ): Promise<Page<ChargeLine>> {
    const { asset } = query;
    if (asset !== undefined && access === 'none') {
      throw notFound(asset);
    }
    const assetId =
      asset === undefined || access === 'none'
        ? undefined
        : await this.#locate(asset, access);
    const page = await this.#store.lines(
      { ...query, assetId },
      await this.#span(query),
    );
    const ids = page.items.flatMap(line => line.asset?.id ?? []);
    const seen =
      access === 'none'
        ? new Set<string>()
        : await this.#assets.within([...new Set(ids)], access);
    return {
      ...page,
      items: page.items.map(line =>
        line.asset && !seen.has(line.asset.id)
          ? {
              ...line,
              asset: undefined,
              resourceId: undefined,
              resourceName: undefined,
              hidden: true,
            }
          : { ...line, hidden: false },
      ),
    };
  }

  /** The files charges were read from. */
  async statements(
    query: AskedSpan & { source?: string[]; limit: number; cursor?: string },
  ): Promise<Page<StatementItem>> {
    const all = query.from === undefined && query.to === undefined;
    return this.#store.statements(
      query,
      all ? undefined : await this.#span(query),
    );
  }

  /** What an entity costs, for its page; nothing before there are charges. */
  async ofEntity(entityRef: string): Promise<EntityCosts | undefined> {
    const month = monthShown(await this.#store.months(), this.#clock());
    if (month === undefined) {
      return undefined;
    }
    const span = { from: addMonths(month, 1 - DEFAULT_MONTHS), to: month };
    const conversion = await this.#conversion(this.#reportingCurrency, span);
    const sum = CostSum.of(
      await this.#store.groups('month', span, { scope: entityRef }),
    );
    const known = new Map(
      sum.months(conversion).map(costs => [costs.month, costs]),
    );
    return {
      month,
      reportingCurrency: this.#reportingCurrency,
      months: monthsBetween(span.from, span.to).map(
        each => known.get(each) ?? { month: each, costs: [] },
      ),
      ...ratesOf(conversion),
    };
  }

  /** What assets cost in the last month that is over. */
  async ofAssets(assetIds: string[]): Promise<Map<string, AssetMonthCost>> {
    const month = monthShown(await this.#store.months(), this.#clock());
    if (month === undefined || assetIds.length === 0) {
      return new Map();
    }
    const [cells, conversion] = await Promise.all([
      this.#store.ofAssets(assetIds, month),
      this.#conversion(this.#reportingCurrency, { from: month, to: month }),
    ]);
    return new Map(
      [...cells].map(([id, ofAsset]) => [
        id,
        { month, ...CostSum.of(ofAsset).costs(conversion) },
      ]),
    );
  }

  /** @throws InputError when it is too long or ends before it begins. */
  async #span(asked: AskedSpan, months = DEFAULT_MONTHS): Promise<MonthSpan> {
    const known = await this.#store.months();
    const to =
      asked.to ?? known.at(-1)?.month ?? asked.from ?? monthOf(this.#clock());
    const from = asked.from ?? addMonths(to, 1 - months);
    if (from > to) {
      throw new InputError(
        `query.from: ${from} is after ${to}, the last month`,
      );
    }
    if (from < addMonths(to, 1 - MAX_MONTHS)) {
      throw new InputError(
        `query.from: more than ${MAX_MONTHS} months before ${to}; ask for a shorter span`,
      );
    }
    return { from, to };
  }

  async #conversion(
    currency: string | undefined,
    span: MonthSpan,
  ): Promise<Conversion> {
    return {
      rates: new RateTable(
        currency ? await this.#store.ratesFor(currency, span) : [],
      ),
      currency,
    };
  }

  async #locate(idOrTag: string, access: AssetAccess): Promise<string> {
    const id = await this.#assets.locate(idOrTag, access);
    if (id === undefined) {
      throw notFound(idOrTag);
    }
    return id;
  }
}

function partsOf(cells: AssetCell[], conversion: Conversion) {
  const total = CostSum.of(cells);
  const parts = new Map(cells.map(cell => [partKey(cell), cell]));
  return costGroups(
    cells.map(cell => ({ ...cell, key: partKey(cell) })),
    { total, conversion },
  ).flatMap(({ key, costs, converted }) => {
    const part = parts.get(key);
    return part
      ? [
          {
            category: part.category,
            correction: part.correction,
            service: part.service,
            costs,
            converted,
          },
        ]
      : [];
  });
}

function partKey({ category, correction, service }: AssetCell): string {
  return `${category} ${correction} ${service}`;
}

/** Used and missing rates are known once everything was converted. */
function ratesOf({ rates }: Conversion) {
  return { rates: rates.used(), missingRates: rates.missing() };
}

function startOfPage(
  groups: Array<{ key: string }>,
  cursor: string | undefined,
): number {
  if (cursor === undefined) {
    return 0;
  }
  const [last] = decodeCursor(cursor, 1);
  const place = groups.findIndex(({ key }) => key === last);
  if (place < 0) {
    throw new InputError(
      'query.cursor: the group it stands for is gone; begin with the first page',
    );
  }
  return place + 1;
}

function notFound(idOrTag: string) {
  return new NotFoundError(`there is no asset ${idOrTag}`);
}
