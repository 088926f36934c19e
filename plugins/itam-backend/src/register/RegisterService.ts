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
  actorOf,
  AssetKey,
  AssetState,
  AssetTypeLibrary,
  canonicalJson,
  decide,
  Decision,
  isStrongKey,
  LifecycleLibrary,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { newId } from '../database';
import type { AssetStore, AssetWrite, HistoryLine } from './AssetStore';
import { hashLine } from './historyHash';
import type {
  AppliedChange,
  ChangeOutcome,
  Register,
  RegisterBatch,
  RegisterChange,
  RegisterFollower,
} from './Register';

/** What {@link RegisterService} stands on. */
export interface RegisterServiceOptions {
  store: AssetStore;
  types: AssetTypeLibrary;
  models: LifecycleLibrary;
  /** Told of every change inside its transaction, in this order. */
  followers?: RegisterFollower[];
  now?: () => Date;
}

/** A change, what was decided on it, and who made it. */
interface Decided {
  wanted: RegisterChange;
  before?: AssetState;
  decision: Decision;
}

/** The one writer of the register. */
export class RegisterService implements Register {
  readonly #store: AssetStore;
  readonly #types: AssetTypeLibrary;
  readonly #models: LifecycleLibrary;
  readonly #followers: RegisterFollower[];
  readonly #now: () => Date;

  constructor(options: RegisterServiceOptions) {
    this.#store = options.store;
    this.#types = options.types;
    this.#models = options.models;
    this.#followers = [...(options.followers ?? [])];
    this.#now = options.now ?? (() => new Date());
  }

  /** From now on this one is told of every change, inside its transaction. */
  addFollower(follower: RegisterFollower): void {
    this.#followers.push(follower);
  }

  get batchSize(): number {
    return this.#store.batchSize;
  }

  async apply(batch: RegisterBatch): Promise<ChangeOutcome[]> {
    if (batch.changes.length > this.batchSize) {
      throw new RangeError(
        `a batch takes at most ${this.batchSize} changes, not ${batch.changes.length}`,
      );
    }
    return this.#store.transaction(async transaction => {
      const decided = await this.#decide(transaction, batch.changes);
      await this.#write(transaction, decided);
      const outcomes = decided.map(outcomeOf);
      await batch.alongside?.(transaction, outcomes);
      return outcomes;
    });
  }

  async identify(keys: AssetKey[]): Promise<Map<string, string[]>> {
    return this.#store.identify(keys.filter(({ type }) => isStrongKey(type)));
  }

  states(ids: string[]): Promise<Map<string, AssetState>> {
    return this.#store.states(ids);
  }

  /** Decides one after the other, so that a batch may name an asset twice. */
  async #decide(
    transaction: Knex.Transaction,
    changes: RegisterChange[],
  ): Promise<Decided[]> {
    const ids = [...new Set(changes.map(({ assetId }) => assetId))];
    const states = await this.#store.states(ids, transaction);
    const now = this.#now().toISOString();
    return changes.map(wanted => {
      const before = states.get(wanted.assetId);
      const decision = decide(before, wanted.change, {
        now,
        assetId: wanted.assetId,
        types: this.#types,
        models: this.#models,
      });
      states.set(wanted.assetId, decision.state);
      return { wanted, before, decision };
    });
  }

  async #write(
    transaction: Knex.Transaction,
    decided: Decided[],
  ): Promise<void> {
    const changed = decided.filter(({ decision }) => decision.changed);
    if (changed.length === 0) {
      return;
    }
    const actorIds = await this.#store.actorIds(
      transaction,
      changed.map(({ wanted }) => actorOf(wanted.change.origin)),
    );
    const writes = new Map<string, AssetWrite>();
    for (const item of changed) {
      const { assetId } = item.wanted;
      const earlier = writes.get(assetId);
      writes.set(assetId, {
        before: earlier ? earlier.before : item.before,
        after: item.decision.state,
        lines: [...(earlier?.lines ?? []), lineOf(item, actorIds)],
      });
    }
    await this.#store.write(transaction, [...writes.values()]);
    const applied = [...writes.values()].map(
      ({ before, after }): AppliedChange => ({ before, after }),
    );
    for (const follower of this.#followers) {
      await follower.follow(transaction, applied);
    }
  }
}

function lineOf(
  { wanted, decision }: Decided,
  actorIds: Map<string, string>,
): HistoryLine {
  const { change } = wanted;
  const { id, version, updatedAt } = decision.state;
  const facts = {
    assetId: id,
    version,
    effectiveAt: change.effectiveAt ?? updatedAt,
    recordedAt: updatedAt,
    actorId: actorIds.get(actorOf(change.origin)) ?? '',
    action: change.action,
    reason: change.reason,
    changes: decision.changes,
    runId: change.origin.kind === 'source' ? change.origin.runId : undefined,
  };
  const changesJson = canonicalJson(facts.changes);
  return {
    ...facts,
    id: newId(),
    changesJson,
    hash: hashLine(facts, changesJson),
  };
}

function outcomeOf({ before, decision }: Decided): ChangeOutcome {
  const { state, changed, disagreements, problems } = decision;
  const updated = changed ? 'updated' : 'unchanged';
  return {
    assetId: state.id,
    tag: state.tag,
    outcome: before ? updated : 'created',
    version: state.version,
    disagreements,
    problems,
  };
}
