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

import type { AssetState, HistoryProblem } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { isOneOf, rowsOf, sql } from '../../database';
import { loadStates } from '../sql/loadStates';
import { AssetInspection, AssetLine } from './inspectAsset';
import type { VerificationStep } from './HistoryVerifier';
import { nameThePersons } from './personNames';

const ASSETS_PER_STEP = 200;
const LINES_AT_ONCE = 2_000;

/** Compares assets with their history, a bounded number at a time. */
export class AssetSweep {
  /** The next assets, in the order of their ids, there or gone. */
  async next(snapshot: Knex, after: string): Promise<VerificationStep> {
    const ids = await nextIds(snapshot, after);
    const states = await readableStates(snapshot, ids);
    const inspections = new Map(ids.map(id => [id, new AssetInspection(id)]));
    for await (const line of linesOf(snapshot, ids)) {
      inspections.get(line.assetId)?.add(line);
    }
    return {
      assets: ids.length,
      problems: ids.flatMap(
        id => inspections.get(id)?.finish(states.get(id)) ?? [],
      ),
      next:
        ids.length === ASSETS_PER_STEP
          ? { part: 'assets', id: ids[ids.length - 1] }
          : undefined,
    };
  }

  /** The problems with the tags of the assets they are about. */
  async withTags(
    knex: Knex,
    problems: HistoryProblem[],
  ): Promise<HistoryProblem[]> {
    const ids = [...new Set(problems.flatMap(({ assetId }) => assetId ?? []))];
    if (ids.length === 0) {
      return problems;
    }
    const rows = await rowsOf<{ id: string; tag: string }>(
      knex,
      sql`SELECT id, tag FROM assets WHERE ${isOneOf(knex, 'id', ids)}`,
    );
    const tags = new Map(rows.map(({ id, tag }) => [id, tag]));
    return problems.map(problem => ({
      ...problem,
      tag: problem.assetId && tags.get(problem.assetId),
    }));
  }
}

/** Rides on the primary key of assets, and on the one version index of lines. */
async function nextIds(snapshot: Knex, after: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    snapshot,
    sql`SELECT id FROM (
          SELECT * FROM (SELECT id FROM assets WHERE id > ${after}
            ORDER BY id LIMIT ${ASSETS_PER_STEP}) a
          UNION
          SELECT * FROM (SELECT DISTINCT asset_id AS id FROM asset_history
            WHERE asset_id > ${after}
            ORDER BY asset_id LIMIT ${ASSETS_PER_STEP}) h) x
        ORDER BY id LIMIT ${ASSETS_PER_STEP}`,
  );
  return rows.map(({ id }) => id);
}

async function* linesOf(
  snapshot: Knex,
  ids: string[],
): AsyncGenerator<AssetLine & { assetId: string }> {
  let after = { assetId: '', version: 0 };
  for (let more = ids.length > 0; more; ) {
    const rows = await nameThePersons(
      snapshot,
      await rowsOf<{ asset_id: string; version: number; changes: string }>(
        snapshot,
        sql`SELECT asset_id, version, changes FROM asset_history
            WHERE ${isOneOf(snapshot, 'asset_id', ids)}
              AND (asset_id, version) > (${after.assetId}, ${after.version})
            ORDER BY asset_id, version LIMIT ${LINES_AT_ONCE}`,
      ),
    );
    for (const row of rows) {
      yield {
        assetId: row.asset_id,
        version: row.version,
        changes: changesOf(row.changes),
      };
    }
    more = rows.length === LINES_AT_ONCE;
    if (more) {
      const last = rows[rows.length - 1];
      after = { assetId: last.asset_id, version: last.version };
    }
  }
}

/** What somebody wrote into the rows need not be a state. */
async function readableStates(
  snapshot: Knex,
  ids: string[],
): Promise<Map<string, AssetState | 'unreadable'>> {
  try {
    return await loadStates(snapshot, ids);
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) {
      throw error;
    }
    if (ids.length === 1) {
      return new Map([[ids[0], 'unreadable']]);
    }
    const half = Math.ceil(ids.length / 2);
    return new Map([
      ...(await readableStates(snapshot, ids.slice(0, half))),
      ...(await readableStates(snapshot, ids.slice(half))),
    ]);
  }
}

/** A line that is no JSON was found changed already. */
function changesOf(text: string): AssetLine['changes'] {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
