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
import {
  itamAssetReadPermission,
  itamCostReadPermission,
  RelationLibrary,
  relationRoutes,
  RouteContract,
} from '@itam/plugin-itam-common';
import type { RouteCall, RouteHandler } from '../http';
import { pageOfLibrary } from '../register/libraryItems';
import type { ImpactService } from './ImpactService';
import type { RelationReader } from './RelationReader';
import type { RelationRights, RelationService } from './RelationService';

/** The handlers of the relation routes, by operation. */
export type RelationHandlers = {
  [O in keyof typeof relationRoutes]: RouteHandler<(typeof relationRoutes)[O]>;
};

/** Answers the relation routes. */
export function relationHandlers(options: {
  library: RelationLibrary;
  reader: RelationReader;
  relations: RelationService;
  impact: ImpactService;
}): RelationHandlers {
  const { library, reader, relations, impact } = options;
  return {
    listRelationKinds: async ({ query }) =>
      pageOfLibrary(
        library.list().map(rule => ({ ...rule, id: rule.type })),
        query,
      ),
    assetRelations: ({ params, query, access }) =>
      reader.list(params.id, query, access),
    addRelation: async call =>
      relations.add(call.params.id, requestOf(call), await rightsOf(call)),
    endRelation: async call =>
      relations.end(call.params.id, requestOf(call), await rightsOf(call)),
    assetMap: ({ params, query, access }) =>
      reader.map(params.id, query, access),
    assetImpact: async ({ params, query, access, accessTo }) =>
      impact.of(params.id, query, {
        read: access,
        costs: (await accessTo(itamCostReadPermission)) !== 'none',
      }),
  };
}

function requestOf<C extends RouteContract>(call: RouteCall<C>) {
  return {
    wanted: call.body,
    actor: call.caller.ref,
    expectedVersion: call.expectedVersion,
  };
}

/** What is not seen is not there. */
async function rightsOf<C extends RouteContract>(
  call: RouteCall<C>,
): Promise<RelationRights> {
  const read = await call.accessTo(itamAssetReadPermission);
  if (read === 'none') {
    throw new NotFoundError('there is no such asset');
  }
  return { read, update: call.access };
}
