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

import type { ChargeFact, ChargeStatement } from '@itam/plugin-itam-node';
import type { Knex } from 'knex';
import {
  insertRows,
  isPostgres,
  joinSql,
  newId,
  raw,
  rowsOf,
  sql,
  touchedBy,
} from '../../database';
import type { ChargePlace, KnownStatement } from '../ChargeBook';

const FACTS_PER_TRANSACTION = { postgres: 5_000, sqlite: 500 };

const factColumns = {
  statement_id: 'text',
  source_id: 'text',
  month: 'text',
  period_start: 'text',
  currency: 'text',
  provider: 'text',
  account: 'text',
  resource_key: 'text',
  resource_id: 'text',
  resource_name: 'text',
  resource_type: 'text',
  region: 'text',
  category: 'text',
  correction: 'boolean',
  service: 'text',
  service_category: 'text',
  row_count: 'bigint',
  billed: 'bigint',
  effective: 'bigint',
  list: 'bigint',
  contracted: 'bigint',
} as const;

const totalColumns = {
  statement_id: 'text',
  period_start: 'text',
  period_end: 'text',
  month: 'text',
  currency: 'text',
  row_count: 'bigint',
  billed: 'text',
  effective: 'text',
  list: 'text',
  contracted: 'text',
} as const;

const factNames = raw(Object.keys(factColumns).join(', '));

/** What is known of a content. Rides on charge_statements_content_idx. */
export async function findStatement(
  knex: Knex,
  content: Pick<ChargePlace, 'sourceId' | 'fingerprint'>,
): Promise<
  | (KnownStatement & { id: string; revision: string; replaced: boolean })
  | undefined
> {
  const [row] = await rowsOf<{
    id: string;
    revision: string;
    row_count: number | string;
    rejected_rows: number | string;
    run_id: string;
    replaced_at: string | null;
  }>(
    knex,
    sql`SELECT id, revision, row_count, rejected_rows, run_id, replaced_at
        FROM charge_statements
        WHERE source_id = ${content.sourceId}
          AND fingerprint = ${content.fingerprint}`,
  );
  return (
    row && {
      id: row.id,
      revision: row.revision,
      rows: Number(row.row_count),
      rejectedRows: Number(row.rejected_rows),
      runId: row.run_id,
      replaced: row.replaced_at !== null,
    }
  );
}

/** Drops what a reading that did not end left behind. */
export async function dropIncoming(
  knex: Knex,
  sourceId: string,
): Promise<void> {
  await touchedBy(
    knex,
    sql`DELETE FROM charges_incoming WHERE source_id = ${sourceId}`,
  );
}

/** Writes facts beside the charges, in transactions of a bounded size. */
export async function writeIncoming(
  knex: Knex,
  facts: ChargeFact[],
  of: { statementId: string; sourceId: string },
): Promise<void> {
  const size = isPostgres(knex)
    ? FACTS_PER_TRANSACTION.postgres
    : FACTS_PER_TRANSACTION.sqlite;
  for (let start = 0; start < facts.length; start += size) {
    const rows = facts
      .slice(start, start + size)
      .map(fact => rowOfFact(fact, of));
    await knex.transaction(transaction =>
      insertRows(transaction, 'charges_incoming', {
        columns: factColumns,
        rows,
      }),
    );
  }
}

function rowOfFact(
  fact: ChargeFact,
  of: { statementId: string; sourceId: string },
): Record<keyof typeof factColumns, unknown> {
  return {
    statement_id: of.statementId,
    source_id: of.sourceId,
    month: fact.periodStart.slice(0, 7),
    period_start: fact.periodStart,
    currency: fact.currency,
    provider: fact.provider,
    account: fact.account?.slice(0, 200),
    resource_key: fact.resourceKey?.slice(0, 1000) ?? '',
    resource_id: fact.resourceId?.slice(0, 1000),
    resource_name: fact.resourceName?.slice(0, 500),
    resource_type: fact.resourceType?.slice(0, 200),
    region: fact.region?.slice(0, 100),
    category: fact.category,
    correction: fact.correction,
    service: fact.service,
    service_category: fact.serviceCategory?.slice(0, 100),
    row_count: fact.rows,
    billed: fact.billed,
    effective: fact.effective,
    list: fact.list,
    contracted: fact.contracted,
  };
}

/**
 * Makes what was written beside the charges the charges of a statement, with
 * the assets whose provider id they name.
 */
