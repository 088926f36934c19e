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

import { randomUUID } from 'node:crypto';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityIndex, IndexedEntity } from './EntityIndex';
import type { EntityIndexStore } from './EntityIndexStore';
import {
  childrenOf,
  type EntityPredicate,
  groupFields,
  indexedEntities,
  indexedFields,
  type IndexRow,
  toIndexRow,
} from './indexRow';
import type { SettingsStore } from '../database';

const SETTING = 'catalog.entity-index';
const PAGE_SIZE = 500;

/** The whole catalog is read at least this often. */
const LONGEST_INTERVAL_MS = 5 * 60_000;

/** How many entities are handed on at once when they came, went or changed owner. */
const HANDOVER_SIZE = 500;

interface IndexState {
  digest?: string;
  refreshedAt?: string;
  /** How many entities the catalog had at the last reading. */
  total?: number;
}

/** What the index is kept with. */
export interface DatabaseEntityIndexOptions {
  store: EntityIndexStore;
  settingsStore: SettingsStore;
  catalog: Pick<CatalogService, 'queryEntities' | 'getEntitiesByRefs'>;
  auth: AuthService;
  logger: LoggerService;
  providerIdAnnotations: string[];
  /** Annotation of people and teams that says which day is their last. */
  endDateAnnotation?: string;
  /** Told which entities came, went or changed owner, until it succeeds. */
  onChange?: (refs: string[]) => Promise<void>;
  now?: () => Date;
}

/** The entity index, read from the catalog in pages and kept in SQL. */
export class DatabaseEntityIndex implements EntityIndex {
  readonly #options: DatabaseEntityIndexOptions;
  readonly #now: () => Date;
  #refreshing?: Promise<void>;

  constructor(options: DatabaseEntityIndexOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  find(refs: string[]): Promise<Map<string, IndexedEntity>> {
    return this.#options.store.find(refs);
  }

  async digest(): Promise<string> {
    return (await this.#state()).digest ?? '';
  }

  async refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    await this.#refreshing;
  }

  /**
   * Reads the catalog if the last reading is old or the number of entities is
   * not what it was: a portal that just started fills its catalog in seconds.
   */
  async refreshIfDue(): Promise<void> {
    const { refreshedAt, total } = await this.#state();
    const age = refreshedAt
      ? this.#now().getTime() - Date.parse(refreshedAt)
      : Infinity;
    if (age >= LONGEST_INTERVAL_MS || total !== (await this.#count())) {
      await this.refresh();
    } else {
      await this.#handOver();
    }
  }

  async #refresh(): Promise<void> {
    const { store, settingsStore, logger } = this.#options;
    const rowsOf = await this.#rowReader();
    const seen = new Set<string>();
    let read = 0;
    for await (const entities of this.#pages(indexedEntities, indexedFields)) {
      const rows = entities.flatMap(rowsOf);
      await store.upsert(rows, this.#now());
      rows.forEach(({ ref }) => seen.add(ref));
      read += entities.length;
    }
    if (read === 0 && (await store.holdsAny())) {
      logger.warn(
        'the catalog shows no entity at all; the register keeps what it knew of it',
      );
      return;
    }
    await this.#markGone(seen, rowsOf);
    const state = await this.#state();
    await settingsStore.set(
      SETTING,
      JSON.stringify({
        digest: (await store.hasChanges()) ? randomUUID() : state.digest,
        refreshedAt: this.#now().toISOString(),
        total: read,
      }),
    );
    await this.#handOver();
  }

  /** Knows which group is whose child, before any row is made. */
  async #rowReader(): Promise<(entity: Entity) => IndexRow[]> {
    const parents = new Map<string, string>();
    for await (const groups of this.#pages({ kind: 'Group' }, groupFields)) {
      for (const group of groups) {
        const ref = stringifyEntityRef(group);
        childrenOf(group).forEach(child => parents.set(child, ref));
      }
    }
    const { providerIdAnnotations, endDateAnnotation } = this.#options;
    return entity =>
      toIndexRow(entity, { providerIdAnnotations, endDateAnnotation, parents });
  }

  async *#pages(
    query: EntityPredicate,
    fields: string[],
  ): AsyncIterable<Entity[]> {
    const { catalog, auth } = this.#options;
    let cursor: string | undefined;
    do {
      const page = await catalog.queryEntities(
        cursor === undefined
          ? { query, fields, limit: PAGE_SIZE }
          : { cursor, fields, limit: PAGE_SIZE },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      yield page.items;
      cursor = page.pageInfo.nextCursor;
    } while (cursor !== undefined);
  }

  async #count(): Promise<number> {
    const credentials = await this.#options.auth.getOwnServiceCredentials();
    const { totalItems } = await this.#options.catalog.queryEntities(
      { query: indexedEntities, fields: ['kind'], limit: 1 },
      { credentials },
    );
    return totalItems;
  }

  /** What the pages did not show is asked for by name before it counts as gone. */
  async #markGone(
    seen: Set<string>,
    rowsOf: (entity: Entity) => IndexRow[],
  ): Promise<void> {
    const { store, catalog, auth } = this.#options;
    const missing = (await store.presentRefs()).filter(ref => !seen.has(ref));
    for (let start = 0; start < missing.length; start += PAGE_SIZE) {
      const refs = missing.slice(start, start + PAGE_SIZE);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: refs, fields: indexedFields },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      const gone = refs.filter((_, index) => {
        const entity = items[index];
        return !entity || rowsOf(entity).length === 0;
      });
      await store.markGone(gone, this.#now());
    }
  }

  async #handOver(): Promise<void> {
    const { store, onChange } = this.#options;
    for (;;) {
      const refs = await store.changes(HANDOVER_SIZE);
      if (refs.length === 0) {
        return;
      }
      await onChange?.(refs);
      await store.forgetChanges(refs);
    }
  }

  async #state(): Promise<IndexState> {
    return JSON.parse((await this.#options.settingsStore.get(SETTING)) ?? '{}');
  }
}
