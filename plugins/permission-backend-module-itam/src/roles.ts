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
import { assetCategorySchema } from '@itam/plugin-itam-common';
import { z } from 'zod';

/**
 * The roles of the practice that are bound to groups or users. Everybody who
 * signed in is an engineer, unless groups are bound to that role too.
 *
 * @public
 */
export const itamRoles = [
  'assetManager',
  'superUser',
  'registerAdministrator',
  'analyst',
  'licenceManager',
  'procurement',
  'contractManager',
  'stockroom',
  'technician',
  'serviceDesk',
  'finance',
  'security',
  'auditor',
  'externalAuditor',
  'engineer',
  'sourceOperator',
] as const;

/** @public */
export type ItamRole = (typeof itamRoles)[number];

const refSchema = z
  .string()
  .regex(
    /^(group|user):[^/:]+\/[^/:]+$/i,
    'must be a full entity ref such as group:default/it-asset-management',
  )
  .transform(lowerCased);

const someWords = z.array(z.string().min(1)).min(1);

const scopeSchema = z
  .strictObject({
    categories: z.array(assetCategorySchema).min(1).optional(),
    types: someWords.optional(),
    locations: someWords.optional(),
    owners: z.array(refSchema).min(1).optional(),
  })
  .refine(scope => Object.values(scope).some(Boolean), {
    message: 'must name categories, types, locations or owners',
  });

const stockroomSchema = z.strictObject(
  { ref: refSchema, locations: someWords },
  {
    error:
      'must name a ref and the locations it keeps, such as { ref: group:default/stores, locations: [STORE-1] }',
  },
);

const superUserSchema = z.strictObject(
  { ref: refSchema, types: someWords },
  {
    error:
      'must name a ref and its asset types, such as { ref: group:default/network, types: [switch, router] }',
  },
);

const externalAuditorSchema = z.strictObject(
  {
    ref: refSchema,
    until: z.iso.date('must be the last day they may look, such as 2026-12-31'),
    scope: scopeSchema,
  },
  {
    error:
      'must name a ref, the last day and the scope, such as { ref: group:default/assessors, until: 2026-12-31, scope: { categories: [licence] } }',
  },
);

const plain = z.array(refSchema).optional();

const bindingsSchema = z.strictObject({
  assetManager: plain,
  superUser: z.array(superUserSchema).optional(),
  registerAdministrator: plain,
  analyst: plain,
  licenceManager: plain,
  procurement: plain,
  contractManager: plain,
  stockroom: z.array(stockroomSchema).optional(),
  technician: plain,
  serviceDesk: plain,
  finance: plain,
  security: plain,
  auditor: plain,
  externalAuditor: z.array(externalAuditorSchema).optional(),
  engineer: plain,
  sourceOperator: plain,
});

/** The groups, or users, that have each role. @public */
export type RoleBindings = z.input<typeof bindingsSchema>;

/** Bindings with refs in lower case. */
export type ParsedBindings = z.output<typeof bindingsSchema>;

/** What one external auditor may look at: all the conditions hold together. */
export type AuditScope = z.output<typeof scopeSchema>;

/** A role somebody has, and what it is bounded to. */
export interface HeldRole {
  /** `everyone`: what anybody may who signed in. */
  role: ItamRole | 'everyone';
  locations?: string[];
  types?: string[];
  scope?: AuditScope;
}

/**
 * Reads `itam.permission.roles`.
 *
 * @throws InputError with the place of a mistake.
 */
export function readRoleBindings(config: Config): ParsedBindings {
  return parseRoleBindings(config.getOptional('itam.permission.roles') ?? {});
}

/** @throws InputError with the place of a mistake. */
export function parseRoleBindings(bindings: unknown): ParsedBindings {
  const parsed = bindingsSchema.safeParse(bindings);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `${['itam.permission.roles', ...path].join('.')}: ${message}`,
    );
  }
  return parsed.data;
}

/**
 * The roles somebody has by what they are and belong to. An external auditor is
 * a guest: they are neither everybody nor an engineer by default, and nothing
 * once their time is over.
 */
export function rolesOf(
  ownershipEntityRefs: string[],
  bindings: ParsedBindings,
  now: Date,
): HeldRole[] {
  const mine = new Set(ownershipEntityRefs.map(lowerCased));
  const isGuest = (bindings.externalAuditor ?? []).some(({ ref }) =>
    mine.has(ref),
  );
  const byDefault: HeldRole[] = isGuest
    ? []
    : [
        { role: 'everyone' },
        ...(bindings.engineer ? [] : [{ role: 'engineer' as const }]),
      ];
  return [
    ...byDefault,
    ...itamRoles.flatMap(role =>
      boundTo(role, bindings, now)
        .filter(({ ref }) => mine.has(ref))
        .map(({ held }) => held),
    ),
  ];
}

function boundTo(
  role: ItamRole,
  bindings: ParsedBindings,
  now: Date,
): Array<{ ref: string; held: HeldRole }> {
  const today = now.toISOString().slice(0, 10);
  switch (role) {
    case 'stockroom':
    case 'superUser':
      return (bindings[role] ?? []).map(({ ref, ...bounds }) => ({
        ref,
        held: { role, ...bounds },
      }));
    case 'externalAuditor':
      return (bindings[role] ?? [])
        .filter(({ until }) => today <= until)
        .map(({ ref, scope }) => ({ ref, held: { role, scope } }));
    default:
      return (bindings[role] ?? []).map(ref => ({ ref, held: { role } }));
  }
}

function lowerCased(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
