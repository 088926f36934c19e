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

import type { AssetChange, AssetKey, AssetState } from '../register';

type Fields = AssetChange['facts'];

/** Facts that are a field of the asset. */
const fieldOfFact: Record<string, keyof Fields> = {
  owner: 'owner',
  legalEntity: 'legalEntity',
  custodian: 'custodian',
  environment: 'environment',
  condition: 'condition',
  'location.exact': 'location',
  'stock.location': 'location',
  'identity.serial': 'serial',
  'identity.sku': 'sku',
  'identity.fixedAssetNumber': 'fixedAssetNumber',
  'acquisition.date': 'acquiredOn',
  'acquisition.method': 'acquisitionMethod',
  'model.catalogueEntry': 'modelId',
};

/** Facts that are a key date, by the kind of date. */
const dateOfFact: Record<string, string> = {
  'date.leaseEnd': 'lease-end',
  'date.renewal': 'renewal',
  'date.warrantyEnd': 'warranty-end',
  'date.licenceExpiry': 'licence-expiry',
  'date.trueUp': 'true-up',
  'date.maintenanceRenewal': 'maintenance-renewal',
  'date.endOfSupport': 'end-of-support',
  'date.agreedUpgrade': 'agreed-upgrade',
  'date.proactiveMaintenance': 'next-maintenance',
  'date.returnToStock': 'return-to-stock',
  'date.loanEnd': 'loan-end',
};

/** Facts of a transition, by where the register keeps them. */
export interface SplitFacts {
  /** Fields of the asset. */
  fields: Fields;
  /** Catalog entities it serves, if the facts say so. */
  supports?: string[];
  keys: AssetKey[];
  /** What is no field of the asset and is kept as a fact. */
  rest: Record<string, unknown>;
}

/**
 * What the asset itself tells of the facts a transition may ask for: its
 * fields, key dates, tag and relations.
 *
 * @public
 */
export function factsOfAsset(state: AssetState): Record<string, unknown> {
  const facts: Record<string, unknown> = { 'identity.registerId': state.tag };
  for (const [fact, field] of Object.entries(fieldOfFact)) {
    facts[fact] = Reflect.get(state, field);
  }
  for (const [fact, kind] of Object.entries(dateOfFact)) {
    facts[fact] = state.dates?.[kind];
  }
  if (state.consumer) {
    facts.assignee = [state.consumer];
  }
  const supported = state.relations.flatMap(({ type, toEntityRef }) =>
    type === 'supports' && toEntityRef ? [toEntityRef] : [],
  );
  if (supported.length > 0) {
    facts['service.supported'] = [...new Set(supported)].sort();
  }
  const barcode = state.keys.find(({ type }) => type === 'barcode');
  if (barcode) {
    facts['identity.barcode'] = barcode.value;
  }
  if (state.entityRef) {
    facts['ci.ref'] = state.entityRef;
  }
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  );
}

/**
 * Sorts facts into fields of the asset and facts that are kept beside it.
 *
 * @param facts - as `parseFacts` answers them
 *
 * @public
 */
export function splitFacts(facts: Record<string, unknown>): SplitFacts {
  const split: SplitFacts = { fields: {}, keys: [], rest: {} };
  for (const [fact, value] of Object.entries(facts)) {
    if (Object.hasOwn(fieldOfFact, fact)) {
      Object.assign(split.fields, { [fieldOfFact[fact]]: idOf(value) });
    } else if (Object.hasOwn(dateOfFact, fact) && value !== 'none') {
      split.fields.dates = {
        ...split.fields.dates,
        [dateOfFact[fact]]: String(value),
      };
    } else {
      splitOther(split, fact, value);
    }
  }
  return split;
}

function splitOther(split: SplitFacts, fact: string, value: unknown): void {
  switch (fact) {
    case 'identity.registerId':
      return;
    case 'identity.barcode':
      split.keys.push({ type: 'barcode', value: String(value) });
      return;
    case 'assignee': {
      const refs = [value].flat().map(String);
      const person = refs.find(ref => ref.startsWith('user:'));
      if (person) {
        split.fields.consumer = person;
      }
      const services = refs.filter(ref => !ref.startsWith('user:'));
      if (services.length > 0) {
        split.rest[fact] = refs;
      }
      return;
    }
    case 'service.supported':
      split.supports = [value].flat().map(String);
      return;
    case 'spec.asBuilt':
      if (typeof value === 'object' && value !== null) {
        split.fields.attributes = { ...value };
      }
      break;
    default:
  }
  split.rest[fact] = value;
}

/** A reference is an id, or a record that has one. */
function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value
    ? value.id
    : value;
}
