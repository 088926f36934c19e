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

/** A right given to a person, device or host: a dated row on an entitlement. */
export const licenceAllocation: LifecycleModelDefinition = {
  id: 'licence-allocation',
  version: 1,
  title: 'Licence allocation',
  statuses: {
    requested: { stage: 'plan' },
    rejected: { stage: 'plan', terminal: true },
    booked: { stage: 'assign' },
    allocated: { stage: 'assign' },
    'in-use': { stage: 'use' },
    'reclaim-pending': { stage: 'decommission' },
    released: { stage: 'decommission', terminal: true },
  },
  transitions: [
    {
      id: 'request',
      from: [],
      to: ['requested'],
      roles: ['CO', 'CU', 'SD'],
      block: ['assignee', 'model.catalogueEntry', 'request.requirements'],
      auto: ['stock.available', 'stock.substitutionRule'],
      guards: ['model-approved'],
      effects: ['notify'],
    },
    {
      id: 'reject',
      from: ['requested', 'booked'],
      to: ['rejected'],
      roles: ['LM', 'OW'],
      block: ['exception.reason'],
      effects: ['pool-plus', 'notify'],
    },
    {
      id: 'book',
      from: ['requested'],
      to: ['booked'],
      roles: ['LM'],
      block: ['date.bookedInstall'],
      auto: ['stock.available'],
      guards: ['right-available'],
      effects: ['pool-minus', 'set-key-dates'],
    },
    {
      id: 'allocate',
      from: ['requested', 'booked'],
      to: ['allocated'],
      roles: ['LM', 'TE'],
      block: [
        'custodian',
        'assignee',
        'licence.parameters',
        'environment',
        'change.ref',
        'policy.applied',
        'licence.guidance',
        { fact: 'entitlement.key', when: 'key-needed' },
        { fact: 'media.installation', when: 'media-needed' },
        { fact: 'date.loanEnd', when: 'lent' },
      ],
      auto: [
        'model.catalogueEntry',
        'stock.available',
        'stock.substitutionRule',
        'licence.transferRule',
      ],
      evidence: [
        {
          doc: 'policy-acknowledgement',
          level: 'block',
          when: 'personal-device',
        },
      ],
      guards: [
        'right-available',
        'scope-permits',
        'parameters-complete',
        'policy-accepted',
        'named-person',
        'reassignment-interval',
      ],
      effects: ['pool-minus', 'set-key-dates', 'recompute-positions'],
    },
    {
      id: 'confirm-install',
      from: ['allocated'],
      to: ['in-use'],
      roles: ['TE', 'SYS'],
      block: ['imac.kind', 'imac.date', 'imac.operator', 'ci.ref'],
      effects: ['mark-verified', 'recompute-positions'],
    },
    {
      id: 'move',
      from: ['allocated', 'in-use'],
      to: ['in-use'],
      roles: ['LM', 'TE'],
      block: [
        'assignee',
        'licence.parameters',
        'change.ref',
        'imac.kind',
        'imac.date',
        'imac.operator',
      ],
      auto: ['licence.transferRule', 'licence.serverImpact'],
      guards: [
        'transfer-allowed',
        'reassignment-interval',
        'removed-or-blocked',
        'scope-permits',
        'parameters-complete',
      ],
      effects: ['recompute-positions'],
    },
    {
      id: 'flag-for-reclaim',
      from: ['allocated', 'in-use'],
      to: ['reclaim-pending'],
      roles: ['LM', 'SYS'],
      block: [
        'decommission.cause',
        {
          fact: 'usage.unapproved',
          when: 'decommission.cause = unapproved-use',
        },
      ],
      auto: ['usage.measured', 'usage.breach'],
      evidence: [{ doc: 'utilisation-report', level: 'block' }],
      effects: ['ask-consumer'],
    },
    {
      id: 'keep',
      from: ['reclaim-pending'],
      to: ['in-use'],
      roles: ['CO', 'LM'],
      block: ['consumer.reason'],
      effects: ['set-next-review'],
    },
    {
      id: 'release',
      from: ['reclaim-pending', 'allocated', 'in-use'],
      to: ['released'],
      roles: ['LM', 'TE', 'SYS'],
      block: [
        'decommission.cause',
        'decommission.date',
        'decommission.operator',
        'decommission.decision',
      ],
      guards: ['removed-or-blocked'],
      effects: [
        'pool-plus',
        'end-device-bound',
        'record-saving',
        'recompute-positions',
      ],
    },
  ],
  observableStatuses: ['in-use', 'released'],
};
