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

import { hostname } from 'node:os';
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { OwnershipRule } from '@itam/plugin-itam-common';
import { newId } from '../database';
import type { DiscoveryGround } from './reading';
import { Lease, LostLeaseError, Run } from './RunStore';
import { RunTally } from './RunTally';
import { ReadingEnd, SourceReading } from './SourceReading';
import type { ReadableSource, SourceRegistry } from './SourceRegistry';
import { readingTimeout } from './sourceSettings';

/** How the worker of a replica behaves in time. */
export interface WorkerTiming {
  /** How long a replica may be silent before another takes over. */
  leaseMs: number;
  /** How often a replica looks for work others were asked for. */
  pollMs: number;
  /** How often progress is shown; the lease is renewed with it. */
  beatMs: number;
  /** How long a run waits for a catalog that is still empty. */
  catalogPatienceMs: number;
}

const defaultTiming: WorkerTiming = {
  leaseMs: 30_000,
  pollMs: 2_000,
  beatMs: 1_000,
  catalogPatienceMs: 20_000,
};

const DEFAULT_CONCURRENCY = 2;

const MAX_MESSAGE_LENGTH = 1000;

/** The replica stops: the run goes on elsewhere. */
class ShutdownError extends Error {}

/** Takes up runs and reads their sources, one or a few at a time. */
export class RunWorker {
  readonly #ground: DiscoveryGround;
  readonly #registry: SourceRegistry;
  readonly #rules: OwnershipRule[];
  readonly #logger: LoggerService;
  readonly #auditor: AuditorService;
  readonly #timing: WorkerTiming;
  readonly #concurrency: number;
  readonly #active = new Set<{ abort: AbortController; done: Promise<void> }>();
  #poll: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #stopped = true;

  constructor(options: {
    ground: DiscoveryGround;
    registry: SourceRegistry;
    rules: OwnershipRule[];
    logger: LoggerService;
    auditor: AuditorService;
    timing?: Partial<WorkerTiming>;
    concurrency?: number;
  }) {
    this.#ground = options.ground;
    this.#registry = options.registry;
    this.#rules = options.rules;
    this.#logger = options.logger;
    this.#auditor = options.auditor;
    this.#timing = { ...defaultTiming, ...options.timing };
    this.#concurrency = options.concurrency ?? DEFAULT_CONCURRENCY;
  }

  /** Begins to look for runs, at once and then regularly. */
  start(): void {
    this.#stopped = false;
    this.#poll = setInterval(() => this.poke(), this.#timing.pollMs);
    this.#poll.unref();
    this.poke();
  }

  /** There is a new run: look now. */
  poke(): void {
    if (this.#stopped) {
      return;
    }
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = this.#look()
      .catch(error =>
        this.#logger.error('Looking for runs failed', toError(error)),
      )
      .finally(() => {
        this.#looking = undefined;
        if (this.#lookAgain) {
          this.#lookAgain = false;
          this.poke();
        }
      });
  }

