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
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { EventParams } from '@backstage/plugin-events-node';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  type SignalPayload,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import { itamPlugin } from '../../plugin';
import {
  aRegister,
  aRegistration,
  registered,
} from '../../register/__testUtils__/ground';

function anEntity(kind: string, name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec: {},
  };
}

/** Everything of ours is allowed to those on assets this team owns. */
export function onlyOwnedBy(...claims: string[]): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'itam',
    resourceType: 'itam-asset',
    conditions: {
      rule: 'isOwner',
      resourceType: 'itam-asset',
      params: { claims },
    },
  };
}

/** A portal with two databases registered, and all it hears of the register. */
export async function aPortal(
  databases: TestDatabases,
  options: {
    decisions?: Record<string, PolicyDecision>;
    config?: JsonObject;
    notify?: (sent: NotificationSendOptions) => Promise<void>;
  } = {},
) {
  const knex = await databases.init('SQLITE_3');
  const ground = await aRegister(knex);
  const [orders] = await registered(ground, [
    aRegistration('orders', { facts: { owner: 'group:default/payments' } }),
    aRegistration('search', { facts: { owner: 'group:default/discovery' } }),
  ]);
  const heard = {
    events: new Array<EventParams>(),
    signals: new Array<SignalPayload>(),
    notifications: new Array<NotificationSendOptions>(),
    audited: new Array<string>(),
  };
  const actions = actionsRegistryServiceMock({
    logger: mockServices.logger.mock(),
  });
  const decide = async (queries: Array<{ permission: { name: string } }>) =>
    queries.map(
      ({ permission }) =>
        options.decisions?.[permission.name] ?? {
          result: AuthorizeResult.ALLOW,
        },
    );
  const backend = await startTestBackend({
    features: [
      itamPlugin,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async sent => {
            heard.notifications.push(sent);
            await options.notify?.(sent);
          },
        }),
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          publish: async signal => {
            heard.signals.push(signal);
          },
        }),
      }),
      catalogServiceMock.factory({
        entities: [
          anEntity('User', 'bob'),
          anEntity('Group', 'payments'),
          anEntity('Component', 'checkout'),
        ],
      }),
      mockServices.events.mock({
        publish: async event => {
          heard.events.push(event);
        },
      }).factory,
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      mockServices.scheduler.mock().factory,
      mockServices.auditor.mock({
        createEvent: async ({ eventId }) => ({
          success: async () => {
            heard.audited.push(`${eventId} succeeded`);
          },
          fail: async () => {
            heard.audited.push(`${eventId} failed`);
          },
        }),
      }).factory,
      mockServices.permissions.mock({
        // the decisions of the tests are definite for basic permissions
        authorize: decide as never,
        authorizeConditional: decide,
      }).factory,
    ],
  });
  return {
    api: request(backend.server),
    ground,
    orders,
    actions,
    heard,
    /** What is kept back is said before the portal stops. */
    stop: () => backend.stop(),
  };
}
