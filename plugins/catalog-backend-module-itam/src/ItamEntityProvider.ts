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
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  assetEntityKinds,
  entityNameOf,
  type Publication,
} from '@itam/plugin-itam-common';
import type { CatalogHoldings } from './CatalogHoldings';
import type { EntityMaker } from './EntityMaker';
import {
  FEED_PAGE_SIZE,
  type PendingPublications,
  type PublicationAck,
  type PublicationFeed,
} from './PublicationFeed';
import type { RemovalGuard } from './RemovalGuard';

/** The key all our entities are under: nobody else can take them over. */
const LOCATION_KEY = 'itam';

/** Most entities added, and most removed, in one mutation. */
const DELTA_SIZE = 500;

/** Between two mutations the catalog gets time for others. */
const PAUSE_MS = 250;

/** Longest text of an acknowledged error. */
const MAX_ERROR = 1000;

/** An entity on its way to the catalog. */
interface Addition {
  publication: Publication;
  entity: Entity;
  ref: string;
}

/** What the provider stands on. */
export interface ItamEntityProviderOptions {
  feed: PublicationFeed;
  holdings: Pick<CatalogHoldings, 'find'>;
  entityMaker: EntityMaker;
  guard: RemovalGuard;
  logger: LoggerService;
  /** Called once the catalog listens. */
  onConnect?: () => Promise<void>;
  pauseMs?: number;
}

/**
 * Brings what the register publishes into the catalog, in paced deltas, and
 * tells the register of every item whether it was taken.
 */
export class ItamEntityProvider implements EntityProvider {
  readonly #options: ItamEntityProviderOptions;
  #connection?: EntityProviderConnection;

  constructor(options: ItamEntityProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return 'itam';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#options.onConnect?.();
  }

  /** Takes everything that waits. Gives the number of publications taken. */
  async poll(signal?: AbortSignal): Promise<number> {
    const { feed } = this.#options;
    for (let taken = 0; ; ) {
      signal?.throwIfAborted();
      const page = await feed.pending();
      const acks = await this.#take(page);
      await feed.acknowledge(acks);
      taken += acks.filter(({ error }) => error === undefined).length;
      if (page.items.length < FEED_PAGE_SIZE) {
        return taken;
      }
      await this.#pause();
    }
  }

  /** Removes entities of ours, whatever the feed says. */
  async remove(refs: string[]): Promise<void> {
    for (let start = 0; start < refs.length; start += DELTA_SIZE) {
      await this.#mutate([], refs.slice(start, start + DELTA_SIZE));
      await this.#pause();
    }
  }

