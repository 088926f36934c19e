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
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import request from 'supertest';
import { itamPlugin } from '../plugin';
import { aRegister } from '../register/__testUtils__/ground';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

async function aPortal(options: { denied?: string[]; config?: object } = {}) {
  const knex = await databases.init('SQLITE_3');
  await aRegister(knex);
  const decide = async (queries: Array<{ permission: { name: string } }>) =>
    queries.map(
      ({ permission }): PolicyDecision => ({
        result: options.denied?.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      }),
    );
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
      mockServices.scheduler.mock().factory,
      mockServices.permissions.mock({
        // no decision of these tests is conditional
        authorize: decide as never,
        authorizeConditional: decide,
      }).factory,
    ],
  });
  return request(server);
}

const locations = '/api/itam/locations';

describe('the API of shared records', () => {
  it('adds, reads, changes and retires a location', async () => {
    const api = await aPortal();
    const created = await api
      .post(locations)
      .send({ code: 'AMS', name: 'Amsterdam', kind: 'site', country: 'NL' });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ version: 1, path: [], children: 0 });

    const read = await api.get(`${locations}/ams`);
    const changed = await api
      .patch(`${locations}/${created.body.id}`)
      .set('if-match', read.headers.etag)
      .send({ country: null, address: 'Quay 1' });
    expect(changed.body).toMatchObject({ version: 2, address: 'Quay 1' });
    expect(changed.body.country).toBeUndefined();
    const stale = await api
      .patch(`${locations}/AMS`)
      .set('if-match', read.headers.etag)
      .send({ name: 'Other' });
    expect(stale.status).toBe(412);
    const retired = await api
      .post(`${locations}/AMS/retire`)
      .send({ version: 2, reason: 'Sold' });
    expect(retired.body.retiredAt).toBeDefined();
    const listed = await api.get(`${locations}?retired=false`);
    expect(listed.body).toEqual({ items: [] });
  });

  it('names each field with a value that is not right', async () => {
    const api = await aPortal();
    const { status, body } = await api.post(locations).send({
      code: 'a b',
      name: ' ',
      kind: 'planet',
      country: 'XX',
      permittedRegion: 'Atlantis',
      contacts: [{ phone: 'call me', mail: 'nobody' }],
    });
    expect(status).toBe(400);
    for (const path of [
      'code',
      'name',
      'kind',
      'country',
      'permittedRegion',
      'contacts.0.phone',
      'contacts.0.mail',
    ]) {
      expect(body.error.message).toContain(`body.${path}: `);
    }
    const entity = await api.post('/api/itam/legal-entities').send({
      ...{ code: 'X', name: 'X', country: 'NL', currency: 'EURO' },
    });
    expect(entity.body.error.message).toBe(
      'body.currency: must be a currency code of ISO 4217 such as EUR',
    );
    const model = await api.post('/api/itam/models').send({
      ...{ code: 'X', name: 'X', type: 'server', manufacturer: 'X' },
      endOfSupport: '2026-02-30',
    });
    expect(model.body.error.message).toBe(
      'body.endOfSupport: must be a day that exists, written YYYY-MM-DD',
    );
  });

  it('is closed to those who may not read or change settings', async () => {
    const readers = await aPortal({ denied: ['itam.settings.update'] });
    expect((await readers.get(locations)).status).toBe(200);
    expect(
      (await readers.post(locations).send({ code: 'A', name: 'A' })).status,
    ).toBe(403);
    const strangers = await aPortal({ denied: ['itam.settings.read'] });
    for (const path of ['locations', 'legal-entities', 'models']) {
      expect((await strangers.get(`/api/itam/${path}`)).status).toBe(403);
    }
    expect((await strangers.get('/api/itam/settings/policies')).status).toBe(
      403,
    );
  });

  it('serves what the configuration gives from the start', async () => {
    const api = await aPortal({
      config: {
        itam: {
          records: {
            locations: [{ code: 'BER', name: 'Berlin', kind: 'site' }],
          },
        },
      },
    });
    const { body } = await api.get(`${locations}/BER`);
    expect(body).toMatchObject({ name: 'Berlin', configured: true });
    const refused = await api
      .patch(`${locations}/BER`)
      .set('if-match', '"1"')
      .send({ name: 'Other' });
    expect(refused.status).toBe(409);
  });
});
