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

import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogHoldings } from './CatalogHoldings';
import { isLocationOfAsset } from './EntityMaker';
import { RemovalGuard } from './RemovalGuard';
import { sweep } from './Sweep';
import { aPublication, FakeFeed } from './__testUtils__/builders';

const ours = 'url:http://localhost:7007/api/itam/assets/';

function anEntity(
  id: string,
  version: number = 1,
  location: string = `${ours}${id}`,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: id,
      namespace: 'default',
      uid: id,
      annotations: {
        'itam/asset-id': id,
        'itam/published-version': String(version),
        'itam/published-form': 'form',
        'backstage.io/managed-by-location': location,
      },
    },
    spec: { type: 'cloud-database', owner: 'x' },
  };
}

/** What the register published and the catalog acknowledged. */
function published(id: string, version: number = 1, pending: boolean = false) {
  return aPublication(id, {
    version,
    pending,
    entityRef: `resource:default/${id}`,
    asset: undefined,
  });
}

async function sweepOver(
  entities: Entity[],
  held: ReturnType<typeof published>[],
  options: { allowMassRemoval?: boolean; form?: string } = {},
) {
  const feed = new FakeFeed();
  feed.held = held;
  const removed: string[] = [];
  const result = await sweep({
    feed,
    holdings: new CatalogHoldings({
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      isOurs: isLocationOfAsset,
    }),
    provider: {
      remove: async refs => {
        removed.push(...refs);
      },
    },
    guard: new RemovalGuard({
      allowMassRemoval: options.allowMassRemoval ?? false,
    }),
    form: options.form ?? 'form',
    logger: mockServices.logger.mock(),
    patienceMs: 0,
  });
  return { result, removed, askedAgain: feed.askedAgain };
}

describe('sweep', () => {
  it('finds nothing to do when both sides agree', async () => {
    const { result } = await sweepOver([anEntity('a', 3)], [published('a', 3)]);
    expect(result).toEqual({ askedAgain: 0, removed: 0, held: 0 });
  });

  it('asks again for what the catalog does not have, or has in another version', async () => {
    const { askedAgain } = await sweepOver(
      [anEntity('older', 1), anEntity('newer', 9)],
      [published('lost'), published('older', 2), published('newer', 2)],
    );
    expect(askedAgain).toEqual(['lost', 'older', 'newer']);
  });

  it('asks again for what was made with other settings', async () => {
    const { askedAgain } = await sweepOver(
      [anEntity('a', 3)],
      [published('a', 3)],
      { form: 'with another unownedOwner' },
    );
    expect(askedAgain).toEqual(['a']);
  });

  it('does not ask for what is on its way', async () => {
    const { askedAgain } = await sweepOver([], [published('a', 1, true)]);
    expect(askedAgain).toEqual([]);
  });

  it('removes what the register does not publish, and what stands twice', async () => {
    const twice = anEntity('a');
    twice.kind = 'Asset';
    const { removed } = await sweepOver(
      [anEntity('a'), twice, anEntity('gone')],
      [published('a')],
    );
    expect(removed.sort()).toEqual([
      'asset:default/a',
      'resource:default/gone',
    ]);
  });

  it('never touches an entity of somebody else that mentions an asset', async () => {
    const { removed } = await sweepOver(
      [anEntity('a', 1, 'url:http://git/catalog-info.yaml')],
      [],
    );
    expect(removed).toEqual([]);
  });

  it('holds removals that are suspiciously many, as after a lost register', async () => {
    const entities = Array.from({ length: 25 }, (_, index) =>
      anEntity(`a${index}`),
    );
    const held = await sweepOver(entities, []);
    expect(held.result).toEqual({ askedAgain: 0, removed: 0, held: 25 });
    expect(held.removed).toEqual([]);
    const allowed = await sweepOver(entities, [], { allowMassRemoval: true });
    expect(allowed.result.removed).toBe(25);
  });
});
