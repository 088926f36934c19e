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
  countsAddUp,
  ObservedThingInput,
  RejectedThing,
} from '@itam/plugin-itam-common';
import fc from 'fast-check';
import { DiscoveryWorld } from './__testUtils__/DiscoveryWorld';
import { aThing, ListedDocument } from './__testUtils__/ListedSource';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const keyNames = fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6');
const sourceKeys = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');

const thing: fc.Arbitrary<ObservedThingInput | RejectedThing> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .record({
        sourceKey: sourceKeys,
        unit: fc.constantFrom('asset', 'asset', 'group', 'fold'),
        derived: fc.boolean(),
        name: fc.constantFrom('one', 'two', ''),
        keys: fc.array(keyNames, { maxLength: 2 }),
        to: sourceKeys,
      })
      .map(({ keys, to, ...facts }) =>
        aThing({
          ...facts,
          unit: facts.unit,
          derived: facts.derived && facts.unit !== 'fold',
          keys: keys.map(value => ({ type: 'provider-id', value })),
          relations: [{ type: 'depends-on', to: { sourceKey: to } }],
          parent: { sourceKey: to },
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<RejectedThing>({
      rejected: true,
      place: 'somewhere',
      reason: 'no id',
    }),
  },
);

const document = (scope: string): fc.Arbitrary<ListedDocument> =>
  fc.array(thing, { maxLength: 10 }).map(things => ({
    scope,
    things: things.map(item =>
      'rejected' in item
        ? item
        : {
            ...item,
            sourceKey: `${scope}.${item.sourceKey}`,
            relations: [],
            parent:
              item.parent && 'sourceKey' in item.parent
                ? { sourceKey: `${scope}.${item.parent.sourceKey}` }
                : undefined,
          },
    ),
  }));

const documents = fc.tuple(document('one'), document('two'));

describe.each(databases.eachSupportedId())('counts on %s', id => {
  it('add up whatever the documents hold, and reading the same again settles', async () => {
    await fc.assert(
      fc.asyncProperty(documents, documents, async (before, after) => {
        const world = await DiscoveryWorld.create(databases, id);
        try {
          world.listing().documents = before;
          const first = await world.read();
          expect(countsAddUp(first.counts)).toBe(true);

          world.listing().documents = after;
          const second = await world.read();
          expect(countsAddUp(second.counts)).toBe(true);

          // what is gone goes missing, and other places take over its facts
          for (const revision of ['2', '3', '4']) {
            world.listing().revision = revision;
            await world.read();
          }
          world.listing().revision = '5';
          const last = await world.read();
          expect(countsAddUp(last.counts)).toBe(true);
          expect(last.counts).toMatchObject({
            created: 0,
            updated: 0,
            missing: 0,
            read: second.counts.read,
          });
        } finally {
          await world.stop();
        }
      }),
      { numRuns: 15 },
    );
  });
});
