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

import * as fc from 'fast-check';
import { aContext, anAsset, edited, source } from './__testUtils__/builders';
import type { AssetState } from './asset';
import type { AssetChange } from './change';
import { decide } from './decide';

const groups = fc.constantFrom(
  'group:default/payments',
  'group:default/orders',
  'group:default/platform',
);
const entities = fc.constantFrom(
  'component:default/orders',
  'component:default/checkout',
);
const origins = fc.constantFrom(
  { kind: 'person' as const, ref: 'user:default/ann' },
  source('terraform'),
  source('aws'),
);
const fields = fc.constantFrom('owner', 'name', 'region', 'supports', 'status');

const facts: fc.Arbitrary<AssetChange['facts']> = fc.record(
  {
    name: fc.constantFrom('orders', 'orders-db'),
    owner: fc.option(groups),
    region: fc.option(fc.constantFrom('eu-west-1', 'eu-north-1')),
    status: fc.constantFrom('in-use', 'stopped', 'unclaimed', 'deleted'),
    attributes: fc.dictionary(
      fc.constantFrom('engine', 'vcpus', 'colour'),
      fc.oneof(fc.constant('postgres'), fc.integer(), fc.constant(null)),
    ),
    labels: fc.dictionary(
      fc.constantFrom('team', 'env'),
      fc.constantFrom('a', 'b'),
    ),
  },
  { requiredKeys: [] },
);

const changes: fc.Arbitrary<AssetChange> = fc.record(
  {
    origin: origins,
    action: fc.constant('update' as const),
    facts,
    keys: fc.array(
      fc.record({
        type: fc.constantFrom('provider-id', 'hostname', 'serial'),
        value: fc.constantFrom('a', 'B', 'None'),
      }),
    ),
    relations: fc.array(
      fc.record({
        type: fc.constant('supports' as const),
        toEntityRef: entities,
      }),
      { maxLength: 2 },
    ),
    unlock: fc.array(fields, { maxLength: 2 }),
    claims: fc.dictionary(
      fc.constantFrom('owner', 'environment'),
      fc.record({ value: groups, reason: fc.constant('unknown') }),
    ),
  },
  { requiredKeys: ['origin', 'action', 'facts'] },
);

function decided(state: AssetState, change: AssetChange) {
  return decide(state, change, aContext());
}

/** A state some changes away from the one built. */
const states = fc
  .array(changes, { maxLength: 4 })
  .map(list =>
    list.reduce(
      (state, change) => decided(state, change).state,
      anAsset({ region: 'eu-west-1' }),
    ),
  );

describe('decide, for whatever state and change', () => {
  it('finds nothing to do the second time, unless the change gives fields back', () => {
    fc.assert(
      fc.property(states, changes, (state, change) => {
        const repeated = { ...change, unlock: undefined };
        const once = decided(state, repeated).state;
        expect(decided(once, repeated)).toMatchObject({
          changed: false,
          changes: {},
        });
      }),
      { numRuns: 500 },
    );
  });

  it('raises the version by one when something changed, and not otherwise', () => {
    fc.assert(
      fc.property(states, changes, (state, change) => {
        const decision = decided(state, change);
        expect(decision.state.version).toBe(
          state.version + (decision.changed ? 1 : 0),
        );
        expect(Object.keys(decision.changes).length > 0).toBe(decision.changed);
      }),
    );
  });

  it('never lets a source change a locked field', () => {
    fc.assert(
      fc.property(
        states,
        changes.filter(({ origin }) => origin.kind === 'source'),
        groups,
        (state, change, owner) => {
          const locked = decided(
            state,
            edited(
              { owner },
              {
                relations: [
                  { type: 'supports', toEntityRef: 'component:default/mine' },
                ],
              },
            ),
          ).state;
          const after = decided(locked, { ...change, unlock: undefined }).state;
          expect(after.owner).toBe(owner);
          expect(
            after.relations.filter(({ type }) => type === 'supports'),
          ).toEqual(locked.relations.filter(({ type }) => type === 'supports'));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not touch the state it was given', () => {
    fc.assert(
      fc.property(states, changes, (state, change) => {
        const before = JSON.stringify(state);
        decided(state, change);
        expect(JSON.stringify(state)).toBe(before);
      }),
    );
  });
});
