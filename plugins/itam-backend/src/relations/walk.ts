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

import type { RelatedAsset } from '@itam/plugin-itam-common';
import type { AssetAccess } from '../register/access';
import type { Followed, Neighbour, RelationStore } from './RelationStore';

/** An asset or entity that was reached, and by which step from what. */
export interface Reached {
  /** The id of the asset, or the ref of the entity. */
  id: string;
  distance: number;
  asset?: RelatedAsset;
  /** The step that led here; none for where the walk began. */
  by?: { from: string; type: string; direction: 'out' | 'in' };
}

/** What a walk came to. */
export interface Walked {
  /** In the order of distance, the beginning first. */
  reached: Map<string, Reached>;
  /** Neighbours the caller may not see; the walk does not go on behind them. */
  hidden: number;
  /** There is more than the limit lets through. */
  truncated: boolean;
}

/** Steps read for each thing still wanted: several may lead to the same. */
const STEPS_PER_THING = 4;

/**
 * Goes from an asset along relations, step by step: a statement per step, each
 * of them bounded, where one recursive statement would first read all that
 * hangs on a hub and then cut it.
 */
export async function walk(options: {
  store: Pick<RelationStore, 'neighbours'>;
  start: RelatedAsset;
  follow: Followed;
  access: AssetAccess;
  depth: number;
  /** Most assets and entities, the start included. */
  limit: number;
}): Promise<Walked> {
  const { store, start, follow, access, depth, limit } = options;
  const reached = new Map<string, Reached>([
    [start.id, { id: start.id, distance: 0, asset: start }],
  ]);
  const hidden = new Set<string>();
  let truncated = false;
  let frontier = [start.id];
  for (let distance = 1; distance <= depth && !truncated; distance++) {
    const most = (limit - reached.size) * STEPS_PER_THING + 1;
    const steps =
      frontier.length === 0
        ? []
        : await store.neighbours({
            from: frontier,
            known: [...reached.keys(), ...hidden],
            follow,
            access,
            limit: most,
          });
    truncated = steps.length === most;
    frontier = [];
    for (const step of steps) {
      if (step.kind === 'hidden') {
        hidden.add(step.id);
      } else if (!reached.has(step.id)) {
        if (reached.size === limit) {
          truncated = true;
          break;
        }
        reached.set(step.id, reachedBy(step, distance));
        if (step.kind === 'asset') {
          frontier.push(step.id);
        }
      }
    }
  }
  return { reached, hidden: hidden.size, truncated };
}

function reachedBy(step: Neighbour, distance: number): Reached {
  const { anchor, type, direction } = step;
  return {
    id: step.id,
    distance,
    asset: step.asset,
    by: { from: anchor, type, direction },
  };
}
