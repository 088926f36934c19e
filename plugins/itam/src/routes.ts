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

/** The map around one asset. @public */
export const assetMapRouteRef = createSubRouteRef({
  id: 'itam:asset-map',
  parent: rootRouteRef,
  path: '/assets/:tag/map',
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

/** Whether the history is what it was written as. @public */
export const historyRouteRef = createSubRouteRef({
  id: 'itam:history',
  parent: rootRouteRef,
  path: '/work/history',
});

/** The form of a new asset. @public */
export const newAssetRouteRef = createSubRouteRef({
  id: 'itam:new-asset',
  parent: rootRouteRef,
  path: '/assets/new',
});

/** What has to follow. @public */
export const openFactsRouteRef = createSubRouteRef({
  id: 'itam:open-facts',
  parent: rootRouteRef,
  path: '/work/open-facts',
});

/** Legal holds. @public */
export const holdsRouteRef = createSubRouteRef({
  id: 'itam:holds',
  parent: rootRouteRef,
  path: '/work/holds',
});

/** Transitions that were forced. @public */
export const exceptionsRouteRef = createSubRouteRef({
  id: 'itam:exceptions',
  parent: rootRouteRef,
  path: '/work/exceptions',
});

/** The settings: library, policies and the records assets share. @public */
export const settingsRouteRef = createSubRouteRef({
  id: 'itam:settings',
  parent: rootRouteRef,
  path: '/settings',
});

/** The page of one asset type. @public */
export const assetTypeRouteRef = createSubRouteRef({
  id: 'itam:asset-type',
  parent: rootRouteRef,
  path: '/settings/asset-types/:id',
});

/** The page of one lifecycle model. @public */
export const lifecycleModelRouteRef = createSubRouteRef({
  id: 'itam:lifecycle-model',
  parent: rootRouteRef,
  path: '/settings/lifecycle-models/:id',
});

/** The page of one location, by id or code. @public */
export const locationRouteRef = createSubRouteRef({
  id: 'itam:location',
  parent: rootRouteRef,
  path: '/settings/locations/:id',
});

/** The page of one legal entity, by id or code. @public */
export const legalEntityRouteRef = createSubRouteRef({
  id: 'itam:legal-entity',
  parent: rootRouteRef,
  path: '/settings/legal-entities/:id',
});

/** The page of one catalogue model, by id or code. @public */
export const catalogueModelRouteRef = createSubRouteRef({
  id: 'itam:catalogue-model',
  parent: rootRouteRef,
  path: '/settings/models/:id',
});

/** What the reader uses and keeps. @public */
export const mineRouteRef = createSubRouteRef({
  id: 'itam:mine',
  parent: rootRouteRef,
  path: '/mine',
});

/** Assets on their way between teams. @public */
export const transfersRouteRef = createSubRouteRef({
  id: 'itam:transfers',
  parent: rootRouteRef,
  path: '/work/transfers',
});

/** People and teams that leave and hold assets. @public */
export const leaversRouteRef = createSubRouteRef({
  id: 'itam:leavers',
  parent: rootRouteRef,
  path: '/work/leavers',
});

/** What one of them holds. @public */
export const leaverRouteRef = createSubRouteRef({
  id: 'itam:leaver',
  parent: rootRouteRef,
  path: '/work/leavers/:kind/:namespace/:name',
});

/** The import of assets from a file. @public */
export const importRouteRef = createSubRouteRef({
  id: 'itam:import',
  parent: rootRouteRef,
  path: '/work/import',
});

/** The list of bulk runs. @public */
export const bulkRunsRouteRef = createSubRouteRef({
  id: 'itam:bulk-runs',
  parent: rootRouteRef,
  path: '/work/bulk',
});

/** The page of one bulk run. @public */
export const bulkRunRouteRef = createSubRouteRef({
  id: 'itam:bulk-run',
  parent: rootRouteRef,
  path: '/work/bulk/:runId',
});

/** What waits for somebody, and what was done to many assets. @public */
export const workRouteRef = createSubRouteRef({
  id: 'itam:work',
  parent: rootRouteRef,
  path: '/work',
});
