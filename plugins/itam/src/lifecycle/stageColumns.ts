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
  LifecycleModelItem,
  LifecycleStage,
  lifecycleStages,
} from '@itam/plugin-itam-common';

/** One status as the picture shows it. */
export interface PicturedStatus {
  id: string;
  title: string;
  /** `now`: the present one; `next`: a possible move leads there. */
  mark?: 'now' | 'next';
}

/** A stage with its statuses. */
export interface StageColumn {
  stage: LifecycleStage;
  present: boolean;
  statuses: PicturedStatus[];
}

/**
 * Lays the statuses of a model out by stage, in the order of a life. Stages the
 * model does not use are left out.
 */
export function stageColumns(
  model: LifecycleModelItem,
  status: string,
  possible: readonly string[],
): StageColumn[] {
  const markOf = (id: string) => {
    if (id === status) return 'now';
    return possible.includes(id) ? 'next' : undefined;
  };
  return lifecycleStages
    .map(stage => {
      const statuses = model.statuses
        .filter(candidate => candidate.stage === stage)
        .map(({ id, title }) => ({ id, title, mark: markOf(id) } as const));
      return {
        stage,
        present: statuses.some(({ mark }) => mark === 'now'),
        statuses,
      };
    })
    .filter(column => column.statuses.length > 0);
}
