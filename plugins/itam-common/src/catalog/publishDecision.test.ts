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

import { defaultPublishRules } from './publishRules';
import { PublishableAsset, publishDecision } from './publishDecision';

function anAsset(asset: Partial<PublishableAsset> = {}): PublishableAsset {
  return {
    category: 'cloud',
    type: 'cloud-database',
    stage: 'use',
    relations: [],
    ...asset,
  };
}

function decide(asset: Partial<PublishableAsset>, unit: string = 'asset') {
  return publishDecision({
    asset: anAsset(asset),
    unit,
    rules: defaultPublishRules,
  });
}

const supports: PublishableAsset['relations'] = [
  {
    type: 'supports',
    toEntityRef: 'component:default/checkout',
    origin: 'person',
  },
];

describe('publishDecision', () => {
  it.each(['software', 'licence', 'cloud', 'data', 'network'] as const)(
    'publishes what is in use of the category %s',
    category => {
      expect(decide({ category })).toEqual({ publish: true, rule: 0 });
    },
  );

  it.each(['assign', 'use', 'decommission'] as const)(
    'publishes in the stage %s',
    stage => {
      expect(decide({ stage })).toMatchObject({ publish: true });
    },
  );

  it.each(['plan', 'dispose'] as const)(
    'does not publish in the stage %s',
    stage => {
      expect(decide({ stage })).toMatchObject({ because: 'no-rule' });
    },
  );

  it('publishes of what is being acquired only cloud resources: they run already', () => {
    expect(decide({ stage: 'acquire' })).toMatchObject({ publish: true });
    expect(decide({ stage: 'acquire', category: 'software' })).toMatchObject({
      because: 'no-rule',
    });
  });

  it('publishes hardware only if it supports an entity', () => {
    expect(decide({ category: 'hardware' })).toMatchObject({ publish: false });
    expect(decide({ category: 'hardware', relations: supports })).toEqual({
      publish: true,
      rule: 1,
    });
  });

  it('never makes a second entity of code, even if a rule asks for it', () => {
    expect(
      publishDecision({
        asset: anAsset({ category: 'code', type: 'repository' }),
        unit: 'asset',
        rules: [{ category: 'code' }],
      }),
    ).toMatchObject({ publish: false, because: 'code' });
  });

  it('makes no entity of an asset that is linked to one', () => {
    expect(decide({ entityRef: 'resource:default/orders-db' })).toMatchObject({
      because: 'linked',
      reason: 'it is linked to resource:default/orders-db',
    });
  });

  it('publishes groups, but neither quantities nor folded things', () => {
    expect(decide({}, 'group')).toMatchObject({ publish: true });
    expect(decide({}, 'quantity')).toMatchObject({ because: 'unit' });
    expect(decide({}, 'fold')).toMatchObject({ because: 'unit' });
  });

  it('needs every condition of a rule, and one value of each', () => {
    const rules = [
      { category: 'cloud' as const, type: ['cloud-database', 'bucket'] },
    ];
    const published = (asset: Partial<PublishableAsset>) =>
      publishDecision({ asset: anAsset(asset), unit: 'asset', rules }).publish;
    expect(published({ type: 'bucket' })).toBe(true);
    expect(published({ type: 'virtual-machine' })).toBe(false);
    expect(published({ type: 'bucket', category: 'data' })).toBe(false);
  });

  it('publishes nothing without rules', () => {
    expect(
      publishDecision({ asset: anAsset(), unit: 'asset', rules: [] }),
    ).toMatchObject({ publish: false, because: 'no-rule' });
  });
});
