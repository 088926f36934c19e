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

import { AttributeDefinition } from '../assetTypes/attributes';
import { assetCategories } from '../assetTypes/categories';
import {
  acquisitionMethods,
  assetConditions,
  AssetState,
  confidentialityClasses,
  ownershipKinds,
} from '../register/asset';

/** How the text of a cell is read and written. @public */
export type CellForm =
  | { kind: 'text'; maxLength?: number }
  | { kind: 'number'; unit?: string; integer?: { min: number; max: number } }
  | { kind: 'date' }
  | { kind: 'money' }
  | { kind: 'currency' }
  | { kind: 'boolean' }
  | { kind: 'enum'; values: readonly string[] }
  | { kind: 'entity'; entityKinds?: readonly string[] }
  | { kind: 'asset' }
  | { kind: 'url' }
  | { kind: 'record'; record: 'location' | 'legal-entity' | 'model' };

/** A fact of assets as a column of a table. @public */
export interface AssetField {
  /** The header, `owner` for example. */
  name: string;
  form: CellForm;
  /** Several values in one cell. */
  multi?: boolean;
  /** Other headers it is known by, in any spelling of their letters. */
  synonyms?: string[];
  /** Written by an export, not read by an import: it follows from other facts. */
  readOnly?: boolean;
}

const text = (maxLength: number): CellForm => ({ kind: 'text', maxLength });

const person: CellForm = { kind: 'entity', entityKinds: ['group', 'user'] };

/** The facts every asset can have, in the order of an export. @public */
export const assetFields: AssetField[] = [
  { name: 'id', form: text(64), synonyms: ['asset id'] },
  {
    name: 'tag',
    form: text(63),
    synonyms: ['asset tag', 'inventory number', 'label'],
  },
  { name: 'type', form: text(100), synonyms: ['asset type'] },
  {
    name: 'category',
    form: { kind: 'enum', values: assetCategories },
    readOnly: true,
  },
  {
    name: 'name',
    form: text(500),
    synonyms: ['asset name', 'item name', 'title'],
  },
  { name: 'description', form: text(4000) },
  {
    name: 'status',
    form: text(64),
    synonyms: ['state', 'asset status', 'status label', 'lifecycle status'],
  },
  { name: 'stage', form: text(32), readOnly: true },
  {
    name: 'owner',
    form: person,
    synonyms: ['owner ref', 'owned by', 'owning team', 'team'],
  },
  {
    name: 'legalEntity',
    form: { kind: 'record', record: 'legal-entity' },
    synonyms: ['company'],
  },
  { name: 'ownership', form: { kind: 'enum', values: ownershipKinds } },
  {
    name: 'custodian',
    form: person,
    synonyms: ['custodian ref', 'kept by', 'managed by'],
  },
  {
    name: 'consumer',
    form: { kind: 'entity' },
    synonyms: ['consumer ref', 'assigned to', 'checked out to', 'user'],
  },
  {
    name: 'location',
    form: { kind: 'record', record: 'location' },
    synonyms: ['site', 'location code', 'location id'],
  },
  { name: 'environment', form: text(100), synonyms: ['env'] },
  {
    name: 'hosting',
    form: {
      kind: 'enum',
      values: ['on-premises', 'colocation', 'public-cloud', 'saas'],
    },
  },
  {
    name: 'criticality',
    form: { kind: 'number', integer: { min: 1, max: 4 } },
  },
  {
    name: 'manufacturer',
    form: text(200),
    synonyms: ['maker', 'vendor', 'brand', 'make'],
  },
  { name: 'model', form: text(200), synonyms: ['model name'] },
  {
    name: 'modelId',
    form: { kind: 'record', record: 'model' },
    synonyms: ['catalogue model', 'model code'],
  },
  {
    name: 'serial',
    form: text(200),
    synonyms: ['serial number', 'serial no', 'sn', 's/n'],
  },
  { name: 'provider', form: text(64), synonyms: ['cloud provider'] },
  {
    name: 'account',
    form: text(200),
    synonyms: ['account id', 'subscription id'],
  },
  { name: 'region', form: text(100) },
  {
    name: 'entityRef',
    form: { kind: 'entity' },
    synonyms: ['entity', 'catalog entity'],
  },
  {
    name: 'supports',
    form: { kind: 'entity' },
    multi: true,
    synonyms: ['service', 'services', 'supported services'],
  },
  {
    name: 'condition',
    form: { kind: 'enum', values: assetConditions },
  },
  {
    name: 'confidentiality',
    form: { kind: 'enum', values: confidentialityClasses },
    synonyms: ['classification'],
  },
  { name: 'regulations', form: text(100), multi: true },
  {
    name: 'notes',
    form: text(10_000),
    synonyms: ['note', 'asset notes', 'comment', 'comments', 'remarks'],
  },
  { name: 'fixedAssetNumber', form: text(100) },
  {
    name: 'sku',
    form: text(100),
    synonyms: ['part number', 'model number'],
  },
  {
    name: 'acquiredOn',
    form: { kind: 'date' },
    synonyms: ['purchase date', 'purchased', 'purchased on', 'date acquired'],
  },
  {
    name: 'acquisitionMethod',
    form: { kind: 'enum', values: acquisitionMethods },
  },
  {
    name: 'purchaseCost',
    form: { kind: 'money' },
    synonyms: ['purchase cost amount', 'purchase price', 'price', 'cost'],
  },
  {
    name: 'purchaseCost.currency',
    form: { kind: 'currency' },
    synonyms: ['currency'],
  },
  { name: 'supplier', form: text(200), synonyms: ['seller', 'reseller'] },
  {
    name: 'orderNumber',
    form: text(100),
    synonyms: ['order', 'order no', 'purchase order', 'po number'],
  },
  { name: 'keys', form: text(1000), multi: true },
  { name: 'flags', form: text(32), multi: true, readOnly: true },
  { name: 'sourceId', form: text(200), readOnly: true, synonyms: ['source'] },
  { name: 'version', form: text(16), readOnly: true },
  { name: 'updatedAt', form: text(32), readOnly: true },
];

const byName = new Map(assetFields.map(field => [field.name, field]));

/** The field of a name of {@link assetFields}. @public */
export function assetField(name: string): AssetField | undefined {
  return byName.get(name);
}

/** The form of an attribute in a cell. @public */
export function formOfAttribute(attribute: AttributeDefinition): CellForm {
  switch (attribute.kind) {
    case 'text':
      return { kind: 'text' };
    case 'number':
      return { kind: 'number', unit: attribute.unit };
    case 'enum':
      return { kind: 'enum', values: attribute.values ?? [] };
    case 'entity':
      return (attribute.entityKind ?? 'Asset') === 'Asset'
        ? { kind: 'asset' }
        : {
            kind: 'entity',
            entityKinds: [String(attribute.entityKind).toLowerCase()],
          };
    default:
      return { kind: attribute.kind };
  }
}

/** The present value of a field of {@link assetFields} beside money. */
export function valueOfField(state: AssetState, name: string): unknown {
  switch (name) {
    case 'supports':
      return supportedBy(state);
    case 'keys':
      return state.keys.map(({ type, value }) => `${type}=${value}`);
    case 'purchaseCost.currency':
      return state.purchaseCost?.currency;
    default:
      return Reflect.get(state, name);
  }
}

/** The entities an asset supports, each once, in order. @public */
export function supportedBy({ relations }: AssetState): string[] {
  const refs = relations
    .filter(({ type }) => type === 'supports')
    .flatMap(({ toEntityRef }) => toEntityRef ?? []);
  return [...new Set(refs)].sort();
}
