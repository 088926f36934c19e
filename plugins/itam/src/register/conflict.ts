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

import { AssetDetail } from '@itam/plugin-itam-common';
import { assetValue, Field, isSame } from './form';

/** A field two people have changed: its value before, theirs and ours. */
export interface Conflict {
  field: Field;
  before: unknown;
  theirs: unknown;
  yours: unknown;
}

/** What a newer version means for a form that was made on an older one. */
export interface Merge {
  /** Fields both have changed, differently. */
  conflicts: Conflict[];
  /** Fields only they have changed; they stay as they are. */
  theirs: Field[];
  /** Fields only we have changed; they can be saved as they are. */
  yours: Field[];
}

/** Lays what was typed beside what was saved meanwhile, field by field. */
export function mergeOf(options: {
  fields: readonly Field[];
  before: AssetDetail;
  now: AssetDetail;
  changed: readonly string[];
  values: Readonly<Record<string, unknown>>;
}): Merge {
  const { fields, before, now, changed, values } = options;
  const merge: Merge = { conflicts: [], theirs: [], yours: [] };
  for (const field of fields) {
    const was = assetValue(before, field.path);
    const theirs = assetValue(now, field.path);
    const yours = values[field.path];
    const isOurs = changed.includes(field.path);
    const isTheirs = !isSame(was, theirs);
    if (isOurs && isTheirs && !isSame(theirs, yours)) {
      merge.conflicts.push({ field, before: was, theirs, yours });
    } else if (isOurs && !isTheirs) {
      merge.yours.push(field);
    } else if (isTheirs) {
      merge.theirs.push(field);
    }
  }
  return merge;
}
