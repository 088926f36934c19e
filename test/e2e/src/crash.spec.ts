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

import { join } from 'node:path';
import type {
  AssetDetail,
  AssetItem,
  RelationItem,
} from '@itam/plugin-itam-common';
import { expect, test } from './fixtures';
import { Portal, PortalDatabase } from './portal';
import {
  ask,
  askAll,
  latestRun,
  startRun,
  totalAssets,
  untilEnded,
  untilRead,
} from './registerApi';
import { bigState, writeState } from './states';

const QUEUES = 10_000;

test('a portal killed in the middle of a run ends up with the register of one clean run', async ({
  database,
}) => {
  test.setTimeout(300_000);
  const portals: Portal[] = [];
  try {
    const killed = await portalOf(database);
    portals.push(killed);
    // told by the portal itself: once it is up again it reads on at once
    expect(await untilHalfRead(killed)).toBeLessThan(QUEUES);
    await killed.kill();
    await killed.startAgain();
    expect(await totalAssets(killed)).toBeGreaterThan(0);

    // The clean run goes on while the interrupted one is taken up.
    const clean = await portalOf(database);
    portals.push(clean);
    await untilEnded(killed, (await latestRun(killed)).id);
    const again = await startRun(killed);
    expect(await untilEnded(killed, again.id)).toMatchObject({
      status: 'succeeded',
      counts: { read: 2 * QUEUES, rejected: 0, created: 0 },
    });
    const afterCrash = await registerOf(killed);

    await untilRead(clean);
    expect((await latestRun(clean)).counts).toMatchObject({
      read: 2 * QUEUES,
      assets: QUEUES,
      folded: QUEUES,
      derived: 1,
      created: QUEUES + 1,
    });
    const afterOneRun = await registerOf(clean);
    expect(afterOneRun.assets).toHaveLength(QUEUES + 1);
    expect(afterCrash.source).toEqual(afterOneRun.source);
    expect(afterCrash.stack).toEqual(afterOneRun.stack);
    expect(differences(afterCrash.assets, afterOneRun.assets)).toEqual([]);
    expect(
      differences(afterCrash.provisioned, afterOneRun.provisioned),
    ).toEqual([]);
  } finally {
    await Promise.all(portals.map(portal => portal.stop()));
  }
});

/** The first lines that are not the same, or not as often, in both. */
function differences(one: string[], other: string[]): string[] {
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_, at) => at)
    .filter(at => one[at] !== other[at])
    .slice(0, 5)
    .map(at => `${one[at]} ≠ ${other[at]}`);
}

function portalOf(database: PortalDatabase): Promise<Portal> {
  return Portal.start({
    database,
    config: folder => {
      writeState(folder, 'load-infra', bigState(QUEUES));
      return {
        itam: {
          // Ten thousand entities are a matter of the catalog, not of this test.
          catalog: { enabled: false },
          sources: {
            terraform: {
              stacks: { locations: [join(folder, 'load-infra.tfstate')] },
            },
          },
        },
      };
    },
  });
}

/** @returns how many assets there were when it was seen to be under way. */
async function untilHalfRead(portal: Portal): Promise<number> {
  let total = 0;
  await expect
    .poll(
      async () => {
        total = await totalAssets(portal);
        return total;
      },
      { timeout: 60_000, intervals: [50] },
    )
    .toBeGreaterThan(QUEUES / 10);
  return total;
}

/** What must not depend on how often the reading was interrupted. */
async function registerOf(portal: Portal) {
  const assets = await askAll<AssetItem>(portal, '/assets?sort=tag');
  const [stack] = assets.filter(({ type }) => type === 'iac-stack');
  const { keys, foldedCount } = await ask<AssetDetail>(
    portal,
    `/assets/${stack.tag}`,
  );
  const provisioned = await askAll<RelationItem>(
    portal,
    `/assets/${stack.tag}/relations`,
  );
  const source = await ask<{ assets: number; folded: number }>(
    portal,
    '/sources/stacks',
  );
  return {
    source: { assets: source.assets, folded: source.folded },
    stack: { tag: stack.tag, keys, foldedCount },
    assets: assets.map(({ tag, name, type, owner, status, supports }) =>
      [tag, name, type, owner, status, ...supports].join(' '),
    ),
    provisioned: provisioned
      .map(({ type, direction, asset }) => `${direction} ${type} ${asset?.tag}`)
      .sort(),
  };
}
