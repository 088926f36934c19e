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

import { parseEntityRef } from '@backstage/catalog-model';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { registerRoutes } from '@itam/plugin-itam-common';
import type { ActionGround } from './registerActions';
import { assetLine, nextCursor } from './schemas';

/** Most assets one answer names. */
const MAX_ASSETS = 50;

const kinds = ['group', 'user'];

/** `what-does-team-own`: the assets of a team in figures, and the first of them. */
export function registerWhatDoesTeamOwn(
  registry: ActionsRegistryService,
  { caller, handlers }: ActionGround,
): void {
  const name = 'what-does-team-own';
  registry.register({
    name,
    title: 'What does a team own',
    description:
      'Tells which IT assets a team, or a person, has: how many by category and by status, and the first of them by name. Counts only what the caller may see.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z
          .object({
            team: z
              .string()
              .min(1)
              .max(200)
              .describe(
                'The team as an entity ref such as group:default/payments, or its name; a person as user:default/ann',
              ),
            limit: z.number().int().min(1).max(MAX_ASSETS).default(20),
            cursor: z
              .string()
              .max(2000)
              .optional()
              .describe('The nextCursor of the answer before'),
          })
          .strict(),
      output: z =>
        z.object({
          team: z.string(),
          total: z.number(),
          byCategory: z.array(
            z.object({ category: z.string(), count: z.number() }),
          ),
          byStatus: z.array(
            z.object({
              status: z.string(),
              stage: z.string(),
              count: z.number(),
            }),
          ),
          items: z.array(assetLine(z)),
          nextCursor: nextCursor(z),
        }),
    },
    action: async ({ input: { team, limit, cursor }, credentials }) => {
      const request = { action: name, credentials, params: entityOf(team) };
      const [{ entityRef, ...figures }, page] = await Promise.all([
        caller.call(
          registerRoutes.entitySummary,
          handlers.entitySummary,
          request,
        ),
        caller.call(registerRoutes.entityAssets, handlers.entityAssets, {
          ...request,
          query: { limit, ...(cursor && { cursor }) },
        }),
      ]);
      return { output: { team: entityRef, ...figures, ...page } };
    },
  });
}

/** @throws InputError when it names neither a team nor a person. */
function entityOf(team: string) {
  const entity = parseEntityRef(team, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  const kind = entity.kind.toLocaleLowerCase('en-US');
  if (!kinds.includes(kind)) {
    throw new InputError(
      `team: '${team}' is neither a team nor a person; write it as group:default/payments or user:default/ann`,
    );
  }
  return { ...entity, kind };
}
