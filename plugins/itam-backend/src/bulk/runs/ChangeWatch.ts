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

import type { AssetState } from '@itam/plugin-itam-common';
import type {
  AnnouncedChange,
  RegisterAnnouncer,
} from '../../register/RegisterAnnouncer';

/** Remembers what the register changed while a batch is carried out. */
export class ChangeWatch implements RegisterAnnouncer {
  #seen: Map<string, { before?: AssetState; after: AssetState }> | undefined;

  /** Does the work, and gives what changed meanwhile: asset id → states. */
  async during<T>(work: () => Promise<T>) {
    const seen = new Map<string, { before?: AssetState; after: AssetState }>();
    this.#seen = seen;
    try {
      return { value: await work(), seen };
    } finally {
      this.#seen = undefined;
    }
  }

  announce(changes: AnnouncedChange[]): void {
    for (const { before, after } of changes) {
      const earlier = this.#seen?.get(after.id);
      this.#seen?.set(after.id, {
        before: earlier ? earlier.before : before,
        after,
      });
    }
  }
}
