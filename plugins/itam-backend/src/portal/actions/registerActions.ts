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

import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Authoriser } from '../../http';
import type { CustodyHandlers } from '../../custody/routes';
import type { LifecycleHandlers } from '../../lifecycle/routes';
import type { RegisterHandlers } from '../../register';
import { ActionCaller } from './ActionCaller';
import { registerAssignAsset } from './assignAsset';
import { registerFindAssets } from './findAssets';
import { registerGetAsset } from './getAsset';
import { registerTransitionAsset } from './transitionAsset';
import { registerWhatDoesTeamOwn } from './whatDoesTeamOwn';

/** The routes the actions go through. */
export type ActionHandlers = Pick<
  RegisterHandlers,
  'listAssets' | 'getAsset' | 'entitySummary' | 'entityAssets'
> &
  Pick<LifecycleHandlers, 'transitionAsset'> &
  Pick<CustodyHandlers, 'assignAsset'>;

/** What an action stands on. */
export interface ActionGround {
  caller: ActionCaller;
  handlers: ActionHandlers;
}

/**
 * Makes what assistants can do with IT assets known to the portal. Every action
 * goes through a route, with the permissions of whoever invokes it.
 */
export function registerActions(options: {
  registry: ActionsRegistryService;
  authoriser: Authoriser;
  auditor: AuditorService;
  handlers: ActionHandlers;
}): void {
  const { registry, handlers } = options;
  const ground = { handlers, caller: new ActionCaller(options) };
  registerFindAssets(registry, ground);
  registerGetAsset(registry, ground);
  registerWhatDoesTeamOwn(registry, ground);
  registerTransitionAsset(registry, ground);
  registerAssignAsset(registry, ground);
}
