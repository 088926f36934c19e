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

import {
  type Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  type CatalogProcessor,
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { checkAssetKind } from './checkEntity';

/** A relation a field of the spec stands for, with its counterpart. */
interface SpecRelation {
  field: string;
  outgoing: string;
  incoming: string;
  defaultKind?: string;
}

const specRelations: SpecRelation[] = [
  {
    field: 'owner',
    outgoing: RELATION_OWNED_BY,
    incoming: RELATION_OWNER_OF,
    defaultKind: 'Group',
  },
  {
    field: 'system',
    outgoing: RELATION_PART_OF,
    incoming: RELATION_HAS_PART,
    defaultKind: 'System',
  },
  {
    field: 'partOf',
    outgoing: RELATION_PART_OF,
    incoming: RELATION_HAS_PART,
  },
  {
    field: 'dependsOn',
    outgoing: RELATION_DEPENDS_ON,
    incoming: RELATION_DEPENDENCY_OF,
  },
  {
    field: 'dependencyOf',
    outgoing: RELATION_DEPENDENCY_OF,
    incoming: RELATION_DEPENDS_ON,
  },
];

/**
 * Lets the catalog know the kinds `Asset` and `Licence`: validates them and
 * emits their relations. Entities of every other kind pass untouched.
 *
 * @public
 */
export class AssetKindsProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'AssetKindsProcessor';
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    return checkAssetKind(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (checkAssetKind(entity)) {
      emitRelations(entity, emit);
    }
    return entity;
  }
}

function emitRelations(entity: Entity, emit: CatalogProcessorEmit): void {
  const self = getCompoundEntityRef(entity);
  for (const { field, outgoing, incoming, defaultKind } of specRelations) {
    for (const ref of [entity.spec?.[field] ?? []].flat()) {
      const other = parseEntityRef(String(ref), {
        defaultKind,
        defaultNamespace: self.namespace,
      });
      emit(
        processingResult.relation({
          source: self,
          type: outgoing,
          target: other,
        }),
      );
      emit(
        processingResult.relation({
          source: other,
          type: incoming,
          target: self,
        }),
      );
    }
  }
}
