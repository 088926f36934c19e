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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type {
  CustodyOutcome,
  HoldingItem,
  Leaver,
  SettleRequest,
} from '@itam/plugin-itam-common';
import type { EntityIndex } from '../catalog';
import type { AssetAccess, Page, PageQuery, Register } from '../register';
import { AssetDesk, CustodyRights, heldBack } from './AssetDesk';
import type { AssignmentBook } from './AssignmentBook';
import type { CustodyCaller } from './claims';
import type { DiscrepancyStore } from './DiscrepancyStore';
import { applyEach, outcomeOf } from './eachOf';
import type { LeaverQuery, LeaverStore, StoredLeaver } from './LeaverStore';
import type { Parties } from './Parties';
import { mapped } from './sql/assignmentLists';
import { Settlement, settlementOf, Successors } from './settlement';
import type { TransferStore } from './TransferStore';

/** Most assets one call settles. */
const SETTLE_SIZE = 1000;

/** What {@link LeaverService} stands on. */
export interface LeaverServiceOptions {
  desk: AssetDesk;
  register: Register;
  book: AssignmentBook;
  store: LeaverStore;
  transfers: TransferStore;
  discrepancies: DiscrepancyStore;
  entities: Pick<EntityIndex, 'find' | 'digest'>;
  parties: Parties;
  /** So many days before its last day somebody counts as leaving. */
  noticeDays: number;
  now?: () => Date;
}

/** A person or team as a path names it. */
export interface LeaverPath {
  kind: string;
  namespace: string;
  name: string;
}

/** Who leaves, what they hold, and who takes it. */
export class LeaverService {
  readonly #options: LeaverServiceOptions;
  readonly #now: () => Date;

