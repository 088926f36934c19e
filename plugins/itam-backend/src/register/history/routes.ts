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

import { NotAllowedError } from '@backstage/errors';
import {
  historyRoutes,
  itamCostReadPermission,
  RouteContract,
} from '@itam/plugin-itam-common';
import type { RouteCall, RouteHandler } from '../../http';
import type { AssetAccess } from '../access';
import type { HistoryRights, HistoryService } from './HistoryService';
import type { HistoryVerifier } from './HistoryVerifier';
import type { HistoryWatch } from './HistoryWatch';

/** The handler of each route of the history. */
export type HistoryHandlers = {
  [Operation in keyof typeof historyRoutes]: RouteHandler<
    (typeof historyRoutes)[Operation]
  >;
};

/** Serves the history. */
export function createHistoryHandlers(options: {
  service: HistoryService;
  verifier: HistoryVerifier;
  watch: HistoryWatch;
}): HistoryHandlers {
  const { service, verifier, watch } = options;
  return {
    assetAsOf: async call =>
      service.asOf(call.params.id, call.query, await rightsOf(call)),
    assetHistoryDiff: async call =>
      service.diff(call.params.id, call.query, await rightsOf(call)),
    verifyHistory: async ({ query, access }) => {
      requireEverything(access);
      const { head } = await watch.last();
      return verifier.verify(query, head);
    },
    lastHistoryVerification: async ({ access }) => {
      requireEverything(access);
      return watch.last();
    },
    eraseActor: ({ body, caller }) =>
      service.erase({ ...body, actor: caller.ref }),
  };
}

async function rightsOf<C extends RouteContract>(
  call: RouteCall<C>,
): Promise<HistoryRights> {
  const costs = await call.accessTo(itamCostReadPermission);
  return { read: call.access, costs: costs !== 'none' };
}

/** A verification names assets of every kind. */
function requireEverything(access: AssetAccess): void {
  if (access !== 'all') {
    throw new NotAllowedError(
      'the verification of the history is for those who may read every asset; ask an IT asset manager to look at it',
    );
  }
}
