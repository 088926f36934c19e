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

import type { SavedView, ViewContent } from '@itam/plugin-itam-common';
import type { Page, PageQuery } from '../register/AssetStore';

/** A view as it is kept; whose it is: a user ref, or empty for all. */
export type StoredView = Omit<SavedView, 'mine' | 'shared'> & { owner: string };

/** What is written of a view. */
export interface ViewWrite {
  id: string;
  owner: string;
  name: string;
  content: ViewContent;
  version: number;
  now: string;
  by: string;
}

/** Keeps views. */
export interface ViewStore {
  /** Those of one person and the shared ones, by name. */
  list(person: string, page: PageQuery): Promise<Page<StoredView>>;
  find(id: string): Promise<StoredView | undefined>;
  /** @throws ConflictError when there is one of this name. */
  insert(view: ViewWrite): Promise<void>;
  /**
   * @returns whether the view was still at the version before.
   * @throws ConflictError when there is one of this name.
   */
  update(view: ViewWrite): Promise<boolean>;
  remove(id: string): Promise<void>;
}
