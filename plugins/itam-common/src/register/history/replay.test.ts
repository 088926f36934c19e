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
import { aContext, anAsset, edited, source } from '../__testUtils__/builders';
import type { AssetState } from '../asset';
import type { AssetChange } from '../change';
import { decide } from '../decide';
import { differences } from '../differences';
import {
  applyChanges,
  combineChanges,
  differingFields,
  HistoryFields,
  historyFieldsOf,
  partsOfFields,
  PastFacts,
  revertChanges,
  reverseChanges,
  VersionChanges,
} from './replay';

const registration: AssetChange = {
  origin: source('terraform'),
  action: 'register',
  type: 'cloud-database',
  tag: 'orders-db',
  facts: { name: 'orders-db', status: 'in-use', labels: { 'a.b': 'c' } },
};

const changes: fc.Arbitrary<AssetChange> = fc.record(
  {
    origin: fc.constantFrom(
      { kind: 'person' as const, ref: 'user:default/ann' },
      source('terraform'),
      source('aws'),
    ),
    action: fc.constant('update' as const),
    facts: fc.record(
      {
        name: fc.constantFrom('orders', 'orders-db'),
        owner: fc.option(fc.constantFrom('group:default/a', 'user:default/b')),
        region: fc.option(fc.constantFrom('eu-west-1', 'eu-north-1')),
        status: fc.constantFrom('in-use', 'stopped', 'deleted'),
        attributes: fc.dictionary(
          fc.constantFrom('engine', 'vcpus'),
          fc.oneof(fc.constant('postgres'), fc.integer(), fc.constant(null)),
        ),
        labels: fc.dictionary(
          fc.constantFrom('team', '__proto__', 'a.b'),
          fc.constantFrom('a', 'b'),
        ),
      },
      { requiredKeys: [] },
    ),
    keys: fc.array(
      fc.record({
        type: fc.constantFrom('provider-id', 'hostname'),
        value: fc.constantFrom('a', 'b'),
      }),
    ),
    relations: fc.array(
      fc.record({
        type: fc.constant('supports' as const),
        toEntityRef: fc.constantFrom('component:default/x', 'user:default/y'),
      }),
      { maxLength: 2 },
    ),
    unlock: fc.array(fc.constantFrom('owner', 'name', 'supports'), {
      maxLength: 2,
    }),
    claims: fc.dictionary(
      fc.constantFrom('owner', 'environment'),
      fc.record({
        value: fc.constant('user:default/who'),
        reason: fc.constant('unknown'),
      }),
    ),
  },
  { requiredKeys: ['origin', 'action', 'facts'] },
);

/** A life: the versions of an asset, with the state each led to. */
const lives = fc.array(changes, { maxLength: 8 }).map(list => {
  const versions: Array<VersionChanges & { state: AssetState }> = [];
  let state: AssetState | undefined;
  for (const change of [registration, ...list]) {
    const decision = decide(state, change, aContext());
    state = decision.state;
    if (decision.changed) {
      versions.push({
        version: state.version,
        effectiveAt: instant(versions.length),
        recordedAt: instant(versions.length),
        // as the database gives it back
        changes: JSON.parse(JSON.stringify(decision.changes)),
        state,
      });
    }
  }
  return versions;
});

function instant(hours: number): string {
  return new Date(Date.UTC(2026, 0, 1, hours)).toISOString();
}

function replayed(versions: VersionChanges[]): HistoryFields {
  const fields: HistoryFields = new Map();
  versions.forEach(version => applyChanges(fields, version.changes));
  return fields;
}

