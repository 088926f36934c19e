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

/** An entity of the catalog as far as the register needs to know it. */
export interface IndexedEntity {
  ref: string;
  kind: string;
  title?: string;
  owner?: string;
  system?: string;
  domain?: string;
  /** Parent group. */
  parent?: string;
  /** The last day of a person or team, YYYY-MM-DD. */
  endsOn?: string;
  present: boolean;
}

/** What we need to know of the catalog, in SQL, refreshed by a task and by events. */
export interface EntityIndex {
  /** The entities of these refs that the catalog has now. */
  find(refs: string[]): Promise<Map<string, IndexedEntity>>;
  /** Changes whenever an entity comes, goes or changes owner; '' before the first refresh. */
  digest(): Promise<string>;
  /** Reads the whole catalog once, in pages. */
  refresh(): Promise<void>;
}
