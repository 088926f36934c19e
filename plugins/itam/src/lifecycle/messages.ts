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

export const lifecycleMessages = {
  title: 'Lifecycle',
  model: 'Model: {{title}}, version {{version}}',
  now: 'Now',
  present: 'Present status: {{status}}, in the stage {{stage}}',
  reachable: 'Possible next',
  stage: {
    plan: 'Plan',
    acquire: 'Acquire',
    assign: 'Assign',
    use: 'Use',
    decommission: 'Decommission',
    dispose: 'Dispose',
  },
  stageOf: 'Stage: {{stage}}',
  transitions: {
    title: 'Moves from here',
    none: 'Nothing leads on from this status.',
    to: 'to {{status}}',
    possible: 'Possible now',
    notPossible: 'Not possible now',
    wayOut: 'What to do: {{wayOut}}',
  },
  diagram: {
    title: 'All statuses and transitions of this model',
    label: 'Diagram of the lifecycle model {{model}}',
  },
} as const;
