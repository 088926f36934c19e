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

import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { SavedView, ViewContent } from '@itam/plugin-itam-common';
import { newId } from '../database';
import { PreconditionFailedError } from '../http/errors';
import type { PageQuery } from '../register/AssetStore';
import type { StoredView, ViewStore } from './ViewStore';

/** Who works with views. */
export interface ViewCaller {
  ref: string;
  /** They may change what everybody sees. */
  keepsShared: boolean;
}

const SHARED = '';

/** Views people keep, for themselves or for all. */
export class ViewService {
  readonly #store: ViewStore;
  readonly #now: () => Date;

  constructor(options: { store: ViewStore; now?: () => Date }) {
    this.#store = options.store;
    this.#now = options.now ?? (() => new Date());
  }

  async list(page: PageQuery, caller: ViewCaller) {
    const { items, nextCursor } = await this.#store.list(caller.ref, page);
    return { items: items.map(view => shown(view, caller)), nextCursor };
  }

  /** @throws NotAllowedError, ConflictError when the name is taken. */
  async create(
    view: { name: string; shared?: boolean; content: ViewContent },
    caller: ViewCaller,
  ): Promise<SavedView> {
    const { shared = false, ...rest } = view;
    requireShared(shared, caller);
    const id = newId();
    await this.#store.insert({
      ...rest,
      id,
      owner: shared ? SHARED : caller.ref,
      version: 1,
      now: this.#now().toISOString(),
      by: caller.ref,
    });
    return shown(await this.#find(id, caller), caller);
  }

  /**
   * @throws NotFoundError for a view of somebody else, NotAllowedError for a
   * shared one, PreconditionFailedError when it was changed in the meantime.
   */
  async update(
    id: string,
    change: { name?: string; shared?: boolean; content?: ViewContent },
    expectedVersion: number | undefined,
    caller: ViewCaller,
  ): Promise<SavedView> {
    const present = await this.#find(id, caller);
    const wasShared = present.owner === SHARED;
    const { shared = wasShared } = change;
    requireShared(wasShared || shared, caller);
    const stale = new PreconditionFailedError(
      'header If-Match: the view was changed in the meantime; read it again and repeat the change',
    );
    if (expectedVersion !== undefined && expectedVersion !== present.version) {
      throw stale;
    }
    const kept = await this.#store.update({
      id,
      owner: shared ? SHARED : caller.ref,
      name: change.name ?? present.name,
      content: change.content ?? present.content,
      version: present.version + 1,
      now: this.#now().toISOString(),
      by: caller.ref,
    });
    if (!kept) {
      throw stale;
    }
    return shown(await this.#find(id, caller), caller);
  }

  async remove(id: string, caller: ViewCaller): Promise<void> {
    const present = await this.#find(id, caller);
    requireShared(present.owner === SHARED, caller);
    await this.#store.remove(id);
  }

  async #find(id: string, caller: ViewCaller): Promise<StoredView> {
    const view = await this.#store.find(id);
    if (!view || ![caller.ref, SHARED].includes(view.owner)) {
      throw new NotFoundError(`there is no view ${id}`);
    }
    return view;
  }
}

function requireShared(shared: boolean, { keepsShared }: ViewCaller): void {
  if (shared && !keepsShared) {
    throw new NotAllowedError(
      'the permission itam.settings.update is needed for views everybody sees; keep it for yourself',
    );
  }
}

function shown({ owner, ...view }: StoredView, caller: ViewCaller): SavedView {
  const shared = owner === SHARED;
  return { ...view, shared, mine: shared ? caller.keepsShared : true };
}
