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

import { discoveryRoutes } from '@itam/plugin-itam-common';
import type { RouteHandler } from '../http';
import type { DiscoveryService } from './DiscoveryService';

/** The handlers of the discovery routes, by operation. */
export type DiscoveryHandlers = {
  [O in keyof typeof discoveryRoutes]: RouteHandler<
    (typeof discoveryRoutes)[O]
  >;
};

/** Answers the discovery routes. */
export function discoveryHandlers(
  service: () => DiscoveryService,
): DiscoveryHandlers {
  return {
    listSources: ({ query }) => service().listSources(query),
    getSource: ({ params }) => service().source(params.id),
    listSourceDocuments: ({ params, query }) =>
      service().documents(params.id, query),
    listRuns: ({ params, query }) => service().runs(params.id, query),
    startRun: ({ params, query, file, caller }) =>
      service().startRun({
        sourceId: params.id,
        trigger: file ? 'push' : 'person',
        requestedBy: caller.ref,
        dryRun: query.dryRun === 'true',
        file,
      }),
    getRun: ({ params }) => service().run(params.id),
    listRunRejects: ({ params, query }) => service().rejects(params.id, query),
    releaseRun: ({ params, body }) =>
      service().releaseRun(params.id, body.decision),
  };
}
