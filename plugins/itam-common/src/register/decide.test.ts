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

import { ConflictError, InputError } from '@backstage/errors';
import {
  aContext,
  anAsset,
  edited,
  observed,
  source,
} from './__testUtils__/builders';
import type { AssetState } from './asset';
import type { AssetChange } from './change';
import { decide } from './decide';

function decided(current: AssetState | undefined, change: AssetChange) {
  return decide(current, change, aContext());
}

/** The state after some changes, one after the other. */
function after(current: AssetState, ...changes: AssetChange[]): AssetState {
  return changes.reduce(
    (state, change) => decided(state, change).state,
    current,
  );
}

const registration = observed(
  { name: 'orders-db', attributes: { engine: 'postgres' } },
  { action: 'register', type: 'cloud-database', tag: 'orders-db-1' },
);

describe('registering', () => {
  it('gives what is found the status its model has for reported things', () => {
    const { state, changed } = decided(undefined, registration);
    expect(changed).toBe(true);
    expect(state).toMatchObject({
      tag: 'orders-db-1',
      category: 'cloud',
      status: 'unclaimed',
      stage: 'acquire',
      sourceId: 'terraform',
      version: 1,
      fields: [],
    });
  });

  it('believes that it is in use when owner and service are known', () => {
    const { state } = decided(undefined, {
      ...registration,
      facts: { ...registration.facts, owner: 'group:default/payments' },
      relations: [
        { type: 'supports', toEntityRef: 'component:default/orders' },
      ],
    });
    expect(state).toMatchObject({ status: 'in-use', stage: 'use' });
  });

  it('locks nothing a person gave with it', () => {
    const { state } = decided(
      undefined,
      edited(
        { name: 'Laptop of Ann', owner: 'group:default/it' },
        { action: 'register', type: 'laptop', tag: 'HW-1' },
      ),
    );
    expect(state.fields).toEqual([]);
    expect(state.sourceId).toBeUndefined();
  });

  it.each([
    ['type', { type: undefined }],
    ['type', { type: 'flying-carpet' }],
    ['tag', { tag: undefined }],
    ['name', { facts: {} }],
  ])('asks for a %s', (field, differences) => {
    expect(() =>
      decided(undefined, { ...registration, ...differences }),
    ).toThrow(new RegExp(`^${field}: `));
  });

  it('writes every fact into the history', () => {
    expect(decided(undefined, registration).changes).toEqual({
      tag: { to: 'orders-db-1' },
      type: { to: 'cloud-database' },
      name: { to: 'orders-db' },
      status: { to: 'unclaimed' },
      'attributes.engine': { to: 'postgres' },
    });
  });
});

describe('a person', () => {
  it('sets a value, which is locked from then on', () => {
    const { state, changes } = decided(
      anAsset({ owner: undefined }),
      edited({ owner: 'group:default/orders' }),
    );
    expect(state.owner).toBe('group:default/orders');
    expect(state.fields).toEqual([
      {
        field: 'owner',
        origin: 'person',
        since: aContext().now,
        locked: true,
      },
    ]);
    expect(changes).toEqual({
      owner: { to: 'group:default/orders' },
      'locked.owner': { to: true },
    });
    expect(state.updatedBy).toBe('user:default/ann');
  });

  it('keeps what the source said beside the new value', () => {
    const state = after(anAsset(), edited({ owner: 'group:default/orders' }));
    expect(state.fields).toMatchObject([
      { observed: 'group:default/payments', observedBy: 'terraform' },
    ]);
  });

  it('empties a field', () => {
    const state = after(anAsset(), edited({ owner: null }));
    expect(state.owner).toBeUndefined();
    expect(state.fields).toMatchObject([{ field: 'owner', locked: true }]);
  });

  it('gives a field back, and the source is followed at once', () => {
    const locked = after(
      anAsset(),
      edited({ owner: 'group:default/orders' }),
      observed({ owner: 'group:default/checkout' }),
    );
    expect(locked.owner).toBe('group:default/orders');
    const { state } = decided(locked, edited({}, { unlock: ['owner'] }));
    expect(state.owner).toBe('group:default/checkout');
    expect(state.fields).toEqual([]);
  });

  it('gives a field back nobody says anything else of', () => {
    const locked = after(anAsset(), edited({ environment: 'production' }));
    const state = after(locked, edited({}, { unlock: ['environment'] }));
    expect(state.environment).toBe('production');
    expect(state.fields).toEqual([]);
  });

  it('says what it supports instead of the source, until that is unlocked', () => {
    const locked = after(
      anAsset(),
      edited(
        {},
        {
          relations: [
            { type: 'supports', toEntityRef: 'component:default/checkout' },
          ],
        },
      ),
    );
    expect(locked.relations).toEqual([
      {
        type: 'supports',
        toEntityRef: 'component:default/checkout',
        origin: 'person',
      },
    ]);
    expect(locked.fields).toMatchObject([
      {
        field: 'supports',
        locked: true,
        observed: ['component:default/orders'],
      },
    ]);
    expect(
      after(locked, edited({}, { unlock: ['supports'] })).relations,
    ).toEqual(anAsset().relations);
  });

  it('cannot set a status the model does not have', () => {
    expect(() => decided(anAsset(), edited({ status: 'melted' }))).toThrow(
      InputError,
    );
  });
});

