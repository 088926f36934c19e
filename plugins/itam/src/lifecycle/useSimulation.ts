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

import { useApi } from '@backstage/core-plugin-api';
import { itamRoutes } from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { useRead } from '../shared';
import { assumedFacts, TriedStepEntry } from './triedPath';

/** One lifecycle model in full. */
export function useLifecycleModel(id: string) {
  const api = useApi(itamApiRef);
  return useRead(['lifecycle-model', id], signal =>
    api.call(itamRoutes.getLifecycleModel, { params: { id }, signal }),
  );
}

/** What would become of a path, tried on a copy. */
export function useSimulation(options: {
  modelId: string;
  from: string | undefined;
  steps: TriedStepEntry[];
  onHold: boolean;
}) {
  const api = useApi(itamApiRef);
  const { modelId, from, steps, onHold } = options;
  return useRead([modelId, from, steps, onHold], async signal => {
    if (steps.length === 0) {
      return [];
    }
    const today = new Date().toISOString().slice(0, 10);
    const { steps: tried } = await api.call(itamRoutes.simulateLifecycle, {
      params: { id: modelId },
      body: {
        from,
        ...(onHold && { flags: ['legal-hold'] }),
        path: steps.map(step => ({
          transition: step.transition,
          to: step.to,
          facts: assumedFacts(step.facts, today),
          evidence: step.evidence,
        })),
      },
      signal,
    });
    return tried;
  });
}

/** What would become of one step of a path. */
export type TriedResult = NonNullable<
  ReturnType<typeof useSimulation>['value']
>[number];
