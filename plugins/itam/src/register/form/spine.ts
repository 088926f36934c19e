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
  acquisitionMethods,
  AssetCategory,
  assetConditions,
  assetPatchSchema,
  confidentialityClasses,
  ownershipKinds,
} from '@itam/plugin-itam-common';
import { words } from '../../shared';
import { Choice, Field } from './field';

/** The fields every asset has, that a person can set. */
export type SpineName = Exclude<
  keyof typeof assetPatchSchema.shape,
  'dates' | 'attributes' | 'unlock' | 'reason'
>;

/** The parts a form of an asset is told in. */
export const spineGroups = ['identity', 'custody', 'place', 'money'] as const;

type Line = Pick<
  Field,
  'kind' | 'choices' | 'entityKinds' | 'many' | 'required' | 'maxLength'
> & {
  name: SpineName;
  group: (typeof spineGroups)[number];
  /** Categories it is asked of; all if left out. */
  only?: AssetCategory[];
};

const physical: AssetCategory[] = ['hardware', 'network', 'facility'];
const hosted: AssetCategory[] = [
  'cloud',
  'network',
  'software',
  'data',
  'service',
  'code',
];

const worded = (values: readonly string[]): Choice[] =>
  values.map(value => ({ value, label: words(value) }));

const holders = ['Group', 'User'];

/** How each field is given. */
export const spine: Line[] = [
  {
    name: 'name',
    group: 'identity',
    kind: 'text',
    required: true,
    maxLength: 500,
  },
  { name: 'modelId', group: 'identity', kind: 'model' },
  { name: 'manufacturer', group: 'identity', kind: 'text', maxLength: 200 },
  { name: 'model', group: 'identity', kind: 'text', maxLength: 200 },
  {
    name: 'serial',
    group: 'identity',
    kind: 'text',
    maxLength: 200,
    only: physical,
  },
  { name: 'sku', group: 'identity', kind: 'text', maxLength: 100 },
  {
    name: 'condition',
    group: 'identity',
    kind: 'choice',
    choices: worded(assetConditions),
    only: physical,
  },
  { name: 'entityRef', group: 'identity', kind: 'entity' },
  { name: 'description', group: 'identity', kind: 'long', maxLength: 4000 },
  { name: 'notes', group: 'identity', kind: 'long', maxLength: 10_000 },
  { name: 'owner', group: 'custody', kind: 'entity', entityKinds: holders },
  {
    name: 'custodian',
    group: 'custody',
    kind: 'entity',
    entityKinds: holders,
  },
  { name: 'consumer', group: 'custody', kind: 'entity' },
  { name: 'supports', group: 'custody', kind: 'entity', many: true },
  { name: 'legalEntity', group: 'custody', kind: 'legal-entity' },
  {
    name: 'ownership',
    group: 'custody',
    kind: 'choice',
    choices: worded(ownershipKinds),
  },
  {
    name: 'criticality',
    group: 'custody',
    kind: 'choice',
    choices: [1, 2, 3, 4].map(value => ({ value, label: String(value) })),
  },
  {
    name: 'confidentiality',
    group: 'custody',
    kind: 'choice',
    choices: worded(confidentialityClasses),
  },
  {
    name: 'regulations',
    group: 'custody',
    kind: 'text',
    many: true,
    maxLength: 100,
  },
  { name: 'location', group: 'place', kind: 'location' },
  { name: 'environment', group: 'place', kind: 'text', maxLength: 100 },
  {
    name: 'hosting',
    group: 'place',
    kind: 'choice',
    choices: worded(['on-premises', 'colocation', 'public-cloud', 'saas']),
  },
  {
    name: 'provider',
    group: 'place',
    kind: 'text',
    maxLength: 64,
    only: hosted,
  },
  {
    name: 'account',
    group: 'place',
    kind: 'text',
    maxLength: 200,
    only: hosted,
  },
  {
    name: 'region',
    group: 'place',
    kind: 'text',
    maxLength: 100,
    only: hosted,
  },
  { name: 'purchaseCost', group: 'money', kind: 'money' },
  { name: 'acquiredOn', group: 'money', kind: 'day' },
  {
    name: 'acquisitionMethod',
    group: 'money',
    kind: 'choice',
    choices: worded(acquisitionMethods),
  },
  { name: 'supplier', group: 'money', kind: 'text', maxLength: 200 },
  { name: 'orderNumber', group: 'money', kind: 'text', maxLength: 100 },
  { name: 'fixedAssetNumber', group: 'money', kind: 'text', maxLength: 100 },
];
