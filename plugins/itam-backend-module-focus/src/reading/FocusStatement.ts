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

import { InputError } from '@backstage/errors';
import type { RejectedThing, StatementTotal } from '@itam/plugin-itam-common';
import {
  assertUnchanged,
  ChargeFact,
  ChargeStatement,
  FileOnDisk,
} from '@itam/plugin-itam-node';
import { Amounts, exactText } from '../standard/exact';
import { checkPeriods } from '../standard/periods';
import { FocusVersion, versionOf } from '../standard/versions';
import { ColumnNames } from '../standard/columns';
import { amountMacros } from './amountSql';
import { DuckDbSession } from './DuckDbSession';
import { ExportTable, openTable } from './ExportTable';
import { factsOf, factsSql } from './facts';
import { failureOf } from './failures';
import { formatOf } from './format';
import { checkGzip } from './gzip';
import { Head, HeadFacts, headOf, headsSql, judge } from './heads';
import { listRejects } from './rejects';
import { sumsSql } from './sums';

/** ISO 4217: no currency. */
const NO_CURRENCY = 'XXX';

/** What to read, and how. */
export interface StatementOptions {
  file: FileOnDisk;
  /** The place of the file as people name it. */
  scope: string;
  signal: AbortSignal;
  version?: FocusVersion;
  billingPeriods: 'one' | 'several';
  memoryLimit: string;
  threads: number;
}

/** A head whose rows are taken. */
interface TakenHead {
  head: Head;
  facts: HeadFacts;
}

/** What a FOCUS cost export says. */
export class FocusStatement implements ChargeStatement {
  readonly standard: string;
  readonly rows: number;
  readonly rejectedRows: number;
  readonly totals: StatementTotal[];
  readonly missing: ChargeStatement['missing'];
  readonly #session: DuckDbSession;
  readonly #signal: AbortSignal;
  readonly #taken: TakenHead[];
  readonly #rejects: RejectedThing[];

  /** @throws InputError when the file is refused, with the reason. */
  static async read(options: StatementOptions): Promise<FocusStatement> {
    options.signal.throwIfAborted();
    const format = await formatOf(options.file.path);
    const session = await DuckDbSession.open({
      ...options,
      path: options.file.path,
    });
    try {
      const { signal, version: configured } = options;
      const table = await openTable({ session, format, configured, signal });
      const heads = await sumUp(session, table, options, format === 'gzip');
      const taken = takenOf(heads);
      checkVersions(heads, table.version);
      checkPeriods(
        taken.map(({ facts }) => facts.period),
        { path: options.scope, billingPeriods: options.billingPeriods },
      );
      const takenIds = new Set(taken.map(({ head }) => head.id));
      const rejected = heads.filter(({ id }) => !takenIds.has(id));
      const rejects = await listRejects({
        ...options,
        session,
        table,
        heads: rejected,
      });
      await assertUnchanged(options.file);
      refuseNothing(taken, rejects);
      return new FocusStatement({
        version: table.version,
        session,
        signal,
        taken,
        rejected,
        rejects,
      });
    } catch (error) {
      await session.close();
      options.signal.throwIfAborted();
      throw failureOf(error);
    }
  }

  private constructor(options: {
    version: FocusVersion;
    session: DuckDbSession;
    signal: AbortSignal;
    taken: TakenHead[];
    rejected: Head[];
    rejects: RejectedThing[];
  }) {
    const { taken, rejected } = options;
    this.standard = `FOCUS ${options.version}`;
    this.rejectedRows = countOf(rejected);
    this.rows = countOf(taken.map(({ head }) => head)) + this.rejectedRows;
    this.totals = totalsOf(taken);
    this.missing = missingOf(rejected);
    this.#session = options.session;
    this.#signal = options.signal;
    this.#taken = taken;
    this.#rejects = options.rejects;
  }

