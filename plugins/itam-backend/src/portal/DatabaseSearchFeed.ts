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
  type AssetTypeLibrary,
  CATALOG_CONSUMER,
  type LifecycleLibrary,
  type SearchableAsset,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { afterCursor, orderBy, pageOf, raw, rowsOf, sql } from '../database';
import type { SearchFeed, SearchPage } from './SearchFeed';

type Row = Pick<
  SearchableAsset,
  'id' | 'tag' | 'name' | 'type' | 'category' | 'status' | 'stage'
> & {
  manufacturer: string | null;
  model: string | null;
  environment: string;
};

const order = { columns: ['a.id'] };

/** The assets that the search of the portal learns of from us, in SQL. */
export class DatabaseSearchFeed implements SearchFeed {
  readonly #knex: Knex;
  readonly #types: Pick<AssetTypeLibrary, 'find'>;
  readonly #models: Pick<LifecycleLibrary, 'find'>;

  constructor(options: {
    knex: Knex;
    assetTypes: Pick<AssetTypeLibrary, 'find'>;
    lifecycleModels: Pick<LifecycleLibrary, 'find'>;
  }) {
    this.#knex = options.knex;
    this.#types = options.assetTypes;
    this.#models = options.lifecycleModels;
  }

  /**
   * What the catalog took as an entity, what another entity stands for, and
   * what is linked to one, is found there. Rides on the primary keys.
   */
  async page(query: { limit: number; cursor?: string }): Promise<SearchPage> {
    const rows = await rowsOf<Row>(
      this.#knex,
      sql`SELECT a.id, a.tag, a.name, a.type, a.category, a.status, a.stage,
            a.manufacturer, a.model, a.environment
          FROM assets a
          WHERE ${afterCursor(order, query.cursor) ?? raw('1 = 1')}
            AND NOT EXISTS (
              SELECT 1 FROM publications p
              WHERE p.consumer = ${CATALOG_CONSUMER} AND p.asset_id = a.id
                AND ((NOT p.tombstone AND p.entity_ref IS NOT NULL)
                  OR p.attached_ref IS NOT NULL))
            AND NOT EXISTS (
              SELECT 1 FROM entity_index e
              WHERE e.ref = a.entity_ref AND e.present)
          ${orderBy(order)} LIMIT ${query.limit + 1}`,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, ({ id }) => [id]);
    return { items: items.map(row => this.#assetOf(row)), nextCursor };
  }

  #assetOf(row: Row): SearchableAsset {
    const type = this.#types.find(row.type);
    const model = type && this.#models.find(type.lifecycleModel);
    return {
      ...row,
      typeTitle: type?.title ?? row.type,
      statusTitle: model?.statuses[row.status]?.title ?? row.status,
      manufacturer: row.manufacturer ?? undefined,
      model: row.model ?? undefined,
      environment: row.environment || undefined,
    };
  }
}
