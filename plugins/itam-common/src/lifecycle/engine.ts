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
import { dayAfter, parseDue } from './due';
import {
  PossibleTransition,
  TransitionQuery,
  TransitionWarning,
  WantedEvidence,
  WantedFact,
} from './query';
import {
  evidenceReason,
  factReason,
  guardReason,
  holdReason,
  roleReason,
  TransitionReason,
  uncheckedGuardReason,
} from './reasons';
import { LifecycleModel, LifecycleTransition } from './schema';
import { statusOf } from './status';
import { builtInVocabulary, LifecycleVocabulary } from './vocabulary';
import { conditionHolds, parseCondition } from './when';

const holdFlag = 'legal-hold';
const holdGuard = 'no-legal-hold';

/**
 * Every transition that leaves a status (or brings an asset into being), with
 * whether it can be made now and, if not, why and what to do about it.
 *
 * @throws InputError when the model has no such status.
 */
export function possibleTransitions(
  query: TransitionQuery,
): PossibleTransition[] {
  const { model, status } = query;
  if (status !== undefined) {
    statusOf(model, status);
  }
  return model.transitions
    .filter(({ from }) =>
      status === undefined ? from.length === 0 : from.includes(status),
    )
    .map(transition => examine(transition, query));
}

/**
 * One transition as {@link possibleTransitions} would tell it.
 *
 * @throws InputError when no transition of that name leaves the status.
 */
export function possibleTransition(
  name: string,
  query: TransitionQuery,
): PossibleTransition {
  const { model, status } = query;
  const leaving = model.transitions.filter(({ from }) =>
    status === undefined ? from.length === 0 : from.includes(status),
  );
  const transition = leaving.find(({ id }) => id === name);
  if (!transition) {
    const known = model.transitions.some(({ id }) => id === name);
    throw new InputError(
      `transition: '${name}' ${
        known ? `does not leave ${status ?? 'the start'}` : 'is unknown'
      } in ${model.title}; possible: ${
        leaving.map(({ id }) => id).join(', ') || 'none'
      }`,
    );
  }
  return examine(transition, query);
}

/**
 * Whether an open legal hold forbids a transition: where the model says so,
 * and always where it leads to the stage `dispose`, unless the system merely
 * records that the thing is gone already.
 */
export function legalHoldForbids(
  model: LifecycleModel,
  transition: LifecycleTransition,
): boolean {
  if (transition.guards.some(({ guard }) => guard === holdGuard)) {
    return true;
  }
  return disposes(model, transition) && !isSystemOnly(transition);
}

function disposes(model: LifecycleModel, transition: LifecycleTransition) {
  return transition.to.some(
    status => model.statuses[status].stage === 'dispose',
  );
}

function isSystemOnly(transition: LifecycleTransition): boolean {
  return transition.roles.every(role => role === 'SYS');
}

function examine(
  transition: LifecycleTransition,
  query: TransitionQuery,
): PossibleTransition {
  const { roles, vocabulary = builtInVocabulary } = query;
  const { id, title, to, effects } = transition;
  const reasons: TransitionReason[] = [];
  const warnings: TransitionWarning[] = [];

  if (roles && !transition.roles.some(role => roles.includes(role))) {
    reasons.push(roleReason(transition));
  }
  askLegalHold(transition, query, reasons, warnings);
  const facts = askFacts(transition, query, vocabulary, reasons, warnings);
  const documents = askEvidence(
    transition,
    query,
    vocabulary,
    reasons,
    warnings,
  );
  const unanswered = askGuards(
    transition,
    query,
    vocabulary,
    reasons,
    warnings,
  );
  return {
    id,
    title,
    to,
    allowed: reasons.length === 0,
    reasons,
    warnings,
    facts,
    evidence: documents,
    unanswered,
    effects,
  };
}

