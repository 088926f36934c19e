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

import { ConflictError, InputError } from '@backstage/errors';
import {
  AssetKey,
  AssetRelation,
  canonicalJson,
  isStrongKey,
  keyId,
  relationKey,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  newId,
  raw,
  rowsOf,
  Sql,
  sql,
  StageColumn,
  touchedBy,
  withStage,
} from '../../database';
import type { AssetWrite } from '../AssetStore';
import { rebuildAccess } from './accessRows';
import { assetColumns, constantColumns, rowOf } from './assetRows';

/**
 * Writes a batch of decided assets: each table in a fixed number of
 * statements, whatever the size of the batch.
 */
export async function writeAssets(
  transaction: Knex.Transaction,
  writes: AssetWrite[],
  actorIds: Map<string, string>,
): Promise<void> {
  if (writes.length === 0) {
    return;
  }
  await withStage(
    transaction,
    {
      columns: {
        ...assetColumns,
        is_new: 'boolean',
        expected_version: 'integer',
      },
      rows: writes.map(({ before, after }) => ({
        ...rowOf(after, actorIds),
        is_new: before === undefined,
        expected_version: before?.version,
      })),
      index: ['id'],
    },
    async stage => {
      await insertNew(transaction, raw(stage));
      await updatePresent(transaction, raw(stage), writes);
      await addKeys(transaction, writes);
      await replaceRelations(transaction, writes);
      await replaceFields(transaction, writes);
      await rebuildAccess(
        transaction,
        sql`asset_id IN (SELECT id FROM ${raw(stage)})`,
        sql`a.id IN (SELECT id FROM ${raw(stage)})`,
      );
    },
  );
  await addHistory(transaction, writes);
}

async function insertNew(knex: Knex, stage: Sql): Promise<void> {
  const taken = await rowsOf<{ tag: string }>(
    knex,
    sql`SELECT s.tag FROM ${stage} s JOIN assets a ON a.tag = s.tag
        WHERE s.is_new LIMIT 1`,
  );
  if (taken.length > 0) {
    throw new ConflictError(`tag: ${taken[0].tag} belongs to another asset`);
  }
  const columns = raw(Object.keys(assetColumns).join(', '));
  await touchedBy(
    knex,
    sql`INSERT INTO assets (${columns})
        SELECT ${columns} FROM ${stage} WHERE is_new`,
  );
}

async function updatePresent(
  knex: Knex,
  stage: Sql,
  writes: AssetWrite[],
): Promise<void> {
  const wanted = writes.filter(({ before }) => before !== undefined).length;
  if (wanted === 0) {
    return;
  }
  const values = Object.keys(assetColumns)
    .filter(column => !constantColumns.includes(column))
    .map(column => `${column} = s.${column}`)
    .join(', ');
  const updated = await touchedBy(
    knex,
    sql`UPDATE assets SET ${raw(values)} FROM ${stage} s
        WHERE assets.id = s.id AND NOT s.is_new
          AND assets.version = s.expected_version`,
  );
  if (updated !== wanted) {
    throw new ConflictError(
      'an asset was changed by somebody else in the meantime; read it again',
    );
  }
}

async function addKeys(
  transaction: Knex.Transaction,
  writes: AssetWrite[],
): Promise<void> {
  const rows = writes.flatMap(({ before, after }) =>
    added(before?.keys, after.keys, keyId).map(({ type, value }: AssetKey) => ({
      asset_id: after.id,
      key_type: type,
      key_value: value,
      strong: isStrongKey(type),
    })),
  );
  const columns: Record<string, StageColumn> = {
    asset_id: 'text',
    key_type: 'text',
    key_value: 'text',
    strong: 'boolean',
  };
  await withRows(transaction, columns, rows, async stage => {
    const [clash] = await rowsOf<{
      key_type: string;
      key_value: string;
      tag: string;
    }>(
      transaction,
      sql`SELECT k.key_type, k.key_value, a.tag FROM ${stage} s
          JOIN asset_keys k ON k.key_type = s.key_type
            AND k.key_value = s.key_value AND k.strong
          JOIN assets a ON a.id = k.asset_id
          WHERE s.strong AND k.asset_id <> s.asset_id LIMIT 1`,
    );
    if (clash) {
      throw new ConflictError(
        `keys: ${clash.key_type} ${clash.key_value} belongs to the asset ${clash.tag}`,
      );
    }
    await insertAll(transaction, 'asset_keys', columns, stage);
  });
}

