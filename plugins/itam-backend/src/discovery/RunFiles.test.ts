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
import type { Knex } from 'knex';
import { migrationsDirectory, newId } from '../database';
import { DatabaseRunStore } from './DatabaseRunStore';
import { RunFiles } from './RunFiles';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

async function migrated(knex: Knex): Promise<Knex> {
  await knex.migrate.latest({ directory: migrationsDirectory() });
  return knex;
}

/** Larger than a part, with a secret in it. */
const content = Buffer.from(
  JSON.stringify({ password: 'hunter2', filling: 'x'.repeat(1_500_000) }),
);

describe.each(databases.eachSupportedId())('pushed files on %s', id => {
  it('come back as they were, and the database never sees what is in them', async () => {
    const knex = await migrated(await databases.init(id));
    const files = new RunFiles({ knex });
    const fileId = newId();
    await knex.transaction(transaction =>
      files.write(transaction, fileId, content),
    );

    const stored: Array<{ content: Buffer }> = await knex('run_files');
    expect(stored).toHaveLength(2);
    expect(
      stored.some(row => row.content.includes(Buffer.from('hunter2'))),
    ).toBe(false);
    expect(Buffer.from(await files.read(fileId)).equals(content)).toBe(true);
  });

  it('are lost with the replica that got them', async () => {
    const knex = await migrated(await databases.init(id));
    const fileId = newId();
    await knex.transaction(transaction =>
      new RunFiles({ knex }).write(transaction, fileId, content),
    );

    await expect(new RunFiles({ knex }).read(fileId)).rejects.toThrow(
      'push it again',
    );
  });

  it('are left to the replica that got them, but not for ever', async () => {
    const knex = await migrated(await databases.init(id));
    let now = Date.parse('2026-03-01T12:00:00.000Z');
    const aReplica = () =>
      new DatabaseRunStore({ knex, clock: () => new Date(now) });
    const [holder, other] = [aReplica(), aReplica()];
    const claim = { owner: 'me', sourceIds: ['estate'], leaseMs: 30_000 };
    const push = () =>
      holder.enqueue({
        sourceId: 'estate',
        trigger: 'push',
        file: { name: 'prod.tfstate', content },
      });

    const first = await push();
    await expect(other.claim(claim)).resolves.toBeUndefined();
    await expect(holder.claim(claim)).resolves.toMatchObject({ id: first.id });
    await holder.finish(
      { runId: first.id, owner: 'me' },
      { status: 'failed', counts: first.counts },
    );

    const second = await push();
    now += 11 * 60_000;
    await expect(other.claim(claim)).resolves.toMatchObject({ id: second.id });
  });
});
