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
  AssetState,
  RolledUpField,
  rolledUpFields,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type {
  AppliedChange,
  Register,
  RegisterChange,
  RegisterFollower,
} from '../register/Register';
import type { FollowingPart, RelationStore } from './RelationStore';

/** A change of something that can have parts. */
interface ContainerChange {
  before: AssetState;
  after: AssetState;
}

/**
 * Parts that take owner or location over from their container change with it,
 * in the same transaction, each with a line of history that names it. A part
 * that somebody gave a value of its own keeps that.
 */
export class RollUpFollower implements RegisterFollower {
  readonly #store: RelationStore;
  readonly #register: Register;

  constructor(options: { store: RelationStore; register: Register }) {
    this.#store = options.store;
    this.#register = options.register;
  }

  async follow(
    transaction: Knex.Transaction,
    changes: AppliedChange[],
  ): Promise<void> {
    const containers = new Map(
      changes
        .flatMap(({ before, after }) => (before ? [{ before, after }] : []))
        .filter(change => rolledUpFields.some(field => moved(change, field)))
        .map(change => [change.after.id, change]),
    );
    if (containers.size === 0) {
      return;
    }
    const parts = await this.#store.followingParts(transaction, [
      ...containers.keys(),
    ]);
    const wanted = parts.flatMap(part => {
      const container = containers.get(part.containerId);
      return container ? changesOf(part, container) : [];
    });
    const size = this.#register.batchSize;
    for (let start = 0; start < wanted.length; start += size) {
      await this.#register.apply({
        transaction,
        changes: wanted.slice(start, start + size),
      });
    }
  }
}

function changesOf(
  part: FollowingPart,
  container: ContainerChange,
): RegisterChange[] {
  const { before, after } = container;
  const fields = part.fields.filter(
    field => moved(container, field) && part[field] === before[field],
  );
  if (fields.length === 0) {
    return [];
  }
  return [
    {
      assetId: part.partId,
      change: {
        // the choice was a person's; who moved the container is named with it
        origin: { kind: 'person', ref: after.updatedBy },
        action: 'update',
        facts: Object.fromEntries(
          fields.map(field => [field, after[field] ?? null]),
        ),
        reason: `follows ${after.tag}, which it is part of`,
      },
    },
  ];
}

function moved({ before, after }: ContainerChange, field: RolledUpField) {
  return before[field] !== after[field];
}
