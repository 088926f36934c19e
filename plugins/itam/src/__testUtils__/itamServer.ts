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

import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { http, HttpResponse, JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { aLifecycleModel, anEntitySummary, aVerification } from './builders';
import { aCustody, aSummaryOfMine } from './custodyBuilders';
import { aCostReport, anAssetCosts } from './costBuilders';
import { anAssetType } from './lifecycleBuilders';
import { anImpact, aRelationMap } from './relationBuilders';

/** Where the tests find the API. */
export const ITAM_URL = 'http://localhost:7007/api/itam';

/** The error the backend answers with. */
export function refusal(status: number, name: string, message: string) {
  return HttpResponse.json(
    { error: { name, message }, response: { statusCode: status } },
    { status },
  );
}

/** An API that knows nothing, to which a test adds what it is about. */
export function setupItamServer() {
  const server = setupServer();
  registerMswTestHooks(server);
  const requests: Request[] = [];

  beforeEach(() => {
    requests.length = 0;
    const none = { items: [] };
    server.use(
      ...['asset-types', 'lifecycle-models', 'sources', 'views'].map(list =>
        http.get(`${ITAM_URL}/${list}`, () => HttpResponse.json(none)),
      ),
      http.get(`${ITAM_URL}/assets`, () =>
        HttpResponse.json({ ...none, totalItems: 0 }),
      ),
      http.get(`${ITAM_URL}/assets/facets`, () =>
        HttpResponse.json({
          category: [],
          type: [],
          status: [],
          owner: [],
          environment: [],
          provider: [],
          source: [],
        }),
      ),
      ...['history', 'relations', 'folded'].map(list =>
        http.get(`${ITAM_URL}/assets/:id/${list}`, () =>
          HttpResponse.json(none),
        ),
      ),
      http.get(`${ITAM_URL}/history/verify/last`, () =>
        HttpResponse.json(aVerification()),
      ),
      http.get(`${ITAM_URL}/assets/:id/transitions`, () =>
        HttpResponse.json({
          model: aLifecycleModel(),
          status: 'in-use',
          since: '2026-11-01T10:00:00.000Z',
          version: 3,
          flags: [],
          mayForce: false,
          items: [],
        }),
      ),
      ...[
        'assets/:id/transition-history',
        'assets/:id/facts',
        'assets/:id/documents',
        'open-facts',
        'holds',
        'lifecycle-exceptions',
        'planned-transitions',
        'asset-types/:type/transitions',
        'assets/:id/assignments',
        'assignments',
        'transfers',
        'discrepancies',
        'leavers',
        'leavers/:kind/:namespace/:name/holdings',
      ].map(list =>
        http.get(`${ITAM_URL}/${list}`, () => HttpResponse.json(none)),
      ),
      http.get(`${ITAM_URL}/assets/:id/custody`, () =>
        HttpResponse.json(aCustody()),
      ),
      http.get(`${ITAM_URL}/mine`, () => HttpResponse.json(aSummaryOfMine())),
      http.get(`${ITAM_URL}/asset-types/:id`, ({ params }) =>
        HttpResponse.json(anAssetType({ id: String(params.id) })),
      ),
      http.get(`${ITAM_URL}/relation-kinds`, () => HttpResponse.json(none)),
      http.get(`${ITAM_URL}/assets/:id/map`, () =>
        HttpResponse.json(aRelationMap()),
      ),
      http.get(`${ITAM_URL}/assets/:id/impact`, () =>
        HttpResponse.json(anImpact()),
      ),
      http.get(`${ITAM_URL}/entities/:kind/:namespace/:name/summary`, () =>
        HttpResponse.json(anEntitySummary()),
      ),
      http.get(`${ITAM_URL}/entities/:kind/:namespace/:name/assets`, () =>
        HttpResponse.json({ ...none, totalItems: 0 }),
      ),
      http.get(`${ITAM_URL}/costs`, () => HttpResponse.json(aCostReport())),
      http.get(`${ITAM_URL}/assets/:id/costs`, () =>
        HttpResponse.json(anAssetCosts()),
      ),
      ...['costs/statements', 'charges', 'fx-rates'].map(list =>
        http.get(`${ITAM_URL}/${list}`, () => HttpResponse.json(none)),
      ),
      ...['sources/:id/documents', 'sources/:id/runs', 'runs/:id/rejects'].map(
        list => http.get(`${ITAM_URL}/${list}`, () => HttpResponse.json(none)),
      ),
    );
  });

  server.events.on('request:start', ({ request }) => {
    requests.push(request.clone());
  });

  return {
    server,
    /** Answers a GET below the API with this. */
    answer(path: string, body: JsonBodyType) {
      server.use(http.get(`${ITAM_URL}${path}`, () => HttpResponse.json(body)));
    },
    /** Refuses a GET below the API. */
    refuse(path: string, status: number, name: string, message: string) {
      server.use(
        http.get(`${ITAM_URL}${path}`, () => refusal(status, name, message)),
      );
    },
    /** The queries a path below the API was asked with, in order. */
    queries(path: string): URLSearchParams[] {
      return requests
        .map(request => new URL(request.url))
        .filter(url => url.pathname === `/api/itam${path}`)
        .map(url => url.searchParams);
    },
  };
}
