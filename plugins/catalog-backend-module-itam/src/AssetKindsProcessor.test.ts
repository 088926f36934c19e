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

import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { AssetKindsProcessor } from './AssetKindsProcessor';

const processor = new AssetKindsProcessor();
const location = { type: 'url', target: 'http://localhost/x' };

function anAsset(spec: Entity['spec'] = {}, kind: string = 'Asset'): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind,
    metadata: { name: 'hw-000123', namespace: 'default' },
    spec: {
      type: 'server',
      category: kind === 'Licence' ? 'licence' : 'hardware',
      lifecycle: 'in-use',
      owner: 'platform',
      ...spec,
    },
  };
}

async function relationsOf(entity: Entity): Promise<string[]> {
  const results: CatalogProcessorResult[] = [];
  await processor.postProcessEntity(entity, location, result =>
    results.push(result),
  );
  return results.map(result =>
    result.type === 'relation'
      ? `${result.relation.source.kind}:${result.relation.source.name} ${result.relation.type} ${result.relation.target.kind}:${result.relation.target.name}`
      : result.type,
  );
}

describe('AssetKindsProcessor', () => {
  it.each(['Asset', 'Licence'])('knows the kind %s', async kind => {
    await expect(processor.validateEntityKind(anAsset({}, kind))).resolves.toBe(
      true,
    );
  });

  it.each([
    ['Asset', { lifecycle: undefined }, 'spec.lifecycle'],
    ['Asset', { owner: '' }, 'spec.owner'],
    ['Asset', { category: 'furniture' }, 'spec.category'],
    ['Licence', { category: 'hardware' }, 'spec.category'],
    ['Asset', { dependsOn: 'not-a-list' }, 'spec.dependsOn'],
  ])(
    'refuses an invalid %s and names the field (%j)',
    async (kind, spec, field) => {
      await expect(
        processor.validateEntityKind(anAsset(spec, kind)),
      ).rejects.toThrow(field);
    },
  );

  it('emits each relation both ways', async () => {
    await expect(
      relationsOf(
        anAsset({
          system: 'payments',
          partOf: ['asset:default/rack-1'],
          dependsOn: ['resource:default/net'],
          dependencyOf: ['component:default/checkout'],
        }),
      ),
    ).resolves.toEqual([
      'Asset:hw-000123 ownedBy Group:platform',
      'Group:platform ownerOf Asset:hw-000123',
      'Asset:hw-000123 partOf System:payments',
      'System:payments hasPart Asset:hw-000123',
      'Asset:hw-000123 partOf asset:rack-1',
      'asset:rack-1 hasPart Asset:hw-000123',
      'Asset:hw-000123 dependsOn resource:net',
      'resource:net dependencyOf Asset:hw-000123',
      'Asset:hw-000123 dependencyOf component:checkout',
      'component:checkout dependsOn Asset:hw-000123',
    ]);
  });

  it.each([
    ['a stock Resource', 'backstage.io/v1alpha1', 'Resource'],
    ['an Asset of somebody else', 'example.com/v1', 'Asset'],
    ['an unknown kind of ours', 'itam/v1alpha1', 'Contract'],
  ])('leaves %s alone', async (_, apiVersion, kind) => {
    const entity = {
      ...anAsset({ dependsOn: ['component:default/x'] }),
      apiVersion,
      kind,
    };
    await expect(processor.validateEntityKind(entity)).resolves.toBe(false);
    await expect(relationsOf(entity)).resolves.toEqual([]);
    await expect(
      processor.postProcessEntity(entity, location, () => {}),
    ).resolves.toBe(entity);
  });
});
