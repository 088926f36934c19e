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

import { RolledUpField, rolledUpFields } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { isOneOf, rowsOf, sql, touchedBy } from '../../database';
import type { FollowingPart } from '../RelationStore';

/** A relation a person stated, by its ends. */
export interface Stated {
  from: string;
  type: string;
  to: string;
}

/** The fields a column `roll_up` names. */
export function fieldsOf(column: string): RolledUpField[] {
  const named = column.split(',');
  return rolledUpFields.filter(field => named.includes(field));
}

export async function loadRollUp(
  knex: Knex,
  { from, type, to }: Stated,
): Promise<RolledUpField[]> {
  const [row] = await rowsOf<{ roll_up: string }>(
    knex,
    sql`SELECT roll_up FROM asset_relations
        WHERE from_asset_id = ${from} AND type = ${type}
          AND to_asset_id = ${to} AND origin = 'person'`,
  );
  return fieldsOf(row?.roll_up ?? '');
}

export async function writeRollUp(
  transaction: Knex.Transaction,
  { from, type, to }: Stated,
  fields: RolledUpField[],
): Promise<void> {
  await touchedBy(
    transaction,
    sql`UPDATE asset_relations SET roll_up = ${fields.join(',')}
        WHERE from_asset_id = ${from} AND type = ${type}
          AND to_asset_id = ${to} AND origin = 'person'`,
  );
}

/** Rides on asset_relations_to_idx. */
export async function loadFollowingParts(
  transaction: Knex.Transaction,
  containerIds: string[],
): Promise<FollowingPart[]> {
  const rows = await rowsOf<{
    part_id: string;
    container_id: string;
    roll_up: string;
    owner_ref: string;
    location_id: string | null;
  }>(
    transaction,
    sql`SELECT r.from_asset_id AS part_id, r.to_asset_id AS container_id,
               r.roll_up, p.owner_ref, p.location_id
        FROM asset_relations r JOIN assets p ON p.id = r.from_asset_id
        WHERE ${isOneOf(transaction, 'r.to_asset_id', containerIds)}
          AND r.roll_up <> ''
        ORDER BY r.from_asset_id`,
  );
  return rows.map(row => ({
    partId: row.part_id,
    containerId: row.container_id,
    fields: fieldsOf(row.roll_up),
    owner: row.owner_ref || undefined,
    location: row.location_id ?? undefined,
  }));
}