  async #take(page: PendingPublications): Promise<PublicationAck[]> {
    if (page.items.length === 0) {
      return [];
    }
    const { going, held } = this.#judgeWithdrawals(page);
    const { additions, refused } = await this.#makeEntities(
      page.items.filter(({ tombstone }) => !tombstone),
    );
    const applied = await this.#apply(additions, [
      ...going.flatMap(refsOf),
      ...additions.flatMap(formerRefOf),
    ]);
    this.#sayRefused([...refused, ...applied]);
    return [
      ...going.map(({ assetId, version }) => ({ assetId, version })),
      ...held,
      ...refused,
      ...applied,
    ];
  }

  /** The register keeps every reason; the log gets the first few. */
  #sayRefused(acks: PublicationAck[]): void {
    const reasons = acks.flatMap(({ assetId, error }) =>
      error === undefined ? [] : [`asset ${assetId}: ${error}`],
    );
    if (reasons.length > 0) {
      this.#options.logger.warn(
        `${reasons.length} assets did not become entities: ${reasons
          .slice(0, 3)
          .join('; ')}`,
      );
    }
  }

  /**
   * Withdrawals that follow from rules are wanted as they are; those that
   * follow from the assets are held when they are suspiciously many.
   */
  #judgeWithdrawals(page: PendingPublications): {
    going: Publication[];
    held: PublicationAck[];
  } {
    const { guard, logger } = this.#options;
    const withdrawals = page.items.filter(({ tombstone }) => tombstone);
    const { withdrawing = 0, published = 0 } = page.totals ?? {};
    const objection = guard.objection(withdrawing, published);
    const isHeld = ({ cause }: Publication) =>
      objection !== undefined && cause === 'asset';
    const held = withdrawals.filter(isHeld);
    if (held.length > 0) {
      logger.warn(`withdrawal of entities ${objection}`);
    }
    return {
      going: withdrawals.filter(item => !isHeld(item)),
      held: held.map(item => refusal(item, objection)),
    };
  }

  /** Makes and checks each entity by itself: a bad one keeps back no other. */
  async #makeEntities(items: Publication[]): Promise<{
    additions: Addition[];
    refused: PublicationAck[];
  }> {
    const additions = new Map<string, Addition>();
    const refused: PublicationAck[] = [];
    for (const publication of items) {
      try {
        const entity = await this.#options.entityMaker.make(publication);
        const ref = stringifyEntityRef(entity);
        if (additions.has(ref)) {
          throw new Error(
            `the assets ${additions.get(ref)?.publication.tag} and ${
              publication.tag
            } would both be ${ref}; give one another tag`,
          );
        }
        additions.set(ref, { publication, entity, ref });
      } catch (error) {
        refused.push(refusal(publication, toError(error).message));
      }
    }
    const taken = await this.#takenByOthers([...additions.values()]);
    return {
      additions: [...additions.values()].filter(({ ref }) => !taken.has(ref)),
      refused: [...refused, ...taken.values()],
    };
  }

  /** The catalog only logs it when the name belongs to another entity. */
  async #takenByOthers(
    additions: Addition[],
  ): Promise<Map<string, PublicationAck>> {
    const present = await this.#options.holdings.find(
      additions.map(({ ref }) => ref),
    );
    return new Map(
      additions.flatMap(({ ref, publication }) => {
        const other = present.get(ref);
        return other && other.assetId !== publication.assetId
          ? [
              [
                ref,
                refusal(
                  publication,
                  `the catalog has another entity ${ref}, from ${other.location}; rename that or give the asset another tag`,
                ),
              ] as const,
            ]
          : [];
      }),
    );
  }

  async #apply(
    additions: Addition[],
    removed: string[],
  ): Promise<PublicationAck[]> {
    await this.remove(removed.slice(DELTA_SIZE));
    try {
      await this.#mutate(additions, removed.slice(0, DELTA_SIZE));
    } catch (error) {
      if (!isMalformedEnvelope(error)) {
        throw error;
      }
      return this.#applyOneByOne(additions, removed.slice(0, DELTA_SIZE));
    }
    return additions.map(acceptance);
  }

  /** Finds the entity for which the catalog rejected the whole delta. */
  async #applyOneByOne(
    additions: Addition[],
    removed: string[],
  ): Promise<PublicationAck[]> {
    await this.#mutate([], removed);
    const acks: PublicationAck[] = [];
    for (const addition of additions) {
      try {
        await this.#mutate([addition], []);
        acks.push(acceptance(addition));
      } catch (error) {
        if (!isMalformedEnvelope(error)) {
          throw error;
        }
        acks.push(refusal(addition.publication, toError(error).message));
      }
    }
    return acks;
  }

  async #mutate(added: Addition[], removed: string[]): Promise<void> {
    if (!this.#connection) {
      throw new Error('the catalog has not connected the provider yet');
    }
    if (added.length > 0 || removed.length > 0) {
      await this.#connection.applyMutation({
        type: 'delta',
        added: added.map(({ entity }) => ({
          entity,
          locationKey: LOCATION_KEY,
        })),
        removed: removed.map(entityRef => ({
          entityRef,
          locationKey: LOCATION_KEY,
        })),
      });
    }
  }

  #pause(): Promise<void> {
    return pause(this.#options.pauseMs ?? PAUSE_MS);
  }
}

function acceptance({ publication, ref }: Addition): PublicationAck {
  return {
    assetId: publication.assetId,
    version: publication.version,
    entityRef: ref,
  };
}

function refusal(
  { assetId, version }: Publication,
  error: string = 'not accepted',
): PublicationAck {
  return { assetId, version, error: error.slice(0, MAX_ERROR) };
}

/** What may stand for an asset: what it became, or whatever it could be. */
function refsOf({ entityRef, tag }: Publication): string[] {
  return entityRef
    ? [entityRef]
    : assetEntityKinds.map(kind =>
        stringifyEntityRef({ kind, name: entityNameOf(tag) }),
      );
}

function formerRefOf({ publication, ref }: Addition): string[] {
  return publication.entityRef && publication.entityRef !== ref
    ? [publication.entityRef]
    : [];
}

function isMalformedEnvelope(error: unknown): boolean {
  return /Malformed entity envelope/.test(toError(error).message);
}
