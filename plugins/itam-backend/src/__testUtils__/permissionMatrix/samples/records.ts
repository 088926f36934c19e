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

import { recordRoutes, RouteContract } from '@itam/plugin-itam-common';
import { nothing, prepared, Sample, SampleGround } from './sample';

/** The records of one kind: how one is made, and how its routes are called. */
interface Kind {
  one: 'Location' | 'LegalEntity' | 'Model';
  many: string;
  facts(n: number): object;
}

const kinds: Kind[] = [
  {
    one: 'Location',
    many: 'Locations',
    facts: n => ({ code: `ROOM-${n}`, name: `Room ${n}`, kind: 'room' }),
  },
  {
    one: 'LegalEntity',
    many: 'LegalEntities',
    facts: n => ({
      code: `LE-${n}`,
      name: `Company ${n}`,
      country: 'PT',
      currency: 'EUR',
    }),
  },
  {
    one: 'Model',
    many: 'Models',
    facts: n => ({
      code: `MODEL-${n}`,
      name: `Model ${n}`,
      type: 'laptop',
      manufacturer: 'Tarn',
    }),
  },
];

export const recordSamples: Record<string, Sample> = Object.assign(
  {},
  ...kinds.map(samplesOf),
);

function samplesOf({ one, many, facts }: Kind): Record<string, Sample> {
  const own = one.charAt(0).toLowerCase() + one.slice(1);
  const routes: Record<string, RouteContract> = recordRoutes;
  const created = async (ground: SampleGround) =>
    prepared(ground, routes[`create${one}`], { body: facts(ground.n) });
  const named: Sample = {
    ask: async ground => ({ params: { id: (await created(ground)).id } }),
  };
  return {
    [`list${many}`]: nothing,
    [`get${one}`]: named,
    [`${own}Use`]: named,
    [`${own}History`]: named,
    [`create${one}`]: { ask: ({ n }) => ({ body: facts(n) }) },
    [`update${one}`]: {
      ask: async ground => ({
        params: { id: (await created(ground)).id },
        headers: { 'if-match': '"1"' },
        body: { name: `renamed ${ground.n}` },
      }),
    },
    [`retire${one}`]: {
      ask: async ground => ({
        params: { id: (await created(ground)).id },
        body: {},
      }),
    },
    [`reinstate${one}`]: {
      async ask(ground) {
        const { id } = await created(ground);
        await prepared(ground, routes[`retire${one}`], {
          params: { id },
          body: {},
        });
        return { params: { id }, body: {} };
      },
    },
  };
}
