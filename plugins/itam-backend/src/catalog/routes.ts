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

import { NotFoundError } from '@backstage/errors';
import { CATALOG_CONSUMER, publicationRoutes } from '@itam/plugin-itam-common';
import type { RouteHandler } from '../http';
import type { PublicationService } from './PublicationService';

/** The handler of each route of the feed. */
export type PublicationHandlers = {
  [Operation in keyof typeof publicationRoutes]: RouteHandler<
    (typeof publicationRoutes)[Operation]
  >;
};

/** Serves the feed of publications. */
export function createPublicationHandlers(
  service: PublicationService,
): PublicationHandlers {
  return {
    async listPublications({ params, query }) {
      requireKnown(params.consumer);
      if (query.view === 'all') {
        const items = await service.wanted(query.after ?? '', query.limit);
        return items.length < query.limit
          ? { items }
          : { items, nextAfter: items[items.length - 1].assetId };
      }
      const items = await service.pending(query.limit);
      return items.some(({ tombstone }) => tombstone)
        ? {
            items,
            totals: { ...(await service.totals()), full: service.full },
          }
        : { items };
    },
    async ackPublications({ params, body }) {
      requireKnown(params.consumer);
      return { acknowledged: await service.acknowledge(body.items) };
    },
    async republish({ params, body }) {
      requireKnown(params.consumer);
      return { offered: await service.offerAgain(body.assetIds) };
    },
  };
}

function requireKnown(consumer: string) {
  if (consumer !== CATALOG_CONSUMER) {
    throw new NotFoundError(
      `consumer: there is no consumer '${consumer}', only '${CATALOG_CONSUMER}'`,
    );
  }
}
