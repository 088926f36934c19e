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
  itamSettingsUpdatePermission,
  RouteContract,
  viewRoutes,
} from '@itam/plugin-itam-common';
import type { RouteCall, RouteHandler } from '../http';
import type { ViewCaller, ViewService } from './ViewService';

/** The handler of each route of saved views. */
export type ViewHandlers = {
  [Operation in keyof typeof viewRoutes]: RouteHandler<
    (typeof viewRoutes)[Operation]
  >;
};

/** Serves saved views. */
export function viewHandlers(service: ViewService): ViewHandlers {
  return {
    listViews: async call => service.list(call.query, await callerOf(call)),
    createView: async call => service.create(call.body, await callerOf(call)),
    updateView: async call =>
      service.update(
        call.params.id,
        call.body,
        call.expectedVersion,
        await callerOf(call),
      ),
    deleteView: async call => {
      await service.remove(call.params.id, await callerOf(call));
      return undefined;
    },
  };
}

async function callerOf<C extends RouteContract>(
  call: RouteCall<C>,
): Promise<ViewCaller> {
  return {
    ref: call.caller.ref,
    keepsShared: (await call.accessTo(itamSettingsUpdatePermission)) !== 'none',
  };
}
