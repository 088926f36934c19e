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
 * A product and its release in the catalogue. Installations are observations
 * of it, not assets of this model.
 */
export const softwareProduct: LifecycleModelDefinition = {
  id: 'software-product',
  version: 1,
  title: 'Software product',
  statuses: {
    proposed: 'plan',
    'under-evaluation': 'plan',
    rejected: { stage: 'plan', terminal: true },
    approved: 'acquire',
    standard: 'use',
    restricted: 'use',
    'phase-out': 'decommission',
    prohibited: 'decommission',
    retired: { stage: 'dispose', terminal: true },
  },
  transitions: [
    {
      id: 'propose',
      from: [],
      to: 'proposed',
      roles: ['CO', 'CU', 'OW', 'AM', 'SYS'],
      block: ['request.requirements'],
      auto: ['model.vendorOffer'],
      guards: ['type-in-scope', 'not-duplicate'],
      effects: ['notify'],
    },
    {
      id: 'evaluate',
      from: ['proposed'],
      to: 'under-evaluation',
      roles: ['AM', 'LM', 'IS'],
      block: ['owner'],
      auto: ['model.hardwareCompatibility', 'usage.measured'],
      guards: ['pool-checked'],
      effects: ['create-task', 'set-next-review'],
    },
    {
      id: 'reject',
      from: ['proposed', 'under-evaluation'],
      to: 'rejected',
      roles: ['AM', 'OW', 'IS'],
      block: ['exception.reason'],
      effects: ['notify'],
    },
    {
      id: 'approve',
      from: ['under-evaluation'],
      to: 'approved',
      roles: ['OW', 'AM'],
      block: ['owner', 'licence.guidance', 'request.approval'],
      warn: [{ fact: 'model.endOfSupportDate', due: 'P30D' }],
      evidence: ['approval-record'],
      guards: ['requester-not-approver', 'owner-set'],
      effects: ['set-key-dates', 'notify'],
    },
    {
      id: 'make-standard',
      from: ['approved', 'restricted'],
      to: 'standard',
      roles: ['AM', 'OW'],
      block: ['owner'],
      effects: ['publish', 'notify'],
    },
    {
      id: 'restrict',
      from: ['approved', 'standard'],
      to: 'restricted',
      roles: ['AM', 'OW', 'IS'],
      block: ['policy.applied', 'exception.reason'],
      effects: ['set-key-dates', 'notify'],
    },
    {
      id: 'phase-out',
      from: ['approved', 'standard', 'restricted'],
      to: 'phase-out',
      roles: ['AM', 'OW'],
      block: ['stock.substitutionRule', 'date.endOfSupport'],
      auto: ['usage.measured', 'licence.position'],
      effects: ['set-key-dates', 'create-task', 'notify'],
    },
    {
      id: 'resume',
      from: ['phase-out'],
      to: 'standard',
      roles: ['AM', 'OW'],
      block: ['exception.reason'],
      effects: ['notify'],
    },
    {
      id: 'prohibit',
      from: [
        'proposed',
        'under-evaluation',
        'approved',
        'standard',
        'restricted',
        'phase-out',
      ],
      to: 'prohibited',
      roles: ['IS', 'AM'],
      block: ['exception.reason'],
      auto: ['usage.measured'],
      effects: ['open-discrepancy', 'notify'],
    },
    {
      id: 'lift-prohibition',
      from: ['prohibited'],
      to: 'under-evaluation',
      roles: ['IS', 'AM'],
      block: ['exception.reason'],
      effects: ['notify'],
    },
    {
      id: 'retire',
      from: ['phase-out', 'prohibited'],
      to: 'retired',
      roles: ['AM', 'OW'],
      block: ['decommission.date', 'decommission.operator'],
      auto: ['usage.measured'],
      guards: ['no-dependants', 'software-removed-or-covered', 'no-legal-hold'],
      effects: ['unpublish', 'close-key-dates', 'archive-media'],
    },
  ],
  observableStatuses: ['proposed'],
  reported: { status: 'proposed' },
};
