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

import { AssetTypeLibrary } from '../../assetTypes';
import { LifecycleLibrary } from '../../lifecycle';
import type { AssetState } from '../asset';
import type { AssetChange, ChangeOrigin } from '../change';
import type { DecideContext } from '../decide';

const models = LifecycleLibrary.create();
const types = AssetTypeLibrary.create({ lifecycleModels: models });

/** A cloud database a source registered, in use and owned. */
export function anAsset(differences: Partial<AssetState> = {}): AssetState {
  return {
    id: '01935000-0000-7000-8000-000000000001',
    tag: 'orders-db-0a1b2c3d',
    type: 'cloud-database',
    category: 'cloud',
    name: 'orders-db',
    status: 'in-use',
    stage: 'use',
    owner: 'group:default/payments',
    sourceId: 'terraform',
    attributes: { engine: 'postgres' },
    labels: { team: 'payments' },
    keys: [{ type: 'provider-id', value: 'arn:aws:rds:eu-west-1:1:db:orders' }],
    relations: [
      {
        type: 'supports',
        toEntityRef: 'component:default/orders',
        origin: 'source:terraform',
      },
    ],
    fields: [],
    version: 3,
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'source:terraform',
    updatedAt: '2026-01-02T00:00:00.000Z',
    updatedBy: 'source:terraform',
    ...differences,
  };
}

/** A change of the source that registered {@link anAsset}. */
export function observed(
  facts: AssetChange['facts'],
  rest: Partial<AssetChange> = {},
): AssetChange {
  return { origin: source('terraform'), action: 'observe', facts, ...rest };
}

/** A change of a person. */
export function edited(
  facts: AssetChange['facts'],
  rest: Partial<AssetChange> = {},
): AssetChange {
  return {
    origin: { kind: 'person', ref: 'user:default/ann' },
    action: 'update',
    facts,
    ...rest,
  };
}

/** A source as the origin of a change. */
export function source(sourceId: string): ChangeOrigin {
  return { kind: 'source', sourceId, runId: 'run-1' };
}

/** What decisions rest on, at a fixed instant. */
export function aContext(
  differences: Partial<DecideContext> = {},
): DecideContext {
  return {
    now: '2026-03-01T12:00:00.000Z',
    assetId: '01935000-0000-7000-8000-000000000001',
    types,
    models,
    ...differences,
  };
}
