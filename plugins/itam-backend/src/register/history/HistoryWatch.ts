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

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  HistoryVerification,
  LastVerification,
  lastVerificationSchema,
} from '@itam/plugin-itam-common';
import type { SettingsStore } from '../../database';
import type { HistoryVerifier } from './HistoryVerifier';

const KEPT_AS = 'history.verification';

const PROBLEMS_KEPT = 100;
const PROBLEMS_LOGGED = 20;

/** Verifies the whole history, and keeps and tells how it ended. */
export class HistoryWatch {
  readonly #verifier: HistoryVerifier;
  readonly #settings: SettingsStore;
  readonly #now: () => Date;

  constructor(options: {
    verifier: HistoryVerifier;
    settings: SettingsStore;
    now?: () => Date;
  }) {
    this.#verifier = options.verifier;
    this.#settings = options.settings;
    this.#now = options.now ?? (() => new Date());
  }

  /** How the last verification ended. */
  async last(): Promise<LastVerification> {
    const kept = await this.#settings.get(KEPT_AS);
    return kept === undefined
      ? { state: 'never', ...nothingYet() }
      : lastVerificationSchema.parse(JSON.parse(kept));
  }

  /**
   * Goes through everything. What was touched is logged as an error; the end of
   * the chain is logged too, to be compared by who keeps the log elsewhere. A
   * verification that was stopped leaves the result of the one before.
   */
  async verifyAll(
    logger: LoggerService,
    signal?: AbortSignal,
  ): Promise<LastVerification | undefined> {
    const startedAt = this.#now().toISOString();
    const { head: known } = await this.last();
    const sum = nothingYet();
    let cursor: string | undefined;
    do {
      if (signal?.aborted) {
        return undefined;
      }
      const part: HistoryVerification = await this.#verifier.verify(
        { limit: 1, cursor },
        known,
      );
      add(sum, part);
      cursor = part.nextCursor;
    } while (cursor !== undefined);
    const result: LastVerification = {
      ...sum,
      state: sum.problemCount === 0 ? 'intact' : 'touched',
      startedAt,
      endedAt: this.#now().toISOString(),
    };
    await this.#settings.set(KEPT_AS, JSON.stringify(result));
    tell(result, logger);
    return result;
  }
}

function nothingYet(): Omit<LastVerification, 'state'> {
  return {
    ...{ verified: 0, unsealed: 0, blocks: 0, assets: 0 },
    problemCount: 0,
    problems: [],
  };
}

function add(sum: Omit<LastVerification, 'state'>, part: HistoryVerification) {
  sum.verified += part.verified;
  sum.unsealed += part.unsealed;
  sum.blocks += part.blocks;
  sum.assets += part.assets;
  sum.problemCount += part.problems.length;
  sum.problems = [...sum.problems, ...part.problems].slice(0, PROBLEMS_KEPT);
  sum.head = part.head ?? sum.head;
}

function tell(result: LastVerification, logger: LoggerService): void {
  const { head, problems, problemCount, verified } = result;
  if (problemCount > 0) {
    for (const problem of problems.slice(0, PROBLEMS_LOGGED)) {
      logger.error(`History was touched: ${problem.message}`, {
        kind: problem.kind,
        asset: problem.tag ?? problem.assetId ?? '',
      });
    }
    logger.error(
      `History was touched in ${problemCount} places; GET /history/verify/last lists them`,
    );
    return;
  }
  logger.info(
    `History is intact: ${verified} lines${
      head ? `, the chain ends with block ${head.block}, ${head.hash}` : ''
    }`,
  );
}
