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
import type {
  MapQuery,
  RelatedAsset,
  RelationItem,
  RelationLibrary,
  RelationMap,
} from '@itam/plugin-itam-common';
import type { AssetAccess, PermittedAssets } from '../register/access';
import type { Page, PageQuery } from '../register/AssetStore';
import { describeEntities, KnownEntities } from './entities';
import type { RelationStore } from './RelationStore';
import { walk } from './walk';

/** Relations a map draws for each of its boxes. */
const EDGES_PER_NODE = 8;

/** What {@link RelationReader} stands on. */
export interface RelationReaderOptions {
  store: RelationStore;
  library: RelationLibrary;
  assets: PermittedAssets;
  entities: KnownEntities;
}

/** What people see of relations: the list of an asset, and the map around it. */
export class RelationReader {
  readonly #store: RelationStore;
  readonly #library: RelationLibrary;
  readonly #assets: PermittedAssets;
  readonly #entities: KnownEntities;

  constructor(options: RelationReaderOptions) {
    this.#store = options.store;
    this.#library = options.library;
    this.#assets = options.assets;
    this.#entities = options.entities;
  }

  /** @throws NotFoundError when there is none, or none in the access. */
  async list(
    idOrTag: string,
    page: PageQuery,
    access: AssetAccess,
  ): Promise<Page<RelationItem>> {
    const { id } = await this.asset(idOrTag, access);
    return this.#store.list(id, page, access);
  }

  /**
   * What is around an asset, both ways.
   *
   * @throws NotFoundError when there is none, or none in the access, InputError
   * when a kind of relation is not known.
   */
  async map(
    idOrTag: string,
    query: MapQuery,
    access: AssetAccess,
  ): Promise<RelationMap> {
    const start = await this.asset(idOrTag, access);
    const types = this.#typesOf(query);
    const { reached, hidden, truncated } = await walk({
      store: this.#store,
      start,
      follow: { out: types, in: types },
      access,
      depth: query.depth,
      limit: query.limit,
    });
    const things = [...reached.values()];
    const refs = things.flatMap(({ id, asset }) => (asset ? [] : [id]));
    const most = query.limit * EDGES_PER_NODE;
    const [entities, edges] = await Promise.all([
      describeEntities(this.#entities, refs),
      this.#store.edges({
        assetIds: things.flatMap(({ asset }) => asset?.id ?? []),
        entityRefs: refs,
        types,
        limit: most + 1,
      }),
    ]);
    return {
      nodes: things.map(({ id, distance, asset }) => ({
        id,
        distance,
        asset,
        entity: entities.get(id),
      })),
      edges: edges.slice(0, most),
      truncated: truncated || edges.length > most,
      hidden,
    };
  }

  /** @throws NotFoundError when there is none, or none in the access. */
  async asset(idOrTag: string, access: AssetAccess): Promise<RelatedAsset> {
    const id = await this.#assets.locate(idOrTag, access);
    const asset = id === undefined ? undefined : await this.#store.asset(id);
    if (!asset) {
      throw new NotFoundError(`there is no asset ${idOrTag}`);
    }
    return asset;
  }

  #typesOf({ types }: MapQuery): string[] {
    const known = this.#library.typesThat(() => true);
    if (!types || types.length === 0) {
      return known;
    }
    const unknown = types.find(type => !known.includes(type));
    if (unknown !== undefined) {
      throw new InputError(
        `query.types: there is no kind of relation '${unknown}'; use ${known.join(
          ', ',
        )}`,
      );
    }
    return [...new Set(types)];
  }
}
