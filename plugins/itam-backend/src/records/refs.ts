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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityIndex } from '../catalog/EntityIndex';
import type { RecordProblem } from './RecordRules';

/** What is asked of the catalog to check refs. */
export type KnownEntities = Pick<EntityIndex, 'find' | 'digest'>;

/** A ref somebody gave, and where. */
export interface GivenRef {
  path: string;
  ref: string;
}

const kinds = ['user', 'group'];

/**
 * Refs of people and teams in full, by the path they were given at, and what
 * is wrong with the others. The catalog is asked once it was read.
 */
export async function readPeople(
  given: GivenRef[],
  entities: KnownEntities | undefined,
): Promise<{ full: Map<string, string>; problems: RecordProblem[] }> {
  const full = new Map<string, string>();
  const problems: RecordProblem[] = [];
  for (const { path, ref } of given) {
    const parsed = inFull(ref);
    if (parsed && kinds.includes(parsed.split(':')[0])) {
      full.set(path, parsed);
    } else {
      problems.push({
        path,
        reason: `'${ref}' is no ref of a user or group; write for example group:default/facilities`,
      });
    }
  }
  if (full.size > 0 && entities && (await entities.digest()) !== '') {
    const known = await entities.find([...new Set(full.values())]);
    for (const [path, ref] of full) {
      if (!known.get(ref)?.present) {
        problems.push({
          path,
          reason: `the catalog has no ${ref}; register it there first`,
        });
      }
    }
  }
  return { full, problems };
}

function inFull(ref: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    return undefined;
  }
}