function askLegalHold(
  transition: LifecycleTransition,
  query: TransitionQuery,
  reasons: TransitionReason[],
  warnings: TransitionWarning[],
) {
  const onHold =
    query.flags?.includes(holdFlag) ||
    query.guardAnswers?.[holdGuard]?.holds === false;
  if (!onHold) {
    return;
  }
  if (legalHoldForbids(query.model, transition)) {
    reasons.push(holdReason);
  } else if (disposes(query.model, transition)) {
    warnings.push({
      ...holdReason,
      message: 'It is gone although a legal hold is open.',
      wayOut: 'Tell information security or legal at once.',
    });
  }
}

function askFacts(
  transition: LifecycleTransition,
  query: TransitionQuery,
  vocabulary: LifecycleVocabulary,
  reasons: TransitionReason[],
  warnings: TransitionWarning[],
): WantedFact[] {
  const wanted: WantedFact[] = [];
  for (const item of transition.facts) {
    if (!applies(item.when, query)) {
      continue;
    }
    const known = isKnown(query.facts?.[item.fact]);
    wanted.push({ fact: item.fact, level: item.level, known });
    if (known || item.level === 'auto') {
      continue;
    }
    const reason = factReason(item.fact, vocabulary);
    if (item.level === 'block') {
      reasons.push(reason);
    } else {
      warnings.push({ ...reason, ...dueOf(item.due, query.now) });
    }
  }
  for (const fact of factsDueBefore(transition, query)) {
    if (wanted.some(item => item.fact === fact)) {
      continue;
    }
    const known = isKnown(query.facts?.[fact]);
    wanted.push({ fact, level: 'block', known });
    if (!known) {
      reasons.push(factReason(fact, vocabulary));
    }
  }
  return wanted;
}

/** Facts an earlier step let pass until this one. */
function factsDueBefore(
  transition: LifecycleTransition,
  query: TransitionQuery,
): string[] {
  const due = `before-${transition.id}`;
  const debts = query.model.transitions
    .flatMap(({ facts }) => facts)
    .filter(item => item.due === due && applies(item.when, query));
  return [...new Set(debts.map(({ fact }) => fact))];
}

function askEvidence(
  transition: LifecycleTransition,
  query: TransitionQuery,
  vocabulary: LifecycleVocabulary,
  reasons: TransitionReason[],
  warnings: TransitionWarning[],
): WantedEvidence[] {
  return transition.evidence
    .filter(item => applies(item.when, query))
    .map(({ doc, level, due }) => {
      const known = query.evidence?.includes(doc) ?? false;
      if (!known) {
        const reason = evidenceReason(doc, vocabulary);
        if (level === 'block') {
          reasons.push(reason);
        } else {
          warnings.push({ ...reason, ...dueOf(due, query.now) });
        }
      }
      return { doc, level, known };
    });
}

function askGuards(
  transition: LifecycleTransition,
  query: TransitionQuery,
  vocabulary: LifecycleVocabulary,
  reasons: TransitionReason[],
  warnings: TransitionWarning[],
): string[] {
  const unanswered: string[] = [];
  for (const { guard, when } of transition.guards) {
    if (guard === holdGuard || !applies(when, query)) {
      continue;
    }
    const answer = query.guardAnswers?.[guard];
    if (!answer) {
      unanswered.push(guard);
      if (query.guardAnswers) {
        reasons.push(uncheckedGuardReason(guard, vocabulary));
      }
    } else if (!answer.holds) {
      const reason = guardReason(guard, answer, vocabulary);
      const soft = vocabulary.guards[guard]?.soft;
      (soft ? warnings : reasons).push(reason);
    }
  }
  return unanswered;
}

function applies(when: string | undefined, query: TransitionQuery): boolean {
  return when === undefined || conditionHolds(parseCondition(when), query);
}

function dueOf(
  text: string | undefined,
  now: Date,
): { due?: string; before?: string } {
  const due = text === undefined ? undefined : parseDue(text);
  if (due?.kind === 'before') {
    return { before: due.transition };
  }
  return due ? { due: dayAfter(now, due.duration) } : {};
}

function isKnown(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.length > 0;
  }
  return value !== undefined && value !== null && value !== '';
}
