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

import type {
  AssetDocument,
  Hold,
  LifecycleException,
  OpenFact,
  PlannedTransition,
  TransitionReason,
  TransitionRecord,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  fromJson,
  isOneOf,
  orderBy,
  PageOrder,
  pageOf,
  raw,
  rowsOf,
  Sql,
  sql,
} from '../../database';
import type { AssetAccess } from '../../register/access';
import type { Page, PageQuery } from '../../register/AssetStore';
import { accessCondition } from '../../register/sql/accessFilter';
import { ERASED_ACTOR } from '../../register/sql/assetRows';
import type { OfAsset } from '../LifecycleStore';

const NO_DAY = '9999-12-31';

/** The transitions of an asset, newest first. Rides on asset_transitions_asset_idx. */
export async function loadTransitions(
  knex: Knex,
  assetId: string,
  page: PageQuery,
): Promise<Page<Omit<TransitionRecord, 'title'> & { model: string }>> {
  const order = { columns: ['t.version'], descending: true, numeric: true };
  const rows = await rowsOf<{
    id: string;
    version: number;
    model: string;
    transition: string;
    from_status: string | null;
    to_status: string;
    from_stage: string | null;
    to_stage: string;
    effective_at: string;
    recorded_at: string;
    actor: string | null;
    reason: string | null;
    seconds_before: string | number | null;
    forced: boolean | number;
  }>(
    knex,
    sql`SELECT t.*, c.ref AS actor FROM asset_transitions t
        LEFT JOIN actors c ON c.id = t.actor_id
        WHERE ${within(order, page, [sql`t.asset_id = ${assetId}`])}
        ${orderBy(order)} LIMIT ${page.limit + 1}`,
  );
  const { items, nextCursor } = pageOf(rows, page.limit, row => [row.version]);
  return {
    nextCursor,
    items: items.map(row => ({
      id: row.id,
      version: row.version,
      model: row.model,
      transition: row.transition,
      from: row.from_status ?? undefined,
      to: row.to_status,
      fromStage: row.from_stage ?? undefined,
      toStage: row.to_stage,
      effectiveAt: row.effective_at,
      recordedAt: row.recorded_at,
      actor: row.actor ?? ERASED_ACTOR,
      reason: row.reason ?? undefined,
      secondsBefore:
        row.seconds_before === null ? undefined : Number(row.seconds_before),
      forced: Boolean(row.forced),
    })),
  };
}

/** What has to follow, soonest first. Rides on open_facts_due_idx. */
export async function loadOpenFacts(
  knex: Knex,
  query: PageQuery &
    OfAsset & { assignee?: string[]; overdue?: boolean; today: string },
  access: AssetAccess,
): Promise<Page<Omit<OpenFact, 'title' | 'what'>>> {
  const order = { columns: ['o.due', 'o.id'] };
  const conditions = [raw("o.state = 'open'"), ...ofAsset(query, 'o')];
  if (query.assignee && query.assignee.length > 0) {
    conditions.push(
      isOneOf(
        knex,
        'o.assignee_ref',
        query.assignee.map(ref => ref.toLowerCase()),
      ),
    );
  }
  if (query.overdue !== undefined) {
    conditions.push(
      query.overdue
        ? sql`o.due < ${query.today}`
        : sql`o.due >= ${query.today}`,
    );
  }
  const rows = await rowsOf<{
    id: string;
    asset_id: string;
    tag: string;
    name: string;
    kind: 'fact' | 'evidence';
    fact: string;
    due: string;
    before_transition: string | null;
    assignee_ref: string;
    opened_at: string;
    transition: string | null;
    exception_id: string | null;
  }>(
    knex,
    sql`SELECT o.*, a.tag, a.name, t.transition FROM open_facts o
        JOIN assets a ON a.id = o.asset_id
        LEFT JOIN asset_transitions t ON t.id = o.transition_id
        WHERE ${within(order, query, [
          ...conditions,
          ...permitted(knex, access),
        ])}
        ${orderBy(order)} LIMIT ${query.limit + 1}`,
  );
  const { items, nextCursor } = pageOf(rows, query.limit, row => [
    row.due,
    row.id,
  ]);
  return {
    nextCursor,
    items: items.map(row => ({
      id: row.id,
      assetId: row.asset_id,
      tag: row.tag,
      name: row.name,
      kind: row.kind,
      fact: row.fact,
      due: row.due === NO_DAY ? undefined : row.due,
      before: row.before_transition ?? undefined,
      assignee: row.assignee_ref || undefined,
      overdue: row.due < query.today,
      openedAt: row.opened_at,
      transition: row.transition ?? undefined,
      exceptionId: row.exception_id ?? undefined,
    })),
  };
}

