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
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Hold, LifecycleException } from '@itam/plugin-itam-common';
import { newId } from '../database';
import type { AssetAccess } from '../register/access';
import type { PermittedAssets, Register } from '../register';
import type { LifecycleStore } from './LifecycleStore';
import type { Notifier } from '../portal';

/** What {@link LifecycleCases} stands on. */
export interface LifecycleCasesOptions {
  store: LifecycleStore;
  register: Register;
  assets: PermittedAssets;
  notifier?: Notifier;
  now?: () => Date;
}

/**
 * What stands beside a lifecycle until somebody settles it: legal holds,
 * exceptions, open facts.
 */
export class LifecycleCases {
  readonly #store: LifecycleStore;
  readonly #register: Register;
  readonly #assets: PermittedAssets;
  readonly #notifier?: Notifier;
  readonly #now: () => Date;

  constructor(options: LifecycleCasesOptions) {
    this.#store = options.store;
    this.#register = options.register;
    this.#assets = options.assets;
    this.#notifier = options.notifier;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Places a legal hold; an asset may have several, one for each matter.
   *
   * @throws ConflictError when the matter has a hold on the asset already.
   */
  async placeHold(
    assetId: string,
    wish: { matter: string; reason?: string },
    actor: string,
  ): Promise<Hold> {
    const now = this.#now().toISOString();
    const id = newId();
    const state = await this.#state(assetId);
    const open = (await this.#store.records([assetId])).get(assetId)?.holds;
    if (open?.includes(wish.matter)) {
      throw new ConflictError(
        `matter: a hold for '${wish.matter}' is open on ${state.tag} already`,
      );
    }
    await this.#register.apply({
      changes: [
        {
          assetId,
          change: {
            origin: { kind: 'person', ref: actor },
            action: 'hold',
            facts: {
              flags: [
                ...new Set([...(state.flags ?? []), 'legal-hold' as const]),
              ],
            },
            beside: { [`hold.${wish.matter}`]: { to: 'placed' } },
            reason: wish.reason,
            expectedVersion: state.version,
          },
        },
      ],
      alongside: transaction =>
        this.#store.placeHold(transaction, {
          ...wish,
          id,
          assetId,
          now,
          actor,
        }),
    });
    this.#notifier?.notify(
      { kind: 'hold-opened', asset: state },
      { recipients: holders(state), except: [actor] },
    );
    return this.#hold(id);
  }

  /**
   * The first call asks for the release, the call of a second person releases.
   *
   * @throws NotAllowedError when the same person asks again, NotFoundError when
   * the hold is on no asset the caller may use the permission on.
   */
  async releaseHold(
    id: string,
    reason: string,
    actor: string,
    access: AssetAccess,
  ): Promise<Hold> {
    const hold = await this.#hold(id);
    await this.#require(hold.assetId, access, `hold ${id}`);
    if (hold.releasedAt) {
      throw new ConflictError(
        `the hold for '${hold.matter}' is released already`,
      );
    }
    const now = this.#now().toISOString();
    if (!hold.releaseAskedAt) {
      await this.#store.askRelease(id, { reason, now, actor });
      return this.#hold(id);
    }
    if (hold.releaseAskedBy === actor) {
      throw new NotAllowedError(
        'you asked for the release yourself; a second person has to agree',
      );
    }
    const state = await this.#state(hold.assetId);
    const open = (await this.#store.records([state.id])).get(state.id)?.holds;
    const last =
      (open ?? []).filter(matter => matter !== hold.matter).length === 0;
    await this.#register.apply({
      changes: [
        {
          assetId: state.id,
          change: {
            origin: { kind: 'person', ref: actor },
            action: 'hold',
            facts: last
              ? {
                  flags: (state.flags ?? []).filter(
                    flag => flag !== 'legal-hold',
                  ),
                }
              : {},
            beside: {
              [`hold.${hold.matter}`]: { from: 'placed', to: 'released' },
            },
            reason,
            expectedVersion: state.version,
          },
        },
      ],
      alongside: transaction =>
        this.#store.releaseHold(transaction, id, { now, actor }),
    });
    if (last) {
      this.#notifier?.notify(
        { kind: 'hold-released', asset: state },
        { recipients: holders(state), except: [actor] },
      );
    }
    return this.#hold(id);
  }

  /**
   * Reviews what was forced; who forced it cannot.
   *
   * @throws NotFoundError, NotAllowedError, ConflictError when it is settled.
   */
  async reviewException(
    id: string,
    review: { decision: 'accepted' | 'correct' | 'change-model'; note: string },
    actor: string,
    access: AssetAccess,
  ): Promise<LifecycleException> {
    const found = await this.#store.exception(id);
    if (!found) {
      throw new NotFoundError(`there is no exception ${id}`);
    }
    await this.#require(found.assetId, access, `exception ${id}`);
    if (['accepted', 'corrected'].includes(found.state)) {
      throw new ConflictError(`the exception is ${found.state} already`);
    }
    if (found.actor === actor) {
      throw new NotAllowedError(
        'you forced it yourself; somebody else has to review it',
      );
    }
    await this.#store.reviewException(id, {
      state: review.decision,
      note: review.note,
      now: this.#now().toISOString(),
      actor,
    });
    return (await this.#store.exception(id)) ?? found;
  }

  /**
   * Gives an open fact to somebody, moves its day, or waives it with a reason.
   *
   * @throws NotFoundError; InputError when it is waived without a reason.
   */
  async updateOpenFact(
    id: string,
    wish: {
      assignee?: string | null;
      due?: string;
      waive?: boolean;
      reason?: string;
    },
    actor: string,
    access: AssetAccess,
  ): Promise<{ id: string; state: 'open' | 'waived' }> {
    const found = await this.#store.openFact(id);
    if (!found || found.state !== 'open') {
      throw new NotFoundError(`there is no open fact ${id}`);
    }
    await this.#require(found.assetId, access, `open fact ${id}`);
    const now = this.#now().toISOString();
    const change = {
      assignee: wish.assignee?.toLowerCase() ?? wish.assignee,
      due: wish.due,
      waived: wish.waive,
      note: wish.reason,
      now,
    };
    if (!wish.waive) {
      await this.#store.updateOpenFact(id, change);
      return { id, state: 'open' };
    }
    if (!wish.reason?.trim()) {
      throw new InputError('reason: say why it is not needed');
    }
    // that nobody asks for it any more belongs into the history of the asset
    await this.#register.apply({
      changes: [
        {
          assetId: found.assetId,
          change: {
            origin: { kind: 'person', ref: actor },
            action: 'update',
            facts: {},
            beside: { [`open.${found.fact}`]: { from: 'open', to: 'waived' } },
            reason: wish.reason,
          },
        },
      ],
      alongside: transaction =>
        this.#store.updateOpenFact(id, change, transaction),
    });
    return { id, state: 'waived' };
  }

  async #hold(id: string): Promise<Hold> {
    const hold = await this.#store.hold(id);
    if (!hold) {
      throw new NotFoundError(`there is no hold ${id}`);
    }
    return hold;
  }

  async #state(assetId: string) {
    const state = (await this.#register.states([assetId])).get(assetId);
    if (!state) {
      throw new NotFoundError(`there is no asset ${assetId}`);
    }
    return state;
  }

  async #require(assetId: string, access: AssetAccess, what: string) {
    if (!(await this.#assets.within([assetId], access)).has(assetId)) {
      throw new NotFoundError(`there is no ${what}`);
    }
  }
}

/** Who is told what happens to an asset. */
function holders(state: {
  custodian?: string;
  consumer?: string;
  owner?: string;
}): string[] {
  return [state.custodian, state.consumer, state.owner].flatMap(
    ref => ref ?? [],
  );
}
