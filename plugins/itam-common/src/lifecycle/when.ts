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

/** A parsed `when`: a bare word, or a comparison of a fact with some values. */
export type Condition =
  | { kind: 'word'; word: string }
  | { kind: 'comparison'; fact: string; values: string[]; negated: boolean };

/** What conditions are evaluated against. */
export interface Circumstances {
  /** Known facts; a record answers with its `value`. */
  facts?: Readonly<Record<string, unknown>>;
  /** Flags and yes-or-no words that hold. */
  flags?: readonly string[];
}

const word = '[A-Za-z][\\w.-]*';
const value = '[\\w.-]+';
const bareWord = new RegExp(`^${word}$`);
const equality = new RegExp(`^(${word})\\s*(!?=)\\s*(${value})$`);
const inList = new RegExp(
  `^(${word})\\s+(not\\s+)?in\\s*\\(\\s*(${value}(?:\\s*,\\s*${value})*)\\s*\\)$`,
);

/**
 * Parses a `when` condition: `word`, `fact = value`, `fact != value`,
 * `fact in (a, b)` or `fact not in (a, b)`.
 *
 * @throws InputError when the text has another form.
 */
export function parseCondition(text: string): Condition {
  const source = text.trim();
  if (bareWord.test(source)) {
    return { kind: 'word', word: source };
  }
  const equal = equality.exec(source);
  if (equal) {
    const [, fact, operator, single] = equal;
    return {
      kind: 'comparison',
      fact,
      values: [single],
      negated: operator === '!=',
    };
  }
  const list = inList.exec(source);
  if (list) {
    const [, fact, not, values] = list;
    return {
      kind: 'comparison',
      fact,
      values: values.split(',').map(item => item.trim()),
      negated: not !== undefined,
    };
  }
  throw new InputError(
    `'${text}' is not a condition; write a word, 'fact = value', 'fact != value' or 'fact in (a, b)'`,
  );
}

/**
 * Whether a condition holds. A comparison with a fact that is not known does
 * not hold, whether negated or not: nothing is demanded on a guess.
 */
export function conditionHolds(
  condition: Condition,
  circumstances: Circumstances,
): boolean {
  const { facts = {}, flags = [] } = circumstances;
  if (condition.kind === 'word') {
    return flags.includes(condition.word) || facts[condition.word] === true;
  }
  const known = comparable(facts[condition.fact]);
  if (known === undefined) {
    return false;
  }
  return condition.values.includes(known) !== condition.negated;
}

function comparable(fact: unknown): string | undefined {
  const plain =
    typeof fact === 'object' && fact !== null && 'value' in fact
      ? fact.value
      : fact;
  if (typeof plain === 'string' && plain !== '') {
    return plain;
  }
  if (typeof plain === 'number' || typeof plain === 'boolean') {
    return String(plain);
  }
  return undefined;
}