  async *facts(): AsyncIterable<ChargeFact[]> {
    const heads = new Map(
      this.#taken.map(({ head, facts }) => [head.id, facts] as const),
    );
    const rows = this.#session.stream(
      factsSql([...heads.keys()]),
      this.#signal,
    );
    try {
      yield* factsOf(rows, heads);
    } catch (error) {
      throw failureOf(error);
    }
  }

  async *rejects(): AsyncIterable<RejectedThing> {
    yield* this.#rejects;
  }

  async close(): Promise<void> {
    await this.#session.close();
  }
}

/** Reads the file once. */
async function sumUp(
  session: DuckDbSession,
  table: ExportTable,
  { file, signal }: StatementOptions,
  compressed: boolean,
): Promise<Head[]> {
  for (const macro of amountMacros) {
    await session.run(macro, signal);
  }
  const summed = session.run(sumsSql(table), signal);
  const [checked, read] = await Promise.allSettled([
    compressed ? checkGzip(file.path, signal) : undefined,
    summed,
  ]);
  for (const outcome of [checked, read]) {
    if (outcome.status === 'rejected') {
      throw outcome.reason;
    }
  }
  await session.run(headsSql, signal);
  const rows = await session.rows('SELECT * FROM heads', signal);
  if (rows.length === 0) {
    throw new InputError('the file has a header and no rows');
  }
  return rows.map(headOf);
}

function takenOf(heads: Head[]): TakenHead[] {
  return heads.flatMap(head => {
    const facts = judge(head.texts);
    return head.bad || 'reason' in facts ? [] : [{ head, facts }];
  });
}

/** All rows must be of the version the file was opened as. */
function checkVersions(heads: Head[], version: FocusVersion): void {
  for (const { version: stated } of heads) {
    if (stated !== undefined) {
      versionOf({
        columns: ColumnNames.create([]),
        stated,
        configured: version,
      });
    }
  }
}

/** A file of which nothing can be taken replaces nothing. */
function refuseNothing(taken: TakenHead[], rejects: RejectedThing[]): void {
  if (taken.length === 0) {
    const [{ place, reason }] = rejects;
    throw new InputError(
      `none of its rows can be taken; the first one, ${place}: ${reason}`,
    );
  }
}

function countOf(heads: Head[]): number {
  return heads.reduce((sum, { rows }) => sum + rows, 0);
}

function totalsOf(taken: TakenHead[]): StatementTotal[] {
  const sums = new Map<string, { of: HeadFacts; rows: number } & Amounts>();
  for (const { head, facts } of taken) {
    const key = `${facts.period.start} ${facts.currency}`;
    const sum = sums.get(key);
    sums.set(key, {
      of: facts,
      rows: head.rows + (sum?.rows ?? 0),
      billed: head.amounts.billed + (sum?.billed ?? 0n),
      effective: head.amounts.effective + (sum?.effective ?? 0n),
      list: head.amounts.list + (sum?.list ?? 0n),
      contracted: head.amounts.contracted + (sum?.contracted ?? 0n),
    });
  }
  return [...sums.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { of, rows, billed, effective, list, contracted }]) => ({
      periodStart: of.period.start,
      periodEnd: of.period.end,
      rows,
      currency: of.currency,
      billed: exactText(billed),
      effective: exactText(effective),
      list: exactText(list),
      contracted: exactText(contracted),
    }));
}

function missingOf(rejected: Head[]): ChargeStatement['missing'] {
  const byCurrency = new Map<
    string,
    { rows: number; billed: bigint; effective: bigint }
  >();
  for (const { texts, rows, amounts } of rejected) {
    const currency = /^[A-Z]{3}$/.test(texts.currency ?? '')
      ? texts.currency ?? NO_CURRENCY
      : NO_CURRENCY;
    const sum = byCurrency.get(currency);
    byCurrency.set(currency, {
      rows: rows + (sum?.rows ?? 0),
      billed: amounts.billed + (sum?.billed ?? 0n),
      effective: amounts.effective + (sum?.effective ?? 0n),
    });
  }
  return [...byCurrency.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { rows, billed, effective }]) => ({
      currency,
      rows,
      billed: exactText(billed),
      effective: exactText(effective),
    }));
}
