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

const textMatch = z.union([z.string(), z.array(z.string())]);

/**
 * A rule that tells from what a source observed who owns a thing and which
 * entities it supports. `tag` names the provider tags to look at, in order and
 * without regard to case. In `then`, `{{value}}` stands for what the first tag
 * found holds (cut into several values for `supports`), `{{stack}}` for the
 * entity of the stack that provisioned the thing, `{{stackOwner}}` for that
 * entity's owner. A rule with a placeholder nothing stands behind does not
 * match.
 *
 * @public
 */
export const ownershipRuleSchema = z
  .object({
    match: z
      .object({
        source: textMatch,
        category: textMatch,
        type: textMatch,
        provider: textMatch,
        account: textMatch,
        environment: textMatch,
        /** Tag name, or names, that must be there. */
        tag: textMatch,
        /** Values the tag may have; all when left out. */
        value: textMatch,
        /** The entity ref of the stack the thing was provisioned by. */
        stack: textMatch,
      })
      .partial()
      .strict()
      .refine(
        match => match.value === undefined || match.tag !== undefined,
        'value needs a tag to be the value of: name the tag',
      ),
    then: z
      .object({
        owner: z.string().min(1),
        supports: z.union([z.string().min(1), z.array(z.string().min(1))]),
        environment: z.string().min(1),
      })
      .partial()
      .strict()
      .refine(
        then => Object.keys(then).length > 0,
        'says nothing: give owner, supports or environment',
      ),
  })
  .strict()
  .refine(
    rule =>
      rule.match.tag !== undefined ||
      !JSON.stringify(rule.then).includes('{{value}}'),
    '{{value}} is the value of a tag: name the tag in match',
  );

/** @public */
export type OwnershipRule = z.infer<typeof ownershipRuleSchema>;
