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

import type { ImpactStep } from '@itam/plugin-itam-common';
import type { Reached } from './walk';

/** The steps by which something was reached, the first one first. */
export function pathTo(
  id: string,
  walked: {
    reached: Map<string, Reached>;
    titleOf: (entityRef: string) => string | undefined;
  },
): ImpactStep[] {
  const steps: ImpactStep[] = [];
  for (let at = walked.reached.get(id); at?.by; ) {
    const { asset, by } = at;
    steps.unshift({
      type: by.type,
      direction: by.direction,
      id: at.id,
      title: asset?.name ?? walked.titleOf(at.id) ?? nameIn(at.id),
      tag: asset?.tag,
    });
    at = walked.reached.get(by.from);
  }
  return steps;
}

/** The name in an entity ref. */
function nameIn(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
