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

import { AssetHistoryEntry } from '@itam/plugin-itam-common';
import { valueText, words } from '../shared';

/** One changed field of a history entry, as text. */
export interface HistoryLine {
  id: string;
  field: string;
  from?: string;
  to?: string;
}

/** The words around the fields of a history entry. */
export interface HistoryTexts {
  yes: string;
  no: string;
  label(name: string): string;
  /** A person keeps the field against the sources. */
  locked(name: string): string;
  /** What a source says of the field, when the register does not take it. */
  claimed(name: string, sourceId: string): string;
}

/** What an entry changed, field by field. */
export function historyLines(
  changes: AssetHistoryEntry['changes'],
  texts: HistoryTexts,
): HistoryLine[] {
  return Object.entries(changes).map(([id, { from, to }]) => {
    const [prefix, field] = splitPrefix(id);
    const name = prefix === 'labels' ? texts.label(field) : words(field);
    const claim = claimOf(to) ?? claimOf(from);
    if (prefix === 'observed' && claim) {
      return {
        id,
        field: texts.claimed(name, claim.by),
        from: valueText(claimOf(from)?.value, texts),
        to: valueText(claimOf(to)?.value, texts),
      };
    }
    return {
      id,
      field: prefix === 'locked' ? texts.locked(name) : name,
      from: valueText(from, texts),
      to: valueText(to, texts),
    };
  });
}

function splitPrefix(id: string): [string | undefined, string] {
  const [, prefix, rest] = id.match(/^(labels|observed|locked)\.(.*)$/) ?? [];
  return [prefix, (rest ?? id).replace(/^attributes\./, '')];
}

function claimOf(value: unknown): { value: unknown; by: string } | undefined {
  return typeof value === 'object' &&
    value !== null &&
    'by' in value &&
    typeof value.by === 'string'
    ? { value: 'value' in value ? value.value : undefined, by: value.by }
    : undefined;
}
