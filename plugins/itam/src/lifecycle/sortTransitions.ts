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
  lifecycleStages,
  TransitionItem,
} from '@itam/plugin-itam-common';

/** Transitions by what can be done with them now. */
export interface SortedTransitions {
  possible: TransitionItem[];
  /** Only facts or documents are missing. */
  completable: TransitionItem[];
  refused: TransitionItem[];
}

export function sortTransitions(
  items: readonly TransitionItem[],
): SortedTransitions {
  return {
    possible: items.filter(({ allowed }) => allowed),
    completable: items.filter(
      ({ allowed, completable }) => !allowed && completable,
    ),
    refused: items.filter(
      ({ allowed, completable }) => !allowed && !completable,
    ),
  };
}

/**
 * The transitions most likely wanted, at most so many: what is possible before
 * what needs something to be given, what leads on in life before what leads
 * back. What ends a life is never wanted in passing.
 */
export function likelyTransitions(
  transitions: { model: LifecycleModelItem; status: string },
  items: readonly TransitionItem[],
  most: number,
): TransitionItem[] {
  const { model, status } = transitions;
  const stageOf = (id: string) =>
    lifecycleStages.findIndex(
      stage => stage === model.statuses.find(one => one.id === id)?.stage,
    );
  const isEnd = (id: string) =>
    model.statuses.some(one => one.id === id && one.terminal);
  const { possible, completable } = sortTransitions(items);
  const candidates = [...possible, ...completable].filter(
    ({ to }) => !to.some(isEnd) && !to.includes(status),
  );
  const leadsOn = ({ to }: TransitionItem) =>
    to.some(id => stageOf(id) >= stageOf(status));
  return [
    ...candidates.filter(leadsOn),
    ...candidates.filter(item => !leadsOn(item)),
  ].slice(0, most);
}
