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

import { mayStandAt, RelationRule } from '@itam/plugin-itam-common';

/** A relation that can be added on the page of an asset. */
export interface RelationChoice {
  /** `out:part-of`: this asset has it; `in:part-of`: the other one does. */
  id: string;
  rule: RelationRule;
  direction: 'out' | 'in';
}

/**
 * The relations an asset can stand in: first those it has itself, then those
 * other assets have to it.
 */
export function relationChoices(
  asset: { type: string; category: string },
  rules: RelationRule[],
): RelationChoice[] {
  const out = rules.filter(rule => mayStandAt(rule.from, asset));
  const into = rules.filter(rule => rule.to && mayStandAt(rule.to, asset));
  return [
    ...out.map(rule => choice(rule, 'out')),
    ...into.map(rule => choice(rule, 'in')),
  ];
}

/** Which assets may stand at the other end; undefined if none may. */
export function otherEnd({ rule, direction }: RelationChoice) {
  return direction === 'out' ? rule.to : rule.from;
}

/** The kinds of entity that may stand at the other end. */
export function otherEntities({ rule, direction }: RelationChoice): string[] {
  return direction === 'out' ? rule.toEntities : [];
}

function choice(rule: RelationRule, direction: 'out' | 'in'): RelationChoice {
  return { id: `${direction}:${rule.type}`, rule, direction };
}
