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

import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { AssetState } from '@itam/plugin-itam-common';
import type { Granted } from '../http';
import type { AssetAccess, PermittedAssets, Register } from '../register';

/** The assets somebody sees, and those they may hand on. */
export interface CustodyRights {
  read: Granted;
  move: Granted;
}

/** Finds assets for people, as far as they may see and move them. */
export class AssetDesk {
  readonly #assets: PermittedAssets;
  readonly #register: Pick<Register, 'states'>;

  constructor(options: {
    assets: PermittedAssets;
    register: Pick<Register, 'states'>;
  }) {
    this.#assets = options.assets;
    this.#register = options.register;
  }

  /** @throws NotFoundError when there is none, or none they may see. */
  async see(idOrTag: string, read: Granted): Promise<AssetState> {
    const id =
      read === 'none' ? undefined : await this.#assets.locate(idOrTag, read);
    const state = id && (await this.#register.states([id])).get(id);
    if (!state) {
      throw new NotFoundError(`there is no asset ${idOrTag}`);
    }
    return state;
  }

  /**
   * @throws NotFoundError as {@link AssetDesk.see}, NotAllowedError when they
   * may see but not move it.
   */
  async move(idOrTag: string, rights: CustodyRights): Promise<AssetState> {
    const state = await this.see(idOrTag, rights.read);
    if (!(await this.may(state.id, rights.move))) {
      throw new NotAllowedError(
        `you may see the asset ${state.tag} but not hand it on; ask its owner or whoever keeps it`,
      );
    }
    return state;
  }

  /** Whether an asset is in an access. */
  async may(id: string, access: Granted): Promise<boolean> {
    return (await this.within([id], access)).has(id);
  }

  /** Which of these assets are in an access. */
  async within(ids: string[], access: Granted): Promise<Set<string>> {
    return access === 'none' || ids.length === 0
      ? new Set()
      : this.#assets.within(ids, access satisfies AssetAccess);
  }

  /** Present states, by id. */
  states(ids: string[]): Promise<Map<string, AssetState>> {
    return this.#register.states(ids);
  }
}

/** Why an asset cannot go to somebody else; undefined if it can. */
export function heldBack(
  state: Pick<AssetState, 'flags' | 'stage'>,
): string | undefined {
  if (state.flags?.includes('legal-hold')) {
    return 'a legal hold keeps it where it is; have the hold released first';
  }
  return state.stage === 'dispose' ? 'it is disposed of' : undefined;
}

/** @throws InputError when something keeps it where it is. */
export function refuseHeldBack(state: AssetState): void {
  const reason = heldBack(state);
  if (reason) {
    throw new InputError(
      `the asset ${state.tag} cannot change hands: ${reason}`,
    );
  }
}

/** @throws InputError naming the fields a change got wrong. */
export function refuseProblems(
  problems: Array<{ path: string; reason: string }>,
): void {
  if (problems.length > 0) {
    throw new InputError(
      problems.map(({ path, reason }) => `body.${path}: ${reason}`).join('; '),
    );
  }
}
