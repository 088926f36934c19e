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
  insertRows,
  isOneOf,
  newId,
  raw,
  rowsOf,
  sql,
  StageColumn,
  touchedBy,
  withStage,
} from '../../database';
import type { LifecycleWrites } from '../LifecycleStore';

const NO_DAY = '9999-12-31';

/**
 * Writes what a batch of transitions leaves beside the assets: each table in a
 * fixed number of statements, whatever the size of the batch.
 *
 * @returns the open facts that are known now, by asset.
 */
export async function writeLifecycle(
  transaction: Knex.Transaction,
  writes: LifecycleWrites,
  actorId: string,
): Promise<{ closed: Map<string, string[]> }> {
  await addTransitions(transaction, writes, actorId);
  await putFacts(transaction, writes, actorId);
  await putEvidence(transaction, writes, actorId);
  await addExceptions(transaction, writes);
  const closed = await closeOpenFacts(transaction, writes);
  await addOpenFacts(transaction, writes);
  return { closed };
}

async function addTransitions(
  transaction: Knex.Transaction,
  { transitions }: LifecycleWrites,
  actorId: string,
): Promise<void> {
  if (transitions.length === 0) {
    return;
  }
  await insertRows(transaction, 'asset_transitions', {
    columns: {
      id: 'text',
      asset_id: 'text',
      version: 'integer',
      model: 'text',
      model_version: 'integer',
      transition: 'text',
      from_status: 'text',
      to_status: 'text',
      from_stage: 'text',
      to_stage: 'text',
      effective_at: 'text',
      recorded_at: 'text',
      actor_id: 'text',
      reason: 'text',
      seconds_before: 'bigint',
      facts: 'json',
      effects: 'json',
      forced: 'boolean',
    },
    rows: transitions.map(row => ({
      id: row.id,
      asset_id: row.assetId,
      version: row.version,
      model: row.model,
      model_version: row.modelVersion,
      transition: row.transition,
      from_status: row.fromStatus,
      to_status: row.toStatus,
      from_stage: row.fromStage,
      to_stage: row.toStage,
      effective_at: row.effectiveAt,
      recorded_at: row.recordedAt,
      actor_id: actorId,
      reason: row.reason,
      seconds_before: row.secondsBefore,
      facts: row.facts,
      effects: row.effects,
      forced: row.forced,
    })),
  });
}

async function putFacts(
  transaction: Knex.Transaction,
  { facts, now }: LifecycleWrites,
  actorId: string,
): Promise<void> {
  if (facts.length === 0) {
    return;
  }
  const columns: Record<string, StageColumn> = {
    asset_id: 'text',
    fact: 'text',
    value: 'json',
    given_at: 'text',
    given_by: 'text',
    transition_id: 'text',
  };
  const names = Object.keys(columns).join(', ');
  await withStage(
    transaction,
    {
      columns,
      rows: facts.map(row => ({
        asset_id: row.assetId,
        fact: row.fact,
        value: row.value,
        given_at: now,
        given_by: actorId,
        transition_id: row.transitionId,
      })),
    },
    stage =>
      touchedBy(
        transaction,
        sql`INSERT INTO asset_facts (${raw(names)})
            SELECT ${raw(names)} FROM ${raw(stage)} WHERE 1 = 1
            ON CONFLICT (asset_id, fact) DO UPDATE SET
              value = excluded.value, given_at = excluded.given_at,
              given_by = excluded.given_by,
              transition_id = excluded.transition_id`,
      ),
  );
}

async function putEvidence(
  transaction: Knex.Transaction,
  { evidence, now }: LifecycleWrites,
  actorId: string,
): Promise<void> {
  const links = evidence.filter(({ evidence: { url } }) => url !== undefined);
  if (links.length > 0) {
    await insertRows(transaction, 'documents', {
      columns: {
        id: 'text',
        asset_id: 'text',
        doc: 'text',
        title: 'text',
        url: 'text',
        added_at: 'text',
        added_by: 'text',
        transition_id: 'text',
      },
      rows: links.map(row => ({
        id: newId(),
        asset_id: row.assetId,
        doc: row.evidence.doc,
        title: row.title,
        url: row.evidence.url,
        added_at: now,
        added_by: actorId,
        transition_id: row.transitionId,
      })),
    });
  }
  for (const { assetId, evidence: given, transitionId } of evidence) {
    if (given.documentId !== undefined) {
      await touchedBy(
        transaction,
        sql`UPDATE documents SET transition_id = ${
          transitionId ?? null
        }, doc = ${given.doc}
            WHERE id = ${given.documentId} AND asset_id = ${assetId}`,
      );
    }
  }
}

