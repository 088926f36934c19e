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

/** How many assets of a type are in a status. */
export interface StatusCount {
  type: string;
  status: string;
  assets: number;
}

/** A version of a lifecycle model as it was first seen. */
export interface SeenVersion {
  modelId: string;
  version: number;
  /** Of its content. */
  hash: string;
  firstSeenAt: string;
}

/** Keeps what the library was, and knows what assets need of it. */
export interface LibraryStore {
  /** Assets by type and status; of some types, or of all. */
  counts(types?: string[]): Promise<StatusCount[]>;

  /** The next assets of these types in this status, in the order of their ids. */
  assetsIn(scope: {
    types: string[];
    status: string;
    limit: number;
  }): Promise<Array<{ id: string; version: number }>>;

  /** Versions as they were first seen; those not yet known are remembered. */
  remember(versions: SeenVersion[]): Promise<SeenVersion[]>;
}
