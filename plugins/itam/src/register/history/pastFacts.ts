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

import { AssetAsOf, AssetDetail } from '@itam/plugin-itam-common';
import { valueText, words } from '../../shared';
import { historyMessages } from './messages';

/** A fact of an asset as it was, and what it is now if that differs. */
export interface PastFact {
  id: string;
  label: string;
  text: string;
  /** Null: it is empty now. */
  now?: string | null;
}

/** Facts that belong together. */
export interface PastGroup {
  id: keyof typeof historyMessages.past.group;
  facts: PastFact[];
}

interface Words {
  yes: string;
  no: string;
}

/** The facts of a day by group, each compared with the present. */
export function pastFacts(
  past: AssetAsOf,
  asset: AssetDetail,
  texts: Words,
): PastGroup[] {
  const fact = (
    id: string,
    value: unknown,
    present: unknown,
    label: string = words(id),
  ): PastFact[] => {
    const text = textOf(value, texts);
    const now = textOf(present, texts);
    return text === undefined
      ? []
      : [{ id, label, text, ...(now !== text && { now: now ?? null }) }];
  };
  const each = (
    values: Record<string, unknown>,
    present: (name: string, value: unknown) => unknown,
    label: (name: string) => string = words,
  ) =>
    Object.entries(values).flatMap(([name, value]) =>
      fact(name, value, present(name, value), label(name)),
    );
  const groups: PastGroup[] = [
    {
      id: 'facts',
      facts: each(past.facts, name => presentOf(asset, name)),
    },
    {
      id: 'attributes',
      facts: each(past.attributes, name => asset.attributes[name]),
    },
    {
      id: 'labels',
      facts: each(
        past.labels,
        name => asset.labels[name],
        name => name,
      ),
    },
    {
      id: 'keys',
      facts: past.keys.flatMap(key => {
        const [type, ...value] = key.split('|');
        return fact(key, value.join('|'), value.join('|'), words(type));
      }),
    },
    {
      id: 'relations',
      facts: past.relations.flatMap(line => {
        const [kind, target] = line.split(' ');
        return fact(line, target, target, words(kind));
      }),
    },
    {
      id: 'beside',
      facts: each(past.beside, (_, value) => value),
    },
  ];
  return groups.filter(({ facts }) => facts.length > 0);
}

function presentOf(asset: AssetDetail, field: string): unknown {
  return Reflect.get(asset, field === 'verifiedAt' ? 'lastVerifiedAt' : field);
}

/** Of a value with parts, such as key dates, each part. */
function textOf(value: unknown, texts: Words): string | undefined {
  const isPlain =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('amount' in value);
  if (!isPlain) {
    return valueText(value, texts);
  }
  const parts = Object.entries(value).map(
    ([name, part]) => `${words(name)}: ${valueText(part, texts)}`,
  );
  return parts.sort().join(', ') || undefined;
}
