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
  ObservedThing,
  ResolvedOwnership,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';

/** Relations as the register takes them: targets resolved. */
export type ResolvedRelations = NonNullable<AssetChange['relations']>;

/** What is kept of a thing: what its source said, and what rules made of it. */
export interface ObservationPayload extends ObservedThing {
  resolved?: Pick<ResolvedOwnership, 'owner' | 'supports' | 'environment'>;
}

/** What was known of a thing before this reading, without what it said. */
export interface ObservationRow {
  id: string;
  sourceKey: string;
  scope: string;
  unit: ObservedThing['unit'];
  hash: string;
  /** The asset it is, or the one it is folded under. */
  assetId?: string;
  state: 'present' | 'missing';
  missed: number;
  place: string;
  lastSeenRun: string;
}

/** A thing as a reading leaves it. */
export interface NewObservation {
  id: string;
  /** Nothing was known at its key. */
  isNew: boolean;
  scope: string;
  hash: string;
  assetId?: string;
  payload: ObservationPayload;
  relations: ResolvedRelations;
}

/** Another observation of an asset by the same source. */
export interface SiblingObservation {
  id: string;
  assetId: string;
  relations: ResolvedRelations;
}

/** When a thing was seen. */
export interface Sighting {
  sourceId: string;
  runId: string;
  at: string;
}

/** What each source said of each thing last. */
export interface ObservationStore {
  ofDocument(sourceId: string, scope: string): Promise<ObservationRow[]>;
  ofDocuments(sourceId: string, scopes: string[]): Promise<ObservationRow[]>;
  byKeys(sourceId: string, sourceKeys: string[]): Promise<ObservationRow[]>;
  payloads(
    ids: string[],
  ): Promise<Map<string, ObservationPayload & { keys: AssetKey[] }>>;
  /** Present observations of these assets by this source, oldest first. */
  siblings(sourceId: string, assetIds: string[]): Promise<SiblingObservation[]>;
  countPresent(sourceId: string): Promise<number>;
  /** How much of each unit a document has; derived things by themselves. */
  countDocument(
    sourceId: string,
    scope: string,
  ): Promise<Array<{ unit: string; derived: boolean; count: number }>>;

  write(
    transaction: Knex.Transaction,
    sighting: Sighting,
    observations: NewObservation[],
  ): Promise<void>;
  /** Seen as they were. */
  seen(
    transaction: Knex.Transaction,
    sighting: Sighting,
    ids: string[],
  ): Promise<void>;
  /** A document is as it was: everything it had is seen. */
  seenDocument(
    transaction: Knex.Transaction,
    sighting: Sighting,
    scope: string,
  ): Promise<void>;
  /**
   * Frees the keys of these observations, because another thing stands there
   * now; they go missing like whatever is no longer there.
   */
  retire(transaction: Knex.Transaction, ids: string[]): Promise<void>;
  /** One more complete reading without them. */
  missedOnce(transaction: Knex.Transaction, ids: string[]): Promise<void>;
  /** They are missing from now on. */
  markMissing(transaction: Knex.Transaction, ids: string[]): Promise<void>;
  /** Assets of which some source still has a present observation. */
  stillPresent(
    transaction: Knex.Transaction | undefined,
    assetIds: string[],
    exceptIds: string[],
  ): Promise<Set<string>>;
  /** What waits for a person: absent for long enough, not yet missing. */
  overdue(sourceId: string, missingAfter: number): Promise<ObservationRow[]>;
  /** A person keeps what would have gone missing. */
  keep(transaction: Knex.Transaction, ids: string[]): Promise<void>;
  /** Makes the next reading apply the observations of these assets again. */
  applyAgain(transaction: Knex.Transaction, assetIds: string[]): Promise<void>;
}
