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

import { availableParallelism } from 'node:os';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { focusVersions } from './standard/versions';

const MOST_THREADS_UNASKED = 4;

const texts = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform(value => [value].flat());

const configSchema = z.object({
  locations: texts,
  version: z
    .enum(focusVersions, {
      error: `write one of ${focusVersions.join(', ')}, in quotes`,
    })
    .optional(),
  billingPeriods: z
    .enum(['one', 'several'], { error: 'write one or several' })
    .default('several'),
  maxBytes: z
    .number()
    .int()
    .positive()
    .default(16 * 1024 ** 3),
  memoryLimit: z
    .string()
    .regex(/^\d+ ?[KMG]i?B$/i, 'write a size such as 512MB or 2GB')
    .default('512MB'),
  threads: z
    .number()
    .int()
    .min(1)
    .max(64)
    .default(() => Math.min(availableParallelism(), MOST_THREADS_UNASKED)),
});

/** The configuration of one source of cost exports. */
export type FocusSourceConfig = z.output<typeof configSchema>;

/** @throws InputError naming the field and what is wrong with it. */
export function readSourceConfig(
  id: string,
  config: Config,
): FocusSourceConfig {
  const result = configSchema.safeParse(config.get());
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  const field = ['itam.sources.focus', id, ...issue.path.map(String)];
  throw new InputError(`${field.join('.')}: ${issue.message}`);
}
