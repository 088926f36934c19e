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

import {
  AssetState,
  differences,
  sameValue,
  supportedBy,
  TransitionRequest,
  TransitionResult,
} from '@itam/plugin-itam-common';
import type {
  LifecycleService,
  TransitionActor,
} from '../../lifecycle/LifecycleService';
import type { StoredChange, StoredRow } from './BulkRunStore';
import type { ChangeWatch } from './ChangeWatch';
import { isLocked } from './locks';
import { PlannedRow, storedRow } from './plan';
import { problemOf } from './RowWriter';

/** What a bulk needs of the lifecycle. */
export type BulkTransitions = Pick<LifecycleService, 'transitionMany'>;

/** Differences that are told otherwise. */
const notTold =
  /^(locked|observed|labels)\.|^(keys|relations|verifiedAt|tag|type)$/;

/** Moves assets of a batch, each by itself. */
export async function transitionRows(options: {
  rows: PlannedRow[];
  request: TransitionRequest;
  actor: TransitionActor;
  /** Told of what the register changes. */
  watch: ChangeWatch;
  transitions: BulkTransitions;
}): Promise<StoredRow[]> {
  const { rows, request } = options;
  const wanted = rows.filter(({ problems }) => problems.length === 0);
  const { value: outcomes, seen } = await options.watch.during(async () =>
    wanted.length === 0
      ? []
      : options.transitions.transitionMany(
          wanted.map(({ assetId = '' }) => ({ assetId, request })),
          options.actor,
        ),
  );
  const made = new Map(wanted.map((row, index) => [row, outcomes[index]]));
  return rows.map(row => {
    const outcome = made.get(row);
    if (!outcome) {
      return storedRow(row, { outcome: 'rejected' });
    }
    if ('error' in outcome) {
      return storedRow(
        { ...row, problems: [problemOf(outcome.error)] },
        { outcome: 'rejected' },
      );
    }
    const { result } = outcome;
    if (result.outcome === 'planned') {
      return storedRow(
        {
          ...row,
          changes: {
            planned: { to: { status: result.status, at: request.effectiveAt } },
          },
        },
        { outcome: 'unchanged' },
      );
    }
    return storedRow(
      {
        ...row,
        changes: changesOf(seen.get(outcome.assetId), result),
      },
      {
        outcome: 'updated',
        ...(!request.dryRun && { versionAfter: result.version }),
      },
    );
  });
}

/** What a transition changed; of a dry run the status is known. */
function changesOf(
  { before, after }: { before?: AssetState; after?: AssetState } = {},
  { from, status }: TransitionResult,
): Record<string, StoredChange> {
  if (!before || !after) {
    return { status: { from, to: status } };
  }
  const changes: Record<string, StoredChange> = {};
  for (const [name, change] of Object.entries(differences(before, after))) {
    if (!notTold.test(name) && name !== 'dates') {
      changes[name] = {
        ...change,
        ...(!isLocked(before, name) && { followed: true }),
      };
    }
  }
  const [served, serves] = [supportedBy(before), supportedBy(after)];
  if (!sameValue(served, serves)) {
    changes.supports = {
      from: served,
      to: serves,
      ...(!isLocked(before, 'supports') && { followed: true }),
    };
  }
  return changes;
}
