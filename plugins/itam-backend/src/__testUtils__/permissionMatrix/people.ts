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

import type { RoleBindings } from '@itam/plugin-permission-backend-module-itam';

/** Where the stockroom keeper of the matrix keeps things. */
export const STORE = 'STORE-1';

/**
 * Everybody who walks the matrix: one person for each role, one without any
 * (`everyone`), and an auditor whose time is over.
 */
export const people = [
  'everyone',
  'engineer',
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
  'expiredAuditor',
  'sourceOperator',
] as const;

/** Somebody who walks the matrix. */
export type Person = (typeof people)[number];

/** The ref of a person. */
export function userOf(person: Person): string {
  return `user:default/${person.toLowerCase()}`;
}

/** The ref of the team of a person: nobody else is in it. */
export function teamOf(person: Person): string {
  return `group:default/${person.toLowerCase()}-team`;
}

/** Another team of the same person. */
export function otherTeamOf(person: Person): string {
  return `group:default/${person.toLowerCase()}-other`;
}

/** Who owns what is foreign. */
export const STRANGERS = 'group:default/strangers';

/** A stranger. */
export const SOMEBODY = 'user:default/somebody';

/** Refs a person can claim. */
export function claimsOf(person: Person): string[] {
  return [userOf(person), teamOf(person), otherTeamOf(person)];
}

/** What the policy is told of each of them. */
export const bindings: RoleBindings = {
  engineer: [teamOf('engineer')],
  assetManager: [teamOf('assetManager')],
  superUser: [{ ref: teamOf('superUser'), types: ['monitor'] }],
  registerAdministrator: [teamOf('registerAdministrator')],
  analyst: [teamOf('analyst')],
  licenceManager: [teamOf('licenceManager')],
  procurement: [teamOf('procurement')],
  contractManager: [teamOf('contractManager')],
  stockroom: [{ ref: teamOf('stockroom'), locations: [STORE] }],
  technician: [teamOf('technician')],
  serviceDesk: [teamOf('serviceDesk')],
  finance: [teamOf('finance')],
  security: [teamOf('security')],
  auditor: [teamOf('auditor')],
  externalAuditor: [
    {
      ref: teamOf('externalAuditor'),
      until: '2999-12-31',
      scope: { types: ['tablet'] },
    },
    {
      ref: teamOf('expiredAuditor'),
      until: '2020-12-31',
      scope: { types: ['tablet'] },
    },
  ],
  sourceOperator: [teamOf('sourceOperator')],
};

/** How an asset stands to the person who asks. */
export const situations = ['own', 'kept', 'used', 'near', 'foreign'] as const;

/**
 * `own`: their team owns it; `kept` and `used`: they are custodian or consumer
 * of it; `near`: it is nobody's they know, but of the kind their role is bound
 * to; `foreign`: it has nothing to do with them.
 */
export type Situation = (typeof situations)[number];

/** What an asset is, as far as roles are bound to it. */
export interface Kind {
  type: string;
  /** It is in the store. */
  location?: boolean;
  /** Left out: the first of its lifecycle model. */
  status?: string;
}

const inStock = { status: 'in-stock' };

/** What the role of a person is bound to, where it is bound. */
export const nearKinds: Partial<Record<Person, Kind>> = {
  engineer: { type: 'cloud-database' },
  superUser: { type: 'monitor', ...inStock },
  licenceManager: { type: 'subscription-licence', status: 'planned' },
  contractManager: { type: 'managed-service' },
  stockroom: { type: 'laptop', location: true, ...inStock },
  technician: { type: 'laptop', ...inStock },
  externalAuditor: { type: 'tablet', ...inStock },
  expiredAuditor: { type: 'tablet', ...inStock },
};

/** What is foreign to a person: a laptop, unless that is what they work with. */
export function foreignKind(person: Person): Kind {
  return person === 'technician'
    ? { type: 'subscription-licence', status: 'planned' }
    : { type: 'laptop', ...inStock };
}
