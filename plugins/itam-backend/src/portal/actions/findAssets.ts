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

import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { registerRoutes } from '@itam/plugin-itam-common';
import type { ActionGround } from './registerActions';
import { assetLine, nextCursor } from './schemas';

/** Most assets one answer holds. */
const MAX_ASSETS = 50;

/** `find-assets`: a page of the register. */
export function registerFindAssets(
  registry: ActionsRegistryService,
  { caller, handlers }: ActionGround,
): void {
  const name = 'find-assets';
  registry.register({
    name,
    title: 'Find IT assets',
    description:
      'Finds IT assets of the register, such as laptops, servers, cloud resources, licences and repositories, by words in their name, tag or serial number and by filters. Several values of one filter mean "or", several filters "and". Answers only what the caller may see.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => {
        const values = z.array(z.string().max(300)).max(50).optional();
        return z
          .object({
            q: z
              .string()
              .max(200)
              .optional()
              .describe('Words in name, tag, serial number or provider id'),
            type: values.describe('Asset types, such as laptop'),
            category: values.describe(
              'hardware, network, software, licence, cloud, code, data, facility, service',
            ),
            status: values.describe('Statuses, such as in-use'),
            stage: values.describe(
              'Stages of life: plan, acquire, assign, use, decommission, dispose',
            ),
            owner: values.describe(
              'Owners as entity refs such as group:default/payments; none finds what nobody owns',
            ),
            custodian: values.describe('Custodians as entity refs'),
            consumer: values.describe('Who uses them, as entity refs'),
            supports: values.describe('Entities they serve, as entity refs'),
            environment: values.describe('Environments, such as production'),
            limit: z.number().int().min(1).max(MAX_ASSETS).default(20),
            cursor: z
              .string()
              .max(2000)
              .optional()
              .describe('The nextCursor of the answer before'),
          })
          .strict();
      },
      output: z =>
        z.object({ items: z.array(assetLine(z)), nextCursor: nextCursor(z) }),
    },
    action: async ({ input, credentials }) => ({
      output: await caller.call(
        registerRoutes.listAssets,
        handlers.listAssets,
        { action: name, credentials, query: given(input) },
      ),
    }),
  });
}

/** What was not given is no filter. */
function given<T extends object>(input: T): Partial<T> {
  // entries keep the types of the values under their names
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
