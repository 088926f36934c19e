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

/**
 * Page, entity card and entity tab of IT asset management for the old frontend
 * system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import { ASSET_DOCUMENT_TYPE, ItamClient } from '@itam/plugin-itam-common';
import { itamApiRef } from './api';
import { rootRouteRef } from './routes';

export * from './api';
export * from './routes';
export { itamTranslationRef } from './translation';

/** @public */
export const itamPlugin = createPlugin({
  id: 'itam',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: itamApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ItamClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/** The page, to be mounted at `/itam`. @public */
export const ItamPage = itamPlugin.provide(
  createRoutableExtension({
    name: 'ItamPage',
    component: () => import('./ItamPage').then(m => m.ItamPage),
    mountPoint: rootRouteRef,
  }),
);

/** The assets of an entity in figures, for its overview. @public */
export const EntityAssetsCard = itamPlugin.provide(
  createComponentExtension({
    name: 'EntityAssetsCard',
    component: {
      lazy: () => import('./register').then(m => m.EntityAssetsCard),
    },
  }),
);

/** What the reader uses and what waits for them, for a home page. @public */
export const MyAssets = itamPlugin.provide(
  createComponentExtension({
    name: 'MyAssets',
    component: { lazy: () => import('./custody').then(m => m.MineWidget) },
  }),
);

/** The assets of an entity as a list, for a tab of its page. @public */
export const EntityAssetsContent = itamPlugin.provide(
  createComponentExtension({
    name: 'EntityAssetsContent',
    component: {
      lazy: () => import('./register').then(m => m.EntityAssetsContent),
    },
  }),
);

/** An asset among the results of the search, for its page. @public */
export const AssetSearchResultListItem = itamPlugin.provide(
  createSearchResultListItemExtension({
    name: 'AssetSearchResultListItem',
    predicate: ({ type }) => type === ASSET_DOCUMENT_TYPE,
    component: () => import('./portal').then(m => m.AssetSearchResult),
  }),
);

/** What the reader has and what waits for them, for a home page. @public */
export const HomePageMyAssets = itamPlugin.provide(
  createCardExtension<{}>({
    name: 'HomePageMyAssets',
    title: 'My IT assets',
    description: 'What you use, and what waits for you to accept or return',
    components: () =>
      import('./custody').then(m => ({ Content: m.MineWidget })),
  }),
);
