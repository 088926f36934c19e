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
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { itamPlugin } from '../../plugin';
import { aRegister } from '../../register/__testUtils__/ground';

export const ann = 'user:default/ann';
export const ben = 'user:default/ben';
export const eva = 'user:default/eva';
export const payments = 'group:default/payments';
export const checkout = 'component:default/checkout';

/** A document of a kind, kept elsewhere. */
export const doc = (kind: string) => ({
  doc: kind,
  url: 'https://documents.example.com/1',
});

export const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** A portal whose users may do everything; who they are makes the difference. */
export async function aPortal(
  knex: Knex,
  options: {
    /** Names of permissions nobody has. */
    denied?: string[];
    config?: object;
  } = {},
) {
  const ground = await aRegister(knex);
  const allow = async (
    queries: Array<{ permission: { name: string } }>,
  ): Promise<DefinitivePolicyDecision[]> =>
    queries.map(({ permission }) => ({
      result: options.denied?.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    }));
  const tasks = new Map<string, () => Promise<void>>();
  const { server } = await startTestBackend({
    features: [
      itamPlugin,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      mockServices.scheduler.mock({
        scheduleTask: async ({ id, fn }) => {
          tasks.set(id, async () => fn(new AbortController().signal));
        },
      }).factory,
      mockServices.permissions.mock({
        authorize: allow,
        authorizeConditional: allow,
      }).factory,
    ],
  });
  const api = request(server);
  const as = (user: string) => ({
    authorization: mockCredentials.user.header(user),
  });
  const post = (path: string, body: object, user: string = ann) =>
    api.post(`/api/itam${path}`).set(as(user)).send(body);
  const put = (path: string, body: object, user: string = ann) =>
    api.put(`/api/itam${path}`).set(as(user)).send(body);
  const get = (path: string, user: string = ann) =>
    api.get(`/api/itam${path}`).set(as(user));
  const patch = (path: string, body: object, version: number) =>
    api
      .patch(`/api/itam${path}`)
      .set({ ...as(ann), 'if-match': `"${version}"` })
      .send(body);
  const upload = (path: string, name: string, content: Buffer) =>
    api
      .post(`/api/itam${path}`)
      .set({ ...as(ann), 'x-file-name': name })
      .type('application/octet-stream')
      .send(content);
  const run = async (task: string) => tasks.get(task)?.();
  return { ground, post, put, get, patch, upload, run };
}

export type Portal = Awaited<ReturnType<typeof aPortal>>;

/** A stockroom, a site, a legal entity and two catalogue models. */
export async function theRecords({ post }: Portal) {
  await post('/locations', { code: 'STORE', name: 'Store', kind: 'stockroom' });
  await post('/locations', { code: 'HQ', name: 'Head office', kind: 'site' });
  await post('/legal-entities', {
    code: 'ACME',
    name: 'Acme',
    country: 'DE',
    currency: 'EUR',
  });
  for (const [code, type] of [
    ['LAT', 'laptop'],
    ['POW', 'server'],
  ]) {
    const { status, body } = await post('/models', {
      code,
      name: code,
      type,
      manufacturer: 'Dell',
      approved: true,
    });
    expect({ status, body }).toMatchObject({ status: 201 });
  }
}
