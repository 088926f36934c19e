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
  personsIn,
  withPseudonyms,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { newId, storableText } from '../database';
import type { AssetStore, AssetWrite, HistoryLine } from './AssetStore';
import { hashLine } from './history/historyHash';
import type {
  AppliedChange,
  ChangeOutcome,
  Register,
  RegisterBatch,
  RegisterChange,
  RegisterFollower,
} from './Register';
import type { AnnouncedChange, RegisterAnnouncer } from './RegisterAnnouncer';

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
  readonly #announcers: RegisterAnnouncer[] = [];
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

  /** From now on this one is told of every change, once it is committed. */
  addAnnouncer(announcer: RegisterAnnouncer): void {
    this.#announcers.push(announcer);
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
    let announced: AnnouncedChange[] = [];
    const work = async (transaction: Knex.Transaction) => {
      const decided = await this.#decide(transaction, batch.changes);
      announced = await this.#write(transaction, decided);
      const made = decided.map(outcomeOf);
      await batch.alongside?.(transaction, made);
      return made;
    };
    if (batch.transaction) {
      const made = await work(batch.transaction);
      batch.transaction.executionPromise.then(
        () => this.#announce(announced),
        () => undefined,
      );
      return made;
    }
    const outcomes = await this.#store.transaction(work);
    this.#announce(announced);
    return outcomes;
  }

  async identify(keys: AssetKey[]): Promise<Map<string, string[]>> {
    return this.#store.identify(keys.filter(({ type }) => isStrongKey(type)));
  }

  states(ids: string[]): Promise<Map<string, AssetState>> {
    return this.#store.states(ids);
  }

  #announce(announced: AnnouncedChange[]): void {
    if (announced.length > 0) {
      this.#announcers.forEach(announcer => announcer.announce(announced));
    }
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
  ): Promise<AnnouncedChange[]> {
    const changed = decided.filter(({ decision }) => decision.changed);
    if (changed.length === 0) {
      return [];
    }
    const actorIds = await this.#store.actorIds(
      transaction,
      changed.flatMap(({ wanted, decision }) => [
        actorOf(wanted.change.origin),
        ...personsIn(decision.changes, wanted.change.reason),
      ]),
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
    return announcedOf(changed);
  }
}

/** One announcement for each asset, however often the batch names it. */
function announcedOf(changed: Decided[]): AnnouncedChange[] {
  const announced = new Map<string, AnnouncedChange>();
  for (const { wanted, before, decision } of changed) {
    const earlier = announced.get(wanted.assetId);
    const fields = Object.keys(decision.changes);
    announced.set(wanted.assetId, {
      before: earlier ? earlier.before : before,
      after: decision.state,
      origin: wanted.change.origin,
      fields: earlier ? [...new Set([...earlier.fields, ...fields])] : fields,
    });
  }
  return [...announced.values()];
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
    // persons by their ids, so that a name can be erased and the hash stays true
    reason:
      change.reason && storableText(withPseudonyms(change.reason, actorIds)),
    changes: withPseudonyms(decision.changes, actorIds),
    runId: change.origin.runId,
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
