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

import { AssetTypeLibrary, ObservedThing } from '@itam/plugin-itam-common';
import type { EntityIndex, IndexedEntity } from '../catalog/EntityIndex';
import { OwnershipResolver } from './OwnershipResolver';

const payments = {
  ref: 'group:default/payments',
  kind: 'group',
  present: true,
};

/** A catalog that gains an entity at each look until it has them all. */
class FillingCatalog implements EntityIndex {
  looks = 0;

  constructor(readonly entities: IndexedEntity[]) {}

  async refresh() {
    this.looks += 1;
  }

  async digest() {
    return this.#held()
      .map(({ ref }) => ref)
      .join();
  }

  async find(refs: string[]) {
    return new Map(
      this.#held()
        .filter(({ ref }) => refs.includes(ref))
        .map(entity => [entity.ref, entity]),
    );
  }

  #held() {
    return this.entities.slice(0, Math.max(0, this.looks - 1));
  }
}

const rules = [
  { match: { tag: 'owner' }, then: { owner: 'group:default/{{value}}' } },
];

const owned = (owner: string): ObservedThing => ({
  sourceKey: 'a',
  place: 'a',
  unit: 'asset',
  derived: false,
  type: 'virtual-machine',
  name: 'a',
  keys: [],
  attributes: {},
  labels: { owner },
  relations: [],
});

function resolverOf(entityIndex: EntityIndex, patienceMs: number) {
  return OwnershipResolver.create({
    rules,
    entityIndex,
    patienceMs,
    assetTypes: AssetTypeLibrary.create(),
    sourceId: 'racks',
    signal: new AbortController().signal,
  });
}

describe('OwnershipResolver', () => {
  it('waits for a catalog that is still filling, and then denies what it lacks', async () => {
    const catalog = new FillingCatalog([payments]);
    const resolver = await resolverOf(catalog, 20_000);

    const [known, unknown] = await resolver.resolve(
      [owned('payments'), owned('nobody')],
      () => undefined,
    );

    expect(catalog.looks).toBeGreaterThan(2);
    expect(known.owner).toBe(payments.ref);
    expect(unknown.owner).toBeUndefined();
    expect(resolver.takeUnknown()).toEqual(['group:default/nobody']);
  });

  it('gives what is a catalog entity to the owner of that entity, unless a rule decides', async () => {
    const stack = {
      ref: 'component:default/payments-infra',
      kind: 'component',
      owner: 'group:default/payments',
      present: true,
    };
    const resolver = await resolverOf(
      new FillingCatalog([
        stack,
        { ...payments, ref: 'group:default/platform' },
      ]),
      20_000,
    );
    const thing = {
      ...owned(''),
      type: 'iac-stack',
      entityRef: 'component:payments-infra',
    };

    const [own, ruled] = await resolver.resolve(
      [thing, { ...thing, labels: { owner: 'platform' } }],
      () => undefined,
    );

    expect(own.owner).toBe('group:default/payments');
    expect(ruled.owner).toBe('group:default/platform');
  });

  it('takes the rules at their word where the catalog stays empty', async () => {
    const resolver = await resolverOf(new FillingCatalog([]), 0);

    const [thing] = await resolver.resolve([owned('nobody')], () => undefined);

    expect(thing.owner).toBe('group:default/nobody');
  });
});
