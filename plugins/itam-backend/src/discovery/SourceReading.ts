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

import { toError } from '@backstage/errors';
import type { OwnershipRule } from '@itam/plugin-itam-common';
import {
  ChargeDocument,
  ReadDocument,
  sha256,
  SourceDocument,
} from '@itam/plugin-itam-node';
import { abortable } from './abortable';
import { Absences } from './Absences';
import { ChargeReading } from './ChargeReading';
import { DocumentReconciler, Reconciled } from './DocumentReconciler';
import { OwnershipResolver } from './OwnershipResolver';
import { DocumentThings, readThings } from './readThings';
import type { DiscoveryGround, Reading } from './reading';
import type { Run } from './RunStore';
import type { RunTally } from './RunTally';
import type { ReadableSource } from './SourceRegistry';
import type { DocumentMark } from './SourceStore';
import { ImaginedAssets } from './UnitMatcher';

const MAX_MESSAGE_LENGTH = 1000;

/** How a reading ended, when it came to its end. */
export interface ReadingEnd {
  status: 'succeeded' | 'failed' | 'held';
  error?: string;
}

/** Reads a source once: every document it has, then what it no longer has. */
export class SourceReading {
  readonly #ground: DiscoveryGround;
  readonly #run: Run;
  readonly #reading: Reading;
  readonly #absences: Absences;
  readonly #charges: ChargeReading;
  readonly #scopes = new Map<string, string>();
  readonly #refusals: string[] = [];
  readonly #holds: string[] = [];

  static async create(options: {
    ground: DiscoveryGround;
    run: Run;
    source: ReadableSource;
    rules: OwnershipRule[];
    tally: RunTally;
    signal: AbortSignal;
    owner: string;
    /** How long to wait for a catalog that is still empty. */
    catalogPatienceMs: number;
  }): Promise<SourceReading> {
    const { ground, run, source, owner } = options;
    return new SourceReading(ground, run, {
      runId: run.id,
      dryRun: run.dryRun ?? false,
      source,
      ownership: await OwnershipResolver.create({
        rules: options.rules,
        entityIndex: ground.entityIndex,
        assetTypes: ground.assetTypes,
        sourceId: source.id,
        patienceMs: options.catalogPatienceMs,
        signal: options.signal,
      }),
      tally: options.tally,
      signal: options.signal,
      fence: transaction =>
        ground.runs.fence(transaction, { runId: run.id, owner }),
      imagined: new ImaginedAssets(),
    });
  }

  private constructor(ground: DiscoveryGround, run: Run, reading: Reading) {
    this.#ground = ground;
    this.#run = run;
    this.#reading = reading;
    this.#absences = new Absences(ground);
    this.#charges = new ChargeReading(ground, reading);
  }

