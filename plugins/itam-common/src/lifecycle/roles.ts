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

/** How somebody comes to hold a lifecycle role. */
export interface RoleDefinition {
  /** What people call the role. */
  title: string;
  /** Role name a policy grants, for instance `itam-asset-manager`. */
  grant?: string;
  /** Permission rule that gives the role through a relation to the asset. */
  rule?: 'isOwner' | 'isCustodian' | 'isConsumer' | 'inLocation';
  /** With both a grant and a rule: whether one is enough (default) or both are needed. */
  needs?: 'any' | 'all';
  /** Held by scheduled tasks and source runs, never by a person. */
  system?: true;
}

/** The roles a transition may ask for; any one of those listed may do it. */
export const roles = {
  AM: { title: 'IT asset manager', grant: 'itam-asset-manager' },
  RA: { title: 'Register administrator', grant: 'itam-register-admin' },
  AN: { title: 'IT asset analyst', grant: 'itam-analyst' },
  LM: { title: 'Licence manager', grant: 'itam-licence-manager' },
  OW: { title: 'Owner', rule: 'isOwner' },
  CU: { title: 'Custodian', rule: 'isCustodian' },
  CO: { title: 'Consumer', rule: 'isConsumer' },
  PM: { title: 'Procurement', grant: 'itam-procurement' },
  KM: { title: 'Contract manager', grant: 'itam-contract-manager' },
  SM: {
    title: 'Stockroom manager',
    grant: 'itam-stock',
    rule: 'inLocation',
    needs: 'all',
  },
  TE: {
    title: 'Technician',
    grant: 'itam-technician',
    rule: 'isCustodian',
  },
  SD: { title: 'Service desk agent', grant: 'itam-service-desk' },
  FI: { title: 'Finance', grant: 'itam-finance' },
  IS: { title: 'Information security or legal', grant: 'itam-security' },
  SYS: { title: 'The system', system: true },
} satisfies Record<string, RoleDefinition>;

/** Id of a lifecycle role. */
export type LifecycleRole = keyof typeof roles;

/** The ids of {@link roles}. */
export const lifecycleRoles = [
  'AM',
  'RA',
  'AN',
  'LM',
  'OW',
  'CU',
  'CO',
  'PM',
  'KM',
  'SM',
  'TE',
  'SD',
  'FI',
  'IS',
  'SYS',
] as const satisfies readonly LifecycleRole[];
