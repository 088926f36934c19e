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
  LifecycleStage,
  lifecycleStages,
  TransitionRecord,
} from '@itam/plugin-itam-common';

/** How long something was in a stage. */
export interface StageDuration {
  stage: LifecycleStage;
  /** Seconds in all; none for a stage it never was in. */
  seconds?: number;
  present: boolean;
}

/**
 * How long an asset was in each stage, from the transitions it made, newest
 * first, and the time since the last one.
 */
export function stageDurations(options: {
  history: ReadonlyArray<Pick<TransitionRecord, 'fromStage' | 'secondsBefore'>>;
  present: LifecycleStage;
  since: string;
  now: Date;
}): StageDuration[] {
  const { history, present, since, now } = options;
  const seconds = new Map<string, number>();
  const add = (stage: string | undefined, more: number) => {
    if (stage) {
      seconds.set(stage, (seconds.get(stage) ?? 0) + more);
    }
  };
  for (const { fromStage, secondsBefore = 0 } of history) {
    add(fromStage, secondsBefore);
  }
  add(present, Math.max(0, (now.getTime() - Date.parse(since)) / 1000));
  return lifecycleStages.map(stage => ({
    stage,
    seconds: seconds.get(stage),
    present: stage === present,
  }));
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

const steps = [
  { unit: 'year', seconds: YEAR },
  { unit: 'day', seconds: DAY },
  { unit: 'hour', seconds: HOUR },
  { unit: 'minute', seconds: MINUTE },
] as const;

/** A span in words, in its largest unit and one decimal of a year. */
export function spanText(seconds: number): string {
  const step = steps.find(at => seconds >= at.seconds) ?? steps[3];
  const amount = seconds / step.seconds;
  return new Intl.NumberFormat('en-GB', {
    style: 'unit',
    unit: step.unit,
    unitDisplay: 'long',
    maximumFractionDigits: step.unit === 'year' ? 1 : 0,
  }).format(step.unit === 'year' ? amount : Math.floor(amount));
}
