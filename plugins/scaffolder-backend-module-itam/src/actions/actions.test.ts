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
  mockCredentials,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { AssetDesk } from '../AssetDesk';
import { registerAction } from './register';
import { requestAction } from './request';
import { transitionAction } from './transition';

const REGISTER = 'http://register.example.com/api/itam';
const server = setupServer();
registerMswTestHooks(server);

const desk = new AssetDesk({
  auth: mockServices.auth({ pluginId: 'scaffolder' }),
  discovery: mockServices.discovery.mock({ getBaseUrl: async () => REGISTER }),
});

/** What the register was asked, and in whose name. */
interface Asked {
  body: unknown;
  token: string | null;
}

function answering(
  method: 'get' | 'post',
  path: string,
  answer: () => HttpResponse<JsonBodyType>,
): Asked[] {
  const asked: Asked[] = [];
  server.use(
    http[method](`${REGISTER}${path}`, async ({ request }) => {
      asked.push({
        body: method === 'post' ? await request.json() : undefined,
        token: request.headers.get('authorization'),
      });
      return answer();
    }),
  );
  return asked;
}

const registered = () =>
  HttpResponse.json(
    {
      id: 'id-1',
      tag: 'HW-000123',
      type: 'laptop',
      category: 'hardware',
      name: 'Laptop',
      status: 'planned',
      stage: 'plan',
      supports: [],
      disputed: false,
      version: 1,
      updatedAt: '2026-11-22T10:00:00.000Z',
      createdAt: '2026-11-22T10:00:00.000Z',
      createdBy: 'user:default/ann',
      updatedBy: 'user:default/ann',
      attributes: {},
      labels: {},
      keys: [],
      fields: [],
      lifecycleModel: 'end-user-device',
      foldedCount: 0,
      observations: [],
      allowed: ['read'],
    },
    { status: 201 },
  );

const moved = () =>
  HttpResponse.json({
    outcome: 'done',
    assetId: 'id-1',
    tag: 'HW-000123',
    status: 'in-use',
    stage: 'use',
    version: 4,
    warnings: [],
    effects: [],
  });

function refusal(message: string) {
  return HttpResponse.json(
    { error: { name: 'InputError', message }, response: { statusCode: 400 } },
    { status: 400 },
  );
}

/** Runs an action as Ann, answers what it tells the template. */
async function run<TInput extends JsonObject, TOutput extends JsonObject>(
  action: TemplateAction<TInput, TOutput>,
  input: TInput,
  options: { isDryRun?: boolean } = {},
) {
  const told: Partial<TOutput> = {};
  await action.handler({
    ...createMockActionContext<TInput, TOutput>({ input }),
    user: { ref: 'user:default/ann' },
    getInitiatorCredentials: async () =>
      mockCredentials.user('user:default/ann'),
    output: (name, value) => {
      told[name] = value;
    },
    ...options,
  });
  return told;
}