  /** Stops, and hands back what is being read so that others go on. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#poll);
    await this.#looking;
    for (const { abort } of this.#active) {
      abort.abort(new ShutdownError('the backend stops'));
    }
    await this.idle();
  }

  /** Resolves when nothing is being read. */
  async idle(): Promise<void> {
    while (this.#active.size > 0) {
      await Promise.all([...this.#active].map(({ done }) => done));
    }
  }

  async #look(): Promise<void> {
    while (!this.#stopped && this.#active.size < this.#concurrency) {
      const owner = newOwner();
      const run = await this.#ground.runs.claim({
        owner,
        sourceIds: this.#registry.readable().map(({ id }) => id),
        leaseMs: this.#timing.leaseMs,
      });
      const source = run && this.#registry.find(run.sourceId);
      if (!source) {
        return;
      }
      const abort = new AbortController();
      const execution = {
        abort,
        done: this.#execute({ run, source, owner, abort })
          .catch(error =>
            this.#logger.error(
              `Run ${run.id} could not be ended`,
              toError(error),
            ),
          )
          .finally(() => {
            this.#active.delete(execution);
            this.poke();
          }),
      };
      this.#active.add(execution);
    }
  }

  async #execute(execution: {
    run: Run;
    source: ReadableSource;
    owner: string;
    abort: AbortController;
  }): Promise<void> {
    const { run, source, owner, abort } = execution;
    const lease = { runId: run.id, owner };
    const tally = new RunTally();
    const timeout = readingTimeout(source.settings);
    const timer = setTimeout(
      () =>
        abort.abort(
          new Error(
            `not finished after ${Math.round(
              timeout / 1000,
            )} s; raise schedule.timeout of the source`,
          ),
        ),
      Math.min(timeout, 2 ** 31 - 1),
    );
    const beat = this.#beating(lease, tally, abort);
    try {
      const reading = await SourceReading.create({
        ground: this.#ground,
        run,
        source,
        rules: this.#rules,
        tally,
        signal: abort.signal,
        owner,
        catalogPatienceMs: this.#timing.catalogPatienceMs,
      });
      const end = await reading.read();
      await beat.stop();
      await this.#finish(lease, run, tally, end);
    } catch (error) {
      await beat.stop();
      await this.#failed(
        lease,
        run,
        tally,
        abort.signal.aborted ? abort.signal.reason : error,
      );
    } finally {
      clearTimeout(timer);
    }
  }

  /** Renews the lease and shows progress, one beat after the other. */
  #beating(lease: Lease, tally: RunTally, abort: AbortController) {
    let shown = '';
    let renewed = Date.now();
    let running: Promise<void> = Promise.resolve();
    let busy = false;
    const beat = async () => {
      const state = JSON.stringify([tally.counts, tally.progress]);
      if (state === shown && Date.now() - renewed < this.#timing.leaseMs / 3) {
        return;
      }
      const held = await this.#ground.runs.beat(lease, {
        leaseMs: this.#timing.leaseMs,
        counts: tally.counts,
        progress: tally.progress,
      });
      shown = state;
      renewed = Date.now();
      if (!held) {
        abort.abort(new LostLeaseError());
      }
    };
    const interval = setInterval(() => {
      if (!busy) {
        busy = true;
        running = beat()
          .catch(error =>
            this.#logger.warn(
              `Renewing the lease of run ${lease.runId} failed`,
              toError(error),
            ),
          )
          .finally(() => {
            busy = false;
          });
      }
    }, this.#timing.beatMs);
    return {
      stop: async () => {
        clearInterval(interval);
        await running;
      },
    };
  }

  async #failed(
    lease: Lease,
    run: Run,
    tally: RunTally,
    error: unknown,
  ): Promise<void> {
    if (error instanceof ShutdownError) {
      await this.#ground.runs.handBack(lease);
      this.#logger.info(`Run ${run.id} of ${run.sourceId} was handed back`);
      return;
    }
    if (error instanceof LostLeaseError) {
      this.#logger.warn(
        `Run ${run.id} of ${run.sourceId} was taken over by another replica`,
      );
      return;
    }
    this.#logger.error(
      `Reading ${run.sourceId} failed in run ${run.id}`,
      toError(error),
    );
    await this.#finish(lease, run, tally, {
      status: 'failed',
      error: toError(error).message.slice(0, MAX_MESSAGE_LENGTH),
    });
  }

  async #finish(
    lease: Lease,
    run: Run,
    tally: RunTally,
    end: ReadingEnd,
  ): Promise<void> {
    const { runs, sources, clock } = this.#ground;
    await runs.addRejects(run.id, tally.takeRejects());
    const finished = await runs.finish(lease, {
      ...end,
      counts: tally.counts,
    });
    if (!finished) {
      return;
    }
    if (!run.dryRun) {
      if (end.status === 'held') {
        await runs.cancelHeldBefore(run.sourceId, run.id);
      }
      await sources.settle(
        run.sourceId,
        end.status === 'succeeded' ? clock().toISOString() : undefined,
      );
    }
    await this.#audit(run, tally, end);
  }

  /** One event for a whole run, however much it changed. */
  async #audit(run: Run, tally: RunTally, end: ReadingEnd): Promise<void> {
    const event = await this.#auditor.createEvent({
      eventId: 'source-run',
      severityLevel: 'low',
      meta: {
        runId: run.id,
        sourceId: run.sourceId,
        trigger: run.trigger,
        ...(run.requestedBy && { requestedBy: run.requestedBy }),
      },
    });
    const meta = { status: end.status, counts: { ...tally.counts } };
    await (end.status === 'failed'
      ? event.fail({ meta, error: new Error(end.error) })
      : event.success({ meta }));
  }
}

/**
 * Every taking up of a run has an owner of its own, so that a replica that was
 * silent too long and takes up its own run again is told apart too.
 */
function newOwner(): string {
  return `${hostname().slice(0, 20)}:${newId()}`;
}
