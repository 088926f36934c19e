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

import type { AssetCategory } from '../assetTypes';
import { v5 as uuid } from 'uuid';

/** Longest name an entity can have. */
const MAX_NAME_LENGTH = 63;

/** Makes the hash of a tag differ from the hash of other texts. */
const TAG_NAMESPACE = '5d2f7f0e-6b0c-4f4e-9f5b-5f0a2c1b7d11';

/** The kinds of entity an asset can become. @public */
export type AssetEntityKind = 'Asset' | 'Licence' | 'Resource';

/** The kinds of entity an asset can become. @public */
export const assetEntityKinds: AssetEntityKind[] = [
  'Asset',
  'Licence',
  'Resource',
];

/** The kind of entity an asset of a category becomes. @public */
export function entityKindOf(category: AssetCategory): AssetEntityKind {
  switch (category) {
    case 'cloud':
      return 'Resource';
    case 'licence':
      return 'Licence';
    default:
      return 'Asset';
  }
}

/**
 * The name of an entity, from the tag of its asset: the same for every reading.
 * A tag that is no valid name is made one, and a hash keeps it apart from tags
 * that would read the same.
 *
 * @public
 */
export function entityNameOf(tag: string): string {
  const lower = tag.toLowerCase();
  const name = trimmed(lower.replace(/[^a-z0-9_.-]+/g, '-'));
  if (name === lower && name.length <= MAX_NAME_LENGTH) {
    return name;
  }
  const hash = uuid(tag, TAG_NAMESPACE).slice(0, 8);
  const room = MAX_NAME_LENGTH - hash.length - 1;
  return `${trimmed(name.slice(0, room)) || 'asset'}-${hash}`;
}

/** The ref of the entity an asset becomes. @public */
export function entityRefOf(asset: {
  category: AssetCategory;
  tag: string;
}): string {
  return `${entityKindOf(asset.category).toLowerCase()}:default/${entityNameOf(
    asset.tag,
  )}`;
}

function trimmed(name: string): string {
  return name.replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}
