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

import type { RelatedEntity } from '@itam/plugin-itam-common';
import type { EntityIndex, IndexedEntity } from '../catalog/EntityIndex';

/** What is asked of the catalog. */
export type KnownEntities = Pick<EntityIndex, 'find' | 'digest'>;

/** Entities as far as the catalog knows them; what it lost is still named. */
export async function describeEntities(
  entities: KnownEntities,
  refs: string[],
): Promise<Map<string, RelatedEntity>> {
  const found = await entities.find(refs);
  return new Map(refs.map(ref => [ref, entityOf(ref, found.get(ref))]));
}

function entityOf(ref: string, found?: IndexedEntity): RelatedEntity {
  return {
    ref,
    kind: ref.split(':')[0],
    title: found?.title,
    owner: found?.owner,
    system: found?.system,
    domain: found?.domain,
    present: found !== undefined,
  };
}
