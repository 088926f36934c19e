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

import { assetFlags, conditionWords } from './conditions';
import { effects } from './effects';
import { evidence, EvidenceDefinition } from './evidence';
import { FactDefinition, facts } from './facts';
import { GuardDefinition, guards } from './guards';

/** Everything a lifecycle model may refer to by name. */
export interface LifecycleVocabulary {
  facts: Readonly<Record<string, FactDefinition>>;
  evidence: Readonly<Record<string, EvidenceDefinition>>;
  guards: Readonly<Record<string, GuardDefinition>>;
  effects: Readonly<Record<string, string>>;
  /** Yes-or-no words for `when` conditions. */
  conditions: Readonly<Record<string, string>>;
}

/** The names the built-in models use. */
export const builtInVocabulary: LifecycleVocabulary = {
  facts,
  evidence,
  guards,
  effects,
  conditions: { ...conditionWords, ...assetFlags },
};

/**
 * The built-in vocabulary with names added by a module. An added name that is
 * built in replaces its description.
 */
export function extendVocabulary(
  additions: Partial<LifecycleVocabulary>,
): LifecycleVocabulary {
  return {
    facts: { ...builtInVocabulary.facts, ...additions.facts },
    evidence: { ...builtInVocabulary.evidence, ...additions.evidence },
    guards: { ...builtInVocabulary.guards, ...additions.guards },
    effects: { ...builtInVocabulary.effects, ...additions.effects },
    conditions: { ...builtInVocabulary.conditions, ...additions.conditions },
  };
}
