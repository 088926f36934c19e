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

import { fork } from 'node:child_process';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { OptionsOf, Outcome, StepName } from './steps';

/**
 * How much memory Node may take, as docs/operating.md advises: without a limit
 * it keeps garbage as long as the machine has room, and young garbage that
 * does not fit its nursery is copied on and on.
 */
export const nodeOptions = [
  '--max-old-space-size=640',
  '--max-semi-space-size=48',
];

/** Runs a step in a process of its own, so that its memory is its own. */
export async function runStep<S extends StepName>(
  name: S,
  options: OptionsOf<S>,
): Promise<Outcome<S>> {
  const child = fork(
    resolvePackagePath('bench', 'src/stepProcess.ts'),
    [name, JSON.stringify(options)],
    // what the step logs is no result
    {
      stdio: ['ignore', 2, 2, 'ipc'],
      execArgv: [...process.execArgv, ...nodeOptions],
    },
  );
  return new Promise((resolve, reject) => {
    // backends talk this way too; `outcome` is what stepProcess.ts sends
    child.on('message', (message: { outcome?: Outcome<S> }) => {
      if (message.outcome) {
        resolve(message.outcome);
      }
    });
    child.once('error', reject);
    child.once('exit', code =>
      reject(new Error(`the step ${name} ended with code ${code}`)),
    );
  });
}
