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

import { Entity } from '@backstage/catalog-model';
import {
  mockApis,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { itamApiRef } from '../api';
import { ItamClient } from '@itam/plugin-itam-common';
import { ReactElement } from 'react';
import { itamPlugin } from '../plugin';
import { rootRouteRef } from '../routes';

const discovery = mockApis.discovery({ baseUrl: 'http://localhost:7007' });
const entityRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

// The files of the simulated page are not those the fetch of Node knows.
const fetchFromPage: typeof fetch = async (input, init) =>
  fetch(input, {
    ...init,
    body: init?.body instanceof File ? await textOf(init.body) : init?.body,
  });

function textOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(file);
  });
}

/** Shows the plugin as the new frontend system installs it, at a path. */
export function renderItam(
  path: string,
  options: {
    forbidden?: string[];
    reportingCurrency?: string;
    signals?: SignalApi;
  } = {},
) {
  return renderTestApp({
    features: [itamPlugin],
    initialRouteEntries: [path],
    mountedRoutes: entityRoutes,
    apis: [
      discovery,
      mockApis.fetch({ baseImplementation: fetchFromPage }),
      mockApis.permission({
        authorize: ({ permission }) =>
          options.forbidden?.includes(permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
      ...(options.signals ? [[signalApiRef, options.signals] as const] : []),
    ],
    ...(options.reportingCurrency && {
      config: { itam: { reportingCurrency: options.reportingCurrency } },
    }),
  });
}

/** Shows an extension of an entity page on the page of an entity. */
export function renderOnEntity(element: ReactElement, entity: Entity) {
  return renderInTestApp(
    <EntityProvider entity={entity}>{element}</EntityProvider>,
    {
      mountedRoutes: { ...entityRoutes, '/itam': rootRouteRef },
      apis: [
        [
          itamApiRef,
          new ItamClient({
            discoveryApi: discovery,
            fetchApi: { fetch: fetchFromPage },
          }),
        ],
      ],
    },
  );
}
