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

const seen = ['provisioned', 'unclaimed', 'in-use', 'stopped'];

/**
 * Whatever a provider runs for us. Deletion is asked for here and confirmed by
 * readings of the provider: reality, not a click, makes a resource `deleted`.
 */
export const cloudResource: LifecycleModelDefinition = {
  id: 'cloud-resource',
  version: 1,
  title: 'Cloud resource',
  statuses: {
    planned: 'plan',
    approved: 'plan',
    cancelled: { stage: 'plan', terminal: true },
    provisioned: 'acquire',
    unclaimed: 'acquire',
    'in-use': 'use',
    stopped: 'use',
    'marked-for-deletion': 'decommission',
    'pending-deletion': 'decommission',
    deleted: { stage: 'dispose', terminal: true },
  },
  transitions: [
    {
      id: 'plan',
      from: [],
      to: 'planned',
      roles: ['OW', 'CU', 'TE'],
      block: ['plan.budgetLine', 'owner', 'service.supported'],
      guards: ['type-in-scope', 'owner-set'],
      effects: ['set-key-dates'],
    },
    {
      id: 'approve',
      from: ['planned'],
      to: 'approved',
      roles: ['OW'],
      block: ['request.requirements', 'request.approval'],
      guards: ['requester-not-approver', 'budget-available'],
      effects: ['notify'],
    },
    {
      id: 'cancel',
      from: ['planned', 'approved'],
      to: 'cancelled',
      roles: ['OW', 'AM'],
      block: ['exception.reason'],
      effects: ['close-key-dates', 'notify'],
    },
    {
      id: 'provision',
      from: ['approved'],
      to: 'provisioned',
      roles: ['TE', 'SYS'],
      block: ['ci.ref'],
      effects: ['open-finance', 'set-key-dates'],
    },
    {
      id: 'discover',
      from: [],
      to: seen,
      roles: ['SYS'],
      evidence: ['detection-record'],
      guards: ['not-duplicate'],
      effects: ['open-fact-debts', 'set-key-dates', 'mark-verified'],
    },
    {
      id: 'claim',
      from: ['provisioned', 'unclaimed'],
      to: 'in-use',
      roles: ['OW', 'CU', 'TE', 'AM'],
      block: ['owner', 'service.supported', 'environment'],
      guards: ['owner-set', 'named-person'],
      effects: [
        'open-assignment',
        'close-key-dates',
        'publish',
        'recompute-positions',
        'mark-verified',
      ],
    },
    {
      id: 'stop',
      from: ['in-use'],
      to: 'stopped',
      roles: ['TE', 'CU', 'SYS'],
      effects: ['recompute-positions'],
    },
    {
      id: 'start',
      from: ['stopped'],
      to: 'in-use',
      roles: ['TE', 'CU', 'SYS'],
      effects: ['recompute-positions'],
    },
    {
      id: 'mark-for-deletion',
      from: seen,
      to: 'marked-for-deletion',
      roles: ['OW', 'AM'],
      block: ['decommission.cause', 'impact.assessment', 'data.handling'],
      auto: ['licence.serverImpact'],
      evidence: ['impact-assessment'],
      guards: [
        'no-legal-hold',
        'impact-assessed',
        'no-dependants',
        'backup-confirmed',
      ],
      effects: ['notify', 'create-task', 'set-key-dates'],
    },
    {
      id: 'keep',
      from: ['marked-for-deletion'],
      to: 'in-use',
      roles: ['OW', 'CU', 'AM'],
      block: ['exception.reason', 'owner', 'service.supported'],
      guards: ['named-person'],
      effects: ['close-key-dates', 'notify'],
    },
    {
      id: 'request-deletion',
      from: ['marked-for-deletion'],
      to: 'pending-deletion',
      roles: ['TE', 'OW', 'SYS'],
      block: ['decommission.date', 'decommission.operator'],
      guards: ['no-legal-hold', 'no-dependants'],
      effects: ['set-key-dates', 'notify'],
    },
    {
      id: 'restore',
      from: ['pending-deletion'],
      to: 'in-use',
      roles: ['OW', 'TE', 'SYS'],
      block: ['exception.reason'],
      effects: ['close-key-dates', 'recompute-positions', 'notify'],
    },
    {
      id: 'confirm-deletion',
      from: [...seen, 'marked-for-deletion', 'pending-deletion'],
      to: 'deleted',
      roles: ['SYS'],
      evidence: ['detection-record'],
      effects: [
        'close-assignment',
        'end-relations',
        'close-key-dates',
        'unpublish',
        'recompute-positions',
        'retain-record',
        'watch-sightings',
      ],
    },
    {
      id: 'reopen',
      from: ['deleted'],
      to: ['unclaimed', 'in-use', 'stopped'],
      roles: ['SYS'],
      evidence: ['detection-record'],
      effects: ['open-discrepancy', 'recompute-positions', 'notify'],
    },
  ],
  observableStatuses: [...seen, 'pending-deletion', 'deleted'],
  reported: {
    status: 'in-use',
    needs: ['owner', 'service'],
    otherwise: 'unclaimed',
  },
};
