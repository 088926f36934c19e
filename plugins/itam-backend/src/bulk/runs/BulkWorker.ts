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
import type { BulkStatus } from '@itam/plugin-itam-common';
import { newId } from '../../database';
import { LostLeaseError } from '../../discovery/RunStore';
import type { BulkLease, BulkRunStore, StoredRun } from './BulkRunStore';

/** How the worker of a replica behaves in time. */
export interface BulkTiming {
  /** How long a replica may be silent before another takes over. */
  leaseMs: number;
  /** How often a replica looks for runs of others. */
  pollMs: number;
  /** How often the lease is renewed, and a wish to stop is heard. */
  beatMs: number;
}

const defaultTiming: BulkTiming = {
  leaseMs: 30_000,
  pollMs: 3_000,
  beatMs: 1_000,
};

const MAX_MESSAGE_LENGTH = 2000;

/** Somebody asked the run to stop. */
export class CancelledError extends Error {}

/** The replica stops: the run goes on elsewhere. */
class ShutdownError extends Error {}

/** How a run ended. */
export interface BulkEnd {
  status: BulkStatus;
  error?: string;
}

/** Carries one run out, from where it was left. */
export type BulkExecution = (
  run: StoredRun,
  lease: BulkLease,
  signal: AbortSignal,
) => Promise<BulkEnd>;

/** Takes up bulk runs, one at a time. */
export class BulkWorker {
  readonly #store: BulkRunStore;
  readonly #execute: BulkExecution;
  readonly #logger: LoggerService;
  readonly #auditor: AuditorService;
  readonly #timing: BulkTiming;
  #poll: NodeJS.Timeout | undefined;
  #active: { abort: AbortController; done: Promise<void> } | undefined;
  #looking = false;
  #lookAgain = false;
  #stopped = true;

  constructor(options: {
    store: BulkRunStore;
    execute: BulkExecution;
    logger: LoggerService;
    auditor: AuditorService;
    timing?: Partial<BulkTiming>;
  }) {
    this.#store = options.store;
    this.#execute = options.execute;
    this.#logger = options.logger;
    this.#auditor = options.auditor;
    this.#timing = { ...defaultTiming, ...options.timing };
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
    if (this.#stopped || this.#active) {
      return;
    }
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = true;
    this.#look()
      .catch(error =>
        this.#logger.error('Looking for bulk runs failed', toError(error)),
      )
      .finally(() => {
        this.#looking = false;
        if (this.#lookAgain) {
          this.#lookAgain = false;
          this.poke();
        }
      });
  }

  /** Stops, and hands back what it was at so that others go on. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#poll);
    while (this.#looking) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    this.#active?.abort.abort(new ShutdownError('the backend stops'));
    await this.#active?.done;
  }

  async #look(): Promise<void> {
    const { leaseMs } = this.#timing;
    // every taking up has an owner of its own
    const owner = `${hostname().slice(0, 20)}:${newId()}`;
    const run = await this.#store.claim({ owner, leaseMs });
    if (!run) {
      return;
    }
    const abort = new AbortController();
    this.#active = {
      abort,
      done: this.#carryOut(run, { runId: run.id, owner }, abort)
        .catch(error =>
          this.#logger.error(
            `Bulk run ${run.id} could not be ended`,
            toError(error),
          ),
        )
        .finally(() => {
          this.#active = undefined;
          this.poke();
        }),
    };
  }

  async #carryOut(
    run: StoredRun,
    lease: BulkLease,
    abort: AbortController,
  ): Promise<void> {
    const beat = this.#beating(lease, abort);
    try {
      const end = await this.#execute(run, lease, abort.signal);
      await beat.stop();
      await this.#finish(run, lease, end);
    } catch (error) {
      await beat.stop();
      await this.#failed(
        run,
        lease,
        abort.signal.aborted ? abort.signal.reason : error,
      );
    }
  }

  /** Renews the lease, one beat after the other. */
  #beating(lease: BulkLease, abort: AbortController) {
    let running: Promise<void> = Promise.resolve();
    let busy = false;
    const beat = async () => {
      const { held, cancelling } = await this.#store.beat(
        lease,
        this.#timing.leaseMs,
      );
      if (!held) {
        abort.abort(new LostLeaseError());
      } else if (cancelling) {
        abort.abort(new CancelledError('cancelled'));
      }
    };
    const interval = setInterval(() => {
      if (!busy) {
        busy = true;
        running = beat()
          .catch(error =>
            this.#logger.warn(
              `Renewing the lease of bulk run ${lease.runId} failed`,
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
    run: StoredRun,
    lease: BulkLease,
    error: unknown,
  ): Promise<void> {
    if (error instanceof ShutdownError) {
      await this.#store.handBack(lease);
      this.#logger.info(`Bulk run ${run.id} was handed back`);
    } else if (error instanceof LostLeaseError) {
      this.#logger.warn(`Bulk run ${run.id} was taken over by another replica`);
    } else if (error instanceof CancelledError) {
      await this.#finish(run, lease, {
        status: 'cancelled',
        error: 'cancelled; what is done stays done',
      });
    } else {
      this.#logger.error(`Bulk run ${run.id} failed`, toError(error));
      await this.#finish(run, lease, {
        status: 'failed',
        error: toError(error).message.slice(0, MAX_MESSAGE_LENGTH),
      });
    }
  }

  /** One audit event for a whole run, however much it changed. */
  async #finish(run: StoredRun, lease: BulkLease, end: BulkEnd): Promise<void> {
    if (!(await this.#store.finish(lease, end))) {
      return;
    }
    const ended = await this.#store.find(run.id);
    const event = await this.#auditor.createEvent({
      eventId: 'bulk-run',
      severityLevel: 'medium',
      meta: {
        runId: run.id,
        kind: run.kind,
        dryRun: run.dryRun,
        requestedBy: run.requestedBy,
      },
    });
    const meta = { status: end.status, counts: { ...ended?.counts } };
    await (end.status === 'failed'
      ? event.fail({ meta, error: new Error(end.error) })
      : event.success({ meta }));
  }
}
