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
 * Repositories, stacks, modules, templates, libraries and pipelines. Archived
 * code still exists and still needs an owner; only deletion ends it.
 */
export const code: LifecycleModelDefinition = {
  id: 'code',
  version: 1,
  title: 'Code',
  statuses: {
    planned: 'plan',
    experimental: 'acquire',
    production: 'use',
    deprecated: 'decommission',
    archived: 'decommission',
    deleted: { stage: 'dispose', terminal: true },
  },
  transitions: [
    {
      id: 'plan',
      from: [],
      to: 'planned',
      roles: ['OW', 'CU', 'TE'],
      block: ['request.requirements', 'owner'],
      guards: ['owner-set'],
      effects: ['notify'],
    },
    {
      id: 'start',
      from: ['planned'],
      to: 'experimental',
      roles: ['OW', 'CU', 'TE', 'SYS'],
      block: ['ci.ref'],
      effects: ['set-key-dates'],
    },
    {
      id: 'discover',
      from: [],
      to: ['experimental', 'production', 'deprecated', 'archived'],
      roles: ['SYS'],
      evidence: ['detection-record'],
      guards: ['not-duplicate'],
      effects: ['open-fact-debts', 'mark-verified'],
    },
    {
      id: 'release',
      from: ['experimental'],
      to: 'production',
      roles: ['OW', 'CU', 'TE'],
      block: ['owner', 'service.supported'],
      guards: ['owner-set', 'named-person'],
      effects: ['publish', 'start-books', 'set-key-dates'],
    },
    {
      id: 'deprecate',
      from: ['experimental', 'production'],
      to: 'deprecated',
      roles: ['OW', 'CU'],
      block: ['decommission.cause', 'date.endOfSupport', 'impact.assessment'],
      guards: ['impact-assessed'],
      effects: ['set-key-dates', 'notify'],
    },
    {
      id: 'withdraw-deprecation',
      from: ['deprecated'],
      to: 'production',
      roles: ['OW', 'CU'],
      block: ['exception.reason'],
      effects: ['close-key-dates', 'notify'],
    },
    {
      id: 'archive',
      from: ['experimental', 'production', 'deprecated'],
      to: 'archived',
      roles: ['OW', 'CU', 'SYS'],
      block: ['decommission.date', 'decommission.operator', 'data.handling'],
      guards: ['no-dependants'],
      effects: ['end-relations', 'archive-media', 'notify'],
    },
    {
      id: 'restore',
      from: ['archived'],
      to: 'production',
      roles: ['OW', 'CU', 'SYS'],
      block: ['exception.reason', 'owner'],
      guards: ['owner-set', 'named-person'],
      effects: ['publish', 'notify'],
    },
    {
      id: 'delete',
      from: ['archived'],
      to: 'deleted',
      roles: ['OW', 'AM'],
      block: ['disposal.date', 'disposal.operator', 'disposal.reason'],
      guards: ['no-legal-hold', 'no-dependants', 'disposer-not-approver'],
      effects: [
        'unpublish',
        'close-books',
        'close-key-dates',
        'retain-record',
        'watch-sightings',
      ],
    },
    {
      id: 'confirm-deletion',
      from: ['experimental', 'production', 'deprecated', 'archived'],
      to: 'deleted',
      roles: ['SYS'],
      evidence: ['detection-record'],
      effects: ['open-discrepancy', 'unpublish', 'close-key-dates', 'notify'],
    },
    {
      id: 'reopen',
      from: ['deleted'],
      to: 'production',
      roles: ['SYS'],
      evidence: ['detection-record'],
      effects: ['open-discrepancy', 'notify'],
    },
  ],
  observableStatuses: [
    'experimental',
    'production',
    'deprecated',
    'archived',
    'deleted',
  ],
  reported: { status: 'production' },
};
