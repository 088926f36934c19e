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

/** What an entry changed, field by field. */
export function historyLines(
  changes: AssetHistoryEntry['changes'],
  texts: { yes: string; no: string; label(name: string): string },
): HistoryLine[] {
  return Object.entries(changes).map(([field, { from, to }]) => ({
    id: field,
    field: field.startsWith('labels.')
      ? texts.label(field.slice('labels.'.length))
      : words(field.replace(/^attributes\./, '')),
    from: valueText(from, texts),
    to: valueText(to, texts),
  }));
}