describe('itam:asset:register', () => {
  it('registers in the name of whoever runs the template', async () => {
    const asked = answering('post', '/assets', registered);
    await expect(
      run(registerAction(desk), {
        type: 'laptop',
        name: 'Laptop',
        owner: 'group:default/ops',
        model: 'T14',
        facts: { 'plan.budgetLine': 'IT-2026' },
      }),
    ).resolves.toEqual({
      tag: 'HW-000123',
      assetId: 'id-1',
      status: 'planned',
      path: '/itam/assets/HW-000123',
    });
    expect(asked[0].body).toEqual({
      type: 'laptop',
      name: 'Laptop',
      owner: 'group:default/ops',
      modelId: 'T14',
      facts: { 'plan.budgetLine': 'IT-2026' },
    });
    expect(asked[0].token).toContain('user:default/ann');
  });

  it('tells why the register refuses', async () => {
    answering('post', '/assets', () =>
      refusal('body.type: there is no asset type lapptop'),
    );
    await expect(
      run(registerAction(desk), { type: 'lapptop', name: 'Laptop' }),
    ).rejects.toThrow(
      'the register refuses: body.type: there is no asset type lapptop',
    );
  });

  it('registers nothing in a dry run', async () => {
    const types = answering('get', '/asset-types/laptop/transitions', () =>
      HttpResponse.json({ items: [] }),
    );
    const asked = answering('post', '/assets', registered);
    const told = await run(
      registerAction(desk),
      { type: 'laptop', name: 'Laptop' },
      { isDryRun: true },
    );
    expect(told).toMatchObject({ tag: 'DRY-RUN' });
    expect(types).toHaveLength(1);
    expect(asked).toEqual([]);
  });

  it('finds a type that is not there in a dry run already', async () => {
    answering('get', '/asset-types/lapptop/transitions', () =>
      refusal('path.type: there is no asset type lapptop'),
    );
    await expect(
      run(
        registerAction(desk),
        { type: 'lapptop', name: 'Laptop' },
        { isDryRun: true },
      ),
    ).rejects.toThrow('there is no asset type lapptop');
  });
});

describe('itam:asset:request', () => {
  it('plans an asset with the facts of the request', async () => {
    const asked = answering('post', '/assets', registered);
    await run(requestAction(desk), {
      type: 'laptop',
      reason: 'The old one breaks down',
      neededBy: '2026-12-01',
      budget: 'IT-2026',
      owner: 'group:default/ops',
      model: 'T14',
      facts: { 'plan.sourcingOption': 'buy' },
    });
    expect(asked[0].body).toEqual({
      type: 'laptop',
      name: 'laptop for user:default/ann',
      owner: 'group:default/ops',
      modelId: 'T14',
      transition: 'plan',
      reason: 'The old one breaks down',
      facts: {
        'plan.quantityAndDate': {
          quantity: 1,
          neededBy: '2026-12-01',
          for: 'user:default/ann',
        },
        'plan.budgetLine': 'IT-2026',
        'request.requirements': 'The old one breaks down',
        'plan.sourcingOption': 'buy',
      },
    });
  });

  it('is for whom it is asked for', async () => {
    const asked = answering('post', '/assets', registered);
    await run(requestAction(desk), {
      type: 'monitor',
      reason: 'New colleague',
      neededBy: '2026-12-01',
      budget: 'IT-2026',
      consumer: 'user:default/bob',
      amount: { amount: '400.00', currency: 'EUR' },
      quantity: 2,
    });
    expect(asked[0].body).toMatchObject({
      name: 'monitor for user:default/bob',
      consumer: 'user:default/bob',
      facts: {
        'plan.budgetLine': {
          id: 'IT-2026',
          amount: { amount: '400.00', currency: 'EUR' },
        },
        'plan.quantityAndDate': { quantity: 2, for: 'user:default/bob' },
      },
    });
  });
});

describe('itam:asset:transition', () => {
  it('moves an asset and tells where it is now', async () => {
    const asked = answering('post', '/assets/HW-000123/transitions', moved);
    await expect(
      run(transitionAction(desk), {
        asset: 'HW-000123',
        transition: 'deploy',
        facts: { assignee: ['user:default/ann'] },
      }),
    ).resolves.toEqual({
      tag: 'HW-000123',
      assetId: 'id-1',
      status: 'in-use',
      stage: 'use',
      outcome: 'done',
      path: '/itam/assets/HW-000123',
    });
    expect(asked[0].body).toEqual({
      transition: 'deploy',
      facts: { assignee: ['user:default/ann'] },
    });
    expect(asked[0].token).toContain('user:default/ann');
  });

  it('asks the register what it would do in a dry run', async () => {
    const asked = answering('post', '/assets/HW-000123/transitions', moved);
    await run(
      transitionAction(desk),
      { asset: 'HW-000123', transition: 'deploy' },
      { isDryRun: true },
    );
    expect(asked[0].body).toEqual({ transition: 'deploy', dryRun: true });
  });
});
