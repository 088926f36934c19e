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

import { useMemo, useState } from 'react';
import { Entry, entryOf, valueOf } from './entry';
import { Field } from './field';
import { serverProblems } from './serverProblems';

/** A form while it is filled in. */
export interface Draft {
  entry(field: Field): Entry;
  value(field: Field): unknown;
  set(field: Field, entry: Entry): void;
  /** The field was left. */
  leave(field: Field): void;
  /** What to say at the field now. */
  problem(field: Field): string | undefined;
  /** Whether somebody typed into the field. */
  touched(field: Field): boolean;
  /** The values that are there, by path. */
  values: Record<string, unknown>;
  /** Paths whose value is not what it was. */
  changed: string[];
  /** How many fields hold something that cannot be taken. */
  faults: number;
  /** Shows every problem; answers whether there is none. */
  complete(): boolean;
  /** Puts what the API refused at its fields; answers what fits none. */
  refuse(error: Error): string[];
}

interface Texts {
  required: string;
}

/**
 * Keeps what is typed into generated fields. Problems are said as soon as a
 * field was typed into; what is missing only once the field was left or the
 * form was to be sent, and a reference only once it was left.
 */
export function useDraft(options: {
  fields: Field[];
  /** Values the form begins with, by path. */
  initial: Record<string, unknown>;
  texts: Texts;
}): Draft {
  const { fields, initial, texts } = options;
  const [entries, setEntries] = useState<Record<string, Entry>>({});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const [refused, setRefused] = useState<Record<string, string>>({});

  const read = useMemo(() => {
    const values: Record<string, unknown> = {};
    const changed: string[] = [];
    const problems: Record<string, string> = {};
    for (const field of fields) {
      const { path } = field;
      const before = valueOf(field, entryOf(field, initial[path]));
      const value = Object.hasOwn(entries, path)
        ? valueOf(field, entries[path])
        : before;
      if (value !== undefined) {
        values[path] = value;
      }
      if (!isSame(value, before)) {
        changed.push(path);
      }
      const problem = problemOf(field, value, texts);
      if (problem) {
        problems[path] = problem;
      }
    }
    return { values, changed, problems };
  }, [fields, initial, entries, texts]);

  return {
    entry: field =>
      Object.hasOwn(entries, field.path)
        ? entries[field.path]
        : entryOf(field, initial[field.path]),
    value: field => read.values[field.path],
    set: (field, entry) => {
      setEntries(before => ({ ...before, [field.path]: entry }));
      setRefused(({ [field.path]: _, ...rest }) => rest);
    },
    leave: field => setLeft(before => new Set(before).add(field.path)),
    problem: field => {
      const { path } = field;
      const found = read.problems[path];
      const given = read.values[path] !== undefined;
      const atOnce = given && Object.hasOwn(entries, path) && !isFound(field);
      return attempted || left.has(path) || atOnce
        ? refused[path] ?? found
        : refused[path];
    },
    touched: field => Object.hasOwn(entries, field.path),
    values: read.values,
    changed: read.changed,
    faults: Object.keys(read.problems).length,
    complete: () => {
      setAttempted(true);
      return Object.keys(read.problems).length === 0;
    },
    refuse: error => {
      const { atFields, others } = serverProblems(
        error,
        fields.map(({ path }) => path),
      );
      setRefused(atFields);
      return others;
    },
  };
}

/** What would be right for a field, if its value is not. */
export function problemOf(
  field: Field,
  value: unknown,
  texts: Texts,
): string | undefined {
  if (value === undefined) {
    return field.required ? texts.required : undefined;
  }
  return field.check(value);
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Fields one types into to find something: half a word is no mistake yet. */
function isFound({ kind }: Field): boolean {
  return ['entity', 'asset', 'location', 'legal-entity', 'model'].includes(
    kind,
  );
}
