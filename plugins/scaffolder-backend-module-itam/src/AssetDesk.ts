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
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { isError, ResponseError } from '@backstage/errors';
import {
  type AssetDetail,
  ItamClient,
  lifecycleRoutes,
  registerRoutes,
  type TransitionRequest,
  type TransitionResult,
} from '@itam/plugin-itam-common';
import type { z } from 'zod';

/** A new asset, as the API takes it. */
export type NewAsset = z.input<
  NonNullable<(typeof registerRoutes)['createAsset']['body']>
>;

/** In whose name, and until when. */
export interface DeskCall {
  /** Of whoever started the template. */
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}

/** Does what templates ask of the register, in the name of who started them. */
export class AssetDesk {
  readonly #auth: AuthService;
  readonly #client: ItamClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#client = new ItamClient({
      discoveryApi: options.discovery,
      fetchApi: { fetch: (...call) => fetch(...call) },
    });
  }

  /** @throws an error that says why the register refuses. */
  async register(asset: NewAsset, call: DeskCall): Promise<AssetDetail> {
    const token = await this.#token(call);
    return sayingWhy(() =>
      this.#client.call(registerRoutes.createAsset, {
        body: asset,
        token,
        signal: call.signal,
      }),
    );
  }

  /** @throws an error that says why there can be no such asset. */
  async checkType(type: string, call: DeskCall): Promise<void> {
    const token = await this.#token(call);
    await sayingWhy(() =>
      this.#client.call(lifecycleRoutes.creationTransitions, {
        params: { type },
        token,
        signal: call.signal,
      }),
    );
  }

  /** @throws an error that says why the register refuses. */
  async transition(
    asset: string,
    request: TransitionRequest,
    call: DeskCall,
  ): Promise<TransitionResult> {
    const token = await this.#token(call);
    return sayingWhy(() =>
      this.#client.call(lifecycleRoutes.transitionAsset, {
        params: { id: asset },
        body: request,
        token,
        signal: call.signal,
      }),
    );
  }

  async #token({ credentials }: DeskCall): Promise<string> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'itam',
    });
    return token;
  }
}

/** The log of a template shows one line: the reason has to be in it. */
async function sayingWhy<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw isError(error) && error instanceof ResponseError
      ? new Error(`the register refuses: ${error.body.error.message}`, {
          cause: error,
        })
      : error;
  }
}
