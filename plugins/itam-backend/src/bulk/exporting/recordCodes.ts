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

import type { AssetState, RecordCodes } from '@itam/plugin-itam-common';
import type { KnownRecords } from '../../records';

/** The codes of the shared records that assets name: id → code. */
export async function recordCodes(
  records: KnownRecords,
  states: AssetState[],
): Promise<RecordCodes> {
  const named = (nameOf: (state: AssetState) => string | undefined) => [
    ...new Set(states.flatMap(state => nameOf(state) ?? [])),
  ];
  const locations = named(({ location }) => location);
  const legalEntities = named(({ legalEntity }) => legalEntity);
  const models = named(({ modelId }) => modelId);
  const codes = new Map<string, string>();
  for (const found of [
    locations.length > 0 ? await records.locations(locations) : [],
    legalEntities.length > 0 ? await records.legalEntities(legalEntities) : [],
    models.length > 0 ? await records.models(models) : [],
  ]) {
    for (const [id, { code }] of found) {
      codes.set(id, code);
    }
  }
  return codes;
}
