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

import type { DuckDBValue } from '@duckdb/node-api';
import type { ChargeFact } from '@itam/plugin-itam-node';
import { resourceKeyOf } from '../keys/resourceKeys';
import { amountsOf, HeadFacts, textOf } from './heads';
import { ExactFact, mergeFacts } from './mergeFacts';
import { Settings, settingSql } from './Settings';
import { amountNames, headKeys } from './sums';

const BATCH = 2000;

const tail = `coalesce(lower(regexp_extract(
  regexp_replace(s.resource, '[\\s/]+$', ''), '[^/:\\s]*$')), '')`;

/**
 * Reads the sums ordered by the last part of their resource ids (its hash,
 * which sorts faster): ids that may stand for one resource then follow each
 * other, and facts can be merged without all of them being in memory.
 */
export function factsSql(headIds: number[]): string {
  const same = [...headKeys.map(([name]) => name), 'version', 'bad'].map(
    name => `s.${name} IS NOT DISTINCT FROM h.${name}`,
  );
  return `SELECT CAST(hash(${tail}) >> 1 AS BIGINT) AS tail,
    ${settingSql} AS setting, s.resource, s.resource_name, s.row_count,
    ${amountNames.map(name => `s.${name}, s.${name}_rest`).join(', ')}
    FROM sums s JOIN heads h ON ${same.join(' AND ')}
    WHERE h.head IN (${headIds.join(', ')})
    ORDER BY tail`;
}

/** Makes facts of the rows of {@link factsSql}. */
export async function* factsOf(
  chunks: AsyncIterable<DuckDBValue[][]>,
  heads: Map<number, HeadFacts>,
): AsyncIterable<ChargeFact[]> {
  const settings = Settings.create(heads);
  let batch: ChargeFact[] = [];
  let alike: ExactFact[] = [];
  let tailOfAlike: DuckDBValue = null;
  for await (const rows of chunks) {
    for (const row of rows) {
      if (row[0] !== tailOfAlike) {
        batch.push(...mergeFacts(alike));
        alike = [];
        tailOfAlike = row[0];
      }
      alike.push(exactFact(row, settings));
    }
    while (batch.length >= BATCH) {
      yield batch.slice(0, BATCH);
      batch = batch.slice(BATCH);
    }
  }
  batch.push(...mergeFacts(alike));
  for (let at = 0; at < batch.length; at += BATCH) {
    yield batch.slice(at, at + BATCH);
  }
}

function exactFact(row: DuckDBValue[], settings: Settings): ExactFact {
  const setting = settings.of(String(row[1]));
  const resourceId = textOf(row[2]);
  return {
    names: {
      ...setting,
      resourceId,
      resourceKey: resourceId && resourceKeyOf({ resourceId, ...setting }),
      resourceName: textOf(row[3]),
      rows: Number(row[4]),
    },
    amounts: amountsOf(row, 5),
  };
}