/** The documents of an asset, newest first; without their content. */
export async function loadDocuments(
  knex: Knex,
  assetId: string,
  page: PageQuery & { id?: string },
): Promise<Page<Omit<AssetDocument, 'docTitle'>>> {
  const order = { columns: ['d.id'], descending: true };
  const conditions = [sql`d.asset_id = ${assetId}`];
  if (page.id !== undefined) {
    conditions.push(sql`d.id = ${page.id}`);
  }
  const rows = await rowsOf<{
    id: string;
    doc: string;
    title: string;
    url: string | null;
    media_type: string | null;
    bytes: string | number | null;
    sha256: string | null;
    added_at: string;
    actor: string | null;
  }>(
    knex,
    sql`SELECT d.id, d.doc, d.title, d.url, d.media_type, d.bytes, d.sha256,
               d.added_at, c.ref AS actor
        FROM documents d LEFT JOIN actors c ON c.id = d.added_by
        WHERE ${within(order, page, conditions)}
        ${orderBy(order)} LIMIT ${page.limit + 1}`,
  );
  const { items, nextCursor } = pageOf(rows, page.limit, row => [row.id]);
  return {
    nextCursor,
    items: items.map(row => ({
      id: row.id,
      doc: row.doc,
      title: row.title,
      url: row.url ?? undefined,
      mediaType: row.media_type ?? undefined,
      bytes: row.bytes === null ? undefined : Number(row.bytes),
      sha256: row.sha256 ?? undefined,
      addedAt: row.added_at,
      addedBy: row.actor ?? ERASED_ACTOR,
    })),
  };
}

/** Legal holds, newest first. */
export async function loadHolds(
  knex: Knex,
  query: PageQuery & OfAsset & { id?: string; open?: boolean },
  access: AssetAccess,
): Promise<Page<Hold>> {
  const order = { columns: ['h.id'], descending: true };
  const conditions = ofAsset(query, 'h');
  if (query.id !== undefined) {
    conditions.push(sql`h.id = ${query.id}`);
  }
  if (query.open !== undefined) {
    conditions.push(
      raw(query.open ? 'h.released_at IS NULL' : 'h.released_at IS NOT NULL'),
    );
  }
  const rows = await rowsOf<{
    id: string;
    asset_id: string;
    tag: string;
    name: string;
    matter: string;
    reason: string | null;
    placed_at: string;
    placer: string | null;
    release_asked_at: string | null;
    asker: string | null;
    release_reason: string | null;
    released_at: string | null;
    releaser: string | null;
  }>(
    knex,
    sql`SELECT h.*, a.tag, a.name, p.ref AS placer, k.ref AS asker,
               r.ref AS releaser
        FROM holds h JOIN assets a ON a.id = h.asset_id
        LEFT JOIN actors p ON p.id = h.placed_by
        LEFT JOIN actors k ON k.id = h.release_asked_by
        LEFT JOIN actors r ON r.id = h.released_by
        WHERE ${within(order, query, [
          ...conditions,
          ...permitted(knex, access),
        ])}
        ${orderBy(order)} LIMIT ${query.limit + 1}`,
  );
  const { items, nextCursor } = pageOf(rows, query.limit, row => [row.id]);
  return {
    nextCursor,
    items: items.map(row => ({
      id: row.id,
      assetId: row.asset_id,
      tag: row.tag,
      name: row.name,
      matter: row.matter,
      reason: row.reason ?? undefined,
      placedAt: row.placed_at,
      placedBy: row.placer ?? ERASED_ACTOR,
      ...(row.release_asked_at !== null && {
        releaseAskedAt: row.release_asked_at,
        releaseAskedBy: row.asker ?? ERASED_ACTOR,
        releaseReason: row.release_reason ?? undefined,
      }),
      ...(row.released_at !== null && {
        releasedAt: row.released_at,
        releasedBy: row.releaser ?? ERASED_ACTOR,
      }),
    })),
  };
}

