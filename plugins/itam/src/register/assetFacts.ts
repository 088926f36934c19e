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
  AssetDetail,
  AssetTypeItem,
  FieldProvenance,
  keyDateKinds,
} from '@itam/plugin-itam-common';
import { valueText, words } from '../shared';
import type { SharedRecord } from './form';
import { registerMessages } from './messages';

/** The facts of an asset that have a name of their own. */
export type NamedFact = Exclude<
  keyof typeof registerMessages.field,
  'supports' | 'source' | 'updatedAt'
>;

/** A fact of an asset: a named one, or an attribute with a label. */
export interface AssetFact {
  field: string;
  named?: NamedFact;
  label?: string;
  text?: string;
  /** The value names catalog entities. */
  entityRefs?: string[];
  /** The value is the id of a record assets share. */
  record?: { kind: SharedRecord; id: string };
  /** Where the value comes from, and what a source says instead. */
  provenance?: FieldProvenance;
}

/** Facts that belong together. */
export interface FactGroup {
  id: keyof typeof registerMessages.asset.group;
  facts: AssetFact[];
}

interface Words {
  yes: string;
  no: string;
}

/** The facts of an asset by group, leaving out what is empty and undisputed. */
export function assetFacts(
  asset: AssetDetail,
  type: AssetTypeItem | undefined,
  texts: Words,
): FactGroup[] {
  const provenance = new Map(asset.fields.map(at => [at.field, at]));
  const named = (field: NamedFact, value?: unknown): AssetFact => ({
    field,
    named: field,
    text: valueText(value, texts),
    provenance: provenance.get(field),
  });
  const entity = (field: NamedFact, ref?: string): AssetFact => ({
    field,
    named: field,
    entityRefs: ref ? [ref] : undefined,
    provenance: provenance.get(field),
  });
  const record = (
    field: NamedFact,
    kind: SharedRecord,
    id?: string,
  ): AssetFact => ({
    field,
    named: field,
    record: id ? { kind, id } : undefined,
    provenance: provenance.get(field),
  });
  const groups: FactGroup[] = [
    {
      id: 'identity',
      facts: [
        named('description', asset.description),
        named('category', words(asset.category)),
        named('manufacturer', asset.manufacturer),
        named('model', asset.model),
        record('modelId', 'model', asset.modelId),
        named('serial', asset.serial),
        named('sku', asset.sku),
        named('condition', asset.condition && words(asset.condition)),
        named(
          'keys',
          asset.keys.map(key => `${words(key.type)}: ${key.value}`),
        ),
        entity('entityRef', asset.entityRef),
        named('lastVerifiedAt', asset.lastVerifiedAt?.slice(0, 10)),
        named('notes', asset.notes),
      ],
    },
    {
      id: 'custody',
      facts: [
        entity('owner', asset.owner),
        entity('custodian', asset.custodian),
        entity('consumer', asset.consumer),
        record('legalEntity', 'legal-entity', asset.legalEntity),
        named('ownership', asset.ownership && words(asset.ownership)),
        named('criticality', asset.criticality),
        named(
          'confidentiality',
          asset.confidentiality && words(asset.confidentiality),
        ),
        named('regulations', asset.regulations),
      ],
    },
    {
      id: 'place',
      facts: [
        named('environment', asset.environment),
        named('hosting', asset.hosting && words(asset.hosting)),
        named('provider', asset.provider),
        named('account', asset.account),
        named('region', asset.region),
        record('location', 'location', asset.location),
      ],
    },
    {
      id: 'money',
      facts: [
        named('purchaseCost', asset.purchaseCost),
        named('acquiredOn', asset.acquiredOn),
        named(
          'acquisitionMethod',
          asset.acquisitionMethod && words(asset.acquisitionMethod),
        ),
        named('supplier', asset.supplier),
        named('orderNumber', asset.orderNumber),
        named('fixedAssetNumber', asset.fixedAssetNumber),
      ],
    },
    {
      id: 'dates',
      facts: Object.entries(asset.dates ?? {})
        .sort(([, one], [, other]) => one.localeCompare(other))
        .map(([kind, date]) => ({
          field: `dates.${kind}`,
          label: keyDateKinds[kind]?.title ?? words(kind),
          text: date,
          provenance: provenance.get(`dates.${kind}`),
        })),
    },
    { id: 'attributes', facts: attributeFacts(asset, type, provenance, texts) },
  ];
  return groups
    .map(({ id, facts }) => ({ id, facts: facts.filter(isWorthShowing) }))
    .filter(group => group.facts.length > 0);
}

function attributeFacts(
  asset: AssetDetail,
  type: AssetTypeItem | undefined,
  provenance: Map<string, FieldProvenance>,
  texts: Words,
): AssetFact[] {
  const declared = type?.attributes ?? [];
  const known = new Map(declared.map(attribute => [attribute.name, attribute]));
  const names = [
    ...declared.map(({ name }) => name),
    ...Object.keys(asset.attributes).filter(name => !known.has(name)),
  ];
  return names.map(name => ({
    field: `attributes.${name}`,
    label: words(name),
    text: valueText(asset.attributes[name], {
      ...texts,
      unit: known.get(name)?.unit,
    }),
    provenance: provenance.get(`attributes.${name}`),
  }));
}

function isWorthShowing(fact: AssetFact): boolean {
  return (
    fact.text !== undefined ||
    fact.entityRefs !== undefined ||
    fact.record !== undefined ||
    fact.provenance?.observed !== undefined
  );
}
