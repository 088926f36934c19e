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

import { Readable } from 'node:stream';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  ASSET_DOCUMENT_TYPE,
  assetSearchDocumentOf,
  ItamClient,
  itamSearchPermission,
  portalRoutes,
} from '@itam/plugin-itam-common';

/**
 * Makes documents of the assets that no entity of the catalog stands for. They
 * are read page by page as the index takes them, so that no more than a page
 * is held at a time.
 *
 * @public
 */
export class AssetCollatorFactory implements DocumentCollatorFactory {
  readonly type = ASSET_DOCUMENT_TYPE;
  /** About no single asset: a condition would slow down every search. */
  readonly visibilityPermission = itamSearchPermission;
  readonly #auth: AuthService;
  readonly #client: ItamClient;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#client = new ItamClient({
      discoveryApi: options.discovery,
      fetchApi: { fetch: (...call) => fetch(...call) },
    });
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncIterable<IndexableDocument> {
    let cursor: string | undefined;
    do {
      const page = await this.#client.call(portalRoutes.listSearchableAssets, {
        query: { cursor },
        token: await this.#token(),
      });
      yield* page.items.map(assetSearchDocumentOf);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }

  async #token(): Promise<string> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'itam',
    });
    return token;
  }
}
