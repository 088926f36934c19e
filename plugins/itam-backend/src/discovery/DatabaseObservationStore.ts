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

import { foldedSearchText, ObservedThing } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  eachRow,
  fromJson,
  insertRows,
  isOneOf,
  raw,
  rowsOf,
  Sql,
  sql,
  StageColumn,
  touchedBy,
  withStage,
} from '../database';
import type {
  NewObservation,
  ObservationPayload,
  ObservationRow,
  ObservationStore,
  ResolvedRelations,
  SiblingObservation,
  Sighting,
} from './ObservationStore';

interface Row {
  id: string;
  source_key: string;
  scope: string;
  unit: ObservedThing['unit'];
  hash: string;
  asset_id: string | null;
  state: 'present' | 'missing';
  missed: number;
  place: string;
  last_seen_run: string;
}

const rowColumns = raw(
  'id, source_key, scope, unit, hash, asset_id, state, missed, place, last_seen_run',
);

const stageColumns: Record<string, StageColumn> = {
  id: 'text',
  source_key: 'text',
  scope: 'text',
  unit: 'text',
  derived: 'boolean',
  hash: 'text',
  place: 'text',
  payload: 'json',
  relations: 'json',
  search: 'text',
  name: 'text',
  asset_id: 'text',
};

/** {@link ObservationStore} in SQL. */
export class DatabaseObservationStore implements ObservationStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async ofDocument(sourceId: string, scope: string): Promise<ObservationRow[]> {
    return this.ofDocuments(sourceId, [scope]);
  }

  async ofDocuments(
    sourceId: string,
    scopes: string[],
  ): Promise<ObservationRow[]> {
    // observations_scope_idx
    return this.#rows(
      sql`source_id = ${sourceId} AND ${isOneOf(this.#knex, 'scope', scopes)}`,
    );
  }

  async byKeys(
    sourceId: string,
    sourceKeys: string[],
  ): Promise<ObservationRow[]> {
    if (sourceKeys.length === 0) {
      return [];
    }
    // observations_key_idx
    return this.#rows(
      sql`source_id = ${sourceId} AND ${isOneOf(
        this.#knex,
        'source_key',
        sourceKeys,
      )}`,
    );
  }

  async payloads(ids: string[]): Promise<Map<string, ObservationPayload>> {
    if (ids.length === 0) {
      return new Map();
    }
    const rows = await rowsOf<{
      id: string;
      payload: string | ObservationPayload;
    }>(
      this.#knex,
      sql`SELECT id, payload FROM observations WHERE ${isOneOf(
        this.#knex,
        'id',
        ids,
      )}`,
    );
    return new Map(rows.map(row => [row.id, fromJson(row.payload)]));
  }

  async siblings(
    sourceId: string,
    assetIds: string[],
  ): Promise<SiblingObservation[]> {
    if (assetIds.length === 0) {
      return [];
    }
    // observations_asset_idx
    const rows = await rowsOf<{
      id: string;
      asset_id: string;
      relations: string | ResolvedRelations;
    }>(
      this.#knex,
      sql`SELECT id, asset_id, relations FROM observations
        WHERE ${isOneOf(this.#knex, 'asset_id', assetIds)}
          AND unit IN ('asset', 'group') AND source_id = ${sourceId} AND state = 'present'
        ORDER BY id`,
    );
    return rows.map(row => ({
      id: row.id,
      assetId: row.asset_id,
      relations: fromJson(row.relations),
    }));
  }

  async countPresent(sourceId: string): Promise<number> {
    const [row] = await rowsOf<{ count: string | number }>(
      this.#knex,
      sql`SELECT count(*) AS count FROM observations WHERE source_id = ${sourceId} AND state = 'present'`,
    );
    return Number(row.count);
  }

  async countDocument(sourceId: string, scope: string) {
    const rows = await rowsOf<{
      unit: string;
      derived: boolean | number;
      count: string | number;
    }>(
      this.#knex,
      sql`SELECT unit, derived, count(*) AS count FROM observations
        WHERE source_id = ${sourceId} AND scope = ${scope} AND state = 'present' AND missed = 0
        GROUP BY unit, derived`,
    );
    return rows.map(row => ({
      unit: row.unit,
      derived: Boolean(row.derived),
      count: Number(row.count),
    }));
  }

  async write(
    transaction: Knex.Transaction,
    sighting: Sighting,
    observations: NewObservation[],
  ): Promise<void> {
    await this.#insert(
      transaction,
      sighting,
      observations.filter(({ isNew }) => isNew),
    );
    await this.#replace(
      transaction,
      sighting,
      observations.filter(({ isNew }) => !isNew),
    );
  }

  async #insert(
    transaction: Knex.Transaction,
    sighting: Sighting,
    observations: NewObservation[],
  ): Promise<void> {
    await insertRows(transaction, 'observations', {
      columns: {
        ...stageColumns,
        source_id: 'text',
        first_seen_at: 'text',
        first_seen_run: 'text',
        last_seen_at: 'text',
        last_seen_run: 'text',
      },
      rows: eachRow(observations, observation => [
        {
          ...toStage(observation),
          source_id: sighting.sourceId,
          first_seen_at: sighting.at,
          first_seen_run: sighting.runId,
          last_seen_at: sighting.at,
          last_seen_run: sighting.runId,
        },
      ]),
    });
  }

  async #replace(
    transaction: Knex.Transaction,
    sighting: Sighting,
    observations: NewObservation[],
  ): Promise<void> {
    if (observations.length === 0) {
      return;
    }
    await withStage(
      transaction,
      { columns: stageColumns, rows: observations.map(toStage) },
      stage =>
        touchedBy(
          transaction,
          sql`INSERT INTO observations (id, source_id, source_key, scope, unit, derived, hash, place, payload, relations,
              search, name, asset_id, state, missed, first_seen_at, first_seen_run, last_seen_at, last_seen_run)
            SELECT id, ${
              sighting.sourceId
            }, source_key, scope, unit, derived, hash, place, payload, relations,
              search, name, asset_id, 'present', 0, ${sighting.at}, ${
            sighting.runId
          }, ${sighting.at}, ${sighting.runId}
            FROM ${raw(stage)} WHERE true
            ON CONFLICT (source_id, source_key) DO UPDATE SET scope = excluded.scope, unit = excluded.unit,
              derived = excluded.derived, hash = excluded.hash, place = excluded.place, payload = excluded.payload,
              relations = excluded.relations, search = excluded.search, name = excluded.name,
              asset_id = excluded.asset_id, state = 'present', missed = 0,
              last_seen_at = excluded.last_seen_at, last_seen_run = excluded.last_seen_run`,
        ),
    );
  }

  async seen(
    transaction: Knex.Transaction,
    sighting: Sighting,
    ids: string[],
  ): Promise<void> {
    await this.#update(
      transaction,
      ids,
      sql`missed = 0, last_seen_at = ${sighting.at}, last_seen_run = ${sighting.runId}`,
    );
  }

  async seenDocument(
    transaction: Knex.Transaction,
    sighting: Sighting,
    scope: string,
  ): Promise<void> {
    // observations_scope_idx
    await touchedBy(
      transaction,
      sql`UPDATE observations SET last_seen_at = ${sighting.at}, last_seen_run = ${sighting.runId}
        WHERE source_id = ${sighting.sourceId} AND scope = ${scope} AND state = 'present' AND missed = 0`,
    );
  }

  async retire(transaction: Knex.Transaction, ids: string[]): Promise<void> {
    await this.#update(
      transaction,
      ids,
      sql`source_key = source_key || '#' || id`,
    );
  }

  async missedOnce(
    transaction: Knex.Transaction,
    ids: string[],
  ): Promise<void> {
    await this.#update(transaction, ids, sql`missed = missed + 1`);
  }

  async markMissing(
    transaction: Knex.Transaction,
    ids: string[],
  ): Promise<void> {
    await this.#update(
      transaction,
      ids,
      sql`missed = missed + 1, state = 'missing'`,
    );
  }

  async keep(transaction: Knex.Transaction, ids: string[]): Promise<void> {
    await this.#update(transaction, ids, sql`missed = 0`);
  }

  async stillPresent(
    transaction: Knex.Transaction | undefined,
    assetIds: string[],
    exceptIds: string[],
  ): Promise<Set<string>> {
    if (assetIds.length === 0) {
      return new Set();
    }
    // observations_asset_idx
    const rows = await rowsOf<{ asset_id: string }>(
      transaction ?? this.#knex,
      sql`SELECT DISTINCT asset_id FROM observations
        WHERE ${isOneOf(
          this.#knex,
          'asset_id',
          assetIds,
        )} AND unit IN ('asset', 'group')
          AND state = 'present' AND NOT (${isOneOf(
            this.#knex,
            'id',
            exceptIds,
          )})`,
    );
    return new Set(rows.map(row => row.asset_id));
  }

  async overdue(
    sourceId: string,
    missingAfter: number,
  ): Promise<ObservationRow[]> {
    return this.#rows(
      sql`source_id = ${sourceId} AND state = 'present' AND missed >= ${missingAfter}`,
    );
  }

  async applyAgain(
    transaction: Knex.Transaction,
    assetIds: string[],
  ): Promise<void> {
    if (assetIds.length === 0) {
      return;
    }
    // observations_asset_idx
    await touchedBy(
      transaction,
      sql`UPDATE observations SET hash = ''
        WHERE ${isOneOf(this.#knex, 'asset_id', assetIds)}
          AND unit IN ('asset', 'group') AND state = 'present'`,
    );
  }

  async #rows(condition: Sql): Promise<ObservationRow[]> {
    const rows = await rowsOf<Row>(
      this.#knex,
      sql`SELECT ${rowColumns} FROM observations WHERE ${condition} ORDER BY id`,
    );
    return rows.map(toObservation);
  }

  async #update(
    transaction: Knex.Transaction,
    ids: string[],
    assignments: Sql,
  ): Promise<void> {
    if (ids.length > 0) {
      await touchedBy(
        transaction,
        sql`UPDATE observations SET ${assignments} WHERE ${isOneOf(
          this.#knex,
          'id',
          ids,
        )}`,
      );
    }
  }
}

function toObservation(row: Row): ObservationRow {
  return {
    id: row.id,
    sourceKey: row.source_key,
    scope: row.scope,
    unit: row.unit,
    hash: row.hash,
    assetId: row.asset_id ?? undefined,
    state: row.state,
    missed: row.missed,
    place: row.place,
    lastSeenRun: row.last_seen_run,
  };
}

function toStage(observation: NewObservation): Record<string, unknown> {
  const { payload } = observation;
  return {
    id: observation.id,
    source_key: payload.sourceKey,
    scope: observation.scope,
    unit: payload.unit,
    derived: payload.derived,
    hash: observation.hash,
    place: payload.place,
    payload,
    relations: observation.relations,
    search: payload.unit === 'fold' ? foldedSearchText(payload) : '',
    name: payload.name,
    asset_id: observation.assetId,
  };
}
