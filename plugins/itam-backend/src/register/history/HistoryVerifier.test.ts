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

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { VerificationQuery } from '@itam/plugin-itam-common';
import { SettingsStore } from '../../database';
import {
  anEdit,
  aRegister,
  aRegistration,
  registered,
  supporting,
  TestGround,
} from '../__testUtils__/ground';
import { hashLine } from './historyHash';
import { HistoryWatch } from './HistoryWatch';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

/** Two sealed assets, one with three versions; lines 1, 2, 3 and 4. */
async function aSealedRegister(ground: TestGround): Promise<string[]> {
  const ids = await registered(ground, [
    aRegistration('orders', {
      facts: { attributes: { storage: 0.1 }, labels: { 'a.b': 'c' } },
      relations: supporting('component:default/orders'),
    }),
    aRegistration('search', { reason: 'Grüße "x" \\' }),
  ]);
  for (const owner of ['group:default/a', 'user:default/ada']) {
    ground.clock.tick();
    await ground.register.apply({
      changes: [{ assetId: ids[0], change: anEdit({ owner }) }],
    });
  }
  await ground.sealer.seal();
  return ids;
}

async function verify(
  ground: TestGround,
  query: Partial<VerificationQuery> = {},
) {
  return ground.verifier.verify({ limit: 50, ...query });
}

