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
import { lifecycleRoutes } from '@itam/plugin-itam-common';
import type { ActionGround } from './registerActions';
import { assetName } from './schemas';

/** `transition-asset`: a step in the life of an asset. */
export function registerTransitionAsset(
  registry: ActionsRegistryService,
  { caller, handlers }: ActionGround,
): void {
  const name = 'transition-asset';
  registry.register({
    name,
    title: 'Move an IT asset through its lifecycle',
    description:
      'Makes a transition of the lifecycle of an IT asset, such as deploy, return-to-stock or dispose, with the facts and documents it asks for. With dryRun it tells what would happen and what is missing, and changes nothing: do that first, and ask the person before anything that cannot be taken back.',
    attributes: { readOnly: false, destructive: true, idempotent: false },
    schema: {
      input: z =>
        z
          .object({
            asset: assetName(z),
            transition: z
              .string()
              .max(64)
              .describe('The id of the transition, such as deploy'),
            to: z
              .string()
              .max(64)
              .optional()
              .describe('The status, where the transition leaves a choice'),
            reason: z.string().max(2000).optional().describe('For the history'),
            facts: z
              .record(z.unknown())
              .optional()
              .describe('Facts the transition asks for, by name'),
            evidence: z
              .array(
                z.object({
                  doc: z.string().describe('The kind of document'),
                  url: z.string().describe('Where it is'),
                  title: z.string().optional(),
                }),
              )
              .max(50)
              .optional()
              .describe('Documents the transition asks for, as links'),
            force: z
              .boolean()
              .optional()
              .describe(
                'Does it although something stands in the way; needs a reason and is listed for review',
              ),
            effectiveAt: z
              .string()
              .optional()
              .describe(
                'When it happened, or is to happen, as an ISO 8601 instant; otherwise now',
              ),
            dryRun: z.boolean().optional().describe('Changes nothing'),
          })
          .strict(),
      output: z =>
        z.object({
          outcome: z.string().describe('done, planned or would'),
          tag: z.string(),
          from: z.string().optional().describe('The status it left'),
          status: z.string(),
          stage: z.string(),
          version: z.number(),
          warnings: z
            .array(
              z.object({
                message: z.string(),
                wayOut: z.string(),
                due: z.string().optional(),
              }),
            )
            .describe('What has to follow'),
          effects: z.array(z.string()),
        }),
    },
    action: async ({ input: { asset, ...body }, credentials }) => ({
      output: await caller.call(
        lifecycleRoutes.transitionAsset,
        handlers.transitionAsset,
        { action: name, credentials, params: { id: asset }, body },
      ),
    }),
  });
}