describe('the source that registered the asset', () => {
  it('is followed without any bookkeeping', () => {
    const { state } = decided(
      anAsset(),
      observed({ name: 'orders', attributes: { engine: 'mysql' } }),
    );
    expect(state).toMatchObject({
      name: 'orders',
      attributes: { engine: 'mysql' },
      fields: [],
      version: 4,
    });
  });

  it('replaces only the attributes it names, and empties one with null', () => {
    const asset = anAsset({
      attributes: { engine: 'postgres', vcpus: 4, storage: 100 },
    });
    expect(
      after(asset, observed({ attributes: { vcpus: 8, storage: null } }))
        .attributes,
    ).toEqual({ engine: 'postgres', vcpus: 8 });
  });

  it('keeps the good attributes when one is bad, and says which', () => {
    const { state, problems } = decided(
      anAsset(),
      observed({ attributes: { vcpus: 'many', storage: 50, colour: 'red' } }),
    );
    expect(state.attributes).toEqual({ engine: 'postgres', storage: 50 });
    expect(problems.map(({ path }) => path)).toEqual([
      'attributes.vcpus',
      'attributes.colour',
    ]);
  });

  it('replaces the labels whole', () => {
    expect(
      after(anAsset(), observed({ labels: { env: 'prod' } })).labels,
    ).toEqual({ env: 'prod' });
  });

  it('does not overwrite a locked value, and its own is kept beside it', () => {
    const locked = after(
      anAsset({ owner: undefined }),
      edited({ owner: 'group:default/orders' }),
    );
    const { state, disagreements } = decided(
      locked,
      observed({ owner: 'group:default/payments' }),
    );
    expect(state.owner).toBe('group:default/orders');
    expect(disagreements).toEqual([
      {
        field: 'owner',
        class: 'mismatch',
        registered: 'group:default/orders',
        observed: 'group:default/payments',
      },
    ]);
    expect(state.fields).toMatchObject([
      {
        locked: true,
        observed: 'group:default/payments',
        observedBy: 'terraform',
      },
    ]);
  });

  it('settles the dispute when it comes to say the same', () => {
    const disputed = after(
      anAsset(),
      edited({ owner: 'group:default/orders' }),
    );
    const { state } = decided(
      disputed,
      observed({ owner: 'group:default/orders' }),
    );
    expect(state.fields).toEqual([
      {
        field: 'owner',
        origin: 'person',
        since: aContext().now,
        locked: true,
      },
    ]);
  });

  it('ends relations it no longer names, and leaves those of others', () => {
    const asset = anAsset({
      relations: [
        {
          type: 'depends-on',
          toAssetId: 'other',
          origin: 'source:terraform',
        },
        { type: 'part-of', toAssetId: 'whole', origin: 'person' },
      ],
    });
    expect(after(asset, observed({}, { relations: [] })).relations).toEqual([
      { type: 'part-of', toAssetId: 'whole', origin: 'person' },
    ]);
    expect(decided(asset, observed({})).changed).toBe(false);
  });

  it('adds keys in their normal form and drops junk', () => {
    const { state } = decided(
      anAsset(),
      observed(
        {},
        {
          keys: [
            { type: 'hostname', value: 'DB-1.' },
            { type: 'serial', value: 'Default string' },
            ...anAsset().keys,
          ],
        },
      ),
    );
    expect(state.keys).toEqual([
      { type: 'hostname', value: 'db-1' },
      ...anAsset().keys,
    ]);
  });

  it('claims what cannot be taken, until it no longer does', () => {
    const claiming = observed(
      {},
      {
        claims: {
          owner: { value: 'group:default/gone', reason: 'not in the catalog' },
        },
      },
    );
    const claimed = decided(anAsset(), claiming);
    expect(claimed.state).toMatchObject({
      owner: 'group:default/payments',
      fields: [
        {
          field: 'owner',
          origin: 'source:terraform',
          locked: false,
          observed: 'group:default/gone',
          observedReason: 'not in the catalog',
        },
      ],
    });
    expect(decided(claimed.state, claiming).changed).toBe(false);
    expect(after(claimed.state, observed({}, { claims: {} })).fields).toEqual(
      [],
    );
  });
});

