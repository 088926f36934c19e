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

import {
  Assignment,
  assetConditions,
  assignmentKindSchema,
  HeldAsset,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  isOneOf,
  orderBy,
  pageOf,
  raw,
  rowsOf,
  sql,
} from '../../database';
import type { AssetAccess, Page, PageQuery } from '../../register';
import { withinOr } from './assetScope';

/** An assignment as it is kept: what the catalog says of its holder comes on top. */
export type StoredAssignment = Omit<
  Assignment,
  'holderTitle' | 'holderGone'
> & { assetId: string };

/** A row of `assignments`. */
interface AssignmentRow {
  id: string;
  asset_id: string;
  kind: string;
  holder_ref: string;
  service_ref: string | null;
  exclusive: boolean | number;
  effective_from: string;
  effective_to: string | null;
  recorded_at: string;
  recorded_by: string;
  end_recorded_at: string | null;
  end_recorded_by: string | null;
  expected_return: string | null;
  condition_out: string | null;
  condition_in: string | null;
  policy_version: string | null;
  accepted_at: string | null;
  accepted_by: string | null;
  note: string | null;
  return_note: string | null;
}

const byStart = {
  columns: ['s.effective_from', 's.id'],
  descending: true,
};

/** The assignments of an asset, newest first. Rides on assignments_asset_idx. */
export async function listOfAsset(
  knex: Knex,
  assetId: string,
  page: PageQuery,
  today: string,
): Promise<Page<StoredAssignment>> {
  const after = afterCursor(byStart, page.cursor);
  const rows = await rowsOf<AssignmentRow>(
    knex,
    sql`SELECT s.* FROM assignments s
        WHERE ${allOf([
          sql`s.asset_id = ${assetId}`,
          ...(after ? [after] : []),
        ])} ${orderBy(byStart)} LIMIT ${page.limit + 1}`,
  );
  return mapped(
    pageOf(rows, page.limit, row => [row.effective_from, row.id]),
    row => assignmentOf(row, today),
  );
}

/** What is open of an asset: custody first, then use. */
export async function openOfAsset(
  knex: Knex,
  assetId: string,
  today: string,
): Promise<StoredAssignment[]> {
  const rows = await rowsOf<AssignmentRow>(
    knex,
    sql`SELECT * FROM assignments
        WHERE asset_id = ${assetId} AND effective_to IS NULL
        ORDER BY slot, effective_from, id`,
  );
  return rows.map(row => assignmentOf(row, today));
}

/** One assignment. */
export async function findAssignment(
  knex: Knex,
  id: string,
  today: string,
): Promise<StoredAssignment | undefined> {
  const [row] = await rowsOf<AssignmentRow>(
    knex,
    sql`SELECT * FROM assignments WHERE id = ${id}`,
  );
  return row && assignmentOf(row, today);
}

/** What a list of open assignments is asked for with. */
export interface HeldQuery extends PageQuery {
  holders?: string[];
  kinds?: string[];
  dueBy?: string;
}

const bySoonest = { columns: ['s.due', 's.id'] };

/**
 * What is open across assets: soonest due first, then what has no end. What
 * belongs to the caller is told whatever the access. Rides on
 * assignments_holder_idx or assignments_return_idx.
 */
export async function listHeld(
  knex: Knex,
  query: HeldQuery,
  scope: { access: AssetAccess; mine: string[]; today: string },
): Promise<Page<Omit<HeldAsset, 'holderTitle' | 'holderGone'>>> {
  const { holders, kinds, dueBy } = query;
  const after = afterCursor(bySoonest, query.cursor);
  const conditions = [
    sql`h.effective_to IS NULL`,
    ...(holders ? [isOneOf(knex, 'h.holder_ref', holders)] : []),
    ...(kinds ? [isOneOf(knex, 'h.kind', kinds)] : []),
    ...(dueBy ? [sql`h.expected_return <= ${dueBy}`] : []),
    withinOr(
      knex,
      scope.access,
      scope.mine.length > 0
        ? isOneOf(knex, 'h.holder_ref', scope.mine)
        : undefined,
    ),
  ];
  const rows = await rowsOf<
    AssignmentRow & {
      due: string;
      tag: string;
      name: string;
      type: string;
      status: string;
      owner_ref: string;
      last_verified_at: string | null;
    }
  >(
    knex,
    sql`SELECT * FROM (
          SELECT h.*, COALESCE(h.expected_return, '9999-12-31') AS due,
            a.tag, a.name, a.type, a.status, a.owner_ref, a.last_verified_at
          FROM assignments h JOIN assets a ON a.id = h.asset_id
          WHERE ${allOf(conditions)}) s
        WHERE ${after ?? raw('1 = 1')}
        ${orderBy(bySoonest)} LIMIT ${query.limit + 1}`,
  );
  return mapped(
    pageOf(rows, query.limit, row => [row.due, row.id]),
    row => ({
      ...assignmentOf(row, scope.today),
      asset: {
        id: row.asset_id,
        tag: row.tag,
        name: row.name,
        type: row.type,
        status: row.status,
        owner: row.owner_ref || undefined,
        lastVerifiedAt: row.last_verified_at ?? undefined,
      },
    }),
  );
}

/** The same page, with other items. */
export function mapped<T, R>(
  { items, nextCursor }: Page<T>,
  map: (item: T) => R,
): Page<R> {
  return { items: items.map(map), nextCursor };
}

function assignmentOf(row: AssignmentRow, today: string): StoredAssignment {
  return {
    id: row.id,
    assetId: row.asset_id,
    kind: assignmentKindSchema.parse(row.kind),
    holder: row.holder_ref,
    service: row.service_ref ?? undefined,
    exclusive: Boolean(row.exclusive),
    from: row.effective_from,
    to: row.effective_to ?? undefined,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    endRecordedAt: row.end_recorded_at ?? undefined,
    endRecordedBy: row.end_recorded_by ?? undefined,
    expectedReturn: row.expected_return ?? undefined,
    overdue:
      row.effective_to === null &&
      row.expected_return !== null &&
      row.expected_return < today,
    conditionOut: conditionOf(row.condition_out),
    conditionIn: conditionOf(row.condition_in),
    policyVersion: row.policy_version ?? undefined,
    acceptedAt: row.accepted_at ?? undefined,
    acceptedBy: row.accepted_by ?? undefined,
    note: row.note ?? undefined,
    returnNote: row.return_note ?? undefined,
  };
}

function conditionOf(
  text: string | null,
): (typeof assetConditions)[number] | undefined {
  return assetConditions.find(condition => condition === text);
}
