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

import { z } from 'zod';
import { defineRoute, listOf, nothing } from '../http';
import { itamFeedReadPermission } from '../permissions';
import { SEARCH_PAGE_SIZE, searchableAssetSchema } from './search';

/** What other parts of the portal read; for services only. @public */
export const portalRoutes = {
  listSearchableAssets: defineRoute({
    operationId: 'listSearchableAssets',
    method: 'get',
    path: '/search-documents',
    summary:
      'The assets the catalog does not show, for the index of the search',
    permission: itamFeedReadPermission,
    callers: 'service',
    params: nothing,
    query: z.object({
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(SEARCH_PAGE_SIZE)
        .default(SEARCH_PAGE_SIZE),
      /** The `nextCursor` of the page before. */
      cursor: z.string().max(2000).optional(),
    }),
    status: 200,
    response: listOf(searchableAssetSchema),
  }),
};
