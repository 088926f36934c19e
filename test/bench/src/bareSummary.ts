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
import { predicate, Statement } from './barePage';
import type { AssetAccess } from './registerStore';

/** What of an entity is compared: its assets, and its cost by month. */
export interface SummaryFigures {
  total: number;
  /** Effective micros. */
  months: Record<string, string>;
}

/** An entity of the seeded portal. */
export interface Subject {
  kind: 'component' | 'system' | 'group';
  name: string;
}

const supporting = 'SELECT r.from_asset_id FROM asset_relations r';

/**
 * The figures of an entity as somebody would fetch them by hand: its assets by
 * category, status and source under the permission predicate, and its costs by
 * month, in two statements at once where there is more than one connection.
 */
export async function bareSummary(
  knex: Knex,
  subject: Subject,
  options: { access: AssetAccess; from: string; to: string },
): Promise<SummaryFigures & { milliseconds: number }> {
  const assets = assetsSql(knex, subject, options.access);
  const costs = costsSql(subject, options);
  const started = performance.now();
  const [counted, summed] = await Promise.all([
    knex.raw(assets.text, assets.values),
    knex.raw(costs.text, costs.values),
  ]);
  const milliseconds = performance.now() - started;
  const counts: Array<{ count: string | number }> = counted.rows ?? counted;
  const sums: Array<{ month: string; effective: string }> =
    summed.rows ?? summed;
  return {
    milliseconds,
    total: counts.reduce((sum, { count }) => sum + Number(count), 0),
    months: Object.fromEntries(
      sums.map(({ month, effective }) => [month, effective]),
    ),
  };
}

function assetsSql(
  knex: Knex,
  subject: Subject,
  access: AssetAccess,
): Statement {
  const postgres = knex.client.config.client === 'pg';
  const ref = refOf(subject);
  const own = {
    component: `a.id IN (${supporting}
      WHERE r.type = 'supports' AND r.to_entity_ref = ?)`,
    system: `a.id IN (${supporting} JOIN entity_index e
        ON e.ref = r.to_entity_ref
      WHERE r.type = 'supports' AND e.system_ref = ?)`,
    group: `a.id IN (SELECT o.asset_id FROM asset_access o
      WHERE o.ref = ? AND o.reason IN ('owner', 'supports'))`,
  }[subject.kind];
  const permitted =
    access === 'all'
      ? { text: '1 = 1', values: [] }
      : predicate(access, postgres ? 'x.ref' : '+x.ref');
  return {
    text: `SELECT a.category, a.status, a.stage, a.source_id, count(*) AS count,
        sum(CASE WHEN a.owner_ref = '' THEN 1 ELSE 0 END) AS unowned,
        sum(CASE WHEN a.disputed THEN 1 ELSE 0 END) AS disputed
      FROM assets a WHERE ${own} AND ${permitted.text}
      GROUP BY a.category, a.status, a.stage, a.source_id`,
    values: [ref, ...permitted.values],
  };
}

function costsSql(
  subject: Subject,
  { from, to }: { from: string; to: string },
): Statement {
  const own = {
    component: 't.entity_ref = ?',
    system: `t.entity_ref IN (SELECT e.ref FROM entity_index e
      WHERE e.system_ref = ?)`,
    group: 't.owner_ref = ?',
  }[subject.kind];
  const sums = ['billed', 'effective', 'list', 'contracted'].map(
    name => `CAST(sum(t.${name}) AS text) AS ${name}`,
  );
  return {
    text: `SELECT t.month, t.currency, ${sums.join(', ')}
      FROM cost_totals t WHERE ${own} AND t.month >= ? AND t.month <= ?
      GROUP BY t.month, t.currency`,
    values: [refOf(subject), from, to],
  };
}

function refOf({ kind, name }: Subject): string {
  return `${kind}:default/${name}`;
}
