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

import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  ANNOTATION_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_ASSET_ID,
  ANNOTATION_PUBLISHED_FORM,
  ANNOTATION_PUBLISHED_VERSION,
} from '@itam/plugin-itam-common';

const PAGE_SIZE = 500;

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
];

/** An entity of the catalog that stands for an asset. */
export interface HeldEntity {
  ref: string;
  /** None for an entity that stands for no asset. */
  assetId?: string;
  /** The version of the publication it was made from. */
  version?: number;
  /** The settings it was made with. */
  form?: string;
  /** Where it comes from. */
  location?: string;
}

/** What the catalog holds, as far as it matters to us. */
export class CatalogHoldings {
  readonly #catalog: CatalogHoldingsOptions['catalog'];
  readonly #auth: AuthService;
  readonly #isOurs: (location: string) => boolean;

  constructor(options: CatalogHoldingsOptions) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#isOurs = options.isOurs;
  }

  /** Every entity that we published. */
  async ours(): Promise<HeldEntity[]> {
    const held: HeldEntity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor === undefined
          ? {
              filter: {
                [`metadata.annotations.${ANNOTATION_ASSET_ID}`]:
                  CATALOG_FILTER_EXISTS,
              },
              fields,
              limit: PAGE_SIZE,
            }
          : { cursor, fields, limit: PAGE_SIZE },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      held.push(...page.items.map(heldEntityOf));
      cursor = page.pageInfo.nextCursor;
    } while (cursor !== undefined);
    return held.filter(({ location }) => this.#isOurs(location ?? ''));
  }

  /** The entities of these refs, whoever published them. */
  async find(refs: string[]): Promise<Map<string, HeldEntity>> {
    const found = new Map<string, HeldEntity>();
    for (let start = 0; start < refs.length; start += PAGE_SIZE) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs: refs.slice(start, start + PAGE_SIZE), fields },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      for (const entity of items) {
        if (entity) {
          found.set(stringifyEntityRef(entity), heldEntityOf(entity));
        }
      }
    }
    return found;
  }
}

/** What the holdings are read with. */
export interface CatalogHoldingsOptions {
  catalog: Pick<CatalogService, 'queryEntities' | 'getEntitiesByRefs'>;
  auth: AuthService;
  /** Whether a location is one we publish under. */
  isOurs: (location: string) => boolean;
}

function heldEntityOf(entity: Entity): HeldEntity {
  const annotations = entity.metadata.annotations ?? {};
  const version = annotations[ANNOTATION_PUBLISHED_VERSION];
  return {
    ref: stringifyEntityRef(entity),
    assetId: annotations[ANNOTATION_ASSET_ID],
    version: version === undefined ? undefined : Number(version),
    form: annotations[ANNOTATION_PUBLISHED_FORM],
    location: annotations[ANNOTATION_LOCATION],
  };
}
