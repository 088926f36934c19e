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
  AssetDetail,
  AssetFacets,
  AssetFilter,
  AssetHistoryEntry,
  AssetItem,
  AssetKey,
  AssetListQuery,
  AssetState,
  EntitySummary,
  FoldedItem,
  HistoryFacts,
  HistoryFilter,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type {
  AccessReason,
  AssetAccess,
  PermittedAssets,
  Place,
} from './access';

/** A line of history with its id and hash. */
export interface HistoryLine extends HistoryFacts {
  id: string;
  /** Canonical JSON of the changes, as it is hashed and kept. */
  changesJson: string;
  hash: string;
}

/** An asset to be written, with the lines of history that lead to it. */
export interface AssetWrite {
  before?: AssetState;
  after: AssetState;
  lines: HistoryLine[];
}

/** A page of a list. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
  totalItems?: number;
}

/** What a page is asked for with. */
export interface PageQuery {
  limit: number;
  cursor?: string;
}

/** An item as the store knows it: what the caller may do comes on top. */
export type StoredItem = Omit<AssetItem, 'allowed' | 'cost'>;

/** Everything the page of an asset shows that is kept in the database. */
export type StoredDetail = Omit<
  AssetDetail,
  'allowed' | 'cost' | 'lifecycleModel'
>;

/** What a permission decision needs to know of an asset. */
export interface AccessFacts {
  id: string;
  category: string;
  type: string;
  /** The id of the location it is in. */
  location?: string;
  /** That location and those it lies in: their ids and codes. */
  places: Place[];
  claims: Array<{ ref: string; reason: AccessReason }>;
}

/** A service, system, team or person whose assets are asked for. */
export interface EntityScope {
  kind: string;
  ref: string;
}

/** Figures of a set of assets. */
export type ScopeFigures = Omit<
  EntitySummary,
  'entityRef' | 'readings' | 'costs'
> & {
  sourceIds: string[];
};

/** Keeps the register. Everything that is read is filtered by the access given. */
export interface AssetStore extends PermittedAssets {
  /** How many changes one transaction takes. */
  readonly batchSize: number;

  transaction<T>(
    work: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T>;

  /** Present states by id; unknown ids are left out. */
  states(
    ids: string[],
    transaction?: Knex.Transaction,
  ): Promise<Map<string, AssetState>>;

  /** Which assets have these keys: `keyId` → asset ids. */
  identify(keys: AssetKey[]): Promise<Map<string, string[]>>;

  /**
   * Writes assets, keys, relations, provenance, history and access.
   *
   * @throws ConflictError when an asset is no longer at the version it was
   * decided on, or a tag or strong key belongs to another one.
   */
  write(transaction: Knex.Transaction, writes: AssetWrite[]): Promise<void>;

  /** Ids of the actors behind these refs; those not yet known get one. */
  actorIds(
    transaction: Knex.Transaction,
    refs: string[],
  ): Promise<Map<string, string>>;

  list(
    query: AssetListQuery,
    access: AssetAccess,
    scope?: EntityScope,
  ): Promise<Page<StoredItem>>;

  facets(filter: AssetFilter, access: AssetAccess): Promise<AssetFacets>;

  detail(id: string): Promise<StoredDetail | undefined>;

  history(
    id: string,
    query: PageQuery & HistoryFilter,
  ): Promise<Page<AssetHistoryEntry>>;

  folded(
    id: string,
    query: PageQuery & { q?: string },
  ): Promise<Page<FoldedItem>>;

  figures(scope: EntityScope, access: AssetAccess): Promise<ScopeFigures>;

  /** What permission rules look at. */
  accessFacts(ids: string[]): Promise<Map<string, AccessFacts>>;

  /** Works out anew who may see the assets that support these entities. */
  refreshAccess(
    entityRefs: string[],
    transaction?: Knex.Transaction,
  ): Promise<void>;
}
