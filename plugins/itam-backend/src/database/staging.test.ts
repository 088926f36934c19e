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

import { TestDatabases } from '@backstage/backend-test-utils';
import { fromJson, raw, rowsOf, sql } from './sql';
import { insertRows, withStage } from './staging';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

describe.each(databases.eachSupportedId())('withStage on %s', id => {
  it('keeps every value, takes out NUL characters and marks half characters', async () => {
    const knex = await databases.init(id);
    const words = 'back\\slash "quoted" \\u0000 ünïcode 🚀';
    const row = {
      words: `${words}\u0000`,
      half: 'x\ud83d',
      count: 7,
      big: 9_007_199_254_740_991,
      yes: true,
      absent: undefined,
      payload: { nested: [`${words}\u0000`, { deep: null }] },
    };
    const [kept] = await knex.transaction(transaction =>
      withStage(
        transaction,
        {
          columns: {
            words: 'text',
            half: 'text',
            count: 'integer',
            big: 'bigint',
            yes: 'boolean',
            absent: 'text',
            payload: 'json',
          },
          rows: [row],
          index: ['count'],
        },
        stage =>
          rowsOf<Record<string, string>>(
            transaction,
            sql`SELECT * FROM ${raw(stage)}`,
          ),
      ),
    );
    expect(kept).toMatchObject({
      words,
      half: 'x\ufffd',
      count: 7,
      absent: null,
    });
    expect(Number(kept.big)).toBe(row.big);
    expect(Boolean(kept.yes)).toBe(true);
    expect(fromJson<unknown>(kept.payload)).toEqual({
      nested: [words, { deep: null }],
    });
  });

  it('takes more rows than one statement can bind', async () => {
    const knex = await databases.init(id);
    const rows = Array.from({ length: 20_000 }, (_, n) => ({ n, m: n, o: n }));
    const [{ sum }] = await knex.transaction(transaction =>
      withStage(
        transaction,
        { columns: { n: 'integer', m: 'integer', o: 'integer' }, rows },
        stage =>
          rowsOf<{ sum: number | string }>(
            transaction,
            sql`SELECT sum(n) AS sum FROM ${raw(stage)}`,
          ),
      ),
    );
    expect(Number(sum)).toBe(199_990_000);
  });

  it('leaves no table behind, so that it can be used again', async () => {
    const knex = await databases.init(id);
    await knex.transaction(async transaction => {
      const names = new Set<string>();
      for (const n of [1, 2]) {
        await withStage(
          transaction,
          { columns: { n: 'integer' }, rows: [{ n }] },
          async stage => names.add(stage),
        );
      }
      for (const name of names) {
        await transaction.raw(`CREATE TEMPORARY TABLE ${name} (n integer)`);
        await transaction.raw(`DROP TABLE ${name}`);
      }
      expect(names.size).toBe(2);
    });
  });
});

describe.each(databases.eachSupportedId())('insertRows on %s', id => {
  const texts = [
    'plain',
    '',
    'tab\there',
    'line\nbreak\r',
    'back\\slash \\N \\.',
    'other\b\f\v',
    'ünïcode 🚀',
  ];

  it('adds every value as it is, and leaves other columns to their default', async () => {
    const knex = await databases.init(id);
    await knex.raw(
      `CREATE TABLE kites (n integer, words text, flying boolean, payload text, colour text DEFAULT 'red')`,
    );
    await knex.transaction(transaction =>
      insertRows(transaction, 'kites', {
        columns: {
          n: 'integer',
          words: 'text',
          flying: 'boolean',
          payload: 'json',
        },
        rows: [
          ...texts.map((words, n) => ({
            n,
            words,
            flying: n % 2 === 0,
            payload: { words: `${words}\u0000` },
          })),
          { n: texts.length, words: null, flying: undefined, payload: null },
        ],
      }),
    );
    const rows = await knex('kites').orderBy('n');
    expect(rows.map(({ words }) => words)).toEqual([...texts, null]);
    expect(
      rows.map(({ flying }) => flying === null || Boolean(flying)),
    ).toEqual(rows.map(({ n }) => n % 2 === 0 || n === texts.length));
    expect(rows.map(({ payload }) => fromJson(payload))).toEqual([
      ...texts.map(words => ({ words })),
      null,
    ]);
    expect(new Set(rows.map(({ colour }) => colour))).toEqual(new Set(['red']));
  });

  it('fails as a whole, without telling values', async () => {
    const knex = await databases.init(id);
    await knex.raw('CREATE TABLE kites (words text NOT NULL UNIQUE)');
    const failure = await knex
      .transaction(transaction =>
        insertRows(transaction, 'kites', {
          columns: { words: 'text' },
          rows: [{ words: 'hunter2' }, { words: 'hunter2' }],
        }),
      )
      .catch(error => error);
    expect(failure.code).toMatch(/23505|SQLITE_CONSTRAINT_UNIQUE/);
    expect(`${failure}${failure.where}`).not.toContain('hunter2');
    await expect(knex('kites')).resolves.toEqual([]);
  });
});
