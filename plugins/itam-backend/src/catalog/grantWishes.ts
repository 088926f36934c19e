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

import { dependencyRelationTypes } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  eachRow,
  insertRows,
  isOneOf,
  raw,
  rowsOf,
  sql,
  type Sql,
  touchedBy,
  withStage,
} from '../database';
import type { GrantOptions, PublicationWish } from './PublicationStore';

interface Granting extends GrantOptions {
  wishes: PublicationWish[];
  consumer: string;
  now: string;
}

/** A publication that the consumer holds or is to hold. */
const live = raw('NOT p.tombstone AND p.attached_ref IS NULL');

/** One more than before, and never behind the version of the asset. */
const nextVersion = (wished: string): Sql =>
  raw(
    `CASE WHEN ${wished} > publications.wanted_version THEN ${wished} ELSE publications.wanted_version + 1 END`,
  );

/** Offered afresh; what waits already keeps its place in the queue. */
const offered = (now: string): Sql => sql`
  error = NULL, retry_at = NULL, attempts = 0,
  wanted_at = CASE
    WHEN publications.wanted_version > publications.acked_version
    THEN publications.wanted_at ELSE ${now} END`;

/**
 * Brings the publications of a consumer in line with what is wanted of a set of
 * assets, in a handful of statements however many they are.
 */
export async function grantWishes(
  transaction: Knex.Transaction,
  granting: Granting,
): Promise<{ waiting: number }> {
  const { newcomers, others } = await sorted(transaction, granting);
  const waiting = await grantOthers(transaction, {
    ...granting,
    wishes: others,
  });
  return {
    waiting:
      waiting + (await letIn(transaction, { ...granting, wishes: newcomers })),
  };
}

/**
 * Newcomers are what is to be published and the consumer never had: most of a
 * first reading. Nothing has to be compared for them.
 */
async function sorted(
  transaction: Knex.Transaction,
  { wishes, consumer }: Granting,
): Promise<{ newcomers: PublicationWish[]; others: PublicationWish[] }> {
  if (wishes.length === 0) {
    return { newcomers: [], others: [] };
  }
  const rows = await rowsOf<{ asset_id: string }>(
    transaction,
    sql`SELECT asset_id FROM publications
        WHERE consumer = ${consumer} AND ${isOneOf(
      transaction,
      'asset_id',
      wishes.map(({ assetId }) => assetId),
    )}`,
  );
  const known = new Set(rows.map(row => row.asset_id));
  const isNewcomer = (wish: PublicationWish) =>
    wish.publish && wish.attachedRef === undefined && !known.has(wish.assetId);
  return {
    newcomers: wishes.filter(isNewcomer),
    others: wishes.filter(wish => !isNewcomer(wish)),
  };
}

/** Publishes newcomers while there is room; the answer is how many wait. */
async function letIn(
  transaction: Knex.Transaction,
  { wishes, consumer, now, maximum, freeze }: Granting,
): Promise<number> {
  if (wishes.length === 0 || freeze) {
    return 0;
  }
  const room = await roomFor(transaction, { consumer, maximum });
  const byId = (one: PublicationWish, other: PublicationWish) =>
    one.assetId < other.assetId ? -1 : 1;
  const admitted = [...wishes].sort(byId).slice(0, room);
  await insertRows(transaction, 'publications', {
    columns: {
      consumer: 'text',
      asset_id: 'text',
      wanted_version: 'integer',
      wanted_at: 'text',
    },
    rows: eachRow(admitted, ({ assetId, version }) => [
      {
        consumer,
        asset_id: assetId,
        wanted_version: version,
        wanted_at: now,
      },
    ]),
  });
  await renewThoseOn(
    transaction,
    isOneOf(
      transaction,
      'r.to_asset_id',
      admitted.map(({ assetId }) => assetId),
    ),
    { consumer, now },
  );
  return wishes.length - admitted.length;
}

async function grantOthers(
  transaction: Knex.Transaction,
  granting: Granting,
): Promise<number> {
  const { wishes } = granting;
  if (wishes.length === 0) {
    return 0;
  }
  return withStage(
    transaction,
    {
      columns: {
        asset_id: 'text',
        version: 'integer',
        publish: 'boolean',
        attached_ref: 'text',
        cause: 'text',
        toggled: 'boolean',
      },
      rows: wishes.map(wish => ({
        asset_id: wish.assetId,
        version: wish.version,
        publish: wish.publish,
        attached_ref: wish.attachedRef,
        cause: wish.cause,
        toggled: false,
      })),
      index: ['asset_id'],
    },
    async name => {
      const stage = raw(name);
      await markToggled(transaction, stage, granting);
      if (granting.freeze) {
        await touchedBy(
          transaction,
          sql`DELETE FROM ${stage} WHERE toggled OR NOT publish`,
        );
      }
      const waiting = await keepWithinMaximum(transaction, stage, granting);
      await publish(transaction, stage, granting);
      await withdraw(transaction, stage, granting);
      await attach(transaction, stage, granting);
      await renewThoseOn(
        transaction,
        sql`r.to_asset_id IN (SELECT asset_id FROM ${stage} WHERE toggled)`,
        granting,
      );
      return waiting;
    },
  );
}

