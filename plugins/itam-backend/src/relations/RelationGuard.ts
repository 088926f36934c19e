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

import { InputError } from '@backstage/errors';
import type {
  AssetRelation,
  RelationLibrary,
  RelationRule,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { AppliedChange, RegisterFollower } from '../register/Register';
import type { RelationStore } from './RelationStore';

/** A relation a person added, with where it begins. */
interface Added {
  from: string;
  to: string;
  type: string;
}

/**
 * Keeps what persons say of structures in order, whichever way it comes into
 * the register: no asset is part of itself, and none has two containers. What
 * sources declare is theirs to get right and is taken as it is.
 */
export class RelationGuard implements RegisterFollower {
  readonly #store: RelationStore;
  readonly #library: RelationLibrary;

  constructor(options: { store: RelationStore; library: RelationLibrary }) {
    this.#store = options.store;
    this.#library = options.library;
  }

  /** @throws InputError that names the asset and the kind of relation. */
  async follow(
    transaction: Knex.Transaction,
    changes: AppliedChange[],
  ): Promise<void> {
    const added = changes.flatMap(change => this.#addedBy(change));
    if (added.length === 0) {
      return;
    }
    await this.#store.lockStructure(transaction);
    await this.#refuseCircles(transaction, added, changes);
    await this.#refuseCrowds(transaction, added, changes);
  }

  #addedBy({ before, after }: AppliedChange): Added[] {
    const known = new Set(before?.relations.flatMap(endsOf));
    return after.relations.flatMap(relation => {
      const { type, toAssetId, origin } = relation;
      const rule = this.#library.find(type);
      return origin === 'person' &&
        toAssetId !== undefined &&
        (rule?.acyclic || rule?.single) &&
        !endsOf(relation).every(ends => known.has(ends))
        ? [{ from: after.id, to: toAssetId, type }]
        : [];
    });
  }

  async #refuseCircles(
    transaction: Knex.Transaction,
    added: Added[],
    changes: AppliedChange[],
  ): Promise<void> {
    const ofKind = this.#only(added, rule => rule.acyclic);
    if (ofKind.length === 0) {
      return;
    }
    const found = await this.#store.findCircle(transaction, {
      from: unique(ofKind.map(({ from }) => from)),
      to: unique(ofKind.map(({ to }) => to)),
      types: unique(ofKind.map(({ type }) => type)),
    });
    if (found) {
      const tag = tagOf(changes, found.assetId);
      throw new InputError(
        `relations: ${tag} would lead back to itself by '${found.type}'; take away a relation on the way first`,
      );
    }
  }

  async #refuseCrowds(
    transaction: Knex.Transaction,
    added: Added[],
    changes: AppliedChange[],
  ): Promise<void> {
    const ofKind = this.#only(added, rule => rule.single);
    if (ofKind.length === 0) {
      return;
    }
    const found = await this.#store.findCrowd(transaction, {
      from: unique(ofKind.map(({ from }) => from)),
      types: unique(ofKind.map(({ type }) => type)),
    });
    if (found) {
      const tag = tagOf(changes, found.assetId);
      throw new InputError(
        `relations: ${tag} can have only one relation '${found.type}'; take away the other first`,
      );
    }
  }

  #only(added: Added[], holds: (rule: RelationRule) => boolean): Added[] {
    return added.filter(({ type }) => {
      const rule = this.#library.find(type);
      return rule !== undefined && holds(rule);
    });
  }
}

/** A relation between assets without who says so. */
function endsOf({ type, toAssetId, origin }: AssetRelation): string[] {
  return toAssetId && origin === 'person' ? [`${type} ${toAssetId}`] : [];
}

function tagOf(changes: AppliedChange[], id: string): string {
  return changes.find(({ after }) => after.id === id)?.after.tag ?? id;
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}