describe('the history of an asset', () => {
  it('applied from nothing, gives the present state', () => {
    fc.assert(
      fc.property(lives, versions => {
        const last = versions[versions.length - 1];
        expect(
          differingFields(replayed(versions), historyFieldsOf(last.state)),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('taken back from the present state, gives every state before', () => {
    fc.assert(
      fc.property(lives, versions => {
        const fields = historyFieldsOf(versions[versions.length - 1].state);
        for (let index = versions.length - 1; index > 0; index--) {
          revertChanges(fields, versions[index].changes);
          expect(
            differingFields(fields, historyFieldsOf(versions[index - 1].state)),
          ).toEqual([]);
        }
        revertChanges(fields, versions[0].changes);
        expect([...fields]).toEqual([]);
      }),
    );
  });

  it('tells the facts of any instant', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: 9 }), (versions, hour) => {
        const past = new PastFacts({ at: instant(hour), time: 'recorded' });
        versions.forEach(version => past.add(version));
        const then = versions[Math.min(hour, versions.length - 1)];
        expect(past.result?.last.version).toBe(then.version);
        expect(
          differingFields(
            past.result?.fields ?? new Map(),
            historyFieldsOf(then.state),
          ),
        ).toEqual([]);
      }),
    );
  });

  it('comes to the difference between its first and its last state', () => {
    fc.assert(
      fc.property(lives, versions => {
        const net = versions
          .map(version => version.changes)
          .reduce(combineChanges, {});
        const last = versions[versions.length - 1].state;
        expect(net).toEqual(
          JSON.parse(JSON.stringify(differences(undefined, last))),
        );
      }),
    );
  });

  it('put together with its reverse, changes nothing', () => {
    fc.assert(
      fc.property(lives, versions => {
        const net = versions
          .map(version => version.changes)
          .reduce(combineChanges, {});
        expect(combineChanges(net, reverseChanges(net))).toEqual({});
      }),
    );
  });
});

function aVersion(
  version: number,
  effectiveAt: string,
  owner: string,
): VersionChanges {
  return {
    version,
    effectiveAt,
    recordedAt: `2026-0${version}-20T00:00:00.000Z`,
    changes: { owner: { to: owner } },
  };
}

function ownerAt(
  at: string,
  time: 'effective' | 'recorded',
  versions: VersionChanges[],
): unknown {
  const past = new PastFacts({ at, time });
  versions.forEach(version => past.add(version));
  return past.result?.fields.get('owner');
}

describe('an asset as it was', () => {
  const versions = [
    aVersion(1, '2026-01-10T00:00:00.000Z', 'a'),
    aVersion(2, '2026-02-10T00:00:00.000Z', 'b'),
    // learned in March, true since the end of January
    aVersion(3, '2026-01-30T00:00:00.000Z', 'c'),
  ];

  it('is not there before it was registered', () => {
    expect(
      ownerAt('2026-01-09T00:00:00.000Z', 'effective', versions),
    ).toBeUndefined();
    expect(
      ownerAt('2026-01-19T00:00:00.000Z', 'recorded', versions),
    ).toBeUndefined();
  });

  it('is told by what has been learned since, or by what was known then', () => {
    const then = '2026-02-05T00:00:00.000Z';
    expect(ownerAt(then, 'effective', versions)).toBe('c');
    expect(ownerAt(then, 'recorded', versions)).toBe('a');
    const later = '2026-02-25T00:00:00.000Z';
    expect(ownerAt(later, 'effective', versions)).toBe('c');
    expect(ownerAt(later, 'recorded', versions)).toBe('b');
  });

  it('is put back into parts', () => {
    const state = anAsset({
      labels: { 'a.b': 'c' },
      fields: [{ field: 'owner', origin: 'person', since: '', locked: true }],
    });
    const fields = historyFieldsOf(state).set('facts.wiped', true);
    expect(partsOfFields(fields)).toEqual({
      facts: {
        tag: 'orders-db-0a1b2c3d',
        type: 'cloud-database',
        name: 'orders-db',
        status: 'in-use',
        owner: 'group:default/payments',
      },
      attributes: { engine: 'postgres' },
      labels: { 'a.b': 'c' },
      keys: ['provider-id|arn:aws:rds:eu-west-1:1:db:orders'],
      relations: ['supports component:default/orders (source:terraform)'],
      locked: ['owner'],
      observed: {},
      beside: { 'facts.wiped': true },
    });
  });

  it('differs from a state somebody got at, and says where', () => {
    const told = historyFieldsOf(anAsset());
    const edit = decide(anAsset(), edited({ owner: 'x' }), aContext());
    expect(differingFields(told, historyFieldsOf(edit.state))).toEqual([
      'locked.owner',
      'observed.owner',
      'owner',
    ]);
  });
});
