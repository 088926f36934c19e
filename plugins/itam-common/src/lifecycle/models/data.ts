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

/**
 * Data sets, documents, reports, streams, training data and backups. Class,
 * steward and retention are settled before use; erasure lists every copy.
 */
export const data: LifecycleModelDefinition = {
  id: 'data',
  version: 1,
  title: 'Data',
  statuses: {
    planned: 'plan',
    approved: 'plan',
    collected: 'acquire',
    classified: 'assign',
    'in-use': 'use',
    archived: 'decommission',
    'marked-for-erasure': 'decommission',
    erased: { stage: 'dispose', terminal: true },
    transferred: { stage: 'dispose', terminal: true },
  },
  transitions: [
    {
      id: 'plan',
      from: [],
      to: 'planned',
      roles: ['OW', 'CU'],
      block: ['request.requirements'],
      guards: ['type-in-scope'],
      effects: ['notify'],
    },
    {
      id: 'approve',
      from: ['planned'],
      to: 'approved',
      roles: ['OW', 'IS'],
      block: ['request.requirements', 'request.approval', 'policy.applied'],
      evidence: ['approval-record'],
      guards: ['requester-not-approver'],
      effects: ['notify'],
    },
    {
      id: 'collect',
      from: ['approved'],
      to: 'collected',
      roles: ['CU', 'TE'],
      block: ['acquisition.date', 'acquisition.method'],
      effects: ['set-key-dates'],
    },
    {
      id: 'discover',
      from: [],
      to: 'collected',
      roles: ['SYS'],
      evidence: ['detection-record'],
      guards: ['not-duplicate'],
      effects: ['open-fact-debts', 'mark-verified'],
    },
    {
      id: 'classify',
      from: ['collected', 'in-use'],
      to: 'classified',
      roles: ['OW', 'CU', 'IS'],
      block: ['owner', 'custodian', 'policy.applied'],
      guards: ['owner-set', 'named-person'],
      effects: ['set-key-dates', 'set-next-review'],
    },
    {
      id: 'use',
      title: 'Put to use',
      from: ['classified'],
      to: 'in-use',
      roles: ['CU', 'OW'],
      block: ['service.supported', 'environment'],
      guards: ['named-person'],
      effects: ['open-assignment', 'publish', 'mark-verified'],
    },
    {
      id: 'archive',
      from: ['in-use', 'classified'],
      to: 'archived',
      roles: ['CU', 'OW'],
      block: ['decommission.date', 'decommission.operator', 'stock.location'],
      guards: ['no-dependants'],
      effects: ['close-assignment', 'archive-media', 'set-key-dates'],
    },
    {
      id: 'restore',
      from: ['archived', 'marked-for-erasure'],
      to: 'in-use',
      roles: ['CU', 'OW'],
      block: ['exception.reason'],
      guards: ['named-person'],
      effects: ['open-assignment', 'notify'],
    },
    {
      id: 'mark-for-erasure',
      from: ['collected', 'classified', 'in-use', 'archived'],
      to: 'marked-for-erasure',
      roles: ['OW', 'CU', 'IS'],
      block: ['disposal.reason', 'impact.assessment'],
      evidence: ['impact-assessment'],
      guards: ['no-legal-hold', 'impact-assessed'],
      effects: ['create-task', 'notify'],
    },
    {
      id: 'erase',
      from: ['marked-for-erasure'],
      to: 'erased',
      roles: ['CU', 'TE'],
      block: ['disposal.date', 'disposal.operator', 'data.handling'],
      evidence: ['sanitisation-certificate'],
      guards: ['no-legal-hold', 'sanitised', 'second-person-verified'],
      effects: [
        'unpublish',
        'end-relations',
        'close-key-dates',
        'retain-record',
        'watch-sightings',
      ],
    },
    {
      id: 'transfer',
      from: ['classified', 'in-use', 'archived'],
      to: 'transferred',
      roles: ['OW'],
      block: [
        'disposal.date',
        'disposal.operator',
        'disposal.recipient',
        'transfer.acceptance',
        'data.handling',
      ],
      guards: ['no-legal-hold', 'receiver-accepts'],
      effects: ['unpublish', 'close-key-dates', 'retain-record'],
    },
  ],
  observableStatuses: ['collected', 'archived'],
  reported: { status: 'collected' },
};
