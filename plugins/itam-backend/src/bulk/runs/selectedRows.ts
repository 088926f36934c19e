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

import type { AssetFilter, BulkSelection } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { isId } from '../../database';
import type { PermittedAssets } from '../../register/access';
import { idsAfter, idsOfTags } from '../sql/selectAssets';
import type { StoredRun } from './BulkRunStore';
import { PlannedRow, rejectedRow } from './plan';

/** What it takes to find the assets of a selection. */
export interface SelectionGround {
  knex: Knex;
  permitted: PermittedAssets;
  batchSize: number;
}

/** The assets of a selection in batches, after those that are done. */
export function selectedRows(
  run: StoredRun,
  selection: BulkSelection,
  ground: SelectionGround,
): AsyncIterable<PlannedRow[]> {
  return 'ids' in selection
    ? namedRows(run, selection.ids, ground)
    : filteredRows(run, selection.filter, ground);
}

async function* namedRows(
  { counts, rights: { read } }: StoredRun,
  ids: string[],
  { knex, permitted, batchSize }: SelectionGround,
): AsyncIterable<PlannedRow[]> {
  const names = [...new Set(ids)];
  for (let start = counts.read; start < names.length; start += batchSize) {
    const batch = names.slice(start, start + batchSize);
    const tags = await idsOfTags(
      knex,
      batch.filter(name => !isId(name)),
    );
    const named = batch.map(name => (isId(name) ? name : tags.get(name)));
    const seen =
      read === 'none'
        ? new Set<string>()
        : await permitted.within(
            named.flatMap(id => id ?? []),
            read,
          );
    yield batch.map((name, index) => {
      const row = start + index + 1;
      const place = { row, position: String(row) };
      const id = named[index];
      return id !== undefined && seen.has(id)
        ? { ...place, assetId: id, apply: [], changes: {}, problems: [] }
        : rejectedRow(
            { ...place, tag: isId(name) ? undefined : name },
            { reason: `there is no asset ${name}` },
          );
    });
  }
}

async function* filteredRows(
  { id, counts, position, rights: { read } }: StoredRun,
  filter: AssetFilter,
  { knex, batchSize }: SelectionGround,
): AsyncIterable<PlannedRow[]> {
  if (read === 'none') {
    return;
  }
  const scope = { filter, access: read, before: id };
  let ids = await idsAfter(knex, scope, position, batchSize);
  for (let start = counts.read; ids.length > 0; start += batchSize) {
    const first = start + 1;
    yield ids.map((assetId, index) => ({
      row: first + index,
      position: assetId,
      assetId,
      apply: [],
      changes: {},
      problems: [],
    }));
    ids = await idsAfter(knex, scope, ids[ids.length - 1], batchSize);
  }
}
