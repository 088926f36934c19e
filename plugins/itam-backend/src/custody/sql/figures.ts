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

import type { MySummary } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { isOneOf, rowsOf, sql } from '../../database';
import type { AssetAccess } from '../../register';
import { within } from './assetScope';

/** What somebody and their teams have, in figures. */
export async function loadMyFigures(
  knex: Knex,
  scope: { me: string; mine: string[]; access: AssetAccess; dueBy: string },
): Promise<
  Omit<MySummary, 'me' | 'owned'> & {
    owned: Array<{ ref: string; count: number }>;
  }
> {
  const { me, mine, access, dueBy } = scope;
  // rides on asset_access_name_idx
  const owned = await rowsOf<{ ref: string; reason: string; count: number }>(
    knex,
    sql`SELECT x.ref, count(*) AS count FROM asset_access x
        JOIN assets a ON a.id = x.asset_id
        WHERE x.reason = 'owner' AND ${isOneOf(knex, 'x.ref', mine)}
          AND ${within(knex, access)}
        GROUP BY x.ref ORDER BY x.ref`,
  );
  // rides on assignments_holder_idx
  const [held] = await rowsOf<Record<'uses' | 'keeps' | 'due', number | null>>(
    knex,
    sql`SELECT sum(CASE WHEN slot = 'use' THEN 1 ELSE 0 END) AS uses,
          sum(CASE WHEN slot = 'custody' THEN 1 ELSE 0 END) AS keeps,
          sum(CASE WHEN expected_return <= ${dueBy} THEN 1 ELSE 0 END) AS due
        FROM assignments WHERE holder_ref = ${me} AND effective_to IS NULL`,
  );
  const [transfers] = await rowsOf<{ count: number }>(
    knex,
    sql`SELECT count(*) AS count FROM transfers
        WHERE state = 'open' AND (${isOneOf(knex, 'to_owner', mine)}
          OR ${isOneOf(knex, 'to_custodian', mine)})`,
  );
  return {
    uses: Number(held.uses ?? 0),
    keeps: Number(held.keeps ?? 0),
    loansDue: Number(held.due ?? 0),
    owned: owned.map(({ ref, count }) => ({ ref, count: Number(count) })),
    transfersToAccept: Number(transfers.count),
  };
}

/** Since when an asset has its owner, as far as its history tells. */
export async function ownedSince(
  knex: Knex,
  assetId: string,
): Promise<string | undefined> {
  // the changes are canonical JSON: a member of that name stands like this
  const [row] = await rowsOf<{ effective_at: string }>(
    knex,
    sql`SELECT effective_at FROM asset_history
        WHERE asset_id = ${assetId} AND changes LIKE '%"owner":{%'
        ORDER BY version DESC LIMIT 1`,
  );
  return row?.effective_at;
}
