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

import type { AssignmentKind, assetConditions } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';

/** In which shape a thing is handed over. */
export type HandedCondition = (typeof assetConditions)[number];

/** Custody or use: an asset has one exclusive assignment at a time in each. */
export type AssignmentSlot = 'custody' | 'use';

/** The slot an assignment of a kind takes; a loan is a use with a return. */
export function slotOf(kind: AssignmentKind): AssignmentSlot {
  return kind === 'custodian' ? 'custody' : 'use';
}

/** An assignment that has not ended. */
export interface OpenAssignment {
  id: string;
  assetId: string;
  kind: AssignmentKind;
  /** Who has it: a user, or a group that keeps it. */
  holder: string;
  /** Of a shared thing: the service it is used for. */
  service?: string;
  exclusive: boolean;
  /** Since when, ISO 8601 UTC. */
  from: string;
  /** The day it is to come back, YYYY-MM-DD. */
  expectedReturn?: string;
  recordedAt: string;
}

/** An assignment that begins, or gets what is known of it. */
export interface AssignmentOpening {
  assetId: string;
  kind: AssignmentKind;
  holder: string;
  service?: string;
  /** Left out: it is. */
  exclusive?: boolean;
  /** Since when, ISO 8601 UTC; left out: since now. */
  from?: string;
  expectedReturn?: string;
  conditionOut?: HandedCondition;
  /** The version of the policy of use the holder accepted. */
  policyVersion?: string;
  acceptedAt?: string;
  acceptedBy?: string;
  note?: string;
  /** Who says so: a user or service ref, or `source:<id>`. */
  by: string;
}

/** Assignments that end. */
export interface AssignmentClosing {
  assetId: string;
  /** Left out: whoever uses it; custody goes on. */
  slot?: AssignmentSlot;
  /** Left out: whoever has it. */
  holder?: string;
  /** When it ended, ISO 8601 UTC; left out: now. */
  at?: string;
  conditionIn?: HandedCondition;
  note?: string;
  by: string;
}

/**
 * Who keeps and who uses each asset, from when to when.
 *
 * It follows the register by itself: whatever changes the custodian or the
 * consumer of an asset ends the assignment of the one before and begins that of
 * the new one, in the same transaction. What is called here, in
 * `alongside` of the change, adds what the fields of an asset do not tell: since
 * when, until when, in which condition.
 */
export interface AssignmentBook {
  /**
   * Begins assignments. One that is open already for the same holder gets the
   * details; an exclusive one ends the others of its slot from the same moment.
   *
   * @throws ConflictError when somebody has it to themselves and the new
   * assignment is shared, InputError when it would begin before the one it
   * follows.
   */
  open(
    transaction: Knex.Transaction,
    openings: AssignmentOpening[],
  ): Promise<void>;
  /**
   * Ends what is open; what the same transaction ended already gets the
   * details. Answers the assets of which something ended.
   *
   * @throws InputError when it would end before it began.
   */
  close(
    transaction: Knex.Transaction,
    closings: AssignmentClosing[],
  ): Promise<Set<string>>;
  /** The holder of an assignment says that they have it. */
  accept(
    transaction: Knex.Transaction,
    acceptance: { id: string; at: string; by: string; policyVersion?: string },
  ): Promise<void>;
  /** What is open of these assets, longest first; none for those without. */
  openOf(
    assetIds: string[],
    transaction?: Knex.Transaction,
  ): Promise<Map<string, OpenAssignment[]>>;
}
