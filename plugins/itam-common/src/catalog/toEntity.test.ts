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

import {
  EntityPolicies,
  FieldFormatEntityPolicy,
  SchemaValidEntityPolicy,
  resourceEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import * as fc from 'fast-check';
import type { AssetState } from '../register';
import { assetEntitySchema, licenceEntitySchema } from './entity';
import { makeTheSameEntity, publishedAssetOf } from './publishedAsset';
import { toEntity } from './toEntity';

function anAsset(asset: Partial<AssetState> = {}): AssetState {
  return {
    id: '0192aaaa-0000-7000-8000-000000000001',
    tag: 'orders-db-1a2b3c',
    type: 'cloud-database',
    category: 'cloud',
    name: 'orders-db',
    status: 'in-use',
    stage: 'use',
    owner: 'group:default/payments',
    attributes: {},
    labels: {},
    keys: [],
    relations: [],
    fields: [],
    version: 3,
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'x',
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: 'x',
    ...asset,
  };
}

function entityOf(
  asset: Partial<AssetState> = {},
  options: { dependsOn?: string[]; appBaseUrl?: string } = {},
) {
  const state = anAsset(asset);
  return toEntity({
    publication: {
      assetId: state.id,
      tag: state.tag,
      version: 7,
      tombstone: false,
      pending: true,
      dependsOn: options.dependsOn,
      asset: publishedAssetOf(state),
    },
    unownedOwner: 'group:default/unowned',
    appBaseUrl: options.appBaseUrl,
  });
}

function supports(ref: string): AssetState['relations'][number] {
  return { type: 'supports', toEntityRef: ref, origin: 'person' };
}

describe('toEntity', () => {
  it('makes a stock Resource of a cloud asset', async () => {
    const entity = entityOf(
      {
        keys: [{ type: 'provider-id', value: 'arn:aws:rds:eu:1:db:orders' }],
        relations: [supports('component:default/checkout')],
        description: 'Orders',
      },
      { dependsOn: ['resource:default/net'], appBaseUrl: 'https://portal/' },
    );
    expect(entity).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'orders-db-1a2b3c',
        namespace: 'default',
        title: 'orders-db',
        description: 'Orders',
        annotations: {
          'itam/asset-id': '0192aaaa-0000-7000-8000-000000000001',
          'itam/asset-tag': 'orders-db-1a2b3c',
          'itam/provider-id': 'arn:aws:rds:eu:1:db:orders',
          'itam/published-version': '7',
          'backstage.io/view-url':
            'https://portal/itam/assets/orders-db-1a2b3c',
        },
        links: [
          {
            url: 'https://portal/itam/assets/orders-db-1a2b3c',
            title: 'IT asset register',
          },
        ],
      },
      spec: {
        type: 'cloud-database',
        category: 'cloud',
        lifecycle: 'in-use',
        owner: 'group:default/payments',
        dependencyOf: ['component:default/checkout'],
        dependsOn: ['resource:default/net'],
      },
    });
    await expect(resourceEntityV1alpha1Validator.check(entity)).resolves.toBe(
      true,
    );
  });

  it('makes a Licence with product, metric and publisher', () => {
    const entity = entityOf({
      category: 'licence',
      type: 'subscription-licence',
      tag: 'LIC-000042',
      manufacturer: 'JetBrains',
      attributes: {
        product: 'all-products',
        metric: 'named-user',
        quantity: 9,
      },
    });
    expect(licenceEntitySchema.parse(entity).spec).toEqual({
      type: 'subscription-licence',
      category: 'licence',
      lifecycle: 'in-use',
      owner: 'group:default/payments',
      product: 'all-products',
      metric: 'named-user',
      publisher: 'JetBrains',
    });
  });

  it('makes an Asset of everything else', () => {
    const entity = entityOf({ category: 'hardware', type: 'server' });
    expect(assetEntitySchema.parse(entity).kind).toBe('Asset');
  });

  it('publishes what nobody owns in the name of the configured group', () => {
    expect(entityOf({ owner: undefined }).spec?.owner).toBe(
      'group:default/unowned',
    );
  });

  it('keeps people, serials and money out of the entity', () => {
    const text = JSON.stringify(
      entityOf({
        custodian: 'user:default/secret-custodian',
        consumer: 'user:default/secret-consumer',
        serial: 'SECRET-SERIAL',
        attributes: { cost: 'secret-cost' },
        labels: { note: 'secret-label' },
      }),
    );
    expect(text).not.toMatch(/secret/i);
  });

  it('belongs to a system only when it serves exactly one as a whole', () => {
    expect(
      entityOf({ relations: [supports('system:default/payments')] }).spec,
    ).toMatchObject({ system: 'system:default/payments' });
    expect(
      entityOf({
        relations: [
          supports('system:default/payments'),
          supports('system:default/orders'),
        ],
      }).spec,
    ).not.toHaveProperty('system');
  });

  it('names each supported entity once, in the same order every time', () => {
    expect(
      entityOf({
        relations: [
          supports('component:default/b'),
          { ...supports('component:default/a'), origin: 'source:x' },
          supports('component:default/a'),
          supports('group:default/g'),
        ],
      }).spec?.dependencyOf,
    ).toEqual(['component:default/a', 'component:default/b']);
  });

  it('is accepted by the catalog whatever names, tags and texts say', async () => {
    const policy = EntityPolicies.allOf([
      new SchemaValidEntityPolicy(),
      new FieldFormatEntityPolicy(),
    ]);
    const text = fc.string({
      minLength: 1,
      maxLength: 90,
      unit: 'grapheme-composite',
    });
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (tag, name, env, note) => {
        const entity = entityOf(
          { tag, name, environment: env, provider: env, description: note },
          { appBaseUrl: 'http://localhost:3000' },
        );
        await expect(policy.enforce(entity)).resolves.toBeDefined();
      }),
    );
  });
});

describe('makeTheSameEntity', () => {
  it('sees no difference in figures the entity does not carry', () => {
    expect(
      makeTheSameEntity(
        anAsset(),
        anAsset({
          version: 4,
          attributes: { size: 9 },
          lastVerifiedAt: '2026-05-01T00:00:00.000Z',
        }),
      ),
    ).toBe(true);
  });

  it.each([
    ['status', { status: 'retired' }],
    ['owner', { owner: 'group:default/other' }],
    ['name', { name: 'other' }],
    ['what it supports', { relations: [supports('component:default/x')] }],
    [
      'what it stands on',
      {
        relations: [
          { type: 'runs-on' as const, toAssetId: 'other', origin: 'person' },
        ],
      },
    ],
  ])('sees a change of %s', (_, change) => {
    expect(makeTheSameEntity(anAsset(), anAsset(change))).toBe(false);
  });
});
