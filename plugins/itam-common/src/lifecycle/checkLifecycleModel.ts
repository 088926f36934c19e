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
import { parseDue } from './due';
import { LifecycleModel, LifecycleTransition } from './schema';
import { LifecycleVocabulary } from './vocabulary';
import { parseCondition } from './when';

/**
 * Checks that a model can run: every name resolves, every status is reached
 * and none but terminal ones is the end of the road.
 *
 * @throws InputError with the path and the reason of the first mistake.
 */
export function checkLifecycleModel(
  model: LifecycleModel,
  options: { path: string; vocabulary: LifecycleVocabulary },
): void {
  const { path, vocabulary } = options;
  const seen = new Set<string>();
  model.transitions.forEach((transition, index) => {
    const at = `${path}.transitions[${index}]`;
    if (seen.has(transition.id)) {
      fail(
        `${at}.id`,
        `another transition is already called '${transition.id}'`,
      );
    }
    seen.add(transition.id);
    checkStatusesExist(model, transition, at);
    checkNames(transition, at, vocabulary);
    checkConditionsAndDues(model, transition, at, vocabulary);
  });
  checkReports(model, path);
  checkEveryStatusIsReached(model, path);
  checkNoDeadEnd(model, path);
}

/** Statuses an asset may be brought into being with. */
export function initialStatuses(model: LifecycleModel): string[] {
  const creating = model.transitions.filter(({ from }) => from.length === 0);
  return [...new Set(creating.flatMap(({ to }) => to))];
}

function checkStatusesExist(
  model: LifecycleModel,
  transition: LifecycleTransition,
  at: string,
) {
  for (const end of ['from', 'to'] as const) {
    transition[end].forEach((status, index) => {
      if (!Object.hasOwn(model.statuses, status)) {
        fail(
          `${at}.${end}[${index}]`,
          `'${status}' is not a status of the model`,
        );
      }
    });
  }
}

function checkNames(
  transition: LifecycleTransition,
  at: string,
  vocabulary: LifecycleVocabulary,
) {
  for (const { fact, level } of transition.facts) {
    if (!Object.hasOwn(vocabulary.facts, fact)) {
      fail(`${at}.${level}`, `'${fact}' is not a known fact`);
    }
  }
  for (const { doc } of transition.evidence) {
    if (!Object.hasOwn(vocabulary.evidence, doc)) {
      fail(`${at}.evidence`, `'${doc}' is not a known kind of evidence`);
    }
  }
  for (const { guard } of transition.guards) {
    if (!Object.hasOwn(vocabulary.guards, guard)) {
      fail(`${at}.guards`, `'${guard}' is not a known guard`);
    }
  }
  for (const effect of transition.effects) {
    if (!Object.hasOwn(vocabulary.effects, effect)) {
      fail(`${at}.effects`, `'${effect}' is not a known effect`);
    }
  }
}

function checkConditionsAndDues(
  model: LifecycleModel,
  transition: LifecycleTransition,
  at: string,
  vocabulary: LifecycleVocabulary,
) {
  const named = [
    ...transition.facts.map(fact => ({
      ...fact,
      at: `${at}.${fact.level} ${fact.fact}`,
    })),
    ...transition.evidence.map(doc => ({
      ...doc,
      at: `${at}.evidence ${doc.doc}`,
    })),
    ...transition.guards.map(guard => ({
      ...guard,
      due: undefined,
      at: `${at}.guards ${guard.guard}`,
    })),
  ];
  for (const item of named) {
    if (item.when !== undefined) {
      checkCondition(item.when, item.at, vocabulary);
    }
    if (item.due !== undefined) {
      checkDue(model, item.due, item.at);
    }
  }
}

function checkCondition(
  text: string,
  at: string,
  vocabulary: LifecycleVocabulary,
) {
  const condition = parsed(text, at);
  if (condition.kind === 'word') {
    const known =
      Object.hasOwn(vocabulary.conditions, condition.word) ||
      Object.hasOwn(vocabulary.facts, condition.word);
    if (!known) {
      fail(at, `when: '${condition.word}' is neither a condition nor a fact`);
    }
    return;
  }
  if (!Object.hasOwn(vocabulary.facts, condition.fact)) {
    fail(at, `when: '${condition.fact}' is not a known fact`);
  }
  const { values } = vocabulary.facts[condition.fact];
  const strange = condition.values.find(
    value => values !== undefined && !values.includes(value),
  );
  if (strange !== undefined) {
    fail(at, `when: '${strange}' is not a value of ${condition.fact}`);
  }
}

function parsed(text: string, at: string) {
  try {
    return parseCondition(text);
  } catch (error) {
    throw new InputError(
      `${at}: when: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function checkDue(model: LifecycleModel, text: string, at: string) {
  const due = parseDue(text);
  if (!due) {
    fail(
      at,
      `due: '${text}' is neither an ISO 8601 duration such as P30D nor before-<transition>`,
    );
  }
  if (
    due?.kind === 'before' &&
    !model.transitions.some(({ id }) => id === due.transition)
  ) {
    fail(at, `due: the model has no transition '${due.transition}'`);
  }
}

function checkReports(model: LifecycleModel, path: string) {
  model.observableStatuses.forEach((status, index) => {
    if (!Object.hasOwn(model.statuses, status)) {
      fail(
        `${path}.observableStatuses[${index}]`,
        `'${status}' is not a status of the model`,
      );
    }
  });
  if (!model.reported) {
    return;
  }
  const initial = initialStatuses(model);
  for (const end of ['status', 'otherwise'] as const) {
    const status = model.reported[end];
    if (status !== undefined && !initial.includes(status)) {
      fail(
        `${path}.reported.${end}`,
        `no transition without 'from' leads to '${status}'`,
      );
    }
  }
  if (model.reported.needs.length > 0 && !model.reported.otherwise) {
    fail(
      `${path}.reported.otherwise`,
      'is needed to say what happens when the needs are not met',
    );
  }
}

function checkEveryStatusIsReached(model: LifecycleModel, path: string) {
  const reached = new Set(initialStatuses(model));
  let before = -1;
  while (before !== reached.size) {
    before = reached.size;
    for (const { from, to } of model.transitions) {
      if (from.some(status => reached.has(status))) {
        to.forEach(status => reached.add(status));
      }
    }
  }
  for (const status of Object.keys(model.statuses)) {
    if (!reached.has(status)) {
      fail(`${path}.statuses.${status}`, 'no transition leads to it');
    }
  }
}

function checkNoDeadEnd(model: LifecycleModel, path: string) {
  const ending = new Set(
    Object.keys(model.statuses).filter(
      status => model.statuses[status].terminal,
    ),
  );
  let before = -1;
  while (before !== ending.size) {
    before = ending.size;
    for (const { from, to } of model.transitions) {
      if (to.some(status => ending.has(status))) {
        from.forEach(status => ending.add(status));
      }
    }
  }
  for (const status of Object.keys(model.statuses)) {
    if (!ending.has(status)) {
      fail(
        `${path}.statuses.${status}`,
        'no terminal status can be reached from it; add a transition or mark it terminal',
      );
    }
  }
}

function fail(path: string, reason: string): never {
  throw new InputError(`${path}: ${reason}`);
}
