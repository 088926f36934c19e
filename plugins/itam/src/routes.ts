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

import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The page of IT assets. @public */
export const rootRouteRef = createRouteRef({ id: 'itam' });

/** The list of assets. @public */
export const assetsRouteRef = createSubRouteRef({
  id: 'itam:assets',
  parent: rootRouteRef,
  path: '/assets',
});

/** The page of one asset, by tag. @public */
export const assetRouteRef = createSubRouteRef({
  id: 'itam:asset',
  parent: rootRouteRef,
  path: '/assets/:tag',
});

/** The list of sources. @public */
export const discoveryRouteRef = createSubRouteRef({
  id: 'itam:discovery',
  parent: rootRouteRef,
  path: '/discovery',
});

/** The page of one source. @public */
export const sourceRouteRef = createSubRouteRef({
  id: 'itam:source',
  parent: rootRouteRef,
  path: '/discovery/:sourceId',
});

/** The page of one run. @public */
export const runRouteRef = createSubRouteRef({
  id: 'itam:run',
  parent: rootRouteRef,
  path: '/discovery/:sourceId/runs/:runId',
});

/** What things cost. @public */
export const costsRouteRef = createSubRouteRef({
  id: 'itam:costs',
  parent: rootRouteRef,
  path: '/costs',
});

/** The lines behind a cost. @public */
export const chargesRouteRef = createSubRouteRef({
  id: 'itam:charges',
  parent: rootRouteRef,
  path: '/costs/lines',
});