/** Transitions that were forced, newest first. */
export async function loadExceptions(
  knex: Knex,
  query: PageQuery & OfAsset & { id?: string; open?: boolean },
  access: AssetAccess,
): Promise<Page<LifecycleException>> {
  const order = { columns: ['e.id'], descending: true };
  const conditions = ofAsset(query, 'e');
  const unfinished = "e.state IN ('open', 'correct', 'change-model')";
  if (query.id !== undefined) {
    conditions.push(sql`e.id = ${query.id}`);
  }
  if (query.open !== undefined) {
    conditions.push(raw(query.open ? unfinished : `NOT (${unfinished})`));
  }
  const rows = await rowsOf<{
    id: string;
    asset_id: string;
    tag: string;
    name: string;
    missing: TransitionReason[] | string;
    reason: string;
    make_good_by: string | null;
    state: LifecycleException['state'];
    reviewed_at: string | null;
    reviewer: string | null;
    note: string | null;
    transition: string;
    from_status: string | null;
    to_status: string;
    recorded_at: string;
    actor: string | null;
  }>(
    knex,
    sql`SELECT e.*, a.tag, a.name, t.transition, t.from_status, t.to_status,
               t.recorded_at, c.ref AS actor, v.ref AS reviewer
        FROM lifecycle_exceptions e JOIN assets a ON a.id = e.asset_id
        JOIN asset_transitions t ON t.id = e.transition_id
        LEFT JOIN actors c ON c.id = t.actor_id
        LEFT JOIN actors v ON v.id = e.reviewed_by
        WHERE ${within(order, query, [
          ...conditions,
          ...permitted(knex, access),
        ])}
        ${orderBy(order)} LIMIT ${query.limit + 1}`,
  );
  const { items, nextCursor } = pageOf(rows, query.limit, row => [row.id]);
  return {
    nextCursor,
    items: items.map(row => ({
      id: row.id,
      assetId: row.asset_id,
      tag: row.tag,
      name: row.name,
      transition: row.transition,
      from: row.from_status ?? undefined,
      to: row.to_status,
      reason: row.reason,
      missing: fromJson(row.missing),
      makeGoodBy: row.make_good_by ?? undefined,
      recordedAt: row.recorded_at,
      actor: row.actor ?? ERASED_ACTOR,
      state: row.state,
      ...(row.reviewed_at !== null && {
        reviewedAt: row.reviewed_at,
        reviewedBy: row.reviewer ?? ERASED_ACTOR,
      }),
      note: row.note ?? undefined,
    })),
  };
}

/** Transitions to be carried out later, soonest first. */
export async function loadPlanned(
  knex: Knex,
  query: PageQuery & OfAsset,
  access: AssetAccess,
): Promise<Page<Omit<PlannedTransition, 'title'> & { type: string }>> {
  const order = { columns: ['p.planned_for', 'p.id'] };
  const rows = await rowsOf<{
    id: string;
    asset_id: string;
    tag: string;
    type: string;
    transition: string;
    to_status: string;
    planned_for: string;
    planner: string | null;
    state: PlannedTransition['state'];
    error: string | null;
  }>(
    knex,
    sql`SELECT p.*, a.tag, a.type, c.ref AS planner FROM planned_transitions p
        JOIN assets a ON a.id = p.asset_id
        LEFT JOIN actors c ON c.id = p.planned_by
        WHERE ${within(order, query, [
          raw("p.state IN ('waiting', 'refused')"),
          ...ofAsset(query, 'p'),
          ...permitted(knex, access),
        ])}
        ${orderBy(order)} LIMIT ${query.limit + 1}`,
  );
  const { items, nextCursor } = pageOf(rows, query.limit, row => [
    row.planned_for,
    row.id,
  ]);
  return {
    nextCursor,
    items: items.map(row => ({
      id: row.id,
      assetId: row.asset_id,
      tag: row.tag,
      type: row.type,
      transition: row.transition,
      to: row.to_status,
      plannedFor: row.planned_for,
      plannedBy: row.planner ?? ERASED_ACTOR,
      state: row.state,
      error: row.error ?? undefined,
    })),
  };
}

function ofAsset({ assetId }: OfAsset, table: string): Sql[] {
  return assetId === undefined
    ? []
    : [sql`${raw(`${table}.asset_id`)} = ${assetId}`];
}

function permitted(knex: Knex, access: AssetAccess): Sql[] {
  const condition = accessCondition(knex, access);
  return condition ? [condition] : [];
}

function within(order: PageOrder, page: PageQuery, conditions: Sql[]): Sql {
  const rest = afterCursor(order, page.cursor);
  return allOf(rest ? [...conditions, rest] : conditions);
}
