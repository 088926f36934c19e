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

import type { MapEdge } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  allOf,
  anyOf,
  isOneOf,
  joinSql,
  raw,
  rowsOf,
  Sql,
  sql,
} from '../../database';
import type { AssetAccess } from '../../register/access';
import type { Followed, Neighbour } from '../RelationStore';
import { AssetColumns, assetColumns, assetOf, permitted } from './relationList';

/**
 * What is one step from assets and not yet known. An asset with a hundred
 * thousand neighbours must not crowd out the others, so each kind of relation of
 * each asset has its turn; entities come first. Rides on
 * asset_relations_from_idx and asset_relations_to_idx.
 */
export async function loadNeighbours(
  knex: Knex,
  question: {
    from: string[];
    known: string[];
    follow: Followed;
    access: AssetAccess;
    limit: number;
  },
): Promise<Neighbour[]> {
  const steps = stepsOf(knex, question);
  if (steps.length === 0) {
    return [];
  }
  const rows = await rowsOf<
    AssetColumns & {
      anchor: string;
      type: string;
      direction: 'out' | 'in';
      other_id: string | null;
      entity_ref: string | null;
    }
  >(
    knex,
    sql`SELECT n.*, ${assetColumns} FROM (
          SELECT e.*, row_number() OVER (
              PARTITION BY e.anchor, e.type, e.direction ORDER BY e.id) AS turn
          FROM (${joinSql(steps, ' UNION ALL ')}) e) n
        LEFT JOIN assets a ON a.id = n.other_id
          AND ${permitted(knex, question.access)}
        ORDER BY CASE WHEN n.entity_ref IS NULL THEN 1 ELSE 0 END,
                 n.turn, n.type, n.id
        LIMIT ${question.limit}`,
  );
  return rows.flatMap(row => neighbourOf(row) ?? []);
}

function neighbourOf(
  row: AssetColumns & {
    anchor: string;
    type: string;
    direction: 'out' | 'in';
    other_id: string | null;
    entity_ref: string | null;
  },
): Neighbour | undefined {
  const step = {
    anchor: row.anchor,
    type: row.type,
    direction: row.direction,
  };
  if (row.entity_ref !== null) {
    return { ...step, id: row.entity_ref, kind: 'entity' };
  }
  if (row.other_id === null) {
    return undefined;
  }
  const asset = assetOf(row.other_id, row);
  return {
    ...step,
    id: row.other_id,
    kind: asset ? 'asset' : 'hidden',
    asset,
  };
}

function stepsOf(
  knex: Knex,
  question: { from: string[]; known: string[]; follow: Followed },
): Sql[] {
  const { from, known, follow } = question;
  const isNew = (column: string) =>
    known.length === 0
      ? raw('1 = 1')
      : sql`(${raw(column)} IS NULL OR NOT ${isOneOf(knex, column, known)})`;
  return [
    ...(follow.out.length > 0
      ? [
          sql`SELECT r.id, r.from_asset_id AS anchor, r.type,
                'out' AS direction, r.to_asset_id AS other_id,
                r.to_entity_ref AS entity_ref
              FROM asset_relations r
              WHERE ${allOf([
                isOneOf(knex, 'r.from_asset_id', from),
                isOneOf(knex, 'r.type', follow.out),
                isNew('r.to_asset_id'),
                isNew('r.to_entity_ref'),
              ])}`,
        ]
      : []),
    ...(follow.in.length > 0
      ? [
          sql`SELECT r.id, r.to_asset_id AS anchor, r.type,
                'in' AS direction, r.from_asset_id AS other_id,
                NULL AS entity_ref
              FROM asset_relations r
              WHERE ${allOf([
                isOneOf(knex, 'r.to_asset_id', from),
                isOneOf(knex, 'r.type', follow.in),
                isNew('r.from_asset_id'),
              ])}`,
        ]
      : []),
  ];
}

/** The relations among assets and entities, each once whoever says so. */
export async function loadEdges(
  knex: Knex,
  question: {
    assetIds: string[];
    entityRefs: string[];
    types: string[];
    limit: number;
  },
): Promise<MapEdge[]> {
  const { assetIds, entityRefs, types, limit } = question;
  return rowsOf<MapEdge>(
    knex,
    sql`SELECT DISTINCT r.from_asset_id AS "from", r.type,
          coalesce(r.to_asset_id, r.to_entity_ref) AS "to"
        FROM asset_relations r
        WHERE ${isOneOf(knex, 'r.from_asset_id', assetIds)}
          AND ${isOneOf(knex, 'r.type', types)}
          AND ${anyOf([
            isOneOf(knex, 'r.to_asset_id', assetIds),
            ...(entityRefs.length > 0
              ? [isOneOf(knex, 'r.to_entity_ref', entityRefs)]
              : []),
          ])}
        ORDER BY 1, 2, 3 LIMIT ${limit}`,
  );
}
