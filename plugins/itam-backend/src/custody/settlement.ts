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

import type {
  AssetChange,
  AssetState,
  CustodyOutcome,
  Holding,
} from '@itam/plugin-itam-common';
import { heldBack } from './AssetDesk';
import type {
  AssignmentClosing,
  AssignmentOpening,
  OpenAssignment,
} from './AssignmentBook';
import type { WantedOfSeveral } from './eachOf';
import { withoutLoan } from './handedFacts';

/** Who takes which part; what is used may be taken back instead. */
export interface Successors {
  owner?: string;
  custodian?: string;
  consumer?: string;
  recall: boolean;
}

/** What is to happen to one asset of a leaver. */
export interface Settlement {
  /** What becomes of it if nothing is done. */
  outcome: CustodyOutcome;
  wanted?: WantedOfSeveral;
  closings: AssignmentClosing[];
  openings: AssignmentOpening[];
  /** Its transfer waits for somebody who is gone. */
  withdraws: boolean;
  /** Fields that have somebody else, or nobody, from then on. */
  fields: Array<'owner' | 'custodian' | 'consumer'>;
}

/** Works out what is to happen to one asset somebody holds. */
export function settlementOf(
  asset: {
    state: AssetState;
    held: Holding[];
    open: OpenAssignment[];
    mayMove: boolean;
  },
  wish: { ref: string; successors: Successors; reason: string; by: string },
): Settlement {
  const { state, held } = asset;
  const { ref, successors, reason, by } = wish;
  const none = { closings: [], openings: [], withdraws: false, fields: [] };
  const named = { assetId: state.id, tag: state.tag, name: state.name };
  const refused = (why: string): Settlement => ({
    ...none,
    outcome: { ...named, outcome: 'refused', reason: why },
  });
  if (!asset.mayMove) {
    return refused('you may see it but not hand it on');
  }
  const facts: AssetChange['facts'] = {};
  const words: string[] = [];
  if (held.includes('owner') && successors.owner) {
    facts.owner = successors.owner;
    words.push(`owned by ${successors.owner}`);
  }
  if (held.includes('custodian') && successors.custodian) {
    facts.custodian = successors.custodian;
    words.push(`kept by ${successors.custodian}`);
  }
  const uses = held.includes('consumer') || held.includes('shared');
  const next = usersBeside(asset.open, ref);
  if (uses && successors.consumer) {
    words.push(`used by ${successors.consumer}`);
  } else if (uses && successors.recall) {
    words.push('taken back');
  }
  const releases = uses && (successors.recall || Boolean(successors.consumer));
  if (releases && held.includes('consumer')) {
    const [other] = next;
    facts.consumer = successors.consumer ?? other?.holder ?? null;
    Object.assign(facts, withoutLoan(state));
  }
  const withdraws =
    held.includes('transfer') &&
    (successors.recall || Boolean(successors.owner));
  if (withdraws) {
    words.push('its transfer withdrawn');
  }
  if (words.length === 0) {
    return {
      ...none,
      outcome: {
        ...named,
        outcome: 'unchanged',
        reason: `nothing is said about what they have it as: ${held.join(
          ', ',
        )}`,
      },
    };
  }
  const hold = heldBack(state);
  if (hold && (facts.owner || (uses && successors.consumer))) {
    return refused(hold);
  }
  const what = words.join(', ');
  return {
    ...none,
    outcome: { ...named, outcome: 'unchanged', what },
    wanted: {
      tag: state.tag,
      name: state.name,
      what,
      change: {
        assetId: state.id,
        change: {
          origin: { kind: 'person', ref: by },
          action: 'assign',
          facts,
          beside: { settled: { from: ref, to: what } },
          reason,
          expectedVersion: state.version,
        },
      },
    },
    closings: releases
      ? [{ assetId: state.id, slot: 'use', holder: ref, note: reason, by }]
      : [],
    openings:
      releases && successors.consumer
        ? [
            {
              assetId: state.id,
              kind: 'consumer',
              holder: successors.consumer,
              exclusive: next.length === 0,
              by,
            },
          ]
        : [],
    withdraws,
    fields: (['owner', 'custodian', 'consumer'] as const).filter(
      field => facts[field] !== undefined,
    ),
  };
}

/** Others that use it too. */
function usersBeside(open: OpenAssignment[], ref: string): OpenAssignment[] {
  return open.filter(
    ({ kind, holder }) => kind !== 'custodian' && holder !== ref,
  );
}
