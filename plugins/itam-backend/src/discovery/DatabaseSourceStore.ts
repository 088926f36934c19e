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

import type { SourceDocumentState } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  fromJson,
  isOneOf,
  orderBy,
  pageOf,
  raw,
  rowsOf,
  sql,
  touchedBy,
} from '../database';
import type {
  CompleteMark,
  DocumentMark,
  Page,
  SourceStore,
  StoredSource,
} from './SourceStore';

interface SourceRow {
  id: string;
  kind: string;
  title: string;
  error: string | null;
  locations: string | string[];
  schedule: string | null;
  accepts_files: boolean | number;
  configured: boolean | number;
  assets: number;
  folded: number;
  last_succeeded_at: string | null;
}

interface DocumentRow {
  scope: string;
  state: 'read' | 'refused';
  fingerprint: string | null;
  lineage: string | null;
  serial: string | number | null;
  error: string | null;
  last_read_at: string | null;
  last_tried_at: string;
  last_run_id: string | null;
}

/** {@link SourceStore} in SQL. */
export class DatabaseSourceStore implements SourceStore {
  readonly #knex: Knex;
  readonly #now: () => string;

  constructor(options: { knex: Knex; now: () => string }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async sync(
    sources: Array<Omit<StoredSource, 'configured' | 'assets' | 'folded'>>,
  ): Promise<void> {
    const now = this.#now();
    await this.#knex.transaction(async transaction => {
      await touchedBy(
        transaction,
        sql`UPDATE sources SET configured = ${false}`,
      );
      for (const source of sources) {
        await touchedBy(
          transaction,
          sql`INSERT INTO sources (id, kind, title, error, locations, schedule, accepts_files, configured, updated_at)
            VALUES (${source.id}, ${source.kind}, ${source.title}, ${
            source.error ?? null
          }, ${JSON.stringify(source.locations)}, ${source.schedule ?? null},
              ${source.acceptsFiles}, ${true}, ${now})
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, error = excluded.error,
              locations = excluded.locations, schedule = excluded.schedule, accepts_files = excluded.accepts_files,
              configured = excluded.configured, updated_at = excluded.updated_at`,
        );
      }
    });
  }

  async find(id: string): Promise<StoredSource | undefined> {
    const [row] = await rowsOf<SourceRow>(
      this.#knex,
      sql`SELECT * FROM sources WHERE id = ${id}`,
    );
    return row && toSource(row);
  }

  async list(page: Page) {
    const order = { columns: ['id'] };
    const after = afterCursor(order, page.cursor);
    const rows = await rowsOf<SourceRow>(
      this.#knex,
      sql`SELECT * FROM sources WHERE ${allOf(after ? [after] : [])} ${orderBy(
        order,
      )} LIMIT ${page.limit + 1}`,
    );
    return pageOf(rows.map(toSource), page.limit, source => [source.id]);
  }

  async lastSucceeded(ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) {
      return new Map();
    }
    const rows = await rowsOf<{ id: string; last_succeeded_at: string }>(
      this.#knex,
      sql`SELECT id, last_succeeded_at FROM sources
        WHERE last_succeeded_at IS NOT NULL AND ${isOneOf(
          this.#knex,
          'id',
          ids,
        )}`,
    );
    return new Map(rows.map(row => [row.id, row.last_succeeded_at]));
  }

  async settle(id: string, succeededAt?: string): Promise<void> {
    // observations_scope_idx starts with the source
    await touchedBy(
      this.#knex,
      sql`UPDATE sources SET
          assets = (SELECT count(DISTINCT asset_id) FROM observations
            WHERE source_id = ${id} AND state = 'present' AND unit <> 'fold'),
          folded = (SELECT count(*) FROM observations
            WHERE source_id = ${id} AND state = 'present' AND unit = 'fold'),
          last_succeeded_at = coalesce(${
            succeededAt ?? null
          }, last_succeeded_at)
        WHERE id = ${id}`,
    );
  }

  async document(
    sourceId: string,
    scope: string,
  ): Promise<DocumentMark | undefined> {
    const [row] = await rowsOf<DocumentRow>(
      this.#knex,
      sql`SELECT * FROM source_documents WHERE source_id = ${sourceId} AND scope = ${scope}`,
    );
    return row && toMark(row);
  }

  async documents(sourceId: string, page: Page) {
    const order = { columns: ['scope'] };
    const after = afterCursor(order, page.cursor);
    const rows = await rowsOf<DocumentRow>(
      this.#knex,
      sql`SELECT * FROM source_documents
        WHERE ${allOf([
          sql`source_id = ${sourceId}`,
          ...(after ? [after] : []),
        ])} ${orderBy(order)} LIMIT ${page.limit + 1}`,
    );
    return pageOf(rows.map(toDocument), page.limit, ({ scope }) => [scope]);
  }

  async documentsNotOf(
    sourceId: string,
    runId: string,
  ): Promise<DocumentMark[]> {
    const rows = await rowsOf<DocumentRow>(
      this.#knex,
      sql`SELECT * FROM source_documents
        WHERE source_id = ${sourceId} AND NOT pushed AND (last_run_id IS NULL OR last_run_id <> ${runId}) ORDER BY scope`,
    );
    return rows.map(toMark);
  }

  async refuse(
    sourceId: string,
    refusal: { scope: string; error: string; runId: string },
  ): Promise<void> {
    await touchedBy(
      this.#knex,
      sql`INSERT INTO source_documents (source_id, scope, state, error, last_tried_at, last_run_id)
        VALUES (${sourceId}, ${refusal.scope}, 'refused', ${
        refusal.error
      }, ${this.#now()}, ${refusal.runId})
        ON CONFLICT (source_id, scope) DO UPDATE SET state = excluded.state, error = excluded.error,
          last_tried_at = excluded.last_tried_at, last_run_id = excluded.last_run_id`,
    );
  }

  async complete(
    transaction: Knex.Transaction,
    sourceId: string,
    mark: CompleteMark,
  ): Promise<void> {
    const now = this.#now();
    const unknownRefs = mark.unknownRefs?.length
      ? JSON.stringify(mark.unknownRefs)
      : null;
    await touchedBy(
      transaction,
      sql`INSERT INTO source_documents (source_id, scope, state, fingerprint, lineage, serial, error, last_read_at, last_tried_at, last_run_id, pushed, unknown_refs)
        VALUES (${sourceId}, ${mark.scope}, 'read', ${
        mark.fingerprint ?? null
      }, ${mark.lineage ?? null}, ${
        mark.serial ?? null
      }, NULL, ${now}, ${now}, ${mark.runId}, ${mark.pushed}, ${unknownRefs})
        ON CONFLICT (source_id, scope) DO UPDATE SET state = excluded.state, fingerprint = excluded.fingerprint,
          lineage = coalesce(excluded.lineage, source_documents.lineage),
          serial = coalesce(excluded.serial, source_documents.serial), error = NULL, last_read_at = excluded.last_read_at,
          last_tried_at = excluded.last_tried_at, last_run_id = excluded.last_run_id, pushed = excluded.pushed,
          unknown_refs = ${raw(
            mark.unknownRefs
              ? 'excluded.unknown_refs'
              : 'source_documents.unknown_refs',
          )}`,
    );
  }

  async unknownRefs(): Promise<Map<string, string[]>> {
    const rows = await rowsOf<{ source_id: string; unknown_refs: string }>(
      this.#knex,
      sql`SELECT source_id, unknown_refs FROM source_documents WHERE unknown_refs IS NOT NULL`,
    );
    const bySource = new Map<string, string[]>();
    for (const row of rows) {
      bySource.set(row.source_id, [
        ...(bySource.get(row.source_id) ?? []),
        ...JSON.parse(row.unknown_refs),
      ]);
    }
    return bySource;
  }

  async notFound(
    transaction: Knex.Transaction,
    sourceId: string,
    options: { scopes: string[]; runId: string },
  ): Promise<void> {
    const among = isOneOf(this.#knex, 'scope', options.scopes);
    await touchedBy(
      transaction,
      sql`UPDATE source_documents SET fingerprint = NULL, last_run_id = ${options.runId}
        WHERE source_id = ${sourceId} AND ${among}`,
    );
    await touchedBy(
      transaction,
      sql`DELETE FROM source_documents WHERE source_id = ${sourceId} AND ${among}
        AND NOT EXISTS (SELECT 1 FROM observations o WHERE o.source_id = source_documents.source_id
          AND o.scope = source_documents.scope AND o.state = 'present')`,
    );
  }

  async reread(
    transaction: Knex.Transaction,
    options: { assetIds: string[] },
  ): Promise<void> {
    if (options.assetIds.length === 0) {
      return;
    }
    await touchedBy(
      transaction,
      sql`UPDATE source_documents SET fingerprint = NULL
        WHERE fingerprint IS NOT NULL AND (source_id, scope) IN (
          SELECT source_id, scope FROM observations
          WHERE hash = '' AND ${isOneOf(
            this.#knex,
            'asset_id',
            options.assetIds,
          )})`,
    );
  }
}

function toSource(row: SourceRow): StoredSource {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    error: row.error ?? undefined,
    locations: fromJson(row.locations),
    schedule: row.schedule ?? undefined,
    acceptsFiles: Boolean(row.accepts_files),
    configured: Boolean(row.configured),
    assets: row.assets,
    folded: row.folded,
    lastSucceededAt: row.last_succeeded_at ?? undefined,
  };
}

function toMark(row: DocumentRow): DocumentMark {
  return {
    scope: row.scope,
    state: row.state,
    fingerprint: row.fingerprint ?? undefined,
    lineage: row.lineage ?? undefined,
    // PostgreSQL hands out 64-bit integers as text
    serial: row.serial === null ? undefined : Number(row.serial),
    lastRunId: row.last_run_id ?? undefined,
  };
}

function toDocument(row: DocumentRow): SourceDocumentState {
  const { scope, state, lineage, serial } = toMark(row);
  return {
    scope,
    state,
    error: row.error ?? undefined,
    lineage,
    serial,
    lastReadAt: row.last_read_at ?? undefined,
    lastTriedAt: row.last_tried_at,
  };
}
