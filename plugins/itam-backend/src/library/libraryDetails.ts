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
  AssetType,
  AssetTypeDetail,
  keyDateKinds,
  LifecycleLibrary,
  LifecycleModel,
  lifecycleRoleDefinitions,
  LifecycleTransition,
  LifecycleVocabulary,
  TransitionDetail,
} from '@itam/plugin-itam-common';

/** An asset type in full, with the names of what it refers to. */
export function typeDetail(
  type: AssetType,
  models: LifecycleLibrary,
  assets: number,
): AssetTypeDetail {
  const { id, title, version } = models.get(type.lifecycleModel);
  return {
    id: type.id,
    title: type.title,
    category: type.category,
    unit: type.unit,
    lifecycleModel: { id, title, version },
    attributes: type.attributes,
    metricInputs: type.metricInputs,
    keyDates: type.keyDates.map(kind => ({ id: kind, ...keyDateKinds[kind] })),
    depreciation: type.depreciation,
    verify: type.verify,
    keys: type.keys,
    assets,
  };
}

/** The statuses of a model, with the number of assets in each. */
export function statusDetails(
  model: LifecycleModel,
  assetsIn: Map<string, number>,
) {
  return Object.entries(model.statuses).map(([id, status]) => ({
    id,
    ...status,
    assets: assetsIn.get(id) ?? 0,
  }));
}

/** A transition with all it asks for, in words. */
export function transitionDetail(
  transition: LifecycleTransition,
  vocabulary: LifecycleVocabulary,
): TransitionDetail {
  return {
    id: transition.id,
    title: transition.title,
    from: transition.from,
    to: transition.to,
    roles: transition.roles.map(id => ({
      id,
      title: lifecycleRoleDefinitions[id].title,
    })),
    facts: transition.facts.map(({ fact, ...asked }) => ({
      id: fact,
      title: vocabulary.facts[fact].title,
      what: vocabulary.facts[fact].what,
      ...asked,
    })),
    evidence: transition.evidence.map(({ doc, ...asked }) => ({
      id: doc,
      title: vocabulary.evidence[doc].title,
      ...asked,
    })),
    guards: transition.guards.map(({ guard, when }) => ({
      id: guard,
      holds: vocabulary.guards[guard].holds,
      wayOut: vocabulary.guards[guard].wayOut,
      soft: vocabulary.guards[guard].soft ?? false,
      when,
    })),
    effects: transition.effects.map(id => ({
      id,
      does: vocabulary.effects[id],
    })),
  };
}
