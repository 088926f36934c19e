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
import { possibleTransition } from './engine';
import type { TransitionWarning } from './query';
import type { TransitionReason } from './reasons';
import { LifecycleModel } from './schema';
import { LifecycleVocabulary } from './vocabulary';

/** A step of a path that is tried. @public */
export interface TriedStep {
  transition: string;
  /** Where it leads, if it may lead to several statuses. */
  to?: string;
  facts?: Readonly<Record<string, unknown>>;
  evidence?: readonly string[];
}

/** What would become of a step. @public */
export interface SimulatedStep {
  transition: string;
  from?: string;
  to: string;
  allowed: boolean;
  /** What stands in its way. */
  missing: TransitionReason[];
  /** What would have to follow. */
  warnings: TransitionWarning[];
}

/**
 * Tries a path through a model on a copy: facts and documents given in a step
 * are known in the ones after it, and a step that would be refused is taken
 * all the same, so that everything missing on the way is told at once. Guards
 * are not asked: their answers depend on real things.
 *
 * @throws InputError when a step does not leave the status before it, or leads
 * to several statuses and does not say which.
 *
 * @public
 */
export function simulatePath(options: {
  model: LifecycleModel;
  from?: string;
  facts?: Readonly<Record<string, unknown>>;
  flags?: readonly string[];
  path: readonly TriedStep[];
  now: Date;
  vocabulary?: LifecycleVocabulary;
}): SimulatedStep[] {
  const { model, flags, now, vocabulary } = options;
  let status = options.from;
  let facts = { ...options.facts };
  const evidence = new Set<string>();
  return options.path.map(step => {
    facts = { ...facts, ...step.facts };
    step.evidence?.forEach(doc => evidence.add(doc));
    const found = possibleTransition(step.transition, {
      model,
      status,
      facts,
      evidence: [...evidence],
      flags,
      now,
      vocabulary,
    });
    const to = targetOf(found, step.to);
    const from = status;
    status = to;
    return {
      transition: step.transition,
      from,
      to,
      allowed: found.allowed,
      missing: found.reasons,
      warnings: found.warnings,
    };
  });
}

/**
 * The status a transition leads to.
 *
 * @throws InputError when it may lead to several and none, or another one, is
 * wanted.
 */
export function targetOf(
  transition: { id: string; to: readonly string[] },
  wanted: string | undefined,
): string {
  const { id, to } = transition;
  if (wanted === undefined && to.length === 1) {
    return to[0];
  }
  if (wanted === undefined || !to.includes(wanted)) {
    throw new InputError(
      `to: ${id} leads to ${to.join(' or ')}; say which${
        wanted === undefined ? '' : `, not '${wanted}'`
      }`,
    );
  }
  return wanted;
}
