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

import { TestDatabases } from '@backstage/backend-test-utils';
import {
  bulkRoutes,
  itamRoutes,
  RouteContract,
  viewRoutes,
} from '@itam/plugin-itam-common';
import { Expected, expected } from './__testUtils__/permissionMatrix/expected';
import {
  MatrixAsset,
  MatrixPortal,
  SECRET_AMOUNT,
} from './__testUtils__/permissionMatrix/MatrixPortal';
import {
  nearKinds,
  people,
  Person,
  Situation,
  situations,
  STORE,
  STRANGERS,
  teamOf,
} from './__testUtils__/permissionMatrix/people';
import { samples } from './__testUtils__/permissionMatrix/samples';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const routes: RouteContract[] = Object.values(itamRoutes);

/** Who asks, and how the asset they ask about stands to them. */
interface Step {
  person: Person;
  situation: Situation;
}

function isByAsset(
  wanted: Expected,
): wanted is Exclude<Expected, readonly Person[]> {
  return !Array.isArray(wanted);
}

function mayPass(wanted: Expected, { person, situation }: Step): boolean {
  return isByAsset(wanted)
    ? wanted[situation].includes(person)
    : wanted.includes(person);
}

/** Every person, with an asset in every situation it can have for them. */
function stepsOf(wanted: Expected): Step[] {
  return people.flatMap(person =>
    (isByAsset(wanted) ? situations : (['foreign'] as const))
      .filter(situation => situation !== 'near' || person in nearKinds)
      .map(situation => ({ person, situation })),
  );
}

