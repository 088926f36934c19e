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
  AssetTypeItem,
  LifecycleModelItem,
  LifecycleStage,
  lifecycleStageSchema,
  SourceItem,
} from '@itam/plugin-itam-common';
import { words } from '../shared';

/** What the register is described with, as far as the reader may see it. */
export interface Described {
  types?: AssetTypeItem[];
  models?: LifecycleModelItem[];
  sources?: Array<Pick<SourceItem, 'id' | 'title'>>;
}

/** How things are called; the identifier in words for what is not known. */
export interface Names {
  type(id: string): AssetTypeItem | undefined;
  typeTitle(id: string): string;
  /** Title and stage of a status of assets of a type. */
  status(type: string, id: string): { title: string; stage?: LifecycleStage };
  /** The title of a source; its identifier if it is not known. */
  sourceTitle(id: string): string;
}

export function namesOf({ types, models, sources }: Described): Names {
  const typesById = new Map(types?.map(type => [type.id, type]));
  const modelsById = new Map(models?.map(model => [model.id, model]));
  const sourcesById = new Map(sources?.map(source => [source.id, source]));
  return {
    type: id => typesById.get(id),
    typeTitle: id => typesById.get(id)?.title ?? words(id),
    status: (type, id) => {
      const model = modelsById.get(typesById.get(type)?.lifecycleModel ?? '');
      const status = model?.statuses.find(candidate => candidate.id === id);
      const stage = lifecycleStageSchema.safeParse(status?.stage);
      return { title: status?.title ?? words(id), stage: stage.data };
    },
    sourceTitle: id => sourcesById.get(id)?.title ?? id,
  };
}
