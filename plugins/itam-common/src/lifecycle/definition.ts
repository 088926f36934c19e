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
import { parseAt } from './parseAt';
import { LifecycleModel, reportedNeedSchema } from './schema';
import { lifecycleRoles } from './roles';
import { lifecycleStageSchema } from './stages';

const id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'must be lower-case words joined by hyphens',
  );
const reference = z.string().min(1);
const when = z.string().min(1).optional();
const due = z.string().min(1).optional();

/**
 * The compact form models are written in, by us and in the configuration
 * `itam.lifecycleModels`.
 */
export const lifecycleModelDefinitionSchema = z.strictObject({
  id,
  version: z.number().int().positive().default(1),
  title: z.string().min(1).optional(),
  statuses: z.record(
    id,
    z.union([
      lifecycleStageSchema,
      z.strictObject({
        stage: lifecycleStageSchema,
        title: z.string().min(1).optional(),
        terminal: z.boolean().optional(),
      }),
    ]),
  ),
  transitions: z
    .array(
      z.strictObject({
        id,
        title: z.string().min(1).optional(),
        from: z.array(reference),
        to: z.union([reference, z.array(reference).min(1)]),
        roles: z.array(z.enum(lifecycleRoles)).min(1),
        block: z
          .array(
            z.union([reference, z.strictObject({ fact: reference, when })]),
          )
          .default([]),
        warn: z
          .array(
            z.union([
              reference,
              z.strictObject({ fact: reference, due, when }),
            ]),
          )
          .default([]),
        auto: z.array(reference).default([]),
        evidence: z
          .array(
            z.union([
              reference,
              z.strictObject({
                doc: reference,
                level: z.enum(['block', 'warn']).default('block'),
                due,
                when,
              }),
            ]),
          )
          .default([]),
        guards: z
          .array(
            z.union([reference, z.strictObject({ guard: reference, when })]),
          )
          .default([]),
        effects: z.array(reference).default([]),
      }),
    )
    .min(1),
  observableStatuses: z.array(reference).default([]),
  reported: z
    .strictObject({
      status: reference,
      needs: z.array(reportedNeedSchema).default([]),
      otherwise: reference.optional(),
    })
    .optional(),
});

/** A lifecycle model in its compact form. */
export type LifecycleModelDefinition = z.input<
  typeof lifecycleModelDefinitionSchema
>;

/**
 * Expands a compact definition. References are not resolved here, see
 * `checkLifecycleModel`.
 *
 * @throws InputError with the path and the reason of a mistake.
 */
export function expandLifecycleModel(
  definition: unknown,
  path: string,
): LifecycleModel {
  const parsed = parseAt(lifecycleModelDefinitionSchema, definition, path);
  return {
    id: parsed.id,
    version: parsed.version,
    title: parsed.title ?? humanise(parsed.id),
    statuses: Object.fromEntries(
      Object.entries(parsed.statuses).map(([status, given]) => {
        const full = typeof given === 'string' ? { stage: given } : given;
        return [status, { title: humanise(status), terminal: false, ...full }];
      }),
    ),
    transitions: parsed.transitions.map(transition => ({
      id: transition.id,
      title: transition.title ?? humanise(transition.id),
      from: transition.from,
      to: Array.isArray(transition.to) ? transition.to : [transition.to],
      roles: transition.roles,
      facts: [
        ...transition.block.map(item => ({
          ...asFact(item),
          level: 'block' as const,
        })),
        ...transition.warn.map(item => ({
          ...asFact(item),
          level: 'warn' as const,
        })),
        ...transition.auto.map(fact => ({ fact, level: 'auto' as const })),
      ],
      evidence: transition.evidence.map(item =>
        typeof item === 'string'
          ? { doc: item, level: 'block' as const }
          : item,
      ),
      guards: transition.guards.map(item =>
        typeof item === 'string' ? { guard: item } : item,
      ),
      effects: transition.effects,
    })),
    observableStatuses: parsed.observableStatuses,
    reported: parsed.reported,
  };
}

function asFact<T extends { fact: string }>(item: string | T) {
  return typeof item === 'string' ? { fact: item } : item;
}

/** `in-stock` becomes `In stock`. */
function humanise(name: string): string {
  return (name.charAt(0).toUpperCase() + name.slice(1)).replace(/-/g, ' ');
}
