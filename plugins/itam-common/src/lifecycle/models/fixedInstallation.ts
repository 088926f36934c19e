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

/** Racks, power, cooling, rooms, sites and vehicles. */
export const fixedInstallation: LifecycleModelDefinition = {
  id: 'fixed-installation',
  version: 1,
  title: 'Fixed installation',
  statuses: {
    planned: 'plan',
    approved: 'plan',
    cancelled: { stage: 'plan', terminal: true },
    ordered: 'acquire',
    'under-construction': 'acquire',
    commissioned: 'assign',
    'in-use': 'use',
    'in-maintenance': 'use',
    'out-of-service': 'decommission',
    decommissioned: 'decommission',
    disposed: { stage: 'dispose', terminal: true },
  },
  transitions: [
    {
      id: 'plan',
      from: [],
      to: 'planned',
      roles: ['AM', 'OW'],
      block: ['plan.quantityAndDate', 'plan.budgetLine'],
      guards: ['type-in-scope'],
      effects: ['set-key-dates'],
    },
    {
      id: 'approve',
      from: ['planned'],
      to: 'approved',
      roles: ['OW'],
      block: ['request.requirements', 'request.approval'],
      evidence: ['approval-record'],
      guards: ['requester-not-approver', 'budget-available'],
      effects: ['notify'],
    },
    {
      id: 'cancel',
      from: ['planned', 'approved', 'ordered'],
      to: 'cancelled',
      roles: ['AM', 'PM'],
      block: ['exception.reason'],
      effects: ['close-key-dates', 'notify'],
    },
    {
      id: 'order',
      from: ['approved'],
      to: 'ordered',
      roles: ['PM'],
      block: ['order.line', 'acquisition.method'],
      evidence: ['purchase-order'],
      guards: ['approved-request', 'supplier-approved'],
      effects: ['create-expected', 'set-key-dates'],
    },
    {
      id: 'build',
      from: ['ordered'],
      to: 'under-construction',
      roles: ['TE', 'AM'],
      block: ['location.exact', 'location.contact'],
      effects: ['open-finance', 'notify'],
    },
    {
      id: 'commission',
      from: ['ordered', 'under-construction'],
      to: 'commissioned',
      roles: ['TE'],
      block: [
        'identity.registerId',
        'owner',
        'legalEntity',
        'location.exact',
        'spec.asBuilt',
      ],
      warn: [{ fact: 'order.invoice', due: 'P30D' }],
      evidence: ['installation-record'],
      guards: ['owner-set', 'unique-identity', 'matches-approved-spec'],
      effects: ['post-receipt', 'open-finance', 'set-key-dates'],
    },
    {
      id: 'put-in-service',
      from: ['commissioned', 'out-of-service'],
      to: 'in-use',
      roles: ['TE', 'CU'],
      block: ['custodian', 'location.contact', 'imac.date', 'imac.operator'],
      guards: ['named-person'],
      effects: [
        'open-assignment',
        'start-books',
        'set-key-dates',
        'publish',
        'mark-verified',
      ],
    },
    {
      id: 'register-found',
      from: [],
      to: ['commissioned', 'in-use'],
      roles: ['AM'],
      block: [
        'identity.registerId',
        'location.exact',
        'owner',
        'exception.reason',
      ],
      evidence: ['detection-record'],
      guards: ['not-duplicate', 'unique-identity', 'override'],
      effects: ['open-fact-debts', 'open-finance', 'mark-verified'],
    },
    {
      id: 'start-maintenance',
      from: ['in-use'],
      to: 'in-maintenance',
      roles: ['TE', 'CU'],
      block: ['maintenance.record'],
      auto: ['contract.support'],
      effects: ['notify'],
    },
    {
      id: 'end-maintenance',
      from: ['in-maintenance'],
      to: 'in-use',
      roles: ['TE', 'CU'],
      block: ['maintenance.record', 'imac.date', 'imac.operator'],
      evidence: [{ doc: 'installation-record', level: 'warn', due: 'P14D' }],
      effects: ['set-key-dates', 'mark-verified'],
    },
    {
      id: 'take-out-of-service',
      from: ['in-use', 'in-maintenance'],
      to: 'out-of-service',
      roles: ['CU', 'OW', 'AM'],
      block: ['decommission.cause', 'impact.assessment'],
      evidence: ['impact-assessment'],
      guards: ['impact-assessed'],
      effects: ['create-task', 'notify'],
    },
    {
      id: 'decommission',
      from: ['out-of-service'],
      to: 'decommissioned',
      roles: ['TE', 'AM'],
      block: ['decommission.date', 'decommission.operator', 'condition'],
      guards: ['no-dependants', 'no-legal-hold'],
      effects: ['close-assignment', 'end-relations', 'unpublish'],
    },
    {
      id: 'dispose',
      from: ['decommissioned'],
      to: 'disposed',
      roles: ['AM', 'RA'],
      block: [
        'disposal.date',
        'disposal.operator',
        'disposal.reason',
        'disposal.decision',
        'disposal.money',
        {
          fact: 'disposal.proof',
          when: 'disposal.decision in (destruction, recycling)',
        },
      ],
      evidence: [
        { doc: 'sales-invoice', when: 'disposal.decision = resale' },
        { doc: 'lessor-receipt', when: 'disposal.decision = return-to-lessor' },
        {
          doc: 'certificate-of-destruction',
          when: 'disposal.decision in (destruction, recycling)',
        },
      ],
      guards: [
        'no-legal-hold',
        'disposer-not-approver',
        'coverage-ended',
        'finance-informed',
      ],
      effects: [
        'trim-contracts',
        'close-books',
        'close-key-dates',
        'retain-record',
        'watch-sightings',
      ],
    },
  ],
  observableStatuses: ['in-use', 'out-of-service'],
  reported: { status: 'in-use' },
};
