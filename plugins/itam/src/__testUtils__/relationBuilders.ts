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
  AssetTypeLibrary,
  Impact,
  MapNode,
  RelatedAsset,
  RelationItem,
  RelationLibrary,
  RelationMap,
  RelationRule,
} from '@itam/plugin-itam-common';

/** The kinds of relation every register has. */
export function relationKinds(): RelationRule[] {
  return RelationLibrary.create({
    assetTypes: AssetTypeLibrary.create(),
  }).list();
}

/** Another asset a relation leads to. */
export function aRelatedAsset(given: Partial<RelatedAsset> = {}): RelatedAsset {
  return {
    id: '9',
    tag: 'payments-infra',
    name: 'payments-infra',
    type: 'iac-stack',
    category: 'code',
    status: 'in-use',
    ...given,
  };
}

/** A relation a person stated. */
export function aRelation(given: Partial<RelationItem> = {}): RelationItem {
  return {
    id: 'r1',
    type: 'supports',
    direction: 'out',
    origin: 'person',
    since: '2026-11-01T00:00:00.000Z',
    rollUp: [],
    ...(given.asset ? {} : { entityRef: 'component:default/checkout' }),
    ...given,
  };
}

/** A box of a map that stands for an asset. */
export function aMapNode(
  id: string,
  distance: number,
  asset: Partial<RelatedAsset> = {},
): MapNode {
  return {
    id,
    distance,
    asset: aRelatedAsset({ id, tag: id, name: id, ...asset }),
  };
}

/** A map of an asset alone. */
export function aRelationMap(given: Partial<RelationMap> = {}): RelationMap {
  return {
    nodes: [aMapNode('checkout-db', 0, { type: 'cloud-database' })],
    edges: [],
    truncated: false,
    hidden: 0,
    ...given,
  };
}

/** What stops with an asset: nothing. */
export function anImpact(given: Partial<Impact> = {}): Impact {
  return {
    assets: { total: 0, items: [] },
    entities: { total: 0, items: [] },
    owners: [],
    systems: [],
    domains: [],
    hidden: 0,
    truncated: false,
    ...given,
  };
}