describe('another source', () => {
  const cloud = (facts: AssetChange['facts']): AssetChange =>
    observed(facts, { origin: source('aws') });

  it('fills what is empty and may correct itself later', () => {
    const filled = after(anAsset(), cloud({ region: 'eu-west-1' }));
    expect(filled.region).toBe('eu-west-1');
    expect(filled.fields).toMatchObject([
      { field: 'region', origin: 'source:aws', locked: false },
    ]);
    expect(after(filled, cloud({ region: 'eu-west-2' })).region).toBe(
      'eu-west-2',
    );
  });

  it('gives way to the source that registered the asset', () => {
    const filled = after(anAsset(), cloud({ region: 'eu-west-1' }));
    const state = after(filled, observed({ region: 'eu-north-1' }));
    expect(state.region).toBe('eu-north-1');
    expect(state.fields).toEqual([]);
  });

  it('does not overwrite, and its word is kept beside', () => {
    const { state, disagreements } = decided(
      anAsset(),
      cloud({ name: 'ORDERS' }),
    );
    expect(state.name).toBe('orders-db');
    expect(disagreements).toHaveLength(1);
    expect(state.fields).toMatchObject([
      { field: 'name', observed: 'ORDERS', observedBy: 'aws' },
    ]);
  });

  it('follows on technical facts of what a person registered, fills human ones', () => {
    const byHand = anAsset({ sourceId: undefined, relations: [] });
    const { state } = decided(
      byHand,
      cloud({
        name: 'orders-primary',
        owner: 'group:default/platform',
        criticality: 2,
      }),
    );
    expect(state).toMatchObject({
      name: 'orders-primary',
      owner: 'group:default/payments',
      criticality: 2,
    });
  });
});

describe('the status a source reports', () => {
  it('is taken when the model lets sources report it', () => {
    expect(after(anAsset(), observed({ status: 'stopped' }))).toMatchObject({
      status: 'stopped',
      stage: 'use',
    });
  });

  it('is believed only with what the model asks for', () => {
    const unowned = anAsset({
      owner: undefined,
      status: 'stopped',
    });
    expect(after(unowned, observed({ status: 'in-use' })).status).toBe(
      'unclaimed',
    );
  });

  it('is believed at last when a person names the owner', () => {
    const unclaimed = anAsset({
      owner: undefined,
      status: 'unclaimed',
      stage: 'acquire',
    });
    expect(
      after(unclaimed, edited({ owner: 'group:default/payments' })),
    ).toMatchObject({ status: 'in-use', stage: 'use' });
  });

  it('does not bring back what a person is taking away', () => {
    const leaving = anAsset({
      status: 'marked-for-deletion',
      stage: 'decommission',
    });
    const { state, disagreements } = decided(
      leaving,
      observed({ status: 'in-use' }),
    );
    expect(state.status).toBe('marked-for-deletion');
    expect(disagreements).toMatchObject([{ class: 'status-mismatch' }]);
  });

  it('brings back what only the system had taken away', () => {
    const gone = anAsset({ status: 'deleted', stage: 'dispose' });
    expect(after(gone, observed({ status: 'in-use' })).status).toBe('in-use');
  });

  it('is kept beside a status a person set', () => {
    const locked = after(anAsset(), edited({ status: 'stopped' }));
    const { state, disagreements } = decided(
      locked,
      observed({ status: 'in-use' }),
    );
    expect(state.status).toBe('stopped');
    expect(disagreements).toMatchObject([{ class: 'status-mismatch' }]);
  });

  it('is a problem when the model does not know it', () => {
    const { problems, changed } = decided(
      anAsset(),
      observed({ status: 'melted' }),
    );
    expect(problems).toMatchObject([{ path: 'status' }]);
    expect(changed).toBe(false);
  });
});

describe('a change made on a version', () => {
  it('is refused when the asset has moved on', () => {
    expect(() =>
      decided(anAsset(), edited({ name: 'x' }, { expectedVersion: 2 })),
    ).toThrow(ConflictError);
    expect(
      decided(anAsset(), edited({ name: 'x' }, { expectedVersion: 3 })).changed,
    ).toBe(true);
  });
});

describe('a change that says nothing new', () => {
  it('leaves the register as it is', () => {
    const asset = anAsset();
    const decision = decided(
      asset,
      observed({
        name: 'orders-db',
        status: 'in-use',
        owner: 'group:default/payments',
        attributes: { engine: 'postgres' },
        labels: { team: 'payments' },
      }),
    );
    expect(decision.changed).toBe(false);
    expect(decision.state).toBe(asset);
    expect(decision.changes).toEqual({});
  });
});
