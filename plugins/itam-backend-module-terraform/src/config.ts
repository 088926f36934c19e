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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const texts = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform(value => [value].flat());

const entityRef = z
  .string()
  .regex(
    /^[^:/\s]+:[^:/\s]+\/[^/\s]+$/,
    'write a full entity reference such as component:default/payments-infra',
  );

const stackSchema = z.strictObject({
  /** Locations it is true of, as globs; of all when left out. */
  locations: texts.optional(),
  /** `{{name}}` stands for the name of the stack. */
  entityRef,
});

const configSchema = z.object({
  locations: texts,
  stack: z
    .union([stackSchema, z.array(stackSchema)])
    .transform(value => [value].flat())
    .default([]),
  maxBytes: z.number().int().positive().optional(),
  types: z
    .record(
      z.string(),
      z.strictObject({
        type: z.string().optional(),
        unit: z.enum(['asset', 'group', 'fold']).optional(),
      }),
    )
    .default({}),
});

/** The configuration of one Terraform source. */
export type TerraformSourceConfig = z.output<typeof configSchema>;

/** @throws InputError naming the field and what is wrong with it. */
export function readSourceConfig(
  id: string,
  config: Config,
): TerraformSourceConfig {
  const result = configSchema.safeParse(config.get());
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  const field = ['itam.sources.terraform', id, ...issue.path.map(String)];
  throw new InputError(`${field.join('.')}: ${issue.message}`);
}
