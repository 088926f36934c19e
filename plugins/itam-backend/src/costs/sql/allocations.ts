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

import { addMonths } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { rowsOf, Sql, sql, touchedBy, withDerivedTable } from '../../database';

/** The range of months an allocation holds for before anything changed. */
const FIRST_MONTH = '0000-01';

/** Until further notice. */
export const LAST_MONTH = '9999-12';

/**
 * Charges whose resource the register has learned since get their asset; the
 * months concerned are marked. Rides on charges_unmatched_idx.
 */
export async function matchCharges(
  transaction: Knex.Transaction,
  changedSince: string | undefined,
): Promise<void> {
  const known = sql`FROM asset_keys k JOIN assets a ON a.id = k.asset_id
    WHERE a.updated_at >= ${changedSince ?? ''}
      AND k.key_type = 'provider-id' AND k.strong
      AND c.asset_id IS NULL AND c.resource_key <> ''
      AND c.resource_key = k.key_value`;
  await touchedBy(
    transaction,
    sql`INSERT INTO cost_dirty (source_id, month, facts)
        SELECT DISTINCT c.source_id, c.month, TRUE
        FROM charges c WHERE EXISTS (SELECT 1 ${known})
        ON CONFLICT (source_id, month) DO UPDATE SET facts = TRUE`,
  );
  await touchedBy(
    transaction,
    sql`UPDATE charges AS c SET asset_id = k.asset_id ${known}`,
  );
}

/** Assets with charges that go to nobody yet get an allocation for all months. */
export async function allocateNew(
  transaction: Knex.Transaction,
  options: { now: string },
): Promise<void> {
  // charges_source_idx finds the charges of the months marked
  const unallocated = sql`SELECT DISTINCT c.asset_id FROM charges c
    JOIN cost_dirty d ON d.source_id = c.source_id AND d.month = c.month
    WHERE c.asset_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM cost_allocations t WHERE t.asset_id = c.asset_id)`;
  await withDerivedTable(transaction, unallocated, assets =>
    insertAllocations(transaction, {
      of: sql`SELECT asset_id FROM ${assets}`,
      from: FIRST_MONTH,
      now: options.now,
    }),
  );
}

/**
 * Assets whose owner or services changed: what is closed keeps its allocation,
 * the open months get the present one and are marked.
 */
export async function allocateChanged(
  transaction: Knex.Transaction,
  options: {
    changedSince: string | undefined;
    closedThrough: string | undefined;
    now: string;
  },
): Promise<void> {
  const { changedSince, closedThrough, now } = options;
  // rides on assets_updated_idx
  const concerned = sql`SELECT a.id FROM assets a
    WHERE a.updated_at >= ${changedSince ?? ''} AND EXISTS (
      SELECT 1 FROM cost_allocations t WHERE t.asset_id = a.id)`;
  const columns = sql`asset_id, shares, rule, entity_ref, owner_ref`;
  const kept = sql`SELECT ${columns} FROM cost_allocations
    WHERE to_month = ${LAST_MONTH} AND asset_id IN (${concerned})`;
  const present = presentAllocations(concerned);
  const wanted = sql`SELECT ${columns} FROM (${present}) present`;
  const changed = sql`SELECT asset_id FROM (${kept} EXCEPT ${wanted}) gone
    UNION SELECT asset_id FROM (${wanted} EXCEPT ${kept}) come`;
  await withDerivedTable(transaction, changed, async assets => {
    const of = sql`SELECT asset_id FROM ${assets}`;
    const open = closedThrough ?? '';
    await touchedBy(
      transaction,
      sql`INSERT INTO cost_dirty (source_id, month, facts)
          SELECT DISTINCT c.source_id, c.month, FALSE FROM charges c
          WHERE c.asset_id IN (${of}) AND c.month > ${open}
          ON CONFLICT (source_id, month) DO NOTHING`,
    );
    await withDerivedTable(
      transaction,
      sql`SELECT DISTINCT asset_id FROM cost_allocations
          WHERE asset_id IN (${of}) AND to_month = ${LAST_MONTH}
            AND from_month <= ${open}`,
      async closed => {
        const ended = sql`SELECT asset_id FROM ${closed}`;
        await touchedBy(
          transaction,
          sql`UPDATE cost_allocations SET to_month = ${open}
              WHERE asset_id IN (${ended}) AND to_month = ${LAST_MONTH}`,
        );
        await insertAllocations(transaction, {
          of: ended,
          from: closedThrough ? addMonths(closedThrough, 1) : FIRST_MONTH,
          now,
        });
        await replaceOpen(transaction, {
          of: sql`SELECT asset_id FROM ${assets} EXCEPT ${ended}`,
          now,
        });
      },
    );
  });
}

/** Allocations that hold for open months only are replaced as they stand. */
async function replaceOpen(
  transaction: Knex.Transaction,
  options: { of: Sql; now: string },
): Promise<void> {
  await withDerivedTable(
    transaction,
    sql`SELECT DISTINCT asset_id, from_month FROM cost_allocations
        WHERE asset_id IN (${options.of}) AND to_month = ${LAST_MONTH}`,
    async ranges => {
      await touchedBy(
        transaction,
        sql`DELETE FROM cost_allocations WHERE to_month = ${LAST_MONTH}
            AND asset_id IN (SELECT asset_id FROM ${ranges})`,
      );
      const starts = await rowsOf<{ from_month: string }>(
        transaction,
        sql`SELECT DISTINCT from_month FROM ${ranges}`,
      );
      for (const { from_month: from } of starts) {
        await insertAllocations(transaction, {
          of: sql`SELECT asset_id FROM ${ranges} WHERE from_month = ${from}`,
          from,
          now: options.now,
        });
      }
    },
  );
}

async function insertAllocations(
  transaction: Knex.Transaction,
  options: { of: Sql; from: string; now: string },
): Promise<void> {
  await touchedBy(
    transaction,
    sql`INSERT INTO cost_allocations (asset_id, from_month, to_month, position,
          shares, rule, entity_ref, owner_ref, since)
        SELECT asset_id, ${options.from}, ${LAST_MONTH}, position, shares, rule,
          entity_ref, owner_ref, ${options.now}
        FROM (${presentAllocations(options.of)}) present`,
  );
}

/**
 * Who the cost of these assets goes to as things stand: one share for each
 * entity an asset supports, in the order of their refs; one for nothing if it
 * supports none.
 */
function presentAllocations(of: Sql): Sql {
  return sql`SELECT s.asset_id,
      row_number() OVER (PARTITION BY s.asset_id ORDER BY s.entity_ref) - 1 AS position,
      count(*) OVER (PARTITION BY s.asset_id) AS shares,
      CASE WHEN s.entity_ref = '' THEN 'none'
        WHEN count(*) OVER (PARTITION BY s.asset_id) = 1 THEN 'whole'
        ELSE 'even' END AS rule,
      s.entity_ref, s.owner_ref
    FROM (SELECT DISTINCT a.id AS asset_id, a.owner_ref,
        coalesce(r.to_entity_ref, '') AS entity_ref
      FROM assets a
      LEFT JOIN asset_relations r ON r.from_asset_id = a.id
        AND r.type = 'supports' AND r.to_entity_ref IS NOT NULL
      WHERE a.id IN (${of})) s`;
}
