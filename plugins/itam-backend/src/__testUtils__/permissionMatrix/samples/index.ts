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

import { custodySamples } from './custody';
import { lifecycleSamples } from './lifecycle';
import { otherSamples } from './others';
import { recordSamples } from './records';
import { registerSamples } from './register';
import type { Sample } from './sample';

export type { Answer, Sample, SampleGround } from './sample';

/** One way to ask each route, by its operation. */
export const samples: Record<string, Sample> = {
  ...registerSamples,
  ...lifecycleSamples,
  ...custodySamples,
  ...recordSamples,
  ...otherSamples,
};
