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

import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { Publication, PublishedAsset } from '@itam/plugin-itam-common';
import type { HeldEntity } from '../CatalogHoldings';
import {
  FEED_PAGE_SIZE,
  type PendingPublications,
  type PublicationAck,
  type PublicationFeed,
} from '../PublicationFeed';

/** A cloud database in use, as the feed offers it. */
export function aPublication(
  id: string,
  publication: Partial<Publication> = {},
  asset: Partial<PublishedAsset> = {},
): Publication {
  return {
    assetId: id,
    tag: id,
    version: 1,
    tombstone: false,
    pending: true,
    asset: {
      id,
      tag: id,
      type: 'cloud-database',
      category: 'cloud',
      name: id,
      status: 'in-use',
      stage: 'use',
      attributes: {},
      labels: {},
      relations: [],
      version: 1,
      createdAt: '2026-01-01T00:00:00.000Z',
      createdBy: 'test',
      updatedAt: '2026-01-01T00:00:00.000Z',
      updatedBy: 'test',
      ...asset,
    },
    ...publication,
  };
}

/** A withdrawal, as the feed offers it. */
export function aWithdrawal(
  id: string,
  publication: Partial<Publication> = {},
): Publication {
  return aPublication(id, {
    tombstone: true,
    cause: 'asset',
    version: 2,
    entityRef: `resource:default/${id}`,
    asset: undefined,
    ...publication,
  });
}

/** A feed that offers what was put into it until it is acknowledged. */
export class FakeFeed implements PublicationFeed {
  readonly acks: PublicationAck[] = [];
  readonly askedAgain: string[] = [];
  items: Publication[];
  totals?: PendingPublications['totals'];
  held: Publication[] = [];

  constructor(...items: Publication[]) {
    this.items = items;
  }

  async pending(): Promise<PendingPublications> {
    return { items: this.items.slice(0, FEED_PAGE_SIZE), totals: this.totals };
  }

  async *wanted() {
    yield this.held;
  }

  async acknowledge(acks: PublicationAck[]): Promise<void> {
    this.acks.push(...acks);
    const done = new Set(
      acks.map(({ assetId, version }) => `${assetId}@${version}`),
    );
    this.items = this.items.filter(
      ({ assetId, version }) => !done.has(`${assetId}@${version}`),
    );
  }

  async askAgain(assetIds: string[]): Promise<void> {
    this.askedAgain.push(...assetIds);
  }

  /** What was acknowledged with which error, by asset. */
  get errors(): Record<string, string> {
    return Object.fromEntries(
      this.acks.flatMap(({ assetId, error }) =>
        error === undefined ? [] : [[assetId, error]],
      ),
    );
  }

  /** What was acknowledged without an error. */
  get taken(): string[] {
    return this.acks
      .filter(({ error }) => error === undefined)
      .map(({ assetId, version }) => `${assetId}@${version}`);
  }
}

/** A catalog that takes mutations, and remembers them. */
export class FakeCatalog {
  readonly entities = new Map<string, Entity>();
  readonly deltas: Array<{ added: string[]; removed: string[] }> = [];
  /** Entities the catalog finds malformed although we did not. */
  malformed = new Set<string>();
  foreign: HeldEntity[] = [];

  readonly connection = {
    refresh: async () => {},
    applyMutation: async (mutation: EntityProviderMutation) => {
      if (mutation.type === 'full') {
        throw new Error('a full mutation');
      }
      const added = mutation.added.map(({ entity }) =>
        stringifyEntityRef(entity),
      );
      if (added.some(ref => this.malformed.has(ref))) {
        throw new TypeError('Malformed entity envelope, name is no name');
      }
      const removed = mutation.removed.map(removal =>
        'entityRef' in removal
          ? removal.entityRef
          : stringifyEntityRef(removal.entity),
      );
      this.deltas.push({ added, removed });
      removed.forEach(ref => this.entities.delete(ref));
      mutation.added.forEach(({ entity }) =>
        this.entities.set(stringifyEntityRef(entity), entity),
      );
    },
  };

  /** For the provider, which asks whether a name is taken. */
  readonly holdings = {
    find: async (refs: string[]) =>
      new Map(
        this.foreign
          .filter(({ ref }) => refs.includes(ref))
          .map(held => [held.ref, held]),
      ),
  };

  get refs(): string[] {
    return [...this.entities.keys()].sort();
  }
}
