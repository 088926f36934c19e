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
import { isOneOf, raw, rowsOf, sql, touchedBy, withStage } from '../database';
import type { Acknowledgement } from './PublicationStore';

/** The first pause before a failed publication is offered again, and the longest. */
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** How long a publication rests after it failed this often. */
export function pauseAfter(attempts: number): number {
  return Math.min(
    FIRST_PAUSE_MS * 4 ** Math.max(0, attempts - 1),
    LONGEST_PAUSE_MS,
  );
}

/**
 * Takes what a consumer says, per item and version: an older version leaves the
 * newer one pending, an error rests for a while, a withdrawal that was taken
 * leaves nothing behind. Gives the number of items that were taken.
 */
export async function acknowledge(
  transaction: Knex.Transaction,
  options: { items: Acknowledgement[]; consumer: string; now: Date },
): Promise<number> {
  const { items, consumer, now } = options;
  const attempts = await attemptsOf(transaction, consumer, items);
  return withStage(
    transaction,
    {
      columns: {
        asset_id: 'text',
        version: 'integer',
        entity_ref: 'text',
        error: 'text',
        retry_at: 'text',
      },
      rows: [...lastPerAsset(items)].map(item => ({
        asset_id: item.assetId,
        version: item.version,
        entity_ref: item.entityRef,
        error: item.error,
        retry_at: new Date(
          now.getTime() + pauseAfter((attempts.get(item.assetId) ?? 0) + 1),
        ).toISOString(),
      })),
      index: ['asset_id'],
    },
    async name => {
      const stage = raw(name);
      const taken = await touchedBy(
        transaction,
        sql`UPDATE publications SET
              acked_version = s.version,
              entity_ref = COALESCE(s.entity_ref, publications.entity_ref),
              error = NULL, retry_at = NULL, attempts = 0
            FROM ${stage} AS s
            WHERE publications.consumer = ${consumer}
              AND publications.asset_id = s.asset_id AND s.error IS NULL
              AND s.version <= publications.wanted_version
              AND s.version > publications.acked_version`,
      );
      await touchedBy(
        transaction,
        sql`UPDATE publications SET
              error = s.error, retry_at = s.retry_at, attempts = attempts + 1
            FROM ${stage} AS s
            WHERE publications.consumer = ${consumer}
              AND publications.asset_id = s.asset_id AND s.error IS NOT NULL
              AND s.version = publications.wanted_version
              AND publications.wanted_version > publications.acked_version`,
      );
      const withdrawn = sql`consumer = ${consumer} AND tombstone
        AND acked_version = wanted_version
        AND asset_id IN (SELECT asset_id FROM ${stage})`;
      await touchedBy(
        transaction,
        sql`DELETE FROM publications
            WHERE ${withdrawn} AND attached_ref IS NULL`,
      );
      await touchedBy(
        transaction,
        sql`UPDATE publications
            SET tombstone = false, cause = NULL, entity_ref = NULL
            WHERE ${withdrawn}`,
      );
      return taken;
    },
  );
}

async function attemptsOf(
  transaction: Knex.Transaction,
  consumer: string,
  items: Acknowledgement[],
): Promise<Map<string, number>> {
  const failed = items.filter(({ error }) => error !== undefined);
  if (failed.length === 0) {
    return new Map();
  }
  const rows = await rowsOf<{ asset_id: string; attempts: number }>(
    transaction,
    sql`SELECT asset_id, attempts FROM publications
        WHERE consumer = ${consumer} AND ${isOneOf(
      transaction,
      'asset_id',
      failed.map(({ assetId }) => assetId),
    )}`,
  );
  return new Map(rows.map(row => [row.asset_id, row.attempts]));
}

/** The newest word on each asset. */
function lastPerAsset(items: Acknowledgement[]): Iterable<Acknowledgement> {
  const latest = new Map<string, Acknowledgement>();
  for (const item of items) {
    if ((latest.get(item.assetId)?.version ?? -1) <= item.version) {
      latest.set(item.assetId, item);
    }
  }
  return latest.values();
}
