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
  Allocation,
  ChargeCategory,
  ChargeLine,
  ChargeListQuery,
  CostFilter,
  CostGrouping,
  FxRate,
  GroupCell,
  MonthCell,
  StatementItem,
  UnattributedCell,
} from '@itam/plugin-itam-common';

/** The first and last month of a span. */
export interface MonthSpan {
  from: string;
  to: string;
}

/** One page of a list. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** A month of an asset's costs, by category and service. */
export interface AssetCell extends MonthCell {
  category: ChargeCategory;
  correction: boolean;
  service: string;
}

/** What is known of a month. */
export interface KnownMonth {
  month: string;
  firstReadAt: string;
  closedAt?: string;
}

/** A line with the asset it is of, before it is decided who may see that. */
export type StoredLine = Omit<ChargeLine, 'hidden'>;

/** Costs as kept: facts, sums, allocations and rates. */
export interface CostStore {
  /** The months there are charges of, oldest first. */
  months(): Promise<KnownMonth[]>;

  /** Sums by group, month and currency; what has no key is left out. */
  groups(
    groupBy: CostGrouping,
    span: MonthSpan,
    filter: CostFilter,
  ): Promise<GroupCell[]>;

  /** What went to no entity, or to no owner, by reason. */
  unattributed(
    to: 'entity' | 'owner',
    span: MonthSpan,
    filter: CostFilter,
  ): Promise<UnattributedCell[]>;

  /** Rows that were not taken, of the files of these months. */
  rejectedRows(span: MonthSpan): Promise<number>;

  lines(
    query: ChargeListQuery & { assetId?: string },
    span: MonthSpan,
  ): Promise<Page<StoredLine>>;

  statements(
    query: { source?: string[]; limit: number; cursor?: string },
    span: MonthSpan | undefined,
  ): Promise<Page<StatementItem>>;

  ofAsset(assetId: string, span: MonthSpan): Promise<AssetCell[]>;
  ofAssets(
    assetIds: string[],
    month: string,
  ): Promise<Map<string, MonthCell[]>>;
  allocations(assetId: string): Promise<Allocation[]>;

  rates(): Promise<FxRate[]>;
  /** The rates that costs of these months are converted by. */
  ratesFor(currency: string, span: MonthSpan): Promise<FxRate[]>;
  listRates(page: { limit: number; cursor?: string }): Promise<Page<FxRate>>;
  /** Writes rates; those of the same day are replaced. */
  putRates(rates: FxRate[], by: string): Promise<void>;

  /** Brings matches, allocations, rounding and sums up to date. */
  settle(options: SettleOptions): Promise<void>;
  /** Closes months for good. */
  close(months: string[], at: string): Promise<void>;
}

/** How sums are brought up to date. */
export interface SettleOptions {
  now: Date;
  /** The currency lists of assets are sorted in. */
  reportingCurrency?: string;
  /** Follow what changed in the register since the last time too. */
  followRegister: boolean;
  /** The rates changed: what is sorted by them follows. */
  ratesChanged?: boolean;
}
