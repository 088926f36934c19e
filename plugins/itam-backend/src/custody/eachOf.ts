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

import { isError } from '@backstage/errors';
import type { CustodyOutcome } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { Register, RegisterChange } from '../register';
import { refuseProblems } from './AssetDesk';

/** A change of one asset among several, and what is written beside it. */
export interface WantedOfSeveral {
  change: RegisterChange;
  tag: string;
  name: string;
  what: string;
}

/** Errors that are about one asset and not about us. */
const refusals = new Set([
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
]);

/**
 * Makes changes in as few transactions as will do: a batch somebody else got in
 * the way of is made again one by one, so that one asset does not stop the
 * others.
 */
export async function applyEach(
  register: Register,
  wanted: WantedOfSeveral[],
  alongside: (
    transaction: Knex.Transaction,
    made: WantedOfSeveral[],
  ) => Promise<void>,
): Promise<CustodyOutcome[]> {
  const outcomes: CustodyOutcome[] = [];
  const size = register.batchSize;
  for (let start = 0; start < wanted.length; start += size) {
    const batch = wanted.slice(start, start + size);
    const together = await attempt(register, batch, alongside);
    outcomes.push(
      ...(together.every(({ outcome }) => outcome !== 'refused') ||
      batch.length === 1
        ? together
        : await oneByOne(register, batch, alongside)),
    );
  }
  return outcomes;
}

async function oneByOne(
  register: Register,
  batch: WantedOfSeveral[],
  alongside: Parameters<typeof applyEach>[2],
): Promise<CustodyOutcome[]> {
  const outcomes: CustodyOutcome[] = [];
  for (const item of batch) {
    outcomes.push(...(await attempt(register, [item], alongside)));
  }
  return outcomes;
}

async function attempt(
  register: Register,
  batch: WantedOfSeveral[],
  alongside: Parameters<typeof applyEach>[2],
): Promise<CustodyOutcome[]> {
  try {
    await register.apply({
      changes: batch.map(({ change }) => change),
      alongside: async (transaction, made) => {
        made.forEach(({ problems }) => refuseProblems(problems));
        await alongside(transaction, batch);
      },
    });
    return batch.map(item => outcomeOf(item, { outcome: 'done' }));
  } catch (error) {
    if (!isError(error) || !refusals.has(error.name)) {
      throw error;
    }
    return batch.map(item =>
      outcomeOf(item, { outcome: 'refused', reason: error.message }),
    );
  }
}

/** What became of one of several. */
export function outcomeOf(
  { change, tag, name, what }: WantedOfSeveral,
  result: Pick<CustodyOutcome, 'outcome' | 'reason'>,
): CustodyOutcome {
  return { assetId: change.assetId, tag, name, what, ...result };
}
