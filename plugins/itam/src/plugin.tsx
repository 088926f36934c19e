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

import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import DevicesIcon from '@material-ui/icons/DevicesOther';
import { ASSET_DOCUMENT_TYPE, ItamClient } from '@itam/plugin-itam-common';
import { itamApiRef } from './api';
import { rootRouteRef } from './routes';

const entityKinds = [
  'component',
  'system',
  'domain',
  'api',
  'resource',
  'group',
  'user',
];
const publishedAssets = {
  'metadata.annotations.itam/asset-tag': { $exists: true },
} as const;

const itamApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: itamApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ItamClient({ discoveryApi, fetchApi }),
    }),
});

const itamPage = PageBlueprint.make({
  params: {
    path: '/itam',
    title: 'IT assets',
    icon: <DevicesIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
  },
});

const assetsSubPage = SubPageBlueprint.make({
  name: 'assets',
  params: {
    path: 'assets',
    title: 'Assets',
    loader: () => import('./register').then(m => <m.RegisterRoutes />),
  },
});

const costsSubPage = SubPageBlueprint.make({
  name: 'costs',
  params: {
    path: 'costs',
    title: 'Cost',
    loader: () => import('./costs').then(m => <m.CostsRoutes />),
  },
});

const discoverySubPage = SubPageBlueprint.make({
  name: 'discovery',
  params: {
    path: 'discovery',
    title: 'Discovery',
    loader: () => import('./discovery').then(m => <m.DiscoveryRoutes />),
  },
});

const mineSubPage = SubPageBlueprint.make({
  name: 'mine',
  params: {
    path: 'mine',
    title: 'My assets',
    loader: () => import('./custody').then(m => <m.MinePage />),
  },
});

/** What the reader has and what waits for them, for a home page. */
export const myAssetsWidget = HomePageWidgetBlueprint.make({
  name: 'my-assets',
  params: {
    title: 'My IT assets',
    description: 'What you use, and what waits for you to accept or return',
    components: () =>
      import('./custody').then(m => ({ Content: m.MineWidget })),
  },
});

const workSubPage = SubPageBlueprint.make({
  name: 'work',
  params: {
    path: 'work',
    title: 'Work',
    loader: () => import('./work').then(m => <m.WorkRoutes />),
  },
});

const settingsSubPage = SubPageBlueprint.make({
  name: 'settings',
  params: {
    path: 'settings',
    title: 'Settings',
    loader: () => import('./settings').then(m => <m.SettingsRoutes />),
  },
});

/** The card on the overview of an entity. */
export const assetsEntityCard = EntityCardBlueprint.make({
  name: 'assets',
  params: {
    type: 'info',
    filter: { $any: [{ kind: { $in: entityKinds } }, publishedAssets] },
    loader: () => import('./register').then(m => <m.EntityAssetsCard />),
  },
});

/** The "Assets" tab of an entity. */
export const assetsEntityContent = EntityContentBlueprint.make({
  name: 'assets',
  params: {
    path: '/assets',
    title: 'Assets',
    filter: {
      $all: [{ kind: { $in: entityKinds } }, { $not: publishedAssets }],
    },
    loader: () => import('./register').then(m => <m.EntityAssetsContent />),
  },
});

/** An asset among the results of the search. */
export const assetSearchResult = SearchResultListItemBlueprint.make({
  params: {
    predicate: ({ type }) => type === ASSET_DOCUMENT_TYPE,
    icon: <DevicesIcon fontSize="inherit" />,
    component: () => import('./portal').then(m => m.AssetSearchResult),
  },
});

/** Lets people search among assets only. */
const assetResultType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: ASSET_DOCUMENT_TYPE,
    name: 'IT assets',
    icon: <DevicesIcon fontSize="inherit" />,
  },
});

/**
 * IT asset management for the new frontend system: the page `/itam`, the card
 * and the "Assets" tab on entity pages.
 *
 * @public
 */
export const itamPlugin = createFrontendPlugin({
  pluginId: 'itam',
  title: 'IT assets',
  icon: <DevicesIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [
    itamApi,
    itamPage,
    assetsSubPage,
    mineSubPage,
    workSubPage,
    costsSubPage,
    discoverySubPage,
    settingsSubPage,
    assetsEntityCard,
    assetsEntityContent,
    myAssetsWidget,
    assetSearchResult,
    assetResultType,
  ],
});
