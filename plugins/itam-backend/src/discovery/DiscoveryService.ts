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

import { ConfigReader } from '@backstage/config';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  RunReject,
  SourceDocumentState,
  SourceItem,
} from '@itam/plugin-itam-common';
import { Absences } from './Absences';
import type { ObservationRow } from './ObservationStore';
import type { DiscoveryGround } from './reading';
import type { Run } from './RunStore';
import type { SourceRegistry } from './SourceRegistry';
import {
  readSourceSettings,
  scheduleText,
  SourceSettings,
} from './sourceSettings';
import type { Page, StoredSource } from './SourceStore';

const MAX_FILE_NAME_LENGTH = 500;

/** A page of a list. */
export interface Listed<T> {
  items: T[];
  nextCursor?: string;
}

/** How a source is doing, for the pages of what it told us. */
export interface SourceReadingState {
  /** The last reading that succeeded. */
  lastReadAt?: string;
  failing: boolean;
}

/** A reading somebody asks for. */
export interface ReadingRequest {
  sourceId: string;
  trigger: 'schedule' | 'person' | 'push';
  requestedBy?: string;
  dryRun?: boolean;
  file?: { name: string; content: Uint8Array };
}

/** What can be asked of discovery: sources, runs, rejects, readings. */
export class DiscoveryService {
  readonly #ground: DiscoveryGround;
  readonly #registry: SourceRegistry;
  readonly #poke: () => void;

  constructor(options: {
    ground: DiscoveryGround;
    registry: SourceRegistry;
    /** Told of every new run. */
    poke: () => void;
  }) {
    this.#ground = options.ground;
    this.#registry = options.registry;
    this.#poke = options.poke;
  }

