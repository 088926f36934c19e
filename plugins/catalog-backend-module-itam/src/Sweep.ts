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

import { setTimeout as pause } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Publication } from '@itam/plugin-itam-common';
import type { CatalogHoldings, HeldEntity } from './CatalogHoldings';
import type { ItamEntityProvider } from './ItamEntityProvider';
import type { PublicationFeed } from './PublicationFeed';
import type { RemovalGuard } from './RemovalGuard';

/** The catalog takes a while to process what it was given. */
const PATIENCE_MS = 30_000;

/** What a sweep found and did. */
export interface SweepResult {
  /** Asked for again: missing in the catalog, or not as it should be. */
  askedAgain: number;
  /** Removed from the catalog: the register does not publish it. */
  removed: number;
  /** Not removed, because there are suspiciously many. */
  held: number;
}

/** What a sweep works with. */
export interface SweepOptions {
  feed: PublicationFeed;
  holdings: CatalogHoldings;
  provider: Pick<ItamEntityProvider, 'remove'>;
  guard: RemovalGuard;
  /** The form entities are made in now. */
  form: string;
  logger: LoggerService;
  patienceMs?: number;
}

/**
 * Compares what the catalog holds with what the register publishes, and repairs
 * both ways: an applied mutation is no proof that the catalog accepted it, and
 * either database may have been restored from a backup.
 */
export async function sweep(options: SweepOptions): Promise<SweepResult> {
  const { feed, holdings, logger } = options;
  // the catalog first: what is published meanwhile must not look superfluous
  const held = await holdings.ours();
  const wanted = new Map<string, Publication>();
  for await (const page of feed.wanted()) {
    page.forEach(publication => wanted.set(publication.assetId, publication));
  }
  const lost = await confirmLost(suspectsOf(held, wanted, options), options);
  await feed.askAgain(lost);
  const outcome = await removeSuperfluous(held, wanted, options);
  if (lost.length > 0 || outcome.removed > 0) {
    logger.info(
      `catalog sweep: ${lost.length} entities asked for again, ${outcome.removed} removed`,
    );
  }
  return { askedAgain: lost.length, ...outcome };
}

/** What was taken, as the register thinks, and does not show so in the catalog. */
function suspectsOf(
  held: HeldEntity[],
  wanted: Map<string, Publication>,
  { form }: SweepOptions,
): Publication[] {
  const byAsset = new Map(held.map(entity => [entity.assetId, entity]));
  return [...wanted.values()].filter(
    ({ assetId, version, pending }) =>
      !pending && !isMadeOf(byAsset.get(assetId), version, form),
  );
}

function isMadeOf(
  entity: HeldEntity | undefined,
  version: number,
  form: string,
): boolean {
  return entity?.version === version && entity.form === form;
}

/** Those that the catalog still does not show after it had time to process. */
async function confirmLost(
  suspects: Publication[],
  { holdings, form, patienceMs = PATIENCE_MS }: SweepOptions,
): Promise<string[]> {
  if (suspects.length === 0) {
    return [];
  }
  await pause(patienceMs);
  const present = await holdings.find(
    suspects.flatMap(({ entityRef }) => entityRef ?? []),
  );
  return suspects
    .filter(
      ({ entityRef, version }) =>
        !isMadeOf(present.get(entityRef ?? ''), version, form),
    )
    .map(({ assetId }) => assetId);
}

async function removeSuperfluous(
  held: HeldEntity[],
  wanted: Map<string, Publication>,
  { provider, guard, logger }: SweepOptions,
): Promise<{ removed: number; held: number }> {
  const superfluous = held.filter(({ assetId, ref }) => {
    const publication = wanted.get(assetId ?? '');
    return (
      !publication ||
      (publication.entityRef !== undefined && publication.entityRef !== ref)
    );
  });
  const objection = guard.objection(superfluous.length, held.length);
  if (objection) {
    logger.warn(`catalog sweep: removal ${objection}`);
    return { removed: 0, held: superfluous.length };
  }
  await provider.remove(superfluous.map(({ ref }) => ref));
  return { removed: superfluous.length, held: 0 };
}
