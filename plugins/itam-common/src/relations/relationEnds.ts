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

import type { RelationEnd, RelationRule } from './relationRule';

/** What an end of a relation looks at. */
export interface EndAsset {
  category: string;
  type: string;
}

/** Whether an asset may stand at an end. @public */
export function mayStandAt(end: RelationEnd, asset: EndAsset): boolean {
  const { categories = [], types = [] } = end;
  return (
    (categories.length === 0 && types.length === 0) ||
    categories.some(category => category === asset.category) ||
    types.includes(asset.type)
  );
}

/** Which assets may stand at an end, in words. @public */
export function endWords(end: RelationEnd): string {
  const { categories = [], types = [] } = end;
  const parts = [
    ...(categories.length > 0 ? [`category ${oneOf(categories)}`] : []),
    ...(types.length > 0 ? [`type ${oneOf(types)}`] : []),
  ];
  return parts.length > 0 ? `assets of ${parts.join(', or ')}` : 'any asset';
}

/** What a relation may lead to, in words. @public */
export function targetWords({ to, toEntities }: RelationRule): string {
  return [
    ...(to ? [endWords(to)] : []),
    ...(toEntities.length > 0
      ? [`catalog entities of kind ${oneOf(toEntities)}`]
      : []),
  ].join(', or ');
}

/** `a, b or c`. @public */
export function oneOf(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}
