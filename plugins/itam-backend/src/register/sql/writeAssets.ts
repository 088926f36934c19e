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
  AssetState,
  canonicalJson,
  isStrongKey,
  keyId,
  relationKey,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  eachRow,
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
import type { AssetWrite } from '../AssetStore';
import { addAccess, rebuildAccess } from './accessRows';
import { countChanges } from './assetCounts';
import { assetColumns, constantColumns, rowOf } from './assetRows';
import { identify } from './loadStates';

/** An asset that is in the register already, and what becomes of it. */
interface Update extends AssetWrite {
  before: AssetState;
}

/**
 * Writes a batch of decided assets: each table in a fixed number of
 * statements, whatever the size of the batch.
 */
export async function writeAssets(
  transaction: Knex.Transaction,
  writes: AssetWrite[],
  actorIds: Map<string, string>,
): Promise<void> {
  const created = writes
    .filter(({ before }) => before === undefined)
    .map(({ after }) => after);
  const updates = writes.filter(isUpdate);
  await insertNew(transaction, created, actorIds);
  await updatePresent(transaction, updates, actorIds);
  await dropKeys(transaction, updates);
  await addKeys(transaction, writes);
  await endRelations(transaction, updates);
  await addRelations(transaction, writes);
  await replaceFields(transaction, writes);
  await addAccess(transaction, created);
  await rebuildAccess(
    transaction,
    updates.map(({ after }) => after.id),
  );
  await addHistory(transaction, writes);
  await countChanges(transaction, writes);
}

function isUpdate(write: AssetWrite): write is Update {
  return write.before !== undefined;
}

async function insertNew(
  transaction: Knex.Transaction,
  created: AssetState[],
  actorIds: Map<string, string>,
): Promise<void> {
  if (created.length === 0) {
    return;
  }
  const taken = await rowsOf<{ tag: string }>(
    transaction,
    sql`SELECT tag FROM assets WHERE ${isOneOf(
      transaction,
      'tag',
      created.map(({ tag }) => tag),
    )} LIMIT 1`,
  );
  if (taken.length > 0) {
    throw new ConflictError(`tag: ${taken[0].tag} belongs to another asset`);
  }
  await insertRows(transaction, 'assets', {
    columns: assetColumns,
    rows: eachRow(created, state => [rowOf(state, actorIds)]),
  });
}

async function updatePresent(
  transaction: Knex.Transaction,
  updates: Update[],
  actorIds: Map<string, string>,
): Promise<void> {
  if (updates.length === 0) {
    return;
  }
  const values = Object.keys(assetColumns)
    .filter(column => !constantColumns.includes(column))
    .map(column => `${column} = s.${column}`)
    .join(', ');
  const updated = await withStage(
    transaction,
    {
      columns: { ...assetColumns, expected_version: 'integer' },
      rows: updates.map(({ before, after }) => ({
        ...rowOf(after, actorIds),
        expected_version: before.version,
      })),
      index: ['id'],
    },
    stage =>
      touchedBy(
        transaction,
        sql`UPDATE assets SET ${raw(values)} FROM ${raw(stage)} s
            WHERE assets.id = s.id AND assets.version = s.expected_version`,
      ),
  );
  if (updated !== updates.length) {
    throw new ConflictError(
      'an asset was changed by somebody else in the meantime; read it again',
    );
  }
}

async function dropKeys(
  transaction: Knex.Transaction,
  updates: Update[],
): Promise<void> {
  for (const { before, after } of updates) {
    for (const key of added(after.keys, before.keys, keyId)) {
      await touchedBy(
        transaction,
        sql`DELETE FROM asset_keys WHERE asset_id = ${after.id}
              AND key_type = ${key.type} AND key_value = ${key.value}`,
      );
    }
  }
}

async function addKeys(
  transaction: Knex.Transaction,
  writes: AssetWrite[],
): Promise<void> {
  const keys = writes.flatMap(({ before, after }) =>
    added(before?.keys, after.keys, keyId).map(key => ({
      ...key,
      assetId: after.id,
    })),
  );
  await refuseTaken(
    transaction,
    keys.filter(({ type }) => isStrongKey(type)),
  );
  await insertRows(transaction, 'asset_keys', {
    columns: {
      asset_id: 'text',
      key_type: 'text',
      key_value: 'text',
      strong: 'boolean',
    },
    rows: eachRow(keys, ({ assetId, type, value }) => [
      {
        asset_id: assetId,
        key_type: type,
        key_value: value,
        strong: isStrongKey(type),
      },
    ]),
  });
}

