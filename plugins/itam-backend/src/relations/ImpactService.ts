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
  AffectedEntity,
  CostQuery,
  CostReport,
  Costs,
  EntityCosts,
  Impact,
  ImpactQuery,
  RelatedAsset,
  RelatedEntity,
  RelationLibrary,
} from '@itam/plugin-itam-common';
import type { AssetAccess } from '../register/access';
import { describeEntities, KnownEntities } from './entities';
import { pathTo } from './impactPath';
import { tallies } from './impactTallies';
import type { RelationReader } from './RelationReader';
import type { RelationStore } from './RelationStore';
import { walk } from './walk';

/** Most assets and entities that are looked at. */
const MOST = 2_000;
/** The longest chain of failures that is followed. */
const FARTHEST = 25;
/** Most entities costs are asked of. */
const COSTED = 200;

/** Tells what services cost; the costs slice answers. */
export interface ServiceCosts {
  ofEntity(entityRef: string): Promise<EntityCosts | undefined>;
  report(query: CostQuery): Promise<CostReport>;
}

/** What stops when an asset stops. */
export class ImpactService {
  readonly #store: RelationStore;
  readonly #library: RelationLibrary;
  readonly #reader: RelationReader;
  readonly #entities: KnownEntities;
  readonly #costs: ServiceCosts;

  constructor(options: {
    store: RelationStore;
    library: RelationLibrary;
    reader: RelationReader;
    entities: KnownEntities;
    costs: ServiceCosts;
  }) {
    this.#store = options.store;
    this.#library = options.library;
    this.#reader = options.reader;
    this.#entities = options.entities;
    this.#costs = options.costs;
  }

  /** @throws NotFoundError when there is no such asset, or none in the access. */
  async of(
    idOrTag: string,
    { limit }: ImpactQuery,
    rights: { read: AssetAccess; costs: boolean },
  ): Promise<Impact> {
    const start = await this.#reader.asset(idOrTag, rights.read);
    const { reached, hidden, truncated } = await walk({
      store: this.#store,
      start,
      follow: this.#failureTravels(),
      access: rights.read,
      depth: FARTHEST,
      limit: MOST,
    });
    const affected = [...reached.values()].slice(1);
    const refs = affected.flatMap(({ id, asset }) => (asset ? [] : [id]));
    const assets = affected.flatMap(({ asset }) => asset ?? []);
    const known = await describeEntities(this.#entities, refs);
    const entities = [...known.values()];
    const [names, costs] = await Promise.all([
      this.#named(entities, assets),
      rights.costs ? this.#lastMonth(refs) : undefined,
    ]);
    const titleOf = (id: string) => known.get(id)?.title;
    return {
      assets: {
        total: assets.length,
        items: assets.slice(0, limit).map(asset => ({
          ...asset,
          path: pathTo(asset.id, { reached, titleOf }),
        })),
      },
      entities: {
        total: entities.length,
        items: entities.slice(0, limit).map(
          (entity): AffectedEntity => ({
            ...entity,
            path: pathTo(entity.ref, { reached, titleOf }),
            costs: costs?.each.get(entity.ref),
          }),
        ),
      },
      ...tallies({ entities, assets, names }),
      costs: costs && { month: costs.month, ...costs.total },
      hidden,
      truncated,
    };
  }

  #failureTravels() {
    return {
      out: this.#library.typesThat(
        ({ failure }) => failure === 'forward' || failure === 'both',
      ),
      in: this.#library.typesThat(
        ({ failure }) => failure === 'backward' || failure === 'both',
      ),
    };
  }

  /** What the catalog knows of owners, systems and their domains. */
  async #named(entities: RelatedEntity[], assets: RelatedAsset[]) {
    const found = await this.#entities.find([
      ...new Set([
        ...entities.flatMap(({ owner, system, domain }) =>
          [owner, system, domain].flatMap(ref => ref ?? []),
        ),
        ...assets.flatMap(({ owner }) => owner ?? []),
      ]),
    ]);
    const domains = [...found.values()].flatMap(({ domain }) => domain ?? []);
    const ofSystems = await this.#entities.find([...new Set(domains)]);
    return new Map([...ofSystems, ...found]);
  }

  /** What the entities cost in the month their pages speak of. */
  async #lastMonth(
    refs: string[],
  ): Promise<
    { month: string; each: Map<string, Costs>; total: Costs } | undefined
  > {
    const asked = refs.slice(0, COSTED);
    const page = asked.length > 0 && (await this.#costs.ofEntity(asked[0]));
    if (!page) {
      return undefined;
    }
    const { month, reportingCurrency } = page;
    const { items, total } = await this.#costs.report({
      groupBy: 'entity',
      entity: asked,
      from: month,
      to: month,
      currency: reportingCurrency,
      limit: COSTED,
    });
    return {
      month,
      each: new Map(
        items.map(({ key, costs, converted }) => [key, { costs, converted }]),
      ),
      total: { costs: total.costs, converted: total.converted },
    };
  }
}
