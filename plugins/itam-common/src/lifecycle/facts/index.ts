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

import { acquireFacts } from './acquire';
import { endFacts } from './end';
import { factMembers } from './members';
import { planFacts } from './plan';
import { FactDefinition } from './types';
import { useFacts } from './use';

export * from './types';

/** The facts of the built-in lifecycle models. */
export const facts: Record<string, FactDefinition> = Object.fromEntries(
  Object.entries({
    ...planFacts,
    ...acquireFacts,
    ...useFacts,
    ...endFacts,
  }).map(([fact, definition]) => [
    fact,
    Object.hasOwn(factMembers, fact)
      ? { ...definition, members: factMembers[fact] }
      : definition,
  ]),
);
