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
  AssetSourceKind,
  ItamSourcesExtensionPoint,
} from '@itam/plugin-itam-node';

/** The kinds of sources that modules brought. */
export class SourceKinds implements ItamSourcesExtensionPoint {
  readonly #kinds = new Map<string, AssetSourceKind>();

  addSourceKind(kind: AssetSourceKind): void {
    if (this.#kinds.has(kind.kind)) {
      throw new Error(
        `two modules bring the kind of source '${kind.kind}'; install only one of them`,
      );
    }
    this.#kinds.set(kind.kind, kind);
  }

  list(): AssetSourceKind[] {
    return [...this.#kinds.values()];
  }
}
