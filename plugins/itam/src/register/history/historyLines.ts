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
import { valueText, words } from '../../shared';

/** One changed field of a history entry, as text. */
export interface HistoryLine {
  id: string;
  field: string;
  from?: string;
  to?: string;
  /** The reader may know that it changed, but not from what to what. */
  hidden?: boolean;
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

type Change = AssetHistoryEntry['changes'][string];

/** What an entry changed, field by field. */
export function historyLines(
  changes: AssetHistoryEntry['changes'],
  texts: HistoryTexts,
): HistoryLine[] {
  return Object.entries(changes).flatMap(([id, change]) =>
    linesOf(id, change, texts),
  );
}

function linesOf(
  id: string,
  { from, to }: Change,
  texts: HistoryTexts,
): HistoryLine[] {
  const [prefix, field] = splitPrefix(id);
  const name = prefix === 'labels' ? texts.label(field) : words(field);
  const claim = claimOf(to) ?? claimOf(from);
  if (prefix === 'observed' && claim) {
    return [
      {
        id,
        field: texts.claimed(name, claim.by),
        from: valueText(claimOf(from)?.value, texts),
        to: valueText(claimOf(to)?.value, texts),
      },
    ];
  }
  if (isRecord(from) || isRecord(to)) {
    return memberLines({ id, name, from, to }, texts);
  }
  return [
    {
      id,
      field: prefix === 'locked' ? texts.locked(name) : name,
      from: valueText(from, texts),
      to: valueText(to, texts),
      ...(from === undefined && to === undefined && { hidden: true }),
    },
  ];
}

/** Of a value with parts, such as key dates, the parts that differ. */
function memberLines(
  whole: { id: string; name: string; from: unknown; to: unknown },
  texts: HistoryTexts,
): HistoryLine[] {
  const from = isRecord(whole.from) ? whole.from : {};
  const to = isRecord(whole.to) ? whole.to : {};
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .map(member => ({
      id: `${whole.id}.${member}`,
      field: `${whole.name}, ${words(member).toLocaleLowerCase('en-GB')}`,
      from: valueText(from[member], texts),
      to: valueText(to[member], texts),
    }))
    .filter(line => line.from !== line.to);
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

/** An amount of money has parts, but is one value. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('amount' in value && 'currency' in value)
  );
}
