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

import { LifecycleModelDetail, lifecycleFacts } from '@itam/plugin-itam-common';

/** A step somebody tries, with what is assumed to be given in it. */
export interface TriedStepEntry {
  transition: string;
  to: string;
  /** Facts assumed to be known from this step on. */
  facts: string[];
  /** Documents assumed to be there from this step on. */
  evidence: string[];
}

/** The status a path has come to; none before something exists. */
export function statusAfter(
  steps: readonly TriedStepEntry[],
  from: string | undefined,
): string | undefined {
  return steps.length > 0 ? steps[steps.length - 1].to : from;
}

/** The transitions that can come next on a path. */
export function nextTransitions(
  model: LifecycleModelDetail,
  status: string | undefined,
): LifecycleModelDetail['transitions'] {
  return model.transitions.filter(({ from }) =>
    status === undefined ? from.length === 0 : from.includes(status),
  );
}

/** A step with everything that is missing in it assumed to be given. */
export function withMissingGiven(
  step: TriedStepEntry,
  tried: { missing: ReadonlyArray<{ kind: string; id: string }> },
): TriedStepEntry {
  const idsOf = (kind: string) =>
    tried.missing.flatMap(reason => (reason.kind === kind ? [reason.id] : []));
  return {
    ...step,
    facts: [...new Set([...step.facts, ...idsOf('fact')])],
    evidence: [...new Set([...step.evidence, ...idsOf('evidence')])],
  };
}

/** Values that stand for facts assumed to be given, each of its type. */
export function assumedFacts(
  facts: readonly string[],
  today: string,
): Record<string, unknown> {
  return Object.fromEntries(facts.map(fact => [fact, assumed(fact, today)]));
}

function assumed(fact: string, today: string): unknown {
  const { type, values, entityKinds, many } = lifecycleFacts[fact] ?? {
    type: 'text',
  };
  const one = () => {
    switch (type) {
      case 'date':
        return today;
      case 'enum':
        return values?.[0];
      case 'money':
        return { amount: '1.00', currency: 'EUR' };
      case 'entity':
        return `${(entityKinds?.[0] ?? 'Component').toLowerCase()}:default/any`;
      case 'secret':
        return 'vault:any';
      default:
        return 'any';
    }
  };
  return many ? [one()] : one();
}
