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

export * from './assetFacts';
export { initialStatuses } from './checkLifecycleModel';
export * from './conditions';
export {
  type LifecycleModelDefinition,
  lifecycleModelDefinitionSchema,
} from './definition';
export { effects as lifecycleEffects } from './effects';
export * from './engine';
export {
  evidence as lifecycleEvidence,
  type EvidenceDefinition,
} from './evidence';
export {
  facts as lifecycleFacts,
  type FactDefinition,
  type FactMember,
  type FactPlace,
  type FactType,
} from './facts';
export * from './factValues';
export * from './given';
export { guards as lifecycleGuards, type GuardDefinition } from './guards';
export * from './LifecycleLibrary';
export { builtInLifecycleModels } from './models';
export * from './query';
export { type ReasonKind, type TransitionReason } from './reasons';
export {
  type LifecycleRole,
  lifecycleRoles,
  type RoleDefinition,
  roles as lifecycleRoleDefinitions,
} from './roles';
export * from './routes';
export * from './schema';
export * from './simulate';
export * from './stages';
export * from './status';
export * from './vocabulary';
export {
  type Circumstances,
  type Condition as LifecycleCondition,
  conditionHolds,
  parseCondition,
} from './when';
