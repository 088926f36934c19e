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

/** So many entities may always go at once. */
const ALWAYS_ALLOWED = 20;

/** Of more, only this share. */
const ALLOWED_SHARE = 0.2;

/** Holds removals that look like an accident because they are so many. */
export class RemovalGuard {
  readonly #allowMassRemoval: boolean;

  constructor(options: { allowMassRemoval: boolean }) {
    this.#allowMassRemoval = options.allowMassRemoval;
  }

  /**
   * Why these removals are held, if they are.
   *
   * @param removals - how many entities would go
   * @param published - how many we have in the catalog
   */
  objection(removals: number, published: number): string | undefined {
    const limit = Math.max(
      ALWAYS_ALLOWED,
      Math.floor(published * ALLOWED_SHARE),
    );
    return this.#allowMassRemoval || removals <= limit
      ? undefined
      : `held: ${removals} of ${published} entities would go at once, more than the ${limit} allowed; if that is right set itam.catalog.allowMassRemoval`;
  }
}
