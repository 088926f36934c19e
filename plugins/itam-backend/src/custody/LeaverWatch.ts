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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { RESOLVED_BY_ITSELF } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { EntityIndex } from '../catalog';
import type { Notifier } from '../portal/Notifier';
import type { DiscrepancyStore } from './DiscrepancyStore';
import type { LeaverStore, OrphanedField } from './LeaverStore';

/** Who opens what this finds. */
export const LEAVER_CHECK = 'check:leavers';

/** Leavers looked at, and discrepancies written, at once. */
const BATCH = 200;

/** So few are never too many at once. */
const FEW = 10;

/** What {@link LeaverWatch} stands on. */
export interface LeaverWatchOptions {
  knex: Knex;
  store: LeaverStore;
  discrepancies: DiscrepancyStore;
  entities: Pick<EntityIndex, 'digest'>;
  notifier: Notifier;
  logger: LoggerService;
  /** Told when assets are left behind: users and groups. */
  tell: string[];
  /** The share of all holders, 0 to 1, that may be gone at once. */
  maximumShare: number;
  now?: () => Date;
}

/**
 * Looks for assets whose owner, custodian or consumer is gone or past the last
 * day: each becomes an `orphaned` discrepancy, and closes by itself once
 * somebody else has it or they are back.
 */
export class LeaverWatch {
  readonly #options: LeaverWatchOptions;
  readonly #now: () => Date;

  constructor(options: LeaverWatchOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** Answers how many discrepancies it opened and closed. */
  async look(
    signal?: AbortSignal,
  ): Promise<{ opened: number; closed: number }> {
    const { entities, notifier, tell } = this.#options;
    if ((await entities.digest()) === '') {
      return { opened: 0, closed: 0 };
    }
    const closed = await this.#closeSettled(signal);
    const refs = await this.#leavers(signal);
    if (await this.#tooMany(refs.length)) {
      return { opened: 0, closed };
    }
    let opened = 0;
    for (let start = 0; start < refs.length; start += BATCH) {
      opened += await this.#openFor(refs.slice(start, start + BATCH), signal);
    }
    if (opened > 0) {
      notifier.notify(
        { kind: 'assets-left-behind', count: opened },
        { recipients: tell },
      );
    }
    return { opened, closed };
  }

  async #leavers(signal?: AbortSignal): Promise<string[]> {
    const refs: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#options.store.list(
        { limit: BATCH, cursor, endsBy: this.#day(-1) },
        'all',
      );
      refs.push(...page.items.map(({ ref }) => ref));
      cursor = page.nextCursor;
    } while (cursor && !signal?.aborted);
    return refs;
  }

  /** An organisation does not leave in one night: the catalog was read wrongly. */
  async #tooMany(count: number): Promise<boolean> {
    const { store, maximumShare, logger } = this.#options;
    if (count <= FEW) {
      return false;
    }
    const holders = await store.countHolders();
    const isTooMany = count > holders * maximumShare;
    if (isTooMany) {
      logger.warn(
        `${count} of ${holders} that hold IT assets are gone from the catalog at once; nothing is opened for them. See GET /leavers, and raise itam.custody.maximumShare if it is so`,
      );
    }
    return isTooMany;
  }

  async #openFor(refs: string[], signal?: AbortSignal): Promise<number> {
    const { knex, store, discrepancies } = this.#options;
    let opened = 0;
    for (;;) {
      const found = await store.orphaned(refs, LEAVER_CHECK, BATCH);
      if (found.length === 0 || signal?.aborted) {
        return opened;
      }
      const ids = await knex.transaction(transaction =>
        discrepancies.open(
          transaction,
          found.map(discrepancyOf),
          this.#now().toISOString(),
        ),
      );
      opened += ids.length;
    }
  }

  async #closeSettled(signal?: AbortSignal): Promise<number> {
    const { knex, store, discrepancies } = this.#options;
    const now = this.#now().toISOString();
    let closed = 0;
    for (;;) {
      const settled = await store.settled(LEAVER_CHECK, this.#day(), BATCH);
      if (settled.length === 0 || signal?.aborted) {
        return closed;
      }
      const fields = new Set(settled.map(({ field }) => field));
      await knex.transaction(async transaction => {
        for (const field of fields) {
          await discrepancies.closeFields(
            transaction,
            {
              class: 'orphaned',
              fields: [field],
              assetIds: settled
                .filter(item => item.field === field)
                .map(({ assetId }) => assetId),
            },
            {
              resolution: RESOLVED_BY_ITSELF,
              cause: 'organisation-change',
              at: now,
              by: LEAVER_CHECK,
            },
          );
        }
      });
      closed += settled.length;
    }
  }

  #day(days: number = 0): string {
    const moment = this.#now().getTime() + days * 24 * 60 * 60_000;
    return new Date(moment).toISOString().slice(0, 10);
  }
}

function discrepancyOf({ assetId, field, ref }: OrphanedField) {
  return {
    assetId,
    class: 'orphaned' as const,
    field,
    registered: ref,
    note: `${ref} ended, or the catalog no longer has it`,
    openedBy: LEAVER_CHECK,
  };
}