  /** Writes the sources of the configuration, for every replica to show. */
  async sync(): Promise<void> {
    await this.#ground.sources.sync([
      ...this.#registry
        .readable()
        .map(({ id, kind, title, settings, source }) => ({
          id,
          kind,
          title,
          locations: source.locations,
          schedule: scheduleText(settings),
          acceptsFiles: source.readFile !== undefined,
        })),
      ...this.#registry.disabled().map(({ id, kind, title, error }) => ({
        id,
        kind,
        title,
        error,
        locations: [],
        acceptsFiles: false,
      })),
    ]);
    await this.#ground.runs.cancelWaiting({
      exceptSourceIds: this.#registry.readable().map(({ id }) => id),
      error: 'the source is not in the configuration any more, or disabled',
    });
  }

  async listSources(page: Page): Promise<Listed<SourceItem>> {
    const { items, nextCursor } = await this.#ground.sources.list(page);
    return { items: await this.#sourceItems(items), nextCursor };
  }

  /** @throws NotFoundError */
  async source(id: string): Promise<SourceItem> {
    const [item] = await this.#sourceItems([await this.#stored(id)]);
    return item;
  }

  /** @throws NotFoundError */
  async documents(
    id: string,
    page: Page,
  ): Promise<Listed<SourceDocumentState>> {
    await this.#stored(id);
    return this.#ground.sources.documents(id, page);
  }

  /** @throws NotFoundError */
  async runs(id: string, page: Page): Promise<Listed<Run>> {
    await this.#stored(id);
    return this.#ground.runs.list(id, page);
  }

  /** @throws NotFoundError */
  async run(id: string): Promise<Run> {
    const run = await this.#ground.runs.find(id);
    if (!run) {
      throw new NotFoundError(`There is no run '${id}'`);
    }
    return run;
  }

  /** @throws NotFoundError */
  async rejects(id: string, page: Page): Promise<Listed<RunReject>> {
    await this.run(id);
    return this.#ground.runs.rejects(id, page);
  }

  /**
   * Enqueues a reading.
   *
   * @throws NotFoundError for an unknown source, ConflictError for a disabled
   * one, InputError when the source takes no such file.
   */
  async startRun(request: ReadingRequest): Promise<Run> {
    const stored = await this.#stored(request.sourceId);
    const readable = this.#registry.find(request.sourceId);
    if (!readable) {
      throw new ConflictError(
        `the source ${stored.id} is disabled: ${
          stored.error ?? 'it is not in the configuration any more'
        }`,
      );
    }
    if (request.file) {
      if (!readable.source.readFile) {
        throw new InputError(
          `body: the source ${stored.id} takes no files; start it with an empty body`,
        );
      }
      checkFileName(request.file.name);
    }
    const run = await this.#ground.runs.enqueue(request);
    this.#poke();
    return run;
  }

  /**
   * Reads sources again whose documents name entities the catalog did not have
   * then and has now: a team that was created, a catalog that was still filling.
   */
  async followCatalog(): Promise<void> {
    const { sources, entityIndex } = this.#ground;
    for (const [sourceId, refs] of await sources.unknownRefs()) {
      const found = await entityIndex.find([...new Set(refs)]);
      if (found.size > 0 && this.#registry.find(sourceId)) {
        await this.startRun({ sourceId, trigger: 'schedule' });
      }
    }
  }

  /**
   * Lets a held run make missing what it found missing, or keeps it.
   *
   * @throws NotFoundError, and ConflictError when the run is not held.
   */
  async releaseRun(id: string, decision: 'apply' | 'cancel'): Promise<Run> {
    const run = await this.run(id);
    if (run.status !== 'held') {
      throw new ConflictError(`the run is ${run.status}, not held`);
    }
    const settings =
      this.#registry.find(run.sourceId)?.settings ?? defaultSettings();
    const overdue = await this.#ground.observations.overdue(
      run.sourceId,
      settings.missing.missingAfter,
    );
    const missing =
      decision === 'apply' ? await this.#letGo(overdue, run, settings) : 0;
    if (decision === 'cancel') {
      await this.#keep(overdue);
    }
    await this.#ground.runs.release(id, {
      status: decision === 'apply' ? 'succeeded' : 'cancelled',
      counts: { ...run.counts, missing: run.counts.missing + missing },
      error: run.error,
    });
    await this.#ground.sources.settle(
      run.sourceId,
      decision === 'apply' ? this.#ground.clock().toISOString() : undefined,
    );
    return this.run(id);
  }

  /** When each of these sources was last read, and whether it is failing. */
  async lastReadings(
    sourceIds: string[],
  ): Promise<Map<string, SourceReadingState>> {
    const succeeded = await this.#ground.sources.lastSucceeded(sourceIds);
    const runs = await this.#ground.runs.latest(sourceIds);
    return new Map(
      sourceIds.map(sourceId => [
        sourceId,
        {
          lastReadAt: succeeded.get(sourceId),
          failing: runs.get(sourceId)?.status === 'failed',
        },
      ]),
    );
  }

  async #letGo(
    overdue: ObservationRow[],
    run: Run,
    settings: SourceSettings,
  ): Promise<number> {
    return new Absences(this.#ground).makeMissing(overdue, {
      sourceId: run.sourceId,
      runId: run.id,
      settings,
      dryRun: false,
      // a held run has no lease
      fence: async () => undefined,
    });
  }

  async #keep(overdue: ObservationRow[]): Promise<void> {
    await this.#ground.knex.transaction(transaction =>
      this.#ground.observations.keep(
        transaction,
        overdue.map(({ id }) => id),
      ),
    );
  }

  async #stored(id: string): Promise<StoredSource> {
    const source = await this.#ground.sources.find(id);
    if (!source) {
      throw new NotFoundError(`There is no source '${id}'`);
    }
    return source;
  }

  async #sourceItems(sources: StoredSource[]): Promise<SourceItem[]> {
    const ids = sources.map(({ id }) => id);
    const latest = await this.#ground.runs.latest(ids);
    const held = await this.#ground.runs.heldSources(ids);
    return sources.map(source => {
      const lastRun = latest.get(source.id);
      return {
        id: source.id,
        kind: source.kind,
        title: source.title,
        state: stateOf(source, lastRun, held.has(source.id)),
        error: errorOf(source) ?? lastRun?.error,
        locations: source.locations,
        schedule: source.schedule,
        acceptsFiles: source.acceptsFiles,
        assets: source.assets,
        folded: source.folded,
        lastRun,
        lastSucceededAt: source.lastSucceededAt,
      };
    });
  }
}

function stateOf(
  source: StoredSource,
  lastRun: Run | undefined,
  isHeld: boolean,
): SourceItem['state'] {
  if (errorOf(source)) {
    return 'disabled';
  }
  if (lastRun?.status === 'running' || lastRun?.status === 'queued') {
    return 'running';
  }
  if (isHeld) {
    return 'held';
  }
  return lastRun?.status === 'failed' ? 'failing' : 'idle';
}

function errorOf(source: StoredSource): string | undefined {
  return source.configured
    ? source.error
    : 'not in the configuration any more; what it found stays in the register';
}

function checkFileName(name: string): void {
  const hasControls = [...name].some(character => character < ' ');
  if (name.length > MAX_FILE_NAME_LENGTH || hasControls) {
    throw new InputError(
      `header x-file-name: at most ${MAX_FILE_NAME_LENGTH} characters, no control characters`,
    );
  }
}

function defaultSettings() {
  return readSourceSettings(new ConfigReader({}));
}
