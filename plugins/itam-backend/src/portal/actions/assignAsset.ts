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
import { assignmentKinds, custodyRoutes } from '@itam/plugin-itam-common';
import type { ActionGround } from './registerActions';
import { assetName } from './schemas';

/** `assign-asset`: gives an asset to somebody. */
export function registerAssignAsset(
  registry: ActionsRegistryService,
  { caller, handlers }: ActionGround,
): void {
  const name = 'assign-asset';
  registry.register({
    name,
    title: 'Assign an IT asset',
    description:
      'Gives an IT asset to somebody: to keep its record right (custodian), to use it (consumer), or to use it for a while (loan). Refused while somebody else has it, unless replace says that they give it up.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z
          .object({
            asset: assetName(z),
            kind: z.enum(assignmentKinds),
            holder: z
              .string()
              .max(255)
              .describe(
                'Who gets it, as an entity ref such as user:default/ann; a group may keep an asset, not use it',
              ),
            replace: z
              .boolean()
              .optional()
              .describe('Takes the place of whoever has it now'),
            expectedReturn: z
              .string()
              .optional()
              .describe('The day a loan ends, YYYY-MM-DD'),
            effectiveAt: z
              .string()
              .optional()
              .describe(
                'When it changed hands, as an ISO 8601 instant; otherwise now',
              ),
            note: z.string().max(2000).optional(),
          })
          .strict(),
      output: z => {
        const party = z.object({ ref: z.string() }).optional();
        return z.object({
          asset: z.string(),
          owner: party,
          custodian: party,
          consumer: party,
          open: z
            .array(
              z.object({
                kind: z.string(),
                holder: z.string(),
                from: z.string(),
                expectedReturn: z.string().optional(),
              }),
            )
            .describe('Who has it now, in which way and since when'),
        });
      },
    },
    action: async ({ input: { asset, ...body }, credentials }) => ({
      output: {
        asset,
        ...(await caller.call(custodyRoutes.assignAsset, handlers.assignAsset, {
          action: name,
          credentials,
          params: { id: asset },
          body,
        })),
      },
    }),
  });
}
