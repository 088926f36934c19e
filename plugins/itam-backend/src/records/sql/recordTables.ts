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
  amountOf,
  CatalogueModelFacts,
  LegalEntityFacts,
  LocationFacts,
  microsOf,
  Money,
  RecordKind,
} from '@itam/plugin-itam-common';
import { fromJson, storableJson } from '../../database';
import type { RecordName } from '../RecordStore';

/** The value of a column, as both drivers take it. */
export type RecordCell = string | number | boolean | null;

/** A row, as both drivers give it. */
export type RecordRow = Record<string, unknown>;

/** How the facts of a kind of record lie in its table. */
export interface RecordTable<F extends RecordName> {
  kind: RecordKind;
  table: string;
  /** The column of `assets` that names a record of this kind. */
  assetColumn: string;
  /** The columns it has beside those all kinds have. */
  cellsOf(facts: F): Record<string, RecordCell>;
  factsOf(row: RecordRow): F;
  /** What a search looks at. */
  searchedOf(facts: F): Array<string | undefined>;
}

/** Locations in SQL. */
export const locationTable: RecordTable<LocationFacts> = {
  kind: 'location',
  table: 'locations',
  assetColumn: 'location_id',
  cellsOf: facts => ({
    kind: facts.kind,
    parent_id: facts.parent ?? null,
    address: facts.address ?? null,
    country: facts.country ?? null,
    contacts: storableJson(facts.contacts ?? []),
    permitted_region: facts.permittedRegion ?? null,
    keeper_ref: facts.keeper ?? null,
  }),
  factsOf: row => ({
    code: String(row.code),
    name: String(row.name),
    // rows hold what was parsed before it was written
    kind: row.kind as LocationFacts['kind'],
    parent: text(row.parent_id),
    address: text(row.address),
    country: text(row.country),
    contacts: listOf<NonNullable<LocationFacts['contacts']>[number]>(
      row.contacts,
    ),
    permittedRegion: text(row.permitted_region),
    keeper: text(row.keeper_ref),
  }),
  searchedOf: facts => [facts.address],
};

/** Legal entities in SQL. */
export const legalEntityTable: RecordTable<LegalEntityFacts> = {
  kind: 'legal-entity',
  table: 'legal_entities',
  assetColumn: 'legal_entity',
  cellsOf: facts => ({
    country: facts.country,
    registration_number: facts.registrationNumber ?? null,
    currency: facts.currency,
    threshold: micros(facts.capitalisationThreshold),
    threshold_currency: facts.capitalisationThreshold?.currency ?? null,
  }),
  factsOf: row => ({
    code: String(row.code),
    name: String(row.name),
    country: String(row.country),
    registrationNumber: text(row.registration_number),
    currency: String(row.currency),
    capitalisationThreshold: money(row.threshold, row.threshold_currency),
  }),
  searchedOf: facts => [facts.registrationNumber],
};

/** The model catalogue in SQL. */
export const modelTable: RecordTable<CatalogueModelFacts> = {
  kind: 'model',
  table: 'models',
  assetColumn: 'model_id',
  cellsOf: facts => ({
    type: facts.type,
    manufacturer: facts.manufacturer,
    edition: facts.edition ?? null,
    part_number: facts.partNumber ?? null,
    list_price: micros(facts.listPrice),
    list_price_currency: facts.listPrice?.currency ?? null,
    list_price_on: facts.listPriceOn ?? null,
    approved: facts.approved,
    approval_conditions: facts.approvalConditions ?? null,
    end_of_sale: facts.endOfSale ?? null,
    end_of_support: facts.endOfSupport ?? null,
    end_of_patches: facts.endOfPatches ?? null,
    substitutes: storableJson(facts.substitutes ?? []),
    attributes: storableJson(facts.attributes ?? {}),
  }),
  factsOf: row => {
    const attributes = fromJson<Record<string, unknown>>(
      // the column holds JSON of this form
      row.attributes as string,
    );
    return {
      code: String(row.code),
      name: String(row.name),
      type: String(row.type),
      manufacturer: String(row.manufacturer),
      edition: text(row.edition),
      partNumber: text(row.part_number),
      listPrice: money(row.list_price, row.list_price_currency),
      listPriceOn: text(row.list_price_on),
      approved: Boolean(row.approved),
      approvalConditions: text(row.approval_conditions),
      endOfSale: text(row.end_of_sale),
      endOfSupport: text(row.end_of_support),
      endOfPatches: text(row.end_of_patches),
      substitutes: listOf<string>(row.substitutes),
      attributes: Object.keys(attributes).length > 0 ? attributes : undefined,
    };
  },
  searchedOf: facts => [facts.manufacturer, facts.edition, facts.partNumber],
};

function text(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}

/** A JSON list; an empty one is no fact. */
function listOf<T>(value: unknown): T[] | undefined {
  // the column holds JSON of this form
  const items = fromJson<T[]>(value as string);
  return items.length > 0 ? items : undefined;
}

function micros(amount: Money | undefined): string | null {
  return amount ? String(microsOf(amount.amount)) : null;
}

function money(amount: unknown, currency: unknown): Money | undefined {
  return amount === null || amount === undefined
    ? undefined
    : {
        // BigInt takes what either driver gives: text, or a whole number
        amount: amountOf(BigInt(String(amount))),
        currency: String(currency),
      };
}
