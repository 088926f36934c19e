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
  Hold,
  LifecycleException,
  TransitionRequest,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  fromJson,
  isOneOf,
  newId,
  raw,
  rowsOf,
  sql,
  touchedBy,
} from '../database';
import type { AssetAccess } from '../register/access';
import type { AssetStore, PageQuery } from '../register/AssetStore';
import type {
  DuePlan,
  LifecycleStore,
  LifecycleWrites,
  OfAsset,
} from './LifecycleStore';
import {
  loadDocuments,
  loadExceptions,
  loadHolds,
  loadOpenFacts,
  loadPlanned,
  loadTransitions,
} from './sql/lists';
import { loadRecords, loadSurroundings } from './sql/records';
import { writeLifecycle } from './sql/write';

/** Keeps what the lifecycle leaves beside the assets in SQL. */
export class DatabaseLifecycleStore implements LifecycleStore {
  readonly #knex: Knex;
  readonly #actors: Pick<AssetStore, 'actorIds'>;

  constructor(options: { knex: Knex; actors: Pick<AssetStore, 'actorIds'> }) {
    this.#knex = options.knex;
    this.#actors = options.actors;
  }

  records(ids: string[]) {
    return loadRecords(this.#knex, ids);
  }

  surroundings(ids: string[]) {
    return loadSurroundings(this.#knex, ids);
  }

  async holdersOf(keys: Array<{ type: string; value: string }>) {
    const holders: string[] = [];
    for (const { type, value } of keys) {
      const rows = await rowsOf<{ id: string }>(
        this.#knex,
        type === 'asset-tag'
          ? sql`SELECT id FROM assets WHERE tag = ${value}`
          : sql`SELECT asset_id AS id FROM asset_keys
                WHERE key_type = ${type} AND key_value = ${value} AND strong`,
      );
      holders.push(...rows.map(({ id }) => id));
    }
    return holders;
  }

  async inStock({ modelId, type }: { modelId?: string; type: string }) {
    const [{ count }] = await rowsOf<{ count: string | number }>(
      this.#knex,
      sql`SELECT count(*) AS count FROM assets WHERE status = 'in-stock' AND ${
        modelId ? sql`model_id = ${modelId}` : sql`type = ${type}`
      }`,
    );
    return Number(count);
  }

  async write(transaction: Knex.Transaction, writes: LifecycleWrites) {
    const actorId = await this.#actorId(transaction, writes.actor);
    return writeLifecycle(transaction, writes, actorId);
  }

  transitions(assetId: string, page: PageQuery) {
    return loadTransitions(this.#knex, assetId, page);
  }

  openFacts(
    query: PageQuery &
      OfAsset & { assignee?: string[]; overdue?: boolean; today: string },
    access: AssetAccess,
  ) {
    return loadOpenFacts(this.#knex, query, access);
  }

  async openFact(id: string) {
    const [row] = await rowsOf<{
      asset_id: string;
      fact: string;
      state: string;
    }>(
      this.#knex,
      sql`SELECT asset_id, fact, state FROM open_facts WHERE id = ${id}`,
    );
    return row && { assetId: row.asset_id, fact: row.fact, state: row.state };
  }

  async updateOpenFact(
    id: string,
    change: {
      assignee?: string | null;
      due?: string;
      waived?: boolean;
      note?: string;
      now: string;
    },
    transaction?: Knex.Transaction,
  ) {
    await (transaction ?? this.#knex)('open_facts')
      .where({ id, state: 'open' })
      .update({
        ...(change.assignee !== undefined && {
          assignee_ref: change.assignee ?? '',
        }),
        ...(change.due !== undefined && { due: change.due, reminded_at: null }),
        ...(change.waived && { state: 'waived', closed_at: change.now }),
        note: change.note ?? null,
      });
  }

  async dueFacts(day: string, limit: number) {
    const rows = await rowsOf<{
      id: string;
      asset_id: string;
      tag: string;
      name: string;
      fact: string;
      due: string;
      assignee_ref: string;
    }>(
      this.#knex,
      // rides on open_facts_due_idx; each day of its own reminds once more
      sql`SELECT o.id, o.asset_id, a.tag, a.name, o.fact, o.due, o.assignee_ref
          FROM open_facts o JOIN assets a ON a.id = o.asset_id
          WHERE o.state = 'open' AND o.due <= ${day}
            AND (o.reminded_at IS NULL OR o.reminded_at < o.due)
          ORDER BY o.due, o.id LIMIT ${limit}`,
    );
    return rows.map(row => ({
      id: row.id,
      assetId: row.asset_id,
      tag: row.tag,
      name: row.name,
      fact: row.fact,
      due: row.due,
      assignee: row.assignee_ref,
    }));
  }

  async reminded(ids: string[], now: string) {
    await touchedBy(
      this.#knex,
      sql`UPDATE open_facts SET reminded_at = ${now}
          WHERE ${isOneOf(this.#knex, 'id', ids)}`,
    );
  }

  documents(assetId: string, page: PageQuery) {
    return loadDocuments(this.#knex, assetId, page);
  }

  async addDocument(document: {
    assetId: string;
    doc: string;
    title: string;
    mediaType: string;
    sha256: string;
    content: Buffer;
    now: string;
    actor: string;
  }) {
    const id = newId();
    await this.#knex.transaction(async transaction => {
      await transaction('documents').insert({
        id,
        asset_id: document.assetId,
        doc: document.doc,
        title: document.title,
        media_type: document.mediaType,
        bytes: document.content.length,
        sha256: document.sha256,
        content: document.content,
        added_at: document.now,
        added_by: await this.#actorId(transaction, document.actor),
      });
    });
    const { items } = await loadDocuments(this.#knex, document.assetId, {
      id,
      limit: 1,
    });
    return items[0];
  }

  async content(assetId: string, documentId: string) {
    const [row] = await rowsOf<{
      title: string;
      media_type: string | null;
      content: Buffer | null;
    }>(
      this.#knex,
      sql`SELECT title, media_type, content FROM documents
          WHERE id = ${documentId} AND asset_id = ${assetId}`,
    );
    return row?.content
      ? {
          title: row.title,
          mediaType: row.media_type ?? 'application/octet-stream',
          content: row.content,
        }
      : undefined;
  }

  holds(query: PageQuery & OfAsset & { open?: boolean }, access: AssetAccess) {
    return loadHolds(this.#knex, query, access);
  }

  async hold(id: string): Promise<Hold | undefined> {
    const { items } = await loadHolds(this.#knex, { id, limit: 1 }, 'all');
    return items[0];
  }

  async placeHold(
    transaction: Knex.Transaction,
    hold: {
      id: string;
      assetId: string;
      matter: string;
      reason?: string;
      now: string;
      actor: string;
    },
  ) {
    await transaction('holds').insert({
      id: hold.id,
      asset_id: hold.assetId,
      matter: hold.matter,
      reason: hold.reason ?? null,
      placed_at: hold.now,
      placed_by: await this.#actorId(transaction, hold.actor),
    });
  }

  async askRelease(
    id: string,
    ask: { reason: string; now: string; actor: string },
  ) {
    await this.#knex.transaction(async transaction =>
      transaction('holds')
        .where({ id })
        .whereNull('released_at')
        .update({
          release_asked_at: ask.now,
          release_asked_by: await this.#actorId(transaction, ask.actor),
          release_reason: ask.reason,
        }),
    );
  }

  async releaseHold(
    transaction: Knex.Transaction,
    id: string,
    release: { now: string; actor: string },
  ) {
    await transaction('holds')
      .where({ id })
      .whereNull('released_at')
      .update({
        released_at: release.now,
        released_by: await this.#actorId(transaction, release.actor),
      });
  }

  exceptions(
    query: PageQuery & OfAsset & { open?: boolean },
    access: AssetAccess,
  ) {
    return loadExceptions(this.#knex, query, access);
  }

  async exception(id: string): Promise<LifecycleException | undefined> {
    const { items } = await loadExceptions(this.#knex, { id, limit: 1 }, 'all');
    return items[0];
  }

  async reviewException(
    id: string,
    review: { state: string; note: string; now: string; actor: string },
  ) {
    await this.#knex.transaction(async transaction =>
      transaction('lifecycle_exceptions')
        .where({ id })
        .update({
          state: review.state,
          note: review.note,
          reviewed_at: review.now,
          reviewed_by: await this.#actorId(transaction, review.actor),
        }),
    );
  }

  async plan(plan: {
    id: string;
    assetId: string;
    transition: string;
    toStatus: string;
    request: TransitionRequest;
    roles: string[];
    plannedFor: string;
    now: string;
    actor: string;
  }) {
    await this.#knex.transaction(async transaction =>
      transaction('planned_transitions').insert({
        id: plan.id,
        asset_id: plan.assetId,
        transition: plan.transition,
        to_status: plan.toStatus,
        planned_for: plan.plannedFor,
        planned_by: await this.#actorId(transaction, plan.actor),
        request: JSON.stringify(plan.request),
        roles: JSON.stringify(plan.roles),
        state: 'waiting',
        created_at: plan.now,
      }),
    );
  }

  planned(query: PageQuery & OfAsset, access: AssetAccess) {
    return loadPlanned(this.#knex, query, access);
  }

  async plannedAsset(id: string) {
    const [row] = await rowsOf<{ asset_id: string }>(
      this.#knex,
      sql`SELECT asset_id FROM planned_transitions WHERE id = ${id}`,
    );
    return row?.asset_id;
  }

  async duePlans(now: string, limit: number): Promise<DuePlan[]> {
    const rows = await rowsOf<{
      id: string;
      asset_id: string;
      request: TransitionRequest | string;
      roles: string[] | string;
      planner: string | null;
      planned_for: string;
    }>(
      this.#knex,
      // rides on planned_transitions_waiting_idx
      sql`SELECT p.id, p.asset_id, p.request, p.roles, p.planned_for,
                 c.ref AS planner
          FROM planned_transitions p LEFT JOIN actors c ON c.id = p.planned_by
          WHERE ${raw("p.state = 'waiting'")} AND p.planned_for <= ${now}
          ORDER BY p.planned_for, p.id LIMIT ${limit}`,
    );
    return rows.map(row => ({
      id: row.id,
      assetId: row.asset_id,
      request: fromJson(row.request),
      roles: fromJson(row.roles),
      plannedBy: row.planner ?? 'erased',
      plannedFor: row.planned_for,
    }));
  }

  async settlePlan(
    id: string,
    settled: {
      state: 'done' | 'refused' | 'cancelled';
      error?: string;
      now: string;
    },
  ) {
    const touched = await this.#knex('planned_transitions')
      .where({ id, state: 'waiting' })
      .update({
        state: settled.state,
        error: settled.error ?? null,
        done_at: settled.now,
      });
    return touched > 0;
  }

  async #actorId(transaction: Knex.Transaction, ref: string): Promise<string> {
    const ids = await this.#actors.actorIds(transaction, [ref]);
    return ids.get(ref) ?? '';
  }
}
