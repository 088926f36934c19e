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
import { relationTypeSchema } from '../relations';
import { assetCategories } from '../assetTypes';
import { lifecycleStages } from '../lifecycle';

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item)]);

/**
 * A rule of `itam.catalog.publish`: assets that match all its conditions
 * become catalog entities. An asset is published if any rule matches.
 *
 * @public
 */
export const publishRuleSchema = z
  .object({
    category: oneOrMore(z.enum(assetCategories)),
    type: oneOrMore(z.string()),
    stage: oneOrMore(z.enum(lifecycleStages)),
    /** Has at least one relation of this kind. */
    relation: oneOrMore(relationTypeSchema),
  })
  .partial()
  .strict();

/** @public */
export type PublishRule = z.infer<typeof publishRuleSchema>;

/**
 * The rules of a portal that names none: what is in use and an engineer meets,
 * cloud resources as soon as they run, claimed or not (an unclaimed one costs
 * money too, and would otherwise be nobody's to find), and hardware that serves
 * something of the catalog. Laptops and disposed things stay in the register.
 *
 * @public
 */
export const defaultPublishRules: PublishRule[] = [
  {
    stage: ['assign', 'use', 'decommission'],
    category: ['software', 'licence', 'cloud', 'data', 'network'],
  },
  {
    stage: ['assign', 'use', 'decommission'],
    category: 'hardware',
    relation: 'supports',
  },
  { stage: 'acquire', category: 'cloud' },
];
