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

/** Services of third parties: SaaS, support, colocation, telecom, data feeds. */
export const service: LifecycleModelDefinition = {
  id: 'service',
  version: 1,
  title: 'Service',
  statuses: {
    considered: 'plan',
    approved: 'plan',
    rejected: { stage: 'plan', terminal: true },
    contracted: 'acquire',
    onboarding: 'assign',
    active: 'use',
    suspended: 'use',
    'notice-given': 'decommission',
    exiting: 'decommission',
    ended: { stage: 'dispose', terminal: true },
  },
  transitions: [
    {
      id: 'consider',
      from: [],
      to: 'considered',
      roles: ['OW', 'CU', 'PM', 'KM'],
      block: ['request.requirements'],
      guards: ['type-in-scope'],
      effects: ['notify'],
    },
    {
      id: 'approve',
      title: 'Assess and approve',
      from: ['considered'],
      to: 'approved',
      roles: ['OW'],
      block: ['plan.budgetLine', 'plan.sourcingOption', 'request.approval'],
      warn: [{ fact: 'model.vendorOutlook', due: 'before-contract' }],
      evidence: ['approval-record'],
      guards: [
        'requester-not-approver',
        'budget-available',
        'supplier-approved',
      ],
      effects: ['notify'],
    },
    {
      id: 'reject',
      from: ['considered', 'approved'],
      to: 'rejected',
      roles: ['OW', 'IS'],
      block: ['exception.reason'],
      effects: ['close-key-dates', 'notify'],
    },
    {
      id: 'contract',
      from: ['approved'],
      to: 'contracted',
      roles: ['PM', 'KM'],
      block: ['contract.support', 'legalEntity', 'owner', 'date.renewal'],
      evidence: ['support-contract'],
      guards: ['approved-request', 'supplier-approved', 'owner-set'],
      effects: ['link-contracts', 'open-finance', 'set-key-dates'],
    },
    {
      id: 'onboard',
      from: ['contracted'],
      to: 'onboarding',
      roles: ['TE', 'CU', 'KM'],
      block: ['custodian', 'service.supported'],
      effects: ['create-task', 'notify'],
    },
    {
      id: 'activate',
      from: ['onboarding'],
      to: 'active',
      roles: ['CU', 'TE'],
      block: ['custodian', 'imac.date', 'imac.operator'],
      guards: ['named-person', 'support-fits-service'],
      effects: ['open-assignment', 'start-books', 'publish', 'mark-verified'],
    },
    {
      id: 'register-found',
      from: [],
      to: 'active',
      roles: ['AM', 'KM', 'SYS'],
      block: ['exception.reason'],
      evidence: ['detection-record'],
      guards: ['not-duplicate'],
      effects: ['open-fact-debts', 'mark-verified'],
    },
    {
      id: 'suspend',
      from: ['active'],
      to: 'suspended',
      roles: ['OW', 'KM', 'IS'],
      block: ['exception.reason'],
      effects: ['notify'],
    },
    {
      id: 'resume',
      from: ['suspended'],
      to: 'active',
      roles: ['OW', 'KM'],
      block: ['exception.reason'],
      guards: ['named-person'],
      effects: ['notify'],
    },
    {
      id: 'give-notice',
      from: ['active', 'suspended', 'contracted', 'onboarding'],
      to: 'notice-given',
      roles: ['KM', 'OW'],
      block: ['decommission.cause', 'impact.assessment'],
      evidence: ['impact-assessment'],
      guards: ['impact-assessed'],
      effects: ['set-key-dates', 'create-task', 'notify'],
    },
    {
      id: 'withdraw-notice',
      from: ['notice-given'],
      to: 'active',
      roles: ['KM', 'OW'],
      block: ['exception.reason'],
      guards: ['named-person'],
      effects: ['set-key-dates', 'notify'],
    },
    {
      id: 'exit',
      from: ['notice-given'],
      to: 'exiting',
      roles: ['CU', 'KM', 'TE'],
      block: ['decommission.date', 'decommission.operator', 'data.handling'],
      guards: ['no-legal-hold', 'no-dependants'],
      effects: [
        'close-assignment',
        'reclaim-transferable',
        'end-relations',
        'create-task',
      ],
    },
    {
      id: 'end',
      from: ['exiting'],
      to: 'ended',
      roles: ['KM', 'AM'],
      block: ['disposal.date', 'disposal.operator', 'data.handling'],
      guards: [
        'no-legal-hold',
        'sanitised',
        'licences-released',
        'coverage-ended',
      ],
      effects: [
        'trim-contracts',
        'close-books',
        'close-key-dates',
        'unpublish',
        'retain-record',
        'watch-sightings',
      ],
    },
  ],
  observableStatuses: ['active', 'suspended'],
  reported: { status: 'active' },
};
