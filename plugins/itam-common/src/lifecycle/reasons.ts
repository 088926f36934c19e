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

import { FactPlace } from './facts';
import { roles } from './roles';
import { LifecycleTransition } from './schema';
import { LifecycleVocabulary } from './vocabulary';

/** What stands in the way. */
export type ReasonKind = 'role' | 'fact' | 'evidence' | 'guard' | 'flag';

/** Why a transition cannot be made now. */
export interface TransitionReason {
  kind: ReasonKind;
  /** Id of the fact, evidence, guard or flag; the roles joined by commas. */
  id: string;
  /** What is wrong. */
  message: string;
  /** What somebody can do about it. */
  wayOut: string;
}

const whereToGive: Record<FactPlace, string> = {
  allocation: 'Fill it in on the allocation.',
  asset: 'Fill it in on the asset.',
  assignment: 'Give it with the assignment.',
  contract: 'Link the contract.',
  entitlement: 'Fill it in on the entitlement.',
  finance: 'Add it to the financial record.',
  keyDate: 'Enter it among the key dates.',
  media: 'Add it to the documents.',
  model: 'Add it to the catalogue model.',
  order: 'Link the order or its receipt.',
  plan: 'Add it to the plan.',
  relation: 'Add the relation.',
  report: 'Create the report.',
  request: 'Add it to the request.',
  transition: 'Give it with this step.',
};

/** An open legal hold. */
export const holdReason: TransitionReason = {
  kind: 'flag',
  id: 'legal-hold',
  message: 'A legal hold is open.',
  wayOut:
    'Keep it as it is until information security or legal release the hold, which takes a second person.',
};

/** The actor has none of the roles. */
export function roleReason(transition: LifecycleTransition): TransitionReason {
  const people = transition.roles.filter(role => role !== 'SYS');
  const titles = people.map(role => roles[role].title).join(', ');
  const id = transition.roles.join(',');
  return people.length === 0
    ? {
        kind: 'role',
        id,
        message: 'Only the system does this.',
        wayOut: 'Nothing to do: it follows from a date or a reading.',
      }
    : {
        kind: 'role',
        id,
        message: `Your role does not allow this; it is for: ${titles}.`,
        wayOut: 'Ask somebody who has one of these roles.',
      };
}

/** A fact is missing. */
export function factReason(
  fact: string,
  vocabulary: LifecycleVocabulary,
): TransitionReason {
  const { title, what, place } = vocabulary.facts[fact];
  return {
    kind: 'fact',
    id: fact,
    message: `${title} is missing.`,
    wayOut: `${whereToGive[place]} ${what}`,
  };
}

/** A document is missing. */
export function evidenceReason(
  doc: string,
  vocabulary: LifecycleVocabulary,
): TransitionReason {
  const { title, what } = vocabulary.evidence[doc];
  return {
    kind: 'evidence',
    id: doc,
    message: `Document missing: ${title}.`,
    wayOut: `Attach it or give its reference. ${what}`,
  };
}

/** A guard does not hold. */
export function guardReason(
  guard: string,
  answer: { message?: string; wayOut?: string },
  vocabulary: LifecycleVocabulary,
): TransitionReason {
  const { fails, wayOut } = vocabulary.guards[guard];
  return {
    kind: 'guard',
    id: guard,
    message: answer.message ?? fails,
    wayOut: answer.wayOut ?? wayOut,
  };
}

/** A guard was not asked, which is not the same as holding. */
export function uncheckedGuardReason(
  guard: string,
  vocabulary: LifecycleVocabulary,
): TransitionReason {
  return {
    kind: 'guard',
    id: guard,
    message: `Not checked: ${vocabulary.guards[guard].holds}`,
    wayOut: 'Check it again; if that does not help, tell the operators.',
  };
}