describe.each(databases.eachSupportedId())('the verifier on %s', id => {
  async function aGround() {
    const ground = await aRegister(await databases.init(id));
    const [orders, search] = await aSealedRegister(ground);
    const sequenceOf = async (assetId: string, version: number) =>
      Number(
        (
          await ground
            .knex('asset_history')
            .where({ asset_id: assetId, version })
            .first('sequence')
        ).sequence,
      );
    const line = (assetId: string, version: number) =>
      ground.knex('asset_history').where({ asset_id: assetId, version });
    return { ...ground, orders, search, sequenceOf, line };
  }

  it('finds nothing where nothing was touched', async () => {
    const ground = await aGround();
    await ground.register.apply({
      changes: [{ assetId: ground.search, change: anEdit({ name: 'b' }) }],
    });
    expect(await verify(ground)).toMatchObject({
      ...{ verified: 5, unsealed: 1, blocks: 1, assets: 2 },
      ...{ problems: [], complete: true, head: { block: 1 } },
    });
  });

  it('goes step by step, each going on where the one before ended', async () => {
    const ground = await aGround();
    await ground.register.apply({
      changes: [{ assetId: ground.search, change: anEdit({ name: 'b' }) }],
    });
    await ground.sealer.seal();
    const seen = { verified: 0, blocks: 0, assets: 0, calls: 0 };
    let cursor: string | undefined;
    do {
      const part = await verify(ground, { limit: 1, cursor });
      seen.verified += part.verified;
      seen.blocks += part.blocks;
      seen.assets += part.assets;
      seen.calls += 1;
      cursor = part.nextCursor;
      expect(part.complete).toBe(cursor === undefined);
    } while (cursor);
    expect(seen).toEqual({ verified: 5, blocks: 2, assets: 2, calls: 5 });
    expect(await verify(ground, { from: 2, to: 2 })).toMatchObject({
      ...{ verified: 1, blocks: 1, assets: 0, complete: true },
    });
    await expect(verify(ground, { cursor: 'x' })).rejects.toThrow(
      'query.cursor',
    );
  });

  it('names the line that was changed', async () => {
    const ground = await aGround();
    await ground.line(ground.orders, 2).update({ reason: 'x' });
    const { problems, verified } = await verify(ground);
    expect(verified).toBe(3);
    expect(problems).toEqual([
      expect.objectContaining({
        kind: 'line-changed',
        assetId: ground.orders,
        tag: 'orders-tag',
        version: 2,
        sequence: await ground.sequenceOf(ground.orders, 2),
      }),
    ]);
  });

  it('names the line that was changed and hashed anew', async () => {
    const ground = await aGround();
    const row = await ground.line(ground.orders, 2).first();
    await ground.line(ground.orders, 2).update({
      reason: 'x',
      hash: hashLine(
        {
          assetId: row.asset_id,
          version: row.version,
          effectiveAt: row.effective_at,
          recordedAt: row.recorded_at,
          actorId: row.actor_id,
          action: row.action,
          reason: 'x',
          changes: {},
        },
        row.changes,
      ),
    });
    const { problems } = await verify(ground);
    expect(problems).toMatchObject([
      {
        ...{ kind: 'line-changed', assetId: ground.orders, version: 2 },
        message: expect.stringContaining('hashed anew'),
      },
    ]);
  });

  it('names a line that was changed before it was sealed', async () => {
    const ground = await aGround();
    await ground.register.apply({
      changes: [{ assetId: ground.search, change: anEdit({ name: 'b' }) }],
    });
    await ground.line(ground.search, 2).update({ action: 'observe' });
    const { problems } = await verify(ground);
    expect(problems).toMatchObject([
      { kind: 'line-changed', assetId: ground.search, version: 2 },
    ]);
  });

  it('names the line that was deleted, by its place and by its asset', async () => {
    const ground = await aGround();
    const sequence = await ground.sequenceOf(ground.orders, 2);
    await ground.line(ground.orders, 2).delete();
    const { problems } = await verify(ground);
    expect(problems).toMatchObject([
      { kind: 'line-removed', sequence, block: 1 },
      {
        ...{ kind: 'line-removed', assetId: ground.orders, version: 2 },
        tag: 'orders-tag',
      },
    ]);
  });

  it('notices that the last line of an asset is gone', async () => {
    const ground = await aGround();
    await ground.line(ground.orders, 3).delete();
    const { problems } = await verify(ground);
    expect(problems).toMatchObject([
      { kind: 'line-removed' },
      { kind: 'line-removed', assetId: ground.orders, version: 3 },
    ]);
  });

  it('names lines that changed places', async () => {
    const ground = await aGround();
    const one = await ground.sequenceOf(ground.orders, 2);
    const other = await ground.sequenceOf(ground.orders, 3);
    await ground.line(ground.orders, 2).update({ sequence: 99 });
    await ground.line(ground.orders, 3).update({ sequence: one });
    await ground.line(ground.orders, 2).update({ sequence: other });
    const { problems } = await verify(ground);
    expect(problems).toMatchObject([
      { kind: 'line-moved', version: 3, sequence: one },
      { kind: 'line-moved', version: 2, sequence: other },
    ]);
  });

  it('names a line that is numbered but in no block', async () => {
    const ground = await aGround();
    const row = await ground.line(ground.orders, 3).first();
    await ground
      .knex('asset_history')
      .insert({ ...row, id: 'x', version: 4, sequence: 5 });
    const { problems } = await verify(ground);
    expect(problems).toMatchObject([
      { kind: 'line-inserted', sequence: 5, version: 4 },
      { kind: 'asset-changed', fields: ['version'] },
    ]);
  });

  it('names the block that was changed', async () => {
    const ground = await aGround();
    await ground
      .knex('history_blocks')
      .where('number', 1)
      .update({ hash: 'f'.repeat(64) });
    expect((await verify(ground)).problems).toMatchObject([
      { kind: 'block-changed', block: 1 },
    ]);
    await ground
      .knex('history_blocks')
      .where('number', 1)
      .update({ last_sequence: 4_000_000_000 });
    expect((await verify(ground)).problems[0]).toMatchObject({
      ...{ kind: 'block-changed', block: 1 },
      message: expect.stringContaining('which no block can hold'),
    });
  });

  it('names the block that was taken out', async () => {
    const ground = await aGround();
    for (const name of ['b', 'c']) {
      await ground.register.apply({
        changes: [{ assetId: ground.search, change: anEdit({ name }) }],
      });
      await ground.sealer.seal();
    }
    await ground.knex('history_blocks').where('number', 2).delete();
    expect((await verify(ground)).problems).toMatchObject([
      { kind: 'block-removed', block: 2 },
    ]);
  });

  it('names the fields of an asset that was changed behind its history', async () => {
    const ground = await aGround();
    await ground
      .knex('assets')
      .where('id', ground.orders)
      .update({ owner_ref: 'group:default/thief' });
    expect((await verify(ground)).problems).toMatchObject([
      {
        ...{ kind: 'asset-changed', assetId: ground.orders },
        fields: ['owner'],
      },
    ]);
  });

  it('names an asset the register can no longer read', async () => {
    const ground = await aGround();
    await ground
      .knex('assets')
      .where('id', ground.orders)
      .update({ stage: 'limbo' });
    expect((await verify(ground)).problems).toMatchObject([
      { kind: 'asset-changed', assetId: ground.orders },
    ]);
  });

  it('names an asset that was deleted, and one that came from nowhere', async () => {
    const ground = await aGround();
    const row = await ground.knex('assets').where('id', ground.search).first();
    await ground.knex('assets').insert({ ...row, id: 'x', tag: 'x' });
    await ground.knex('asset_access').where('asset_id', ground.search).delete();
    await ground.knex('asset_keys').where('asset_id', ground.search).delete();
    await ground.knex('assets').where('id', ground.search).delete();
    expect((await verify(ground)).problems).toMatchObject([
      { kind: 'asset-removed', assetId: ground.search },
      { kind: 'line-removed', assetId: 'x', tag: 'x', version: 1 },
    ]);
  });

  it('notices a chain that was made anew since it was last verified', async () => {
    const ground = await aGround();
    const logger = mockServices.logger.mock();
    const watch = new HistoryWatch({
      verifier: ground.verifier,
      settings: new SettingsStore({ knex: ground.knex }),
      now: ground.clock.now,
    });
    expect(await watch.last()).toMatchObject({ state: 'never', problems: [] });
    await watch.verifyAll(logger);
    expect(await watch.last()).toMatchObject({
      ...{ state: 'intact', verified: 4, blocks: 1, assets: 2 },
      endedAt: ground.clock.now().toISOString(),
    });
    expect(logger.error).not.toHaveBeenCalled();

    await ground.knex('history_blocks').delete();
    await ground
      .knex('asset_history')
      .where({ version: 1 })
      .update({ sequence: null });
    await ground
      .knex('asset_history')
      .whereNot({ version: 1 })
      .update({ sequence: null, recorded_at: '2026-01-01T00:00:00.000Z' });
    await ground.sealer.seal();
    await watch.verifyAll(logger);
    const { state, problems } = await watch.last();
    expect(state).toBe('touched');
    expect(problems).toContainEqual(
      expect.objectContaining({
        kind: 'block-changed',
        message: expect.stringContaining('last verified'),
      }),
    );
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('History was touched'),
      expect.anything(),
    );
  });

  it('keeps the last result when it is stopped', async () => {
    const ground = await aGround();
    const watch = new HistoryWatch({
      verifier: ground.verifier,
      settings: new SettingsStore({ knex: ground.knex }),
    });
    const stopped = new AbortController();
    stopped.abort();
    const logger = mockServices.logger.mock();
    expect(await watch.verifyAll(logger, stopped.signal)).toBeUndefined();
    expect(await watch.last()).toMatchObject({ state: 'never' });
  });
});