async function refuseTaken(
  transaction: Knex.Transaction,
  keys: Array<AssetKey & { assetId: string }>,
): Promise<void> {
  const holders = await identify(transaction, keys);
  for (const key of keys) {
    const holder = holders
      .get(keyId(key))
      ?.find(assetId => assetId !== key.assetId);
    if (holder !== undefined) {
      const [{ tag }] = await rowsOf<{ tag: string }>(
        transaction,
        sql`SELECT tag FROM assets WHERE id = ${holder}`,
      );
      throw new ConflictError(
        `keys: ${key.type} ${key.value} belongs to the asset ${tag}`,
      );
    }
  }
}

const relationColumns: Record<string, StageColumn> = {
  id: 'text',
  from_asset_id: 'text',
  type: 'text',
  to_asset_id: 'text',
  to_entity_ref: 'text',
  origin: 'text',
  since: 'text',
};

function relationRows(asset: AssetState, relations: AssetRelation[]) {
  return relations.map(relation => ({
    id: newId(),
    from_asset_id: asset.id,
    type: relation.type,
    to_asset_id: relation.toAssetId,
    to_entity_ref: relation.toEntityRef,
    origin: relation.origin,
    since: asset.updatedAt,
  }));
}

async function endRelations(
  transaction: Knex.Transaction,
  updates: Update[],
): Promise<void> {
  const rows = updates.flatMap(({ before, after }) =>
    relationRows(after, added(after.relations, before.relations, relationKey)),
  );
  if (rows.length === 0) {
    return;
  }
  await withStage(transaction, { columns: relationColumns, rows }, stage =>
    touchedBy(
      transaction,
      sql`DELETE FROM asset_relations WHERE id IN (
            SELECT r.id FROM ${raw(stage)} s JOIN asset_relations r
              ON r.from_asset_id = s.from_asset_id AND r.type = s.type
             AND r.origin = s.origin
             AND coalesce(r.to_asset_id, '') = coalesce(s.to_asset_id, '')
             AND coalesce(r.to_entity_ref, '') = coalesce(s.to_entity_ref, ''))`,
    ),
  );
}

async function addRelations(
  transaction: Knex.Transaction,
  writes: AssetWrite[],
): Promise<void> {
  const rows = writes.flatMap(({ before, after }) =>
    relationRows(after, added(before?.relations, after.relations, relationKey)),
  );
  const targets = new Set(rows.flatMap(row => row.to_asset_id ?? []));
  const present =
    targets.size === 0
      ? []
      : await rowsOf<{ id: string }>(
          transaction,
          sql`SELECT id FROM assets
              WHERE ${isOneOf(transaction, 'id', [...targets])}`,
        );
  const known = new Set(present.map(({ id }) => id));
  const missing = rows.find(
    ({ to_asset_id: target }) => target !== undefined && !known.has(target),
  );
  if (missing) {
    throw new InputError(
      `relations: ${missing.type} ${missing.to_asset_id}: there is no such asset`,
    );
  }
  await insertRows(transaction, 'asset_relations', {
    columns: relationColumns,
    rows,
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
  const emptied = changed
    .filter(({ before }) => before?.fields.length)
    .map(({ after }) => after.id);
  if (emptied.length > 0) {
    await touchedBy(
      transaction,
      sql`DELETE FROM asset_fields
          WHERE ${isOneOf(transaction, 'asset_id', emptied)}`,
    );
  }
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
  await insertRows(transaction, 'asset_fields', { columns, rows });
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
  const rows = eachRow(writes, ({ lines }) =>
    lines.map(line => ({
      id: line.id,
      asset_id: line.assetId,
      version: line.version,
      effective_at: line.effectiveAt,
      recorded_at: line.recordedAt,
      actor_id: line.actorId,
      action: line.action,
      reason: line.reason,
      changes: line.changesJson,
      run_id: line.runId,
      hash: line.hash,
    })),
  );
  await insertRows(transaction, 'asset_history', { columns, rows });
}

/** The items of `after` that are not in `before`. */
function added<T>(
  before: T[] | undefined,
  after: T[],
  textOf: (item: T) => string,
): T[] {
  if (!before || before.length === 0) {
    return after;
  }
  const known = new Set(before.map(textOf));
  return after.filter(item => !known.has(textOf(item)));
}
