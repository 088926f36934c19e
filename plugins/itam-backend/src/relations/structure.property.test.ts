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
import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { RelationWorld } from './__testUtils__/RelationWorld';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const tags = ['A', 'B', 'C', 'D', 'E'];
const anAsset = fc.constantFrom(...tags);
const acyclic = ['part-of', 'runs-on'];

/** Something a person or a source does to the structure. */
const aStep = fc.oneof(
  { weight: 6, arbitrary: aChange('relate') },
  { weight: 2, arbitrary: aChange('unrelate') },
  { weight: 1, arbitrary: aChange('relateWithoutLooking') },
);

function aChange<K extends string>(does: K) {
  return fc.record({
    does: fc.constant(does),
    from: anAsset,
    to: anAsset,
    type: fc.constantFrom(...acyclic),
  });
}

describe.each(databases.eachSupportedId())('structures on %s', id => {
  it('stay without circles, and parts in one container, whatever people do in whatever order', async () => {
    const world = await RelationWorld.create(await databases.init(id));
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(aStep, { minLength: 1, maxLength: 3 }), {
          minLength: 3,
          maxLength: 12,
        }),
        async rounds => {
          run += 1;
          const prefix = `R${run}-`;
          await world.things(
            Object.fromEntries(
              tags.map(tag => [`${prefix}${tag}`, { type: 'virtual-machine' }]),
            ),
          );
          for (const steps of rounds) {
            const outcomes = await Promise.allSettled(
              steps.map(step => take(world, step, prefix)),
            );
            const refusals = outcomes.flatMap(outcome =>
              outcome.status === 'rejected' ? [outcome.reason.name] : [],
            );
            expect(['InputError', 'NotFoundError', 'ConflictError']).toEqual(
              expect.arrayContaining([...new Set(refusals)]),
            );
            for (const type of acyclic) {
              expect(await world.circles(type)).toBe(0);
            }
            for (const tag of tags) {
              const seen = await world.seen(`${prefix}${tag}`);
              const containers = seen.filter(text => /^out part-of/.test(text));
              expect(containers.length).toBeLessThanOrEqual(1);
            }
          }
        },
      ),
      { numRuns: 15 },
    );
    expect(run).toBeGreaterThan(0);
  }, 120_000);

  it('are refused a circle and accept what closes none', async () => {
    const world = await RelationWorld.create(await databases.init(id));
    await world.things({ A: {}, B: {} });
    await world.relate('A', 'part-of', 'B');
    await expect(world.relate('B', 'part-of', 'A')).rejects.toThrow(InputError);
    await world.unrelate('A', 'part-of', 'B');
    await world.relate('B', 'part-of', 'A');
    expect(await world.seen('A')).toEqual(['in part-of B (person)']);
  });
});

async function take(
  world: RelationWorld,
  step: { does: string; from: string; to: string; type: string },
  prefix: string,
): Promise<void> {
  const [from, to] = [`${prefix}${step.from}`, `${prefix}${step.to}`];
  switch (step.does) {
    case 'relate':
      await world.relate(from, step.type, to);
      return;
    case 'unrelate':
      await world.unrelate(from, step.type, to);
      return;
    default:
      await world.writeRelation(from, step.type, to);
  }
}
