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
  AssetHistoryEntry,
  HistoryFilter,
} from '@itam/plugin-itam-common';
import type { Page, PageQuery } from '../AssetStore';

/** Where the name of a person still stands as a present fact. */
export interface HeldRecord {
  /** In words, such as `custodian of assets`. */
  place: string;
  records: number;
  /** Tags of some of the assets. */
  examples: string[];
}

/** What is kept of the erasure of a name. */
export interface Erasure {
  ref: string;
  reason: string;
  /** Who erases it. */
  actor: string;
}

/** Reads the history of assets, and erases names from it. */
export interface HistoryStore {
  /** A page of the history of an asset, newest first. */
  page(
    assetId: string,
    query: PageQuery & HistoryFilter,
  ): Promise<Page<AssetHistoryEntry>>;

  /**
   * The lines of an asset, oldest first, after one version and up to another,
   * read part by part.
   */
  walk(
    assetId: string,
    range?: { after?: number; upTo?: number },
  ): AsyncIterable<AssetHistoryEntry>;

  /** Where somebody stands as a present fact. */
  heldBy(ref: string): Promise<HeldRecord[]>;

  /**
   * Erases a name in one transaction; answers in how many records it stood.
   *
   * @throws NotFoundError when it stood in none.
   */
  erase(erasure: Erasure): Promise<number>;
}