export async function putStatement(
  transaction: Knex.Transaction,
  statement: ChargeStatement,
  options: { id: string; place: ChargePlace; now: string },
): Promise<void> {
  const { id, place, now } = options;
  await markMonths(transaction, { statementId: id });
  await dropFacts(transaction, id);
  await touchedBy(
    transaction,
    sql`INSERT INTO charge_statements (id, source_id, fingerprint, revision,
          standard, row_count, rejected_rows, missing, read_at, run_id, replaced_at)
        VALUES (${id}, ${place.sourceId}, ${place.fingerprint},
          ${place.revision}, ${statement.standard}, ${statement.rows},
          ${statement.rejectedRows}, ${JSON.stringify(statement.missing)},
          ${now}, ${place.runId}, NULL)
        ON CONFLICT (id) DO UPDATE SET revision = excluded.revision,
          standard = excluded.standard, row_count = excluded.row_count,
          rejected_rows = excluded.rejected_rows, missing = excluded.missing,
          read_at = excluded.read_at, run_id = excluded.run_id,
          replaced_at = NULL`,
  );
  await insertRows(transaction, 'charge_totals', {
    columns: totalColumns,
    rows: statement.totals.map(total => ({
      statement_id: id,
      period_start: total.periodStart,
      period_end: total.periodEnd,
      month: total.periodStart.slice(0, 7),
      currency: total.currency,
      row_count: total.rows,
      billed: total.billed,
      effective: total.effective,
      list: total.list,
      contracted: total.contracted,
    })),
  });
  if (isPostgres(transaction)) {
    // or the planner takes the table for empty and loops over the keys
    await transaction.raw(
      'ANALYZE charges_incoming (statement_id, resource_key)',
    );
  }
  const columns = Object.keys(factColumns).map(name => raw(`i.${name}`));
  // asset_keys_strong_idx: one asset at most
  await touchedBy(
    transaction,
    sql`INSERT INTO charges (${factNames}, asset_id)
        SELECT ${joinSql(columns, ', ')}, k.asset_id
        FROM charges_incoming i
        LEFT JOIN asset_keys k ON k.key_type = 'provider-id' AND k.strong
          AND k.key_value = i.resource_key AND i.resource_key <> ''
        WHERE i.statement_id = ${id}`,
  );
  await touchedBy(
    transaction,
    sql`DELETE FROM charges_incoming WHERE statement_id = ${id}`,
  );
  await markMonths(transaction, { statementId: id });
}

/**
 * Lets a document be a statement. What no document is any more loses its
 * charges; its sums stay as evidence.
 */
export async function pointDocument(
  transaction: Knex.Transaction,
  place: ChargePlace,
  options: { statementId: string; now: string },
): Promise<void> {
  const { sourceId, scope } = place;
  await touchedBy(
    transaction,
    sql`INSERT INTO charge_documents (source_id, scope, statement_id)
        VALUES (${sourceId}, ${scope}, ${options.statementId})
        ON CONFLICT (source_id, scope)
        DO UPDATE SET statement_id = excluded.statement_id`,
  );
  const left = await rowsOf<{ id: string }>(
    transaction,
    sql`SELECT s.id FROM charge_statements s
        WHERE s.source_id = ${sourceId} AND s.replaced_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM charge_documents d
            WHERE d.statement_id = s.id)`,
  );
  for (const { id } of left) {
    await markMonths(transaction, { statementId: id });
    await touchedBy(
      transaction,
      sql`DELETE FROM charges WHERE statement_id = ${id}`,
    );
    await touchedBy(
      transaction,
      sql`UPDATE charge_statements SET replaced_at = ${options.now}
          WHERE id = ${id}`,
    );
  }
}

/** A new id for a statement, or the one its content has. */
export async function statementId(
  knex: Knex,
  place: ChargePlace,
): Promise<string> {
  return (await findStatement(knex, place))?.id ?? newId();
}

async function dropFacts(
  transaction: Knex.Transaction,
  id: string,
): Promise<void> {
  await touchedBy(
    transaction,
    sql`DELETE FROM charges WHERE statement_id = ${id}`,
  );
  await touchedBy(
    transaction,
    sql`DELETE FROM charge_totals WHERE statement_id = ${id}`,
  );
}

/** The sums of the months of a statement are yet to follow. */
async function markMonths(
  transaction: Knex.Transaction,
  of: { statementId: string },
): Promise<void> {
  await touchedBy(
    transaction,
    sql`INSERT INTO cost_dirty (source_id, month, facts)
        SELECT DISTINCT s.source_id, t.month, TRUE
        FROM charge_totals t JOIN charge_statements s ON s.id = t.statement_id
        WHERE t.statement_id = ${of.statementId}
        ON CONFLICT (source_id, month) DO UPDATE SET facts = TRUE`,
  );
}
