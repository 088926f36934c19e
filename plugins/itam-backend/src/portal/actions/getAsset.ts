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
import { assetLine, assetName } from './schemas';

/** `get-asset`: everything of one asset the caller may see. */
export function registerGetAsset(
  registry: ActionsRegistryService,
  { caller, handlers }: ActionGround,
): void {
  const name = 'get-asset';
  registry.register({
    name,
    title: 'Get an IT asset',
    description:
      'Gives one IT asset in full, by tag or id: what it is, whose it is, where it is in its life, its technical attributes, and what the caller may do with it.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object({ asset: assetName(z) }).strict(),
      output: z =>
        assetLine(z).extend({
          description: z.string().optional(),
          manufacturer: z.string().optional(),
          model: z.string().optional(),
          serial: z.string().optional(),
          legalEntity: z.string().optional(),
          ownership: z.string().optional(),
          attributes: z
            .record(z.unknown())
            .describe('Technical facts by name, as its type declares them'),
          flags: z
            .array(z.string())
            .optional()
            .describe('What stands beside the status, such as legal-hold'),
          publishedAs: z
            .string()
            .optional()
            .describe('The catalog entity it is shown as'),
          version: z.number().describe('Goes up with every change'),
          updatedAt: z.string(),
          lastVerifiedAt: z.string().optional(),
          allowed: z
            .array(z.string())
            .describe('What the caller may do with it'),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: await caller.call(registerRoutes.getAsset, handlers.getAsset, {
        action: name,
        credentials,
        params: { id: input.asset },
      }),
    }),
  });
}
