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
  AssetKey,
  AssetRelation,
  AssetState,
  assetStateSchema,
  FieldProvenance,
} from '@itam/plugin-itam-common';
import { fromJson, StageColumn } from '../../database';
import type { StoredItem } from '../AssetStore';

/** What is shown of an actor whose name was erased. */
export const ERASED_ACTOR = 'erased';

/** A row of `assets`, with the refs of its actors. */
export interface AssetRow {
  id: string;
  tag: string;
  type: string;
  category: string;
  name: string;
  name_sort: string;
  description: string | null;
  status: string;
  stage: string;
  owner_ref: string;
  legal_entity: string | null;
  ownership: string | null;
  custodian_ref: string | null;
  consumer_ref: string | null;
  location_id: string | null;
  environment: string;
  hosting: string | null;
  criticality: number | null;
  manufacturer: string | null;
  model: string | null;
  model_id: string | null;
  standard: Record<string, unknown> | string | null;
  status_since: string | null;
  serial: string | null;
  provider: string | null;
  account: string | null;
  region: string | null;
  entity_ref: string | null;
  attributes: Record<string, unknown> | string;
  labels: Record<string, string> | string;
  source_id: string | null;
  disputed: boolean | number;
  version: number;
  created_at: string;
  created_by: string | null;
  updated_at: string;
  updated_by: string | null;
  last_verified_at: string | null;
  last_verified_by: string | null;
}

/** The columns of `assets` a change writes, as a stage holds them. */
export const assetColumns: Record<string, StageColumn> = {
  id: 'text',
  tag: 'text',
  type: 'text',
  category: 'text',
  name: 'text',
  name_sort: 'text',
  description: 'text',
  status: 'text',
  stage: 'text',
  owner_ref: 'text',
  legal_entity: 'text',
  ownership: 'text',
  custodian_ref: 'text',
  consumer_ref: 'text',
  location_id: 'text',
  environment: 'text',
  hosting: 'text',
  criticality: 'integer',
  manufacturer: 'text',
  model: 'text',
  model_id: 'text',
  standard: 'json',
  status_since: 'text',
  serial: 'text',
  provider: 'text',
  account: 'text',
  region: 'text',
  entity_ref: 'text',
  attributes: 'json',
  labels: 'json',
  source_id: 'text',
  disputed: 'boolean',
  version: 'integer',
  created_at: 'text',
  created_by: 'text',
  updated_at: 'text',
  updated_by: 'text',
  last_verified_at: 'text',
  last_verified_by: 'text',
};

/** Columns that stay as they were when the asset was registered. */
export const constantColumns = ['id', 'created_at', 'created_by'];

/** The row of a state; actors by their ids. */
export function rowOf(
  state: AssetState,
  actorIds: Map<string, string>,
): Record<string, unknown> {
  return {
    id: state.id,
    tag: state.tag,
    type: state.type,
    category: state.category,
    name: state.name,
    name_sort: nameSortOf(state),
    description: state.description,
    status: state.status,
    stage: state.stage,
    owner_ref: state.owner ?? '',
    legal_entity: state.legalEntity,
    ownership: state.ownership,
    custodian_ref: state.custodian,
    consumer_ref: state.consumer,
    location_id: state.location,
    environment: state.environment ?? '',
    hosting: state.hosting,
    criticality: state.criticality,
    manufacturer: state.manufacturer,
    model: state.model,
    model_id: state.modelId,
    standard: standardOf(state),
    status_since: state.statusSince,
    serial: state.serial,
    provider: state.provider,
    account: state.account,
    region: state.region,
    entity_ref: state.entityRef,
    attributes: state.attributes,
    labels: state.labels,
    source_id: state.sourceId,
    disputed: isDisputed(state.fields),
    version: state.version,
    created_at: state.createdAt,
    created_by: actorIds.get(state.createdBy) ?? '',
    updated_at: state.updatedAt,
    updated_by: actorIds.get(state.updatedBy) ?? '',
    last_verified_at: state.lastVerifiedAt,
    last_verified_by: state.lastVerifiedBy,
  };
}

