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
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  CATALOG_CONSUMER,
  ItamClient,
  publicationRoutes,
  type Publication,
} from '@itam/plugin-itam-common';
import type { z } from 'zod';

/** A page of what the catalog has yet to see. */
export type PendingPublications = z.output<
  (typeof publicationRoutes)['listPublications']['response']
>;

/** What the catalog says of one publication. */
export type PublicationAck = z.input<
  NonNullable<(typeof publicationRoutes)['ackPublications']['body']>
>['items'][number];

/** Most items of one page of the feed. */
export const FEED_PAGE_SIZE = 500;

/** What the register has for the catalog. */
export interface PublicationFeed {
  pending(): Promise<PendingPublications>;
  /** Everything the catalog should hold, in pages. */
  wanted(): AsyncIterable<Publication[]>;
  acknowledge(items: PublicationAck[]): Promise<void>;
  /** Asks again for what was lost. */
  askAgain(assetIds: string[]): Promise<void>;
}

/** The feed, over the HTTP API of the register, as a service of this portal. */
export class HttpPublicationFeed implements PublicationFeed {
  readonly #client: ItamClient;
  readonly #auth: AuthService;

  constructor(options: { discovery: DiscoveryService; auth: AuthService }) {
    this.#auth = options.auth;
    this.#client = new ItamClient({
      discoveryApi: options.discovery,
      fetchApi: { fetch: (...call) => fetch(...call) },
    });
  }

  async pending(): Promise<PendingPublications> {
    return this.#client.call(publicationRoutes.listPublications, {
      params: { consumer: CATALOG_CONSUMER },
      query: { view: 'pending', limit: FEED_PAGE_SIZE },
      token: await this.#token(),
    });
  }

  async *wanted(): AsyncIterable<Publication[]> {
    let after: string | undefined;
    do {
      const page = await this.#client.call(publicationRoutes.listPublications, {
        params: { consumer: CATALOG_CONSUMER },
        query: { view: 'all', limit: FEED_PAGE_SIZE, after },
        token: await this.#token(),
      });
      yield page.items;
      after = page.nextAfter;
    } while (after !== undefined);
  }

  async acknowledge(items: PublicationAck[]): Promise<void> {
    if (items.length > 0) {
      await this.#client.call(publicationRoutes.ackPublications, {
        params: { consumer: CATALOG_CONSUMER },
        body: { items },
        token: await this.#token(),
      });
    }
  }

  async askAgain(assetIds: string[]): Promise<void> {
    for (let start = 0; start < assetIds.length; start += FEED_PAGE_SIZE) {
      await this.#client.call(publicationRoutes.republish, {
        params: { consumer: CATALOG_CONSUMER },
        body: { assetIds: assetIds.slice(start, start + FEED_PAGE_SIZE) },
        token: await this.#token(),
      });
    }
  }

  async #token(): Promise<string> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'itam',
    });
    return token;
  }
}
