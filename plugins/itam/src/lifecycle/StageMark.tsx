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

import { LifecycleStage, lifecycleStages } from '@itam/plugin-itam-common';

/** A disc that fills up as life goes on; tells stages apart without colour. */
export const StageMark = (props: { stage: LifecycleStage }) => {
  const share =
    (lifecycleStages.indexOf(props.stage) + 1) / lifecycleStages.length;
  const circumference = 2 * Math.PI * 2.5;
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" />
      <circle
        cx="6"
        cy="6"
        r="2.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="5"
        strokeDasharray={`${share * circumference} ${circumference}`}
        transform="rotate(-90 6 6)"
      />
    </svg>
  );
};
