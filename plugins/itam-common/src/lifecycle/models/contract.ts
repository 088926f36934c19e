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

/** An agreement with a supplier. Signed is not yet in force. */
export const contract: LifecycleModelDefinition = {
  id: 'contract',
  version: 1,
  title: 'Contract',
  statuses: {
    draft: 'plan',
    'in-negotiation': 'plan',
    approved: 'plan',
    signed: 'acquire',
    active: 'use',
    'notice-given': 'decommission',
    ended: { stage: 'dispose', terminal: true },
    terminated: { stage: 'dispose', terminal: true },
    superseded: { stage: 'dispose', terminal: true },
  },
  transitions: [
    {
      id: 'draft',
      from: [],
      to: 'draft',
      roles: ['KM', 'PM', 'LM'],
      block: ['request.requirements'],
      effects: ['notify'],
    },
    {
      id: 'negotiate',
      from: ['draft'],
      to: 'in-negotiation',
      roles: ['KM', 'PM'],
      guards: ['supplier-approved'],
      effects: ['notify'],
    },
    {
      id: 'approve',
      from: ['in-negotiation'],
      to: 'approved',
      roles: ['OW'],
      block: ['request.approval', 'plan.budgetLine'],
      evidence: ['approval-record'],
      guards: ['requester-not-approver', 'budget-available'],
      effects: ['notify'],
    },
    {
      id: 'sign',
      from: ['approved'],
      to: 'signed',
      roles: ['KM', 'PM'],
      block: ['legalEntity', 'acquisition.date', 'date.renewal'],
      evidence: ['support-contract'],
      guards: ['approved-request', 'supplier-approved'],
      effects: ['set-key-dates', 'link-contracts', 'open-finance'],
    },
    {
      id: 'register-found',
      from: [],
      to: ['signed', 'active'],
      roles: ['KM', 'AM', 'SYS'],
      block: ['legalEntity', 'exception.reason'],
      evidence: ['support-contract'],
      guards: ['not-duplicate'],
      effects: ['open-fact-debts', 'set-key-dates'],
    },
    {
      id: 'start',
      from: ['signed'],
      to: 'active',
      roles: ['SYS'],
      effects: ['start-books', 'notify'],
    },
    {
      id: 'roll-over',
      from: ['active'],
      to: 'active',
      roles: ['SYS'],
      effects: ['set-key-dates', 'notify'],
    },
    {
      id: 'amend',
      from: ['signed', 'active'],
      to: 'active',
      roles: ['KM'],
      block: ['exception.reason'],
      evidence: ['support-contract'],
      guards: ['approved-request'],
      effects: ['set-key-dates', 'recompute-positions', 'notify'],
    },
    {
      id: 'give-notice',
      from: ['signed', 'active'],
      to: 'notice-given',
      roles: ['KM', 'OW'],
      block: ['decommission.cause', 'impact.assessment'],
      evidence: [
        'impact-assessment',
        { doc: 'handover-receipt', level: 'warn', due: 'P14D' },
      ],
      guards: ['impact-assessed'],
      effects: ['set-key-dates', 'notify'],
    },
    {
      id: 'withdraw-notice',
      from: ['notice-given'],
      to: 'active',
      roles: ['KM', 'OW'],
      block: ['exception.reason'],
      effects: ['set-key-dates', 'notify'],
    },
    {
      id: 'end',
      from: ['active', 'notice-given'],
      to: 'ended',
      roles: ['SYS'],
      effects: ['trim-contracts', 'close-key-dates', 'notify'],
    },
    {
      id: 'terminate',
      from: [
        'draft',
        'in-negotiation',
        'approved',
        'signed',
        'active',
        'notice-given',
      ],
      to: 'terminated',
      roles: ['KM'],
      block: ['exception.reason', 'disposal.date'],
      guards: ['no-legal-hold'],
      effects: ['trim-contracts', 'close-key-dates', 'notify'],
    },
    {
      id: 'supersede',
      from: ['signed', 'active', 'notice-given'],
      to: 'superseded',
      roles: ['KM'],
      block: ['contract.support', 'disposal.date'],
      guards: ['no-legal-hold'],
      effects: ['link-contracts', 'close-key-dates', 'notify'],
    },
  ],
  observableStatuses: ['active', 'ended'],
  reported: { status: 'active' },
};