async function addExceptions(
  transaction: Knex.Transaction,
  { exceptions }: LifecycleWrites,
): Promise<void> {
  if (exceptions.length === 0) {
    return;
  }
  await insertRows(transaction, 'lifecycle_exceptions', {
    columns: {
      id: 'text',
      asset_id: 'text',
      transition_id: 'text',
      missing: 'json',
      reason: 'text',
      make_good_by: 'text',
      state: 'text',
    },
    rows: exceptions.map(row => ({
      id: row.id,
      asset_id: row.assetId,
      transition_id: row.transitionId,
      missing: row.missing,
      reason: row.reason,
      make_good_by: row.makeGoodBy,
      state: 'open',
    })),
  });
}

/** What was told closes what was open; a correction that is whole is done. */
async function closeOpenFacts(
  transaction: Knex.Transaction,
  writes: LifecycleWrites,
): Promise<Map<string, string[]>> {
  const known = [
    ...writes.facts.map(({ assetId, fact }) => ({
      asset_id: assetId,
      kind: 'fact',
      fact,
    })),
    ...writes.evidence.map(({ assetId, evidence }) => ({
      asset_id: assetId,
      kind: 'evidence',
      fact: evidence.doc,
    })),
  ];
  const closed = new Map<string, string[]>();
  if (known.length === 0) {
    return closed;
  }
  const rows = await withStage(
    transaction,
    {
      columns: { asset_id: 'text', kind: 'text', fact: 'text' },
      rows: known,
    },
    stage =>
      // rides on open_facts_open_idx
      rowsOf<{
        id: string;
        asset_id: string;
        fact: string;
        exception_id: string | null;
      }>(
        transaction,
        sql`SELECT o.id, o.asset_id, o.fact, o.exception_id FROM ${raw(stage)} s
            JOIN open_facts o ON o.asset_id = s.asset_id AND o.kind = s.kind
             AND o.fact = s.fact AND o.state = 'open'`,
      ),
  );
  if (rows.length === 0) {
    return closed;
  }
  await touchedBy(
    transaction,
    sql`UPDATE open_facts SET state = 'given', closed_at = ${writes.now}
        WHERE ${isOneOf(
          transaction,
          'id',
          rows.map(({ id }) => id),
        )}`,
  );
  for (const row of rows) {
    closed.set(row.asset_id, [...(closed.get(row.asset_id) ?? []), row.fact]);
  }
  const corrected = rows.flatMap(row => row.exception_id ?? []);
  if (corrected.length > 0) {
    await touchedBy(
      transaction,
      sql`UPDATE lifecycle_exceptions SET state = 'corrected'
          WHERE state = 'correct'
            AND ${isOneOf(transaction, 'id', [...new Set(corrected)])}
            AND NOT EXISTS (SELECT 1 FROM open_facts o
              WHERE o.exception_id = lifecycle_exceptions.id
                AND o.state = 'open')`,
    );
  }
  return closed;
}

async function addOpenFacts(
  transaction: Knex.Transaction,
  { openFacts, now }: LifecycleWrites,
): Promise<void> {
  if (openFacts.length === 0) {
    return;
  }
  const columns: Record<string, StageColumn> = {
    id: 'text',
    asset_id: 'text',
    kind: 'text',
    fact: 'text',
    due: 'text',
    before_transition: 'text',
    assignee_ref: 'text',
    state: 'text',
    transition_id: 'text',
    exception_id: 'text',
    opened_at: 'text',
  };
  const names = Object.keys(columns).join(', ');
  await withStage(
    transaction,
    {
      columns,
      rows: openFacts.map(row => ({
        id: newId(),
        asset_id: row.assetId,
        kind: row.kind,
        fact: row.fact,
        due: row.due ?? NO_DAY,
        before_transition: row.before,
        assignee_ref: row.assignee ?? '',
        state: 'open',
        transition_id: row.transitionId,
        exception_id: row.exceptionId,
        opened_at: now,
      })),
    },
    stage =>
      touchedBy(
        transaction,
        sql`INSERT INTO open_facts (${raw(names)})
            SELECT ${raw(names)} FROM ${raw(stage)} WHERE 1 = 1
            ON CONFLICT (asset_id, kind, fact) WHERE state = 'open'
            DO NOTHING`,
      ),
  );
}
