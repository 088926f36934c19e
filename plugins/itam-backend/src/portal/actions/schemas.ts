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

import type { ActionsRegistryActionOptions } from '@backstage/backend-plugin-api/alpha';

/** The zod the actions registry works with, which is not the one of our contracts. */
export type RegistryZod = Parameters<
  ActionsRegistryActionOptions<never, never>['schema']['input']
>[0];

/** How an asset is named in inputs. */
export function assetName(z: RegistryZod) {
  return z
    .string()
    .min(1)
    .max(300)
    .describe('The tag of the asset, such as HW-000123, or its id');
}

/** An asset as lists of assistants have it. */
export function assetLine(z: RegistryZod) {
  return z.object({
    tag: z.string().describe('What the asset is known by'),
    name: z.string(),
    type: z.string().describe('The asset type, such as laptop'),
    category: z.string(),
    status: z.string(),
    stage: z
      .string()
      .describe('plan, acquire, assign, use, decommission or dispose'),
    owner: z.string().optional().describe('Who funds it, as an entity ref'),
    custodian: z
      .string()
      .optional()
      .describe('Who keeps its record right, as an entity ref'),
    consumer: z.string().optional().describe('Who uses it, as an entity ref'),
    location: z.string().optional(),
    environment: z.string().optional(),
    supports: z
      .array(z.string())
      .describe('The catalog entities it serves, as entity refs'),
  });
}

/** A cursor of a list that goes on. */
export function nextCursor(z: RegistryZod) {
  return z
    .string()
    .optional()
    .describe('There when there is more: pass it as cursor to go on');
}