/** Standard facts that need no column, because no list filters by them. */
const standardFields = [
  'condition',
  'confidentiality',
  'regulations',
  'notes',
  'fixedAssetNumber',
  'sku',
  'acquiredOn',
  'acquisitionMethod',
  'purchaseCost',
  'supplier',
  'orderNumber',
  'dates',
  'flags',
] as const satisfies ReadonlyArray<keyof AssetState>;

/** Nothing where there is none of them: most discovered assets have none. */
function standardOf(
  state: AssetState,
): Partial<Record<string, unknown>> | undefined {
  let standard: Record<string, unknown> | undefined;
  for (const field of standardFields) {
    const value = state[field];
    if (value !== undefined) {
      standard = { ...standard, [field]: value };
    }
  }
  return standard;
}

/** What an asset is sorted by when lists go by name. */
export function nameSortOf({ name }: AssetState): string {
  return name.toLowerCase();
}

/** A source contradicts the register on some field. */
export function isDisputed(fields: FieldProvenance[]): boolean {
  return fields.some(({ observedBy }) => observedBy !== undefined);
}

/** The state of a row and of the rows that belong to it. */
export function stateOf(
  row: AssetRow,
  parts: {
    keys: AssetKey[];
    relations: AssetRelation[];
    fields: FieldProvenance[];
  },
): AssetState {
  return assetStateSchema.parse({
    id: row.id,
    tag: row.tag,
    type: row.type,
    category: row.category,
    name: row.name,
    description: row.description ?? undefined,
    status: row.status,
    stage: row.stage,
    owner: row.owner_ref || undefined,
    legalEntity: row.legal_entity ?? undefined,
    ownership: row.ownership ?? undefined,
    custodian: row.custodian_ref ?? undefined,
    consumer: row.consumer_ref ?? undefined,
    location: row.location_id ?? undefined,
    environment: row.environment || undefined,
    hosting: row.hosting ?? undefined,
    criticality: row.criticality ?? undefined,
    manufacturer: row.manufacturer ?? undefined,
    model: row.model ?? undefined,
    modelId: row.model_id ?? undefined,
    ...(row.standard !== null && fromJson<object>(row.standard)),
    statusSince: row.status_since ?? undefined,
    serial: row.serial ?? undefined,
    provider: row.provider ?? undefined,
    account: row.account ?? undefined,
    region: row.region ?? undefined,
    entityRef: row.entity_ref ?? undefined,
    attributes: fromJson(row.attributes),
    labels: fromJson(row.labels),
    sourceId: row.source_id ?? undefined,
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.created_by ?? ERASED_ACTOR,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by ?? ERASED_ACTOR,
    lastVerifiedAt: row.last_verified_at ?? undefined,
    lastVerifiedBy: row.last_verified_by ?? undefined,
    ...parts,
  });
}

/** An asset as lists show it. */
export function itemOf(state: AssetState): StoredItem {
  return {
    id: state.id,
    tag: state.tag,
    type: state.type,
    category: state.category,
    name: state.name,
    status: state.status,
    stage: state.stage,
    owner: state.owner,
    custodian: state.custodian,
    consumer: state.consumer,
    location: state.location,
    environment: state.environment,
    provider: state.provider,
    account: state.account,
    region: state.region,
    entityRef: state.entityRef,
    supports: supportedBy(state),
    disputed: isDisputed(state.fields),
    flags: state.flags,
    sourceId: state.sourceId,
    lastVerifiedAt: state.lastVerifiedAt,
    version: state.version,
    updatedAt: state.updatedAt,
  };
}

/** The entities an asset supports, each once, in order. */
export function supportedBy({ relations }: AssetState): string[] {
  const refs = relations
    .filter(({ type }) => type === 'supports')
    .flatMap(({ toEntityRef }) => toEntityRef ?? []);
  return [...new Set(refs)].sort();
}
