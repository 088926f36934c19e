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

/** Kinds of database a measure is taken on. */
export const databaseKinds = ['postgres', 'sqlite'] as const;

/** @see databaseKinds */
export type DatabaseKind = (typeof databaseKinds)[number];

/** What the bench is asked for. */
export interface BenchArguments {
  measures: string[];
  databases: DatabaseKind[];
  /** Share of the size a measure is defined with; 1 unless for a quick look. */
  scale: number;
}

/**
 * Reads `p1 p3 --database sqlite --scale 0.1`.
 *
 * @param known - the measures there are
 * @param usual - those that are taken when none is named
 */
export function parseArguments(
  argv: string[],
  known: string[],
  usual: string[],
): BenchArguments {
  const measures: string[] = [];
  const databases: DatabaseKind[] = [];
  let scale = 1;
  for (let index = 0; index < argv.length; index++) {
    const [name, inline] = argv[index].split('=', 2);
    const value = () => inline ?? argv[++index] ?? '';
    if (name === '--database') {
      databases.push(databaseKind(value()));
    } else if (name === '--scale') {
      scale = share(value());
    } else {
      measures.push(measure(name, known));
    }
  }
  return {
    measures: measures.length > 0 ? measures : usual,
    databases: databases.length > 0 ? databases : [...databaseKinds],
    scale,
  };
}

function measure(text: string, known: string[]): string {
  const name = text.toLowerCase();
  if (!known.includes(name)) {
    throw new InputError(
      `There is no measure '${text}'. Measures: ${known.join(', ')}.`,
    );
  }
  return name;
}

function databaseKind(text: string): DatabaseKind {
  const kind = databaseKinds.find(known => known === text);
  if (!kind) {
    throw new InputError(
      `--database takes ${databaseKinds.join(' or ')}, not '${text}'`,
    );
  }
  return kind;
}

function share(text: string): number {
  const scale = Number(text);
  if (!(scale > 0 && scale <= 10)) {
    throw new InputError(`--scale takes a number above 0, not '${text}'`);
  }
  return scale;
}
