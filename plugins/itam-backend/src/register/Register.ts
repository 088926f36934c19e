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

import type {
  AssetChange,
  AssetKey,
  AssetState,
  ChangeProblem,
  Disagreement,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';

/** A wanted change of one asset of a batch. */
export interface RegisterChange {
  /** The asset to change; a new id registers it. */
  assetId: string;
  change: AssetChange;
}

/** What became of a wanted change. */
export interface ChangeOutcome {
  assetId: string;
  tag: string;
  outcome: 'created' | 'updated' | 'unchanged';
  version: number;
  disagreements: Disagreement[];
  problems: ChangeProblem[];
}

/** A batch of changes: applied in one transaction, or not at all. */
export interface RegisterBatch {
  changes: RegisterChange[];
  /** A transaction to be part of, such as that of the change followed. */
  transaction?: Knex.Transaction;
  /** Written in the same transaction, after the changes. */
  alongside?: (
    transaction: Knex.Transaction,
    outcomes: ChangeOutcome[],
  ) => Promise<void>;
}

/**
 * The only way to change an asset: validates, decides, applies, and writes
 * history, access and publications in one transaction.
 */
export interface Register {
  /**
   * Applies a batch, at most {@link Register.batchSize} changes.
   *
   * @throws ConflictError when an asset is no longer at the version a change
   * was made on, or a strong key or tag belongs to another asset.
   */
  apply(batch: RegisterBatch): Promise<ChangeOutcome[]>;
  /**
   * The assets that have these keys: `keyId(key)` → asset ids. Weak keys are
   * not looked up.
   */
  identify(keys: AssetKey[]): Promise<Map<string, string[]>>;
  /** Present states, by id; unknown ids are left out. */
  states(ids: string[]): Promise<Map<string, AssetState>>;
  /** How many changes one transaction takes on this database. */
  readonly batchSize: number;
}

/** An asset before and after a change; `before` is missing for a new one. */
export interface AppliedChange {
  before?: AssetState;
  after: AssetState;
}

/** Follows every change of the register, inside its transaction. */
export interface RegisterFollower {
  follow(
    transaction: Knex.Transaction,
    changes: AppliedChange[],
  ): Promise<void>;
}