  /** @throws what the source throws; what was known from it stays. */
  async read(): Promise<ReadingEnd> {
    const { signal } = this.#reading;
    for await (const item of abortable(await this.#documents(), signal)) {
      await this.#readItem(item);
      await this.#flushRejects();
    }
    await this.#charges.end();
    await this.#missDocuments();
    await this.#rememberHold();
    return this.#end();
  }

  async #readItem(item: ReadDocument): Promise<void> {
    if ('refused' in item) {
      await this.#refuse(item.scope, item.refused);
    } else if (await this.#isFirst(item)) {
      await ('readCharges' in item
        ? this.#readCharges(item)
        : this.#readDocument(item));
    }
  }

  /** Writes the rejects that were not yet written. */
  async #flushRejects(): Promise<void> {
    await this.#ground.runs.addRejects(
      this.#run.id,
      this.#reading.tally.takeRejects(),
    );
  }

  async #documents(): Promise<AsyncIterable<ReadDocument>> {
    const { source, signal } = this.#reading;
    const { fileId, fileName } = this.#run;
    if (fileId === undefined) {
      return source.source.read({ signal });
    }
    if (!source.source.readFile) {
      throw new Error(`${source.id} takes no files any more`);
    }
    const content = await this.#ground.runs.fileOf(fileId);
    return source.source.readFile(
      { name: fileName ?? 'file', content },
      { signal },
    );
  }

  /** Of several documents from one place the first one is read. */
  async #isFirst({
    scope,
    fingerprint,
  }: SourceDocument | ChargeDocument): Promise<boolean> {
    const earlier = this.#scopes.get(scope);
    if (earlier !== undefined) {
      await (earlier === fingerprint
        ? undefined
        : this.#refuse(
            scope,
            'it came twice in one reading, with another content',
          ));
      return false;
    }
    this.#scopes.set(scope, fingerprint);
    this.#reading.tally.begin(scope);
    return true;
  }

  /** A bill depends on its content and its reader, not on ownership rules. */
  async #readCharges(document: ChargeDocument): Promise<void> {
    const { source, runId } = this.#reading;
    const { sources } = this.#ground;
    const { scope } = document;
    const fingerprint = sha256(
      JSON.stringify([document.fingerprint, source.source.revision]),
    );
    const mark = await sources.document(source.id, scope);
    const refusal = await this.#charges.read(document, {
      isAsItWas: mark?.state === 'read' && mark.fingerprint === fingerprint,
      complete: async transaction => {
        await this.#reading.fence(transaction);
        await sources.complete(transaction, source.id, {
          scope,
          fingerprint,
          runId,
          pushed: this.#run.fileId !== undefined,
        });
      },
    });
    if (refusal !== undefined) {
      await this.#refuse(scope, refusal);
    }
  }

  async #readDocument(document: SourceDocument): Promise<void> {
    const { source, dryRun, signal } = this.#reading;
    const { scope } = document;
    const mark = await this.#ground.sources.document(source.id, scope);
    const refusal = outOfOrder(document, mark);
    if (refusal) {
      await this.#refuse(scope, refusal);
      return;
    }
    const fingerprint = this.#fingerprintOf(document);
    if (mark?.state === 'read' && mark.fingerprint === fingerprint) {
      await this.#skip(document, fingerprint);
      return;
    }
    const things = await this.#thingsOf(document, signal);
    if (!things) {
      return;
    }
    const reconciled = await new DocumentReconciler({
      ground: this.#ground,
      reading: this.#reading,
      scope,
    }).reconcile(things);
    this.#reading.tally.add({ documents: 1 });
    const missed =
      mark?.lastRunId === this.#run.id && mark.state === 'read'
        ? undefined
        : await this.#miss(scope, reconciled);
    if (!dryRun) {
      await this.#complete(document, {
        fingerprint:
          reconciled.isClean && !missed?.waits ? fingerprint : undefined,
        missedIds: missed?.ids,
        unknownRefs: this.#reading.ownership.takeUnknown(),
      });
    }
  }

  /** A source may throw while it is parsed: that refuses the document. */
  async #thingsOf(
    document: SourceDocument,
    signal: AbortSignal,
  ): Promise<DocumentThings | undefined> {
    try {
      return await readThings({
        document,
        assetTypes: this.#ground.assetTypes,
        relationKinds: this.#ground.relationKinds,
        signal,
      });
    } catch (error) {
      signal.throwIfAborted();
      await this.#refuse(document.scope, toError(error).message);
      return undefined;
    }
  }

  /** The document is as it was, so everything in it is too. */
  async #skip(document: SourceDocument, fingerprint: string): Promise<void> {
    const { tally, source, dryRun } = this.#reading;
    const counted = await this.#ground.observations.countDocument(
      source.id,
      document.scope,
    );
    for (const { unit, derived, count } of counted) {
      if (unit === 'fold') {
        tally.folded(count);
      } else {
        tally.took(
          { unit: unit === 'group' ? 'group' : 'asset', derived },
          'unchanged',
          count,
        );
      }
    }
    tally.add({ documentsUnchanged: 1 });
    if (!dryRun) {
      await this.#complete(document, { fingerprint, asItWas: true });
    }
  }

  async #complete(
    document: SourceDocument,
    left: {
      fingerprint?: string;
      missedIds?: string[];
      unknownRefs?: string[];
      asItWas?: boolean;
    },
  ): Promise<void> {
    const { source, runId } = this.#reading;
    const { sources, observations, knex, clock } = this.#ground;
    await knex.transaction(async transaction => {
      await this.#reading.fence(transaction);
      await observations.missedOnce(transaction, left.missedIds ?? []);
      if (left.asItWas) {
        await observations.seenDocument(
          transaction,
          { sourceId: source.id, runId, at: clock().toISOString() },
          document.scope,
        );
      }
      await sources.complete(transaction, source.id, {
        scope: document.scope,
        fingerprint: left.fingerprint,
        lineage: document.revision?.lineage,
        serial: document.revision?.serial,
        runId,
        pushed: this.#run.fileId !== undefined,
        unknownRefs: left.unknownRefs,
      });
    });
  }

  async #miss(
    scope: string,
    reconciled: Pick<Reconciled, 'absent' | 'present'>,
  ): Promise<{ ids: string[]; waits: boolean }> {
    const { source, tally, dryRun, fence, runId } = this.#reading;
    const { waiting, missing, held } = this.#absences.decide(
      reconciled.absent,
      { present: reconciled.present, settings: source.settings },
    );
    if (held.length > 0) {
      this.#holds.push(
        `${held.length} of ${
          reconciled.present
        } things of ${scope} are gone, more than ${
          source.settings.missing.missingShare * 100
        } %`,
      );
    }
    tally.add({
      missing: await this.#absences.makeMissing(missing, {
        sourceId: source.id,
        runId,
        settings: source.settings,
        dryRun,
        fence,
      }),
    });
    return {
      ids: [...waiting, ...held].map(({ id }) => id),
      waits: waiting.length > 0,
    };
  }

  /**
   * Documents a complete reading of the source did not come across any more: a
   * file that was deleted, an account that was closed.
   */
  async #missDocuments(): Promise<void> {
    const { source, dryRun, runId } = this.#reading;
    if (this.#run.fileId !== undefined || this.#refusals.length > 0) {
      return;
    }
    const marks = (
      await this.#ground.sources.documentsNotOf(source.id, runId)
    ).filter(({ scope }) => !this.#scopes.has(scope));
    if (marks.length === 0) {
      return;
    }
    const scopes = marks.map(({ scope }) => scope);
    const { observations, sources, knex } = this.#ground;
    const absent = (await observations.ofDocuments(source.id, scopes)).filter(
      ({ state }) => state === 'present',
    );
    const missed = await this.#miss(`${scopes.length} documents not found`, {
      absent,
      present: await observations.countPresent(source.id),
    });
    if (!dryRun) {
      await knex.transaction(async transaction => {
        await this.#reading.fence(transaction);
        await observations.missedOnce(transaction, missed.ids);
        await sources.notFound(transaction, source.id, { scopes, runId });
      });
    }
  }

  /** What was held before the replica died is still to be decided. */
  async #rememberHold(): Promise<void> {
    const { source } = this.#reading;
    if (this.#run.attempts > 1 && this.#holds.length === 0) {
      const overdue = await this.#ground.observations.overdue(
        source.id,
        source.settings.missing.missingAfter,
      );
      if (overdue.length > 0) {
        this.#holds.push(`${overdue.length} things are gone`);
      }
    }
  }

  async #refuse(scope: string, reason: string): Promise<void> {
    const { tally, source, dryRun } = this.#reading;
    const error = reason.slice(0, MAX_MESSAGE_LENGTH);
    this.#scopes.set(scope, this.#scopes.get(scope) ?? '');
    this.#refusals.push(`${scope}: ${error}`);
    tally.add({ documentsRefused: 1 });
    tally.note({ kind: 'document', place: scope, reason: error });
    if (!dryRun) {
      await this.#ground.sources.refuse(source.id, {
        scope,
        error,
        runId: this.#run.id,
      });
    }
  }

  #fingerprintOf(document: SourceDocument): string {
    const { source, ownership } = this.#reading;
    return sha256(
      JSON.stringify([
        document.fingerprint,
        source.source.revision,
        ownership.fingerprint,
      ]),
    );
  }

  #end(): ReadingEnd {
    const { documents, documentsUnchanged, documentsRefused } =
      this.#reading.tally.counts;
    const read = documents + documentsUnchanged;
    const error = [
      ...(documentsRefused > 0
        ? [
            `${documentsRefused} of ${
              documentsRefused + read
            } documents refused: ${this.#refusals.slice(0, 3).join('; ')}${
              documentsRefused > 3 ? '; …' : ''
            }`,
          ]
        : []),
      ...this.#holds.map(hold => `${hold}: held until a person decides`),
    ].join('. ');
    if (documentsRefused > 0 && read === 0) {
      return { status: 'failed', error };
    }
    // a dry run leaves nothing a person could decide on
    const isHeld = this.#holds.length > 0 && !this.#reading.dryRun;
    return {
      status: isHeld ? 'held' : 'succeeded',
      error: error || undefined,
    };
  }
}

/** Why a document must not take the place of the one read before. */
function outOfOrder(
  { revision }: SourceDocument,
  mark: DocumentMark | undefined,
): string | undefined {
  if (!revision || mark?.lineage === undefined) {
    return undefined;
  }
  if (revision.lineage !== mark.lineage) {
    return `another lineage (${revision.lineage}) than the one known from this place (${mark.lineage}): check that the right file is there; one that is to stay needs a source of its own`;
  }
  return mark.serial !== undefined && revision.serial < mark.serial
    ? `serial ${revision.serial} is older than ${mark.serial}, which was read before`
    : undefined;
}