async function replaceRelations(
  transaction: Knex.Transaction,
  writes: AssetWrite[],
): Promise<void> {
  const columns: Record<string, StageColumn> = {
    id: 'text',
    from_asset_id: 'text',
    type: 'text',
    to_asset_id: 'text',
    to_entity_ref: 'text',
    origin: 'text',
    since: 'text',
  };
  const rowsFor = (asset: AssetWrite['after'], relations: AssetRelation[]) =>
    relations.map(relation => ({
      id: newId(),
      from_asset_id: asset.id,
      type: relation.type,
      to_asset_id: relation.toAssetId,
      to_entity_ref: relation.toEntityRef,
      origin: relation.origin,
      since: asset.updatedAt,
    }));
  const ended = writes.flatMap(({ before, after }) =>
    rowsFor(
      after,
      added(after.relations, before?.relations ?? [], relationKey),
    ),
  );
  await withRows(transaction, columns, ended, stage =>
    touchedBy(
      transaction,
      sql`DELETE FROM asset_relations WHERE id IN (
            SELECT r.id FROM ${stage} s JOIN asset_relations r
              ON r.from_asset_id = s.from_asset_id AND r.type = s.type
             AND r.origin = s.origin
             AND coalesce(r.to_asset_id, '') = coalesce(s.to_asset_id, '')
             AND coalesce(r.to_entity_ref, '') = coalesce(s.to_entity_ref, ''))`,
    ),
  );
  const begun = writes.flatMap(({ before, after }) =>
    rowsFor(after, added(before?.relations, after.relations, relationKey)),
  );
  await withRows(transaction, columns, begun, async stage => {
    const [missing] = await rowsOf<{ type: string; to_asset_id: string }>(
      transaction,
      sql`SELECT s.type, s.to_asset_id FROM ${stage} s
          WHERE s.to_asset_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM assets a WHERE a.id = s.to_asset_id) LIMIT 1`,
    );
    if (missing) {
      throw new InputError(
        `relations: ${missing.type} ${missing.to_asset_id}: there is no such asset`,
      );
    }
    await insertAll(transaction, 'asset_relations', columns, stage);
  });
}

async function replaceFields(
  transaction: Knex.Transaction,
  writes: AssetWrite[],
): Promise<void> {
  const changed = writes.filter(
    ({ before, after }) =>
      (before?.fields.length || after.fields.length) &&
      canonicalJson(before?.fields ?? []) !== canonicalJson(after.fields),
  );
  await withRows(
    transaction,
    { asset_id: 'text' },
    changed
      .filter(({ before }) => before?.fields.length)
      .map(({ after }) => ({ asset_id: after.id })),
    stage =>
      touchedBy(
        transaction,
        sql`DELETE FROM asset_fields
            WHERE asset_id IN (SELECT asset_id FROM ${stage})`,
      ),
  );
  const columns: Record<string, StageColumn> = {
    asset_id: 'text',
    field: 'text',
    origin: 'text',
    since: 'text',
    locked: 'boolean',
    observed: 'json',
    observed_by: 'text',
    observed_reason: 'text',
  };
  const rows = changed.flatMap(({ after }) =>
    after.fields.map(row => ({
      asset_id: after.id,
      field: row.field,
      origin: row.origin,
      since: row.since,
      locked: row.locked,
      observed: row.observed,
      observed_by: row.observedBy,
      observed_reason: row.observedReason,
    })),
  );
  await withRows(transaction, columns, rows, stage =>
    insertAll(transaction, 'asset_fields', columns, stage),
  );
}

async function addHistory(
  transaction: Knex.Transaction,
  writes: AssetWrite[],
): Promise<void> {
  const columns: Record<string, StageColumn> = {
    id: 'text',
    asset_id: 'text',
    version: 'integer',
    effective_at: 'text',
    recorded_at: 'text',
    actor_id: 'text',
    action: 'text',
    reason: 'text',
    changes: 'text',
    run_id: 'text',
    hash: 'text',
  };
  const rows = writes.flatMap(({ lines }) =>
    lines.map(line => ({
      id: line.id,
      asset_id: line.assetId,
      version: line.version,
      effective_at: line.effectiveAt,
      recorded_at: line.recordedAt,
      actor_id: line.actorId,
      action: line.action,
      reason: line.reason,
      changes: canonicalJson(line.changes),
      run_id: line.runId,
      hash: line.hash,
    })),
  );
  await withRows(transaction, columns, rows, stage =>
    insertAll(transaction, 'asset_history', columns, stage),
  );
}

/** The items of `after` that are not in `before`. */
function added<T>(
  before: T[] | undefined,
  after: T[],
  textOf: (item: T) => string,
): T[] {
  const known = new Set((before ?? []).map(textOf));
  return after.filter(item => !known.has(textOf(item)));
}

async function withRows(
  transaction: Knex.Transaction,
  columns: Record<string, StageColumn>,
  rows: Array<Record<string, unknown>>,
  use: (stage: Sql) => Promise<unknown>,
): Promise<void> {
  if (rows.length > 0) {
    await withStage(transaction, { columns, rows }, stage => use(raw(stage)));
  }
}

function insertAll(
  knex: Knex,
  table: string,
  columns: Record<string, StageColumn>,
  stage: Sql,
): Promise<number> {
  const names = raw(Object.keys(columns).join(', '));
  return touchedBy(
    knex,
    sql`INSERT INTO ${raw(table)} (${names}) SELECT ${names} FROM ${stage}`,
  );
}
