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

import { ReasonKind, TransitionReason } from './reasons';
import { LifecycleRole } from './roles';
import { LifecycleModel } from './schema';
import { LifecycleVocabulary } from './vocabulary';

/** What a guard found. */
export interface GuardAnswer {
  holds: boolean;
  /** Replaces the general message of the guard by what is wrong here. */
  message?: string;
  /** Replaces the general way out. */
  wayOut?: string;
}

/** What the engine needs to know to say what can happen next. */
export interface TransitionQuery {
  model: LifecycleModel;
  /** Status now; leave out for something that does not exist yet. */
  status?: string;
  /** Lifecycle roles of the actor towards this asset; not checked if left out. */
  roles?: readonly LifecycleRole[];
  /** Facts given with the step or already on the record. */
  facts?: Readonly<Record<string, unknown>>;
  /** Kinds of evidence attached or already on the record. */
  evidence?: readonly string[];
  /** Flags of the asset and the condition words that hold. */
  flags?: readonly string[];
  /**
   * Answers of the guards. Once given, a guard without an answer refuses; left
   * out, guards are listed as `unanswered` and a writer has to ask them first.
   */
  guardAnswers?: Readonly<Record<string, GuardAnswer>>;
  /** The instant due dates are counted from. */
  now: Date;
  vocabulary?: LifecycleVocabulary;
}

/** Something that does not stop the transition but has to follow. */
export interface TransitionWarning {
  kind: ReasonKind;
  id: string;
  message: string;
  wayOut: string;
  /** Day it has to follow by, `YYYY-MM-DD`. */
  due?: string;
  /** Transition it has to be closed before. */
  before?: string;
}

/** A fact the transition asks for here and now, its conditions considered. */
export interface WantedFact {
  fact: string;
  level: 'block' | 'warn' | 'auto';
  known: boolean;
}

/** A document the transition asks for here and now. */
export interface WantedEvidence {
  doc: string;
  level: 'block' | 'warn';
  known: boolean;
}

/** A transition that leaves the status, and whether it can be made now. */
export interface PossibleTransition {
  id: string;
  title: string;
  to: string[];
  allowed: boolean;
  /** Why not, each with a way out; empty when allowed. */
  reasons: TransitionReason[];
  warnings: TransitionWarning[];
  /** What a form for the transition has to ask for. */
  facts: WantedFact[];
  evidence: WantedEvidence[];
  /** Guards nobody has answered. */
  unanswered: string[];
  effects: string[];
}