describe('every route for everybody', () => {
  let portal: MatrixPortal;
  const readOnly = new Map<string, MatrixAsset>();
  let calls = 0;

  beforeAll(async () => {
    portal = await MatrixPortal.start(await databases.init('SQLITE_3'));
  }, 60_000);

  /** Reading changes nothing: one asset does for all routes that only read. */
  async function assetFor(route: RouteContract, step: Step) {
    const key = `${step.person} ${step.situation}`;
    const known = route.method === 'get' ? readOnly.get(key) : undefined;
    if (known) {
      return known;
    }
    const asset = await portal.anAsset(step.person, step.situation);
    if (route.method === 'get') {
      readOnly.set(key, asset);
    }
    return asset;
  }

  async function take(route: RouteContract, step: Step) {
    calls += 1;
    const asset = await assetFor(route, step);
    const ground = { portal, asset, n: calls, ...step };
    const asked = await samples[route.operationId].ask(ground);
    const answer = await portal.as(step.person, route, asked);
    return { asset, asked, answer, ground };
  }

  /** Whether the person got through, or why it is neither yes nor no. */
  async function passed(
    route: RouteContract,
    { answer, ground }: Awaited<ReturnType<typeof take>>,
  ): Promise<boolean | string> {
    const sample = samples[route.operationId];
    if (
      [403, 404].includes(answer.status) &&
      sample.answers !== answer.status
    ) {
      return false;
    }
    if (answer.status === (sample.answers ?? route.status)) {
      return sample.done ? sample.done(answer, ground) : true;
    }
    return `${answer.status} ${answer.body?.error?.message}`;
  }

  it('has an expectation and a sample, and none for what is no route', () => {
    const operations = routes.map(({ operationId }) => operationId).sort();
    const called = routes
      .filter(({ callers }) => callers === 'any')
      .map(({ operationId }) => operationId)
      .sort();
    expect(Object.keys(expected).sort()).toEqual(operations);
    expect(Object.keys(samples).sort()).toEqual(called);
  });

  it.each(
    routes
      .filter(({ callers }) => callers === 'any')
      .map(route => [route.operationId, route] as const),
  )(
    '%s lets through those it is for, and nobody else',
    async (operation, route) => {
      const wanted = expected[operation];
      const wrong: string[] = [];
      for (const step of stepsOf(wanted)) {
        const taken = await take(route, step);
        const through = await passed(route, taken);
        if (through !== mayPass(wanted, step)) {
          wrong.push(
            `${step.person}, ${step.situation}: ${
              mayPass(wanted, step) ? 'let through' : 'refused'
            } expected, but ${
              through === true
                ? 'let through'
                : `got ${taken.answer.status} ${taken.answer.body?.error?.message}`
            }`,
          );
        }
        if (
          !mayPass(expected.listCosts, step) &&
          taken.answer.text?.includes(SECRET_AMOUNT)
        ) {
          wrong.push(`${step.person}, ${step.situation}: was told a cost`);
        }
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it.each(
    routes
      .filter(({ callers }) => callers === 'service')
      .map(route => [route.operationId, route] as const),
  )('%s is closed to every person', async (operation, route) => {
    expect(expected[operation]).toEqual([]);
    for (const person of people) {
      const { status } = await portal.as(person, route, {});
      expect(status).toBe(403);
    }
  });

  it.each(
    routes
      .filter(({ callers, method }) => callers === 'any' && method === 'get')
      .map(route => [route.operationId, route] as const),
  )(
    '%s tells nobody of an asset they do not see, nor of a cost they do not see',
    async (_, route) => {
      const told: string[] = [];
      for (const step of stepsOf(expected.getAsset)) {
        const { asset, answer } = await take(route, step);
        const text = answer.text ?? '';
        if (answer.status === 200) {
          if (
            !mayPass(expected.getAsset, step) &&
            (text.includes(asset.id) || text.includes(`"${asset.tag}"`))
          ) {
            told.push(`${step.person} of an asset that is ${step.situation}`);
          }
          if (
            !mayPass(expected.listCosts, step) &&
            text.includes(SECRET_AMOUNT)
          ) {
            told.push(`${step.person} of a cost`);
          }
        }
      }
      expect(told).toEqual([]);
    },
    120_000,
  );

  it.each(
    routes
      .filter(
        ({ path, callers }) =>
          path.startsWith('/assets/:id') && callers === 'any',
      )
      .map(route => [route.operationId, route] as const),
  )(
    '%s answers of an asset that is not seen what it answers of one that is not there',
    async (_, route) => {
      const different: string[] = [];
      for (const step of stepsOf(expected.getAsset)) {
        if (!mayPass(expected.getAsset, step)) {
          const { asset, asked, answer } = await take(route, step);
          const other = await portal.as(step.person, route, {
            ...asked,
            params: { ...asked.params, id: 'MX-none' },
          });
          const words = (body: { error?: { message?: string } }) =>
            body.error?.message
              ?.replaceAll(asset.id, '')
              .replaceAll(asset.tag, '')
              .replaceAll('MX-none', '');
          if (
            other.status !== answer.status ||
            words(other.body) !== words(answer.body)
          ) {
            different.push(
              `${step.person}, ${step.situation}: ${answer.status} ${words(
                answer.body,
              )} against ${other.status} ${words(other.body)}`,
            );
          }
        }
      }
      expect(different).toEqual([]);
    },
    120_000,
  );

  it.each<[Person, string, string]>([
    ['everyone', `laptop,${teamOf('everyone')},`, 'created'],
    ['everyone', `laptop,${STRANGERS},`, 'rejected'],
    ['superUser', `monitor,${STRANGERS},`, 'created'],
    ['superUser', `laptop,${STRANGERS},`, 'rejected'],
    ['stockroom', `laptop,${STRANGERS},${STORE}`, 'created'],
    ['stockroom', `laptop,${STRANGERS},`, 'rejected'],
    ['assetManager', `laptop,${STRANGERS},`, 'created'],
  ])(
    'importing what is new takes in only what its author could change then: %s, %s',
    async (person, row, outcome) => {
      const { status, body } = await portal.as(
        person,
        bulkRoutes.importAssets,
        {
          query: { mode: 'create' },
          headers: { 'x-file-name': 'new.csv', 'content-type': 'text/csv' },
          body: `name,type,owner,location\nnew,${row}\n`,
        },
      );
      expect(status).toBe(202);
      expect(await portal.outcomeOfRun(body.id)).toBe(outcome);
    },
  );

  it('lets only those share a view who keep what is shared', async () => {
    const share = async (person: Person) =>
      (
        await portal.as(person, viewRoutes.createView, {
          body: {
            name: `shared by ${person}`,
            shared: true,
            content: { filter: {}, sort: 'name', columns: [] },
          },
        })
      ).status;
    expect(await share('assetManager')).toBe(201);
    expect(await share('analyst')).toBe(403);
  });
});
