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
import { FxImport, FxRate, fxRateSchema } from '@itam/plugin-itam-common';
import { parse } from 'csv-parse/sync';
import type { CostStore, Page } from './CostStore';

const COLUMNS = ['date', 'from', 'to', 'rate'];

/** Rejected lines that are listed; the rest is counted. */
const MAX_REJECTS = 1000;

/** Exchange rates: lists them, and takes them from a CSV. */
export class FxRateService {
  readonly #store: CostStore;
  readonly #ratesChanged: () => Promise<void>;

  constructor(options: {
    store: CostStore;
    /** What follows from other rates. */
    ratesChanged: () => Promise<void>;
  }) {
    this.#store = options.store;
    this.#ratesChanged = options.ratesChanged;
  }

  list(page: { limit: number; cursor?: string }): Promise<Page<FxRate>> {
    return this.#store.listRates(page);
  }

  /**
   * Takes rates from a CSV with the columns `date`, `from`, `to` and `rate`;
   * lines that cannot be read are rejected, the others taken.
   *
   * @throws InputError when it is no CSV, or a column is missing.
   */
  async take(
    content: Uint8Array | undefined,
    options: { by: string; dryRun: boolean },
  ): Promise<FxImport> {
    const { rates, rejected, read } = parseRates(content);
    const known = new Map(
      (await this.#store.rates()).map(rate => [keyOf(rate), rate.rate]),
    );
    const outcome: FxImport = {
      dryRun: options.dryRun,
      read,
      created: 0,
      updated: 0,
      unchanged: 0,
      rejected: rejected.slice(0, MAX_REJECTS),
    };
    const changed = [...rates.values()].filter(rate => {
      const present = known.get(keyOf(rate));
      if (present === undefined) {
        outcome.created += 1;
      } else if (present === rate.rate) {
        outcome.unchanged += 1;
      } else {
        outcome.updated += 1;
      }
      return present !== rate.rate;
    });
    if (!options.dryRun && changed.length > 0) {
      await this.#store.putRates(changed, options.by);
      await this.#ratesChanged();
    }
    return outcome;
  }
}

function parseRates(content: Uint8Array | undefined) {
  if (!content) {
    throw new InputError('body: a CSV with the columns date,from,to,rate');
  }
  const rates = new Map<string, FxRate>();
  const rejected: FxImport['rejected'] = [];
  const lines = linesOf(content);
  lines.forEach(({ record, line }) => {
    const parsed = fxRateSchema.safeParse(record);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      rejected.push({
        line,
        field: issue.path.join('.'),
        reason: issue.message,
      });
    } else if (/^-|^0+(\.0+)?$/.test(parsed.data.rate)) {
      rejected.push({ line, field: 'rate', reason: 'must be more than 0' });
    } else if (parsed.data.rate.length > 40) {
      rejected.push({ line, field: 'rate', reason: 'has more than 40 digits' });
    } else if (parsed.data.from === parsed.data.to) {
      rejected.push({ line, field: 'to', reason: 'is the same as from' });
    } else if (rates.has(keyOf(parsed.data))) {
      rejected.push({
        line,
        reason: 'the same day and currencies stand in an earlier line',
      });
    } else {
      rates.set(keyOf(parsed.data), parsed.data);
    }
  });
  return { rates, rejected, read: lines.length };
}

function linesOf(
  content: Uint8Array,
): Array<{ record: Record<string, string>; line: number }> {
  try {
    const rows: Array<{
      record: Record<string, string>;
      info: { lines: number };
    }> = parse(Buffer.from(content), {
      bom: true,
      trim: true,
      info: true,
      skip_empty_lines: true,
      columns: (header: string[]) => {
        const names = header.map(name => name.toLowerCase());
        const missing = COLUMNS.filter(column => !names.includes(column));
        if (missing.length > 0) {
          throw new InputError(
            `body: the column ${missing.join(
              ' and ',
            )} is missing; the first line must be ${COLUMNS.join(',')}`,
          );
        }
        return names;
      },
    });
    return rows.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    throw error instanceof InputError
      ? error
      : new InputError(
          `body: no CSV: ${error instanceof Error ? error.message : error}`,
        );
  }
}

function keyOf({ date, from, to }: FxRate): string {
  return `${date} ${from} ${to}`;
}
