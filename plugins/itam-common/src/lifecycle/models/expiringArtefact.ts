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

import { LifecycleModelDefinition } from '../definition';

/** Certificates, domain names, credentials and signing keys. Never the secret itself. */
export const expiringArtefact: LifecycleModelDefinition = {
  id: 'expiring-artefact',
  version: 1,
  title: 'Expiring artefact',
  statuses: {
    requested: 'plan',
    issued: 'acquire',
    'in-use': 'use',
    superseded: 'decommission',
    revoked: 'decommission',
    expired: 'decommission',
    destroyed: { stage: 'dispose', terminal: true },
  },
  transitions: [
    {
      id: 'request',
      from: [],
      to: 'requested',
      roles: ['OW', 'CU', 'TE'],
      block: ['owner', 'request.requirements'],
      guards: ['owner-set', 'type-in-scope'],
      effects: ['notify'],
    },
    {
      id: 'issue',
      from: ['requested'],
      to: 'issued',
      roles: ['TE', 'IS', 'SYS'],
      block: ['identity.serial', 'acquisition.date', 'date.renewal'],
      guards: ['unique-identity'],
      effects: ['set-key-dates'],
    },
    {
      id: 'discover',
      from: [],
      to: ['issued', 'in-use', 'expired'],
      roles: ['SYS'],
      evidence: ['detection-record'],
      guards: ['not-duplicate'],
      effects: ['open-fact-debts', 'set-key-dates', 'mark-verified'],
    },
    {
      id: 'install',
      from: ['issued'],
      to: 'in-use',
      roles: ['TE', 'CU', 'SYS'],
      block: ['ci.ref', 'custodian', 'imac.date', 'imac.operator'],
      guards: ['named-person'],
      effects: ['publish', 'mark-verified'],
    },
    {
      id: 'renew',
      title: 'Renew by a successor',
      from: ['in-use', 'expired'],
      to: 'superseded',
      roles: ['TE', 'CU', 'SYS'],
      block: ['ci.ref', 'imac.date'],
      effects: ['close-key-dates', 'notify'],
    },
    {
      id: 'revoke',
      from: ['issued', 'in-use', 'superseded'],
      to: 'revoked',
      roles: ['IS', 'CU', 'OW'],
      block: ['decommission.cause', 'exception.reason'],
      effects: ['close-key-dates', 'notify'],
    },
    {
      id: 'expire',
      from: ['issued', 'in-use', 'superseded'],
      to: 'expired',
      roles: ['SYS'],
      effects: ['end-rights', 'notify'],
    },
    {
      id: 'withdraw-request',
      from: ['requested'],
      to: 'destroyed',
      roles: ['OW', 'CU', 'TE'],
      block: ['exception.reason'],
      guards: ['no-legal-hold'],
      effects: ['close-key-dates'],
    },
    {
      id: 'destroy',
      from: ['superseded', 'revoked', 'expired'],
      to: 'destroyed',
      roles: ['CU', 'TE', 'IS'],
      block: ['disposal.date', 'disposal.operator'],
      guards: ['no-legal-hold', 'no-dependants'],
      effects: [
        'destroy-keys',
        'unpublish',
        'close-key-dates',
        'retain-record',
      ],
    },
  ],
  observableStatuses: ['issued', 'in-use', 'revoked', 'expired'],
  reported: { status: 'in-use' },
};
