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

import { z } from 'zod';
import { lifecycleRoles } from './roles';
import { lifecycleStageSchema } from './stages';

const name = z.string().min(1);

/** How strictly a fact or document is wanted. */
export const factLevelSchema = z.enum(['block', 'warn', 'auto']);

/** `block` refuses without it, `warn` opens a debt, `auto` is a system snapshot. */
export type FactLevel = z.infer<typeof factLevelSchema>;

/** A fact wanted by a transition. */
export const transitionFactSchema = z.object({
  fact: name,
  level: factLevelSchema,
  /** ISO 8601 duration, or `before-<transition>`. */
  due: z.string().optional(),
  when: z.string().optional(),
});

/** A document wanted by a transition. */
export const transitionEvidenceSchema = z.object({
  doc: name,
  level: z.enum(['block', 'warn']),
  due: z.string().optional(),
  when: z.string().optional(),
});

/** A guard on a transition. */
export const transitionGuardSchema = z.object({
  guard: name,
  when: z.string().optional(),
});

/** A named move between statuses. */
export const lifecycleTransitionSchema = z.object({
  id: name,
  title: name,
  /** Statuses it leaves; none means that it brings the asset into being. */
  from: z.array(name),
  to: z.array(name).min(1),
  roles: z.array(z.enum(lifecycleRoles)).min(1),
  facts: z.array(transitionFactSchema),
  evidence: z.array(transitionEvidenceSchema),
  guards: z.array(transitionGuardSchema),
  effects: z.array(name),
});

/** A status of a lifecycle model. */
export const lifecycleStatusSchema = z.object({
  title: name,
  stage: lifecycleStageSchema,
  terminal: z.boolean(),
});

/** What an asset has to have for a status a source reports to be believed. */
export const reportedNeedSchema = z.enum(['owner', 'service', 'custodian']);

/** A lifecycle model, complete and checked. */
export const lifecycleModelSchema = z.object({
  id: name,
  /** Models never change: a change is a new version. */
  version: z.number().int().positive(),
  title: name,
  statuses: z.record(z.string(), lifecycleStatusSchema),
  transitions: z.array(lifecycleTransitionSchema),
  /** Statuses a source may report. */
  observableStatuses: z.array(name),
  /** The status a thing gets that a source reports for the first time. */
  reported: z
    .object({
      status: name,
      needs: z.array(reportedNeedSchema),
      otherwise: name.optional(),
    })
    .optional(),
});

/** A lifecycle model, complete and checked. */
export type LifecycleModel = z.infer<typeof lifecycleModelSchema>;
/** A status of a lifecycle model. */
export type LifecycleStatus = z.infer<typeof lifecycleStatusSchema>;
/** A named move between statuses. */
export type LifecycleTransition = z.infer<typeof lifecycleTransitionSchema>;
/** A fact wanted by a transition. */
export type TransitionFact = z.infer<typeof transitionFactSchema>;
/** A document wanted by a transition. */
export type TransitionEvidence = z.infer<typeof transitionEvidenceSchema>;
/** A guard on a transition. */
export type TransitionGuard = z.infer<typeof transitionGuardSchema>;
/** What an asset has to have for a reported status to be believed. */
export type ReportedNeed = z.infer<typeof reportedNeedSchema>;
