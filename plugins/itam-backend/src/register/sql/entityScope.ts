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

import type { Knex } from 'knex';
import {
  assetsThatAre,
  groupsBelow,
  withThoseInside,
} from '../../catalog/entityRefs';
import { allOf, raw, rowsOf, Sql, sql } from '../../database';
import type { AssetAccess } from '../access';
import type { EntityScope, ScopeFigures } from '../AssetStore';
import { accessCondition } from './accessFilter';

/**
 * The assets of an entity, as a condition on `assets a`:
 *
 * - of a group: what it or a group below it owns, and what supports an entity
 *   they own;
 * - of a user: what they own, keep or use;
 * - of a domain or system: what belongs to it or to an entity inside it;
 * - of anything else: what supports it, is it, or is published as it.
 */
export function scopeCondition(scope: EntityScope): Sql {
  const { ref } = scope;
  switch (scope.kind) {
    case 'group':
      return ownedBy(ref);
    case 'user':
      // rides on asset_access_name_idx
      return sql`a.id IN (SELECT x.asset_id FROM asset_access x
        WHERE x.ref = ${ref}
          AND x.reason IN ('owner', 'custodian', 'consumer'))`;
    default:
      return belongingTo(withThoseInside(scope.kind, ref));
  }
}

/** The assets of an entity in figures, in one pass. */
export async function loadFigures(
  knex: Knex,
  scope: EntityScope,
  access: AssetAccess,
): Promise<ScopeFigures> {
  const permitted = accessCondition(knex, access);
  const rows = await rowsOf<{
    category: string;
    status: string;
    stage: string;
    source_id: string | null;
    count: number | string;
    unowned: number | string;
    disputed: number | string;
  }>(
    knex,
    sql`SELECT a.category, a.status, a.stage, a.source_id, count(*) AS count,
          sum(CASE WHEN a.owner_ref = '' THEN 1 ELSE 0 END) AS unowned,
          sum(CASE WHEN a.disputed THEN 1 ELSE 0 END) AS disputed
        FROM assets a
        WHERE ${allOf([
          scopeCondition(scope),
          ...(permitted ? [permitted] : []),
        ])}
        GROUP BY a.category, a.status, a.stage, a.source_id`,
  );
  const sum = (counts: Array<number | string>) =>
    counts.reduce<number>((total, count) => total + Number(count), 0);
  return {
    total: sum(rows.map(row => row.count)),
    byCategory: totals(rows, row => row.category).map(([group, count]) => ({
      category: group[0].category,
      count,
    })),
    byStatus: totals(rows, row => `${row.stage}|${row.status}`).map(
      ([group, count]) => ({
        status: group[0].status,
        stage: group[0].stage,
        count,
      }),
    ),
    unowned: sum(rows.map(row => row.unowned)),
    disputed: sum(rows.map(row => row.disputed)),
    sourceIds: [...new Set(rows.flatMap(row => row.source_id ?? []))].sort(),
  };
}

/**
 * What concerns the group, or a group somewhere below it. Two selects, because
 * an OR would keep both from riding on asset_access_name_idx.
 */
function ownedBy(ref: string): Sql {
  const concerned = raw(`SELECT x.asset_id FROM asset_access x
    WHERE x.reason IN ('owner', 'supports') AND x.ref`);
  return sql`a.id IN (${concerned} = ${ref}
    UNION ${concerned} IN (${groupsBelow(ref)}))`;
}

function belongingTo(entities: Sql): Sql {
  return sql`a.id IN (
    SELECT r.from_asset_id FROM asset_relations r
    WHERE r.type = 'supports' AND r.to_entity_ref IN (${entities})
    UNION ${assetsThatAre(entities)})`;
}

/** Rows grouped by a text, with the count of each group, largest first. */
function totals<R extends { count: number | string }>(
  rows: R[],
  textOf: (row: R) => string,
): Array<[R[], number]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const text = textOf(row);
    groups.set(text, [...(groups.get(text) ?? []), row]);
  }
  return [...groups.entries()]
    .map(([text, group]): [string, R[], number] => [
      text,
      group,
      group.reduce((total, row) => total + Number(row.count), 0),
    ])
    .sort((one, other) => other[2] - one[2] || (one[0] < other[0] ? -1 : 1))
    .map(([, group, count]) => [group, count]);
}