/** Marks what comes or goes, as opposed to what merely changes. */
async function markToggled(
  transaction: Knex.Transaction,
  stage: Sql,
  { consumer }: Granting,
) {
  await touchedBy(
    transaction,
    sql`UPDATE ${stage} SET toggled = (publish <> EXISTS (
          SELECT 1 FROM publications p
          WHERE p.consumer = ${consumer}
            AND p.asset_id = ${stage}.asset_id AND ${live}))`,
  );
}

/** Lets newcomers in while there is room, and leaves out the rest. */
async function keepWithinMaximum(
  transaction: Knex.Transaction,
  stage: Sql,
  { consumer, maximum }: Granting,
): Promise<number> {
  const [{ newcomers }] = await rowsOf<{ newcomers: unknown }>(
    transaction,
    sql`SELECT COUNT(*) AS newcomers FROM ${stage} WHERE toggled AND publish`,
  );
  if (Number(newcomers) === 0) {
    return 0;
  }
  const room = await roomFor(transaction, { consumer, maximum });
  if (Number(newcomers) <= room) {
    return 0;
  }
  return touchedBy(
    transaction,
    sql`DELETE FROM ${stage} WHERE toggled AND publish AND asset_id NOT IN (
          SELECT asset_id FROM ${stage} WHERE toggled AND publish
          ORDER BY asset_id LIMIT ${room})`,
  );
}

/** How many publications more the consumer may have. */
async function roomFor(
  transaction: Knex.Transaction,
  { consumer, maximum }: Pick<Granting, 'consumer' | 'maximum'>,
): Promise<number> {
  const [{ held }] = await rowsOf<{ held: unknown }>(
    transaction,
    sql`SELECT COUNT(*) AS held FROM publications p
        WHERE p.consumer = ${consumer} AND ${live}`,
  );
  return Math.max(0, maximum - Number(held));
}

async function publish(
  transaction: Knex.Transaction,
  stage: Sql,
  { consumer, now, renew }: Granting,
) {
  await touchedBy(
    transaction,
    sql`INSERT INTO publications (consumer, asset_id, wanted_version,
          acked_version, tombstone, attempts, wanted_at)
        SELECT CAST(${consumer} AS text), s.asset_id, s.version, 0, false, 0,
          CAST(${now} AS text)
        FROM ${stage} s WHERE s.publish ORDER BY s.asset_id
        ON CONFLICT (consumer, asset_id) DO UPDATE SET
          wanted_version = ${nextVersion('excluded.wanted_version')},
          tombstone = false, cause = NULL, attached_ref = NULL,
          ${offered(now)}
        ${raw(
          renew
            ? ''
            : 'WHERE publications.tombstone OR publications.attached_ref IS NOT NULL',
        )}`,
  );
}

async function withdraw(
  transaction: Knex.Transaction,
  stage: Sql,
  { consumer, now }: Granting,
) {
  await touchedBy(
    transaction,
    sql`UPDATE publications SET
          wanted_version = ${nextVersion('s.version')},
          tombstone = true, cause = s.cause, attached_ref = s.attached_ref,
          ${offered(now)}
        FROM ${stage} AS s
        WHERE publications.consumer = ${consumer}
          AND publications.asset_id = s.asset_id AND NOT s.publish
          AND NOT publications.tombstone AND publications.attached_ref IS NULL`,
  );
}

/** Notes which other entity stands for an asset; the consumer has nothing to do. */
async function attach(
  transaction: Knex.Transaction,
  stage: Sql,
  { consumer, now }: Granting,
) {
  await touchedBy(
    transaction,
    sql`DELETE FROM publications
        WHERE consumer = ${consumer} AND NOT tombstone
          AND attached_ref IS NOT NULL
          AND asset_id IN (SELECT asset_id FROM ${stage}
                           WHERE NOT publish AND attached_ref IS NULL)`,
  );
  await touchedBy(
    transaction,
    sql`UPDATE publications SET attached_ref = s.attached_ref
        FROM ${stage} AS s
        WHERE publications.consumer = ${consumer}
          AND publications.asset_id = s.asset_id AND NOT s.publish
          AND COALESCE(publications.attached_ref, '')
              <> COALESCE(s.attached_ref, '')`,
  );
  await touchedBy(
    transaction,
    sql`INSERT INTO publications (consumer, asset_id, wanted_version,
          acked_version, tombstone, attempts, wanted_at, attached_ref)
        SELECT CAST(${consumer} AS text), s.asset_id, s.version, s.version,
          false, 0, CAST(${now} AS text), s.attached_ref
        FROM ${stage} s WHERE NOT s.publish AND s.attached_ref IS NOT NULL
        ORDER BY s.asset_id
        ON CONFLICT (consumer, asset_id) DO NOTHING`,
  );
}

/**
 * Entities name what they stand on: offers them again when that comes or goes.
 * Rides on asset_relations_to_idx.
 */
async function renewThoseOn(
  transaction: Knex.Transaction,
  relationsTo: Sql,
  { consumer, now }: Pick<Granting, 'consumer' | 'now'>,
) {
  await touchedBy(
    transaction,
    sql`UPDATE publications SET
          wanted_version = wanted_version + 1, ${offered(now)}
        WHERE consumer = ${consumer} AND NOT tombstone AND attached_ref IS NULL
          AND asset_id IN (
            SELECT r.from_asset_id FROM asset_relations r
            WHERE ${relationsTo}
              AND ${isOneOf(transaction, 'r.type', dependencyRelationTypes)})`,
  );
}