  constructor(options: LeaverServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** Who ends or is gone, with how much they hold; nobody before the catalog was read. */
  async list(
    query: Omit<LeaverQuery, 'endsBy'> & { overdue?: boolean },
    read: AssetAccess,
  ): Promise<Page<Leaver>> {
    const { store, entities, noticeDays } = this.#options;
    if ((await entities.digest()) === '') {
      return { items: [] };
    }
    const { overdue, ...others } = query;
    const page = await store.list(
      { ...others, endsBy: this.#day(overdue ? -1 : noticeDays) },
      read,
    );
    return mapped(page, leaver => leaverOf(leaver, this.#day()));
  }

  /** What a person or team holds, whether they leave or not. */
  async holdings(
    path: LeaverPath,
    query: PageQuery,
    read: AssetAccess,
  ): Promise<Page<HoldingItem>> {
    const { store, desk } = this.#options;
    const page = await store.holdings(refOf(path), query, read);
    const states = await desk.states(page.items.map(({ assetId }) => assetId));
    return mapped(page, item => {
      const state = states.get(item.assetId);
      return { ...item, heldBack: state && heldBack(state) };
    });
  }

  /**
   * Hands on, or takes back, what somebody holds: asset by asset, so that what
   * cannot be done for one does not stop the others.
   *
   * @throws InputError when nothing is to be done, or a successor will not do.
   */
  async settle(
    path: LeaverPath,
    request: SettleRequest,
    caller: CustodyCaller,
    rights: CustodyRights,
  ): Promise<{
    done: number;
    refused: number;
    nextCursor?: string;
    items: CustodyOutcome[];
  }> {
    const { store, desk } = this.#options;
    const ref = refOf(path);
    const successors = await this.#successors(ref, request);
    if (rights.read === 'none') {
      throw new NotFoundError(`there is nothing ${ref} holds`);
    }
    const page = await store.holdings(
      ref,
      { limit: SETTLE_SIZE, cursor: request.cursor, assetIds: request.assets },
      rights.read,
    );
    const ids = page.items.map(({ assetId }) => assetId);
    const [states, movable, open] = await Promise.all([
      desk.states(ids),
      desk.within(ids, rights.move),
      this.#options.book.openOf(ids),
    ]);
    const settlements = page.items.flatMap(item => {
      const state = states.get(item.assetId);
      return state
        ? settlementOf(
            {
              state,
              held: item.as,
              open: open.get(item.assetId) ?? [],
              mayMove: movable.has(item.assetId),
            },
            { ref, successors, reason: request.reason, by: caller.ref },
          )
        : [];
    });
    const items = request.dryRun
      ? settlements.map(({ outcome, wanted }) =>
          wanted ? outcomeOf(wanted, { outcome: 'would' }) : outcome,
        )
      : await this.#make(settlements, ref, caller);
    return {
      done: items.filter(
        ({ outcome }) => outcome === 'done' || outcome === 'would',
      ).length,
      refused: items.filter(({ outcome }) => outcome === 'refused').length,
      nextCursor: page.nextCursor,
      items,
    };
  }

  async #make(
    settlements: Settlement[],
    ref: string,
    caller: CustodyCaller,
  ): Promise<CustodyOutcome[]> {
    const { register, book, transfers, discrepancies } = this.#options;
    const byAsset = new Map(
      settlements.map(item => [item.outcome.assetId, item]),
    );
    const now = this.#now().toISOString();
    const waiting = await transfers.openOf([...byAsset.keys()]);
    const made = await applyEach(
      register,
      settlements.flatMap(({ wanted }) => wanted ?? []),
      async (transaction, batch) => {
        const parts = batch.flatMap(
          ({ change }) => byAsset.get(change.assetId) ?? [],
        );
        await book.close(
          transaction,
          parts.flatMap(({ closings }) => closings),
        );
        await book.open(
          transaction,
          parts.flatMap(({ openings }) => openings),
        );
        const withdrawn = parts.flatMap(({ outcome, withdraws }) =>
          withdraws ? waiting.get(outcome.assetId)?.id ?? [] : [],
        );
        if (withdrawn.length > 0) {
          await transfers.answer(transaction, {
            ids: withdrawn,
            state: 'withdrawn',
            at: now,
            by: caller.ref,
            note: `${ref} no longer takes anything over`,
          });
        }
        for (const field of ['owner', 'custodian', 'consumer'] as const) {
          await discrepancies.closeFields(
            transaction,
            {
              class: 'orphaned',
              fields: [field],
              assetIds: parts
                .filter(({ fields }) => fields.includes(field))
                .map(({ outcome }) => outcome.assetId),
            },
            {
              resolution: 'reassigned',
              cause: 'organisation-change',
              at: now,
              by: caller.ref,
            },
          );
        }
      },
    );
    const outcomes = new Map(made.map(item => [item.assetId, item]));
    return settlements.map(
      ({ outcome }) => outcomes.get(outcome.assetId) ?? outcome,
    );
  }

  async #successors(
    ref: string,
    { reassign, recall }: SettleRequest,
  ): Promise<Successors> {
    const { parties } = this.#options;
    if (!recall && Object.values(reassign).every(given => !given)) {
      throw new InputError(
        'body.reassign: name who takes what, or say recall to take back what is used',
      );
    }
    if (recall && reassign.consumer) {
      throw new InputError(
        'body.recall: what is recalled goes to no other consumer; leave out one of the two',
      );
    }
    const successors: Successors = { recall };
    for (const part of ['owner', 'custodian', 'consumer'] as const) {
      const given = reassign[part];
      if (given) {
        successors[part] = await parties.require(
          `reassign.${part}`,
          given,
          part === 'consumer' ? ['user'] : ['group', 'user'],
        );
        if (successors[part] === ref) {
          throw new InputError(
            `body.reassign.${part}: ${ref} is the one who leaves; name somebody else`,
          );
        }
      }
    }
    return successors;
  }

  #day(days: number = 0): string {
    const moment = this.#now().getTime() + days * 24 * 60 * 60_000;
    return new Date(moment).toISOString().slice(0, 10);
  }
}

function leaverOf(
  { ref, title, endsOn, gone, goneSince, counts }: StoredLeaver,
  today: string,
): Leaver {
  const whileThere =
    endsOn !== undefined && endsOn < today ? 'ended' : 'ending';
  return {
    ref,
    kind: ref.startsWith('group:') ? 'group' : 'user',
    title,
    endsOn,
    goneSince,
    counts,
    state: gone ? 'gone' : whileThere,
  };
}

/** @throws InputError when it is no user or group. */
function refOf({ kind, namespace, name }: LeaverPath): string {
  const ref = stringifyEntityRef(
    parseEntityRef(`${kind}:${namespace}/${name}`),
  );
  if (!/^(user|group):/.test(ref)) {
    throw new InputError(`path.kind: '${kind}' is no user or group`);
  }
  return ref;
}
