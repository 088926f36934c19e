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

/**
 * The roles of the practice. Everybody who signed in is an engineer, unless
 * groups are bound to that role too.
 *
 * @public
 */
export const itamRoles = [
  'assetManager',
  'licenceManager',
  'analyst',
  'finance',
  'auditor',
  'engineer',
  'sourceOperator',
] as const;

/** @public */
export type ItamRole = (typeof itamRoles)[number];

/** The groups, or users, that have each role, as entity refs. @public */
export type RoleBindings = Partial<Record<ItamRole, string[]>>;

const bindingsSchema = z.partialRecord(
  z.enum(itamRoles),
  z.array(
    z
      .string()
      .regex(
        /^(group|user):[^/:]+\/[^/:]+$/i,
        'must be a full entity ref such as group:default/it-asset-management',
      )
      .transform(ref => ref.toLocaleLowerCase('en-US')),
  ),
);

/**
 * Reads `itam.permission.roles`.
 *
 * @throws InputError with the place of a mistake.
 */
export function readRoleBindings(config: Config): RoleBindings {
  return parseRoleBindings(config.getOptional('itam.permission.roles') ?? {});
}

/** @throws InputError with the place of a mistake. */
export function parseRoleBindings(bindings: unknown): RoleBindings {
  const parsed = bindingsSchema.safeParse(bindings);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `${['itam.permission.roles', ...path].join('.')}: ${message}`,
    );
  }
  return parsed.data;
}

/** The roles somebody has by what they are and belong to. */
export function rolesOf(
  ownershipEntityRefs: string[],
  bindings: RoleBindings,
): Set<ItamRole> {
  const mine = new Set(
    ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US')),
  );
  return new Set(
    itamRoles.filter(role =>
      role === 'engineer' && bindings.engineer === undefined
        ? true
        : (bindings[role] ?? []).some(ref => mine.has(ref)),
    ),
  );
}
