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

import { useApi } from '@backstage/core-plugin-api';
import {
  CatalogueModelItem,
  itamRoutes,
  LegalEntityItem,
  LocationItem,
} from '@itam/plugin-itam-common';
import { itamApiRef, ItamApi } from '../../api';
import { useRead } from '../../shared';
import { Found } from './Finder';
import { useSettled } from './useSettled';

/** A kind of record assets share. */
export type SharedRecord = 'location' | 'legal-entity' | 'model';

const FOUND_AT_MOST = 12;

/** The records in use that fit what was typed. */
export function useFoundRecords(options: {
  record: SharedRecord;
  search: string;
  /** Of models: only those of this asset type. */
  assetType?: string;
}) {
  const api = useApi(itamApiRef);
  const { record, assetType } = options;
  const q = useSettled(options.search).trim();
  const { value = [], loading } = useRead(
    [record, q, assetType],
    async signal => (q ? listOf(api, record, { q, assetType, signal }) : []),
  );
  return { found: value, searching: loading };
}

/** What a record is called; nothing if it cannot be read. */
export function useRecordName(
  record: SharedRecord,
  id: string | undefined,
): string | undefined {
  const api = useApi(itamApiRef);
  return useRead([record, id], async signal =>
    id ? nameOf(api, record, { params: { id }, signal }) : undefined,
  ).value;
}

async function listOf(
  api: ItamApi,
  record: SharedRecord,
  wanted: { q: string; assetType?: string; signal: AbortSignal },
): Promise<Found[]> {
  const { q, assetType, signal } = wanted;
  const query = { q, retired: 'false' as const, limit: FOUND_AT_MOST };
  switch (record) {
    case 'location': {
      const page = await api.call(itamRoutes.listLocations, { query, signal });
      return page.items.map(item => foundAs(item.id, locationName(item)));
    }
    case 'legal-entity': {
      const page = await api.call(itamRoutes.listLegalEntities, {
        query,
        signal,
      });
      return page.items.map(item => foundAs(item.id, legalEntityName(item)));
    }
    default: {
      const page = await api.call(itamRoutes.listModels, {
        query: { ...query, type: assetType },
        signal,
      });
      return page.items.map(item => foundAs(item.id, modelName(item)));
    }
  }
}

async function nameOf(
  api: ItamApi,
  record: SharedRecord,
  request: { params: { id: string }; signal: AbortSignal },
): Promise<string> {
  switch (record) {
    case 'location':
      return locationName(await api.call(itamRoutes.getLocation, request));
    case 'legal-entity':
      return legalEntityName(
        await api.call(itamRoutes.getLegalEntity, request),
      );
    default:
      return modelName(await api.call(itamRoutes.getModel, request));
  }
}

function foundAs(id: string, label: string): Found {
  return { id, label };
}

function locationName({ path, name, code }: LocationItem): string {
  return `${[...path.map(outer => outer.name), name].join(' › ')} (${code})`;
}

function legalEntityName({ name, code }: LegalEntityItem): string {
  return `${name} (${code})`;
}

function modelName({ manufacturer, name, code }: CatalogueModelItem): string {
  return `${manufacturer} ${name} (${code})`;
}
