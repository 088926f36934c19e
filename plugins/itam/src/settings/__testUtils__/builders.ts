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

import type {
  AssetTypeDetail,
  CatalogueModelItem,
  LegalEntityItem,
  LifecycleModelDetail,
  LocationItem,
  Policies,
} from '@itam/plugin-itam-common';

const base = {
  configured: false,
  version: 1,
  createdAt: '2026-11-01T10:00:00.000Z',
  createdBy: 'user:default/ann',
  updatedAt: '2026-11-01T10:00:00.000Z',
  updatedBy: 'user:default/ann',
};

/** A location. */
export function aLocation(given: Partial<LocationItem> = {}): LocationItem {
  return {
    ...base,
    id: 'l1',
    code: 'AMS',
    name: 'Amsterdam',
    kind: 'site',
    contacts: [],
    path: [],
    children: 0,
    ...given,
  };
}

/** A legal entity. */
export function aLegalEntity(
  given: Partial<LegalEntityItem> = {},
): LegalEntityItem {
  return {
    ...base,
    id: 'e1',
    code: 'NL01',
    name: 'Example B.V.',
    country: 'NL',
    currency: 'EUR',
    ...given,
  };
}

/** A catalogue model. */
export function aCatalogueModel(
  given: Partial<CatalogueModelItem> = {},
): CatalogueModelItem {
  return {
    ...base,
    id: 'm1',
    code: 'r760',
    name: 'PowerEdge R760',
    type: 'server',
    manufacturer: 'Dell',
    approved: true,
    substitutes: [],
    attributes: {},
    ...given,
  };
}

/** An asset type in full. */
export function aTypeDetail(
  given: Partial<AssetTypeDetail> = {},
): AssetTypeDetail {
  return {
    id: 'server',
    title: 'Server',
    category: 'hardware',
    unit: 'asset',
    lifecycleModel: {
      id: 'datacentre-hardware',
      title: 'Datacentre hardware',
      version: 1,
    },
    attributes: [
      {
        name: 'memory',
        kind: 'number',
        unit: 'GiB',
        multi: false,
        required: true,
      },
      {
        name: 'raidLevel',
        kind: 'enum',
        values: ['raid1', 'raid5'],
        multi: true,
        required: false,
      },
    ],
    metricInputs: [],
    keyDates: [
      {
        id: 'warranty-end',
        title: 'Warranty end',
        lead: ['P90D', 'P30D'],
        to: 'custodian',
        hard: false,
      },
    ],
    depreciation: {
      method: 'straight-line',
      months: 60,
      residualPercent: 0,
    },
    verify: { seen: 'P7D', count: 'P12M' },
    keys: ['serial'],
    assets: 12,
    ...given,
  };
}

/** A lifecycle model in full. */
export function aModelDetail(
  given: Partial<LifecycleModelDetail> = {},
): LifecycleModelDetail {
  return {
    id: 'drone-life',
    title: 'Life of a drone',
    version: 2,
    versions: [1, 2],
    statuses: [
      {
        id: 'flying',
        title: 'Flying',
        stage: 'use',
        terminal: false,
        assets: 3,
      },
      {
        id: 'lost',
        title: 'Lost',
        stage: 'dispose',
        terminal: true,
        assets: 0,
      },
    ],
    transitions: [
      {
        id: 'lose',
        title: 'Lose',
        from: ['flying'],
        to: ['lost'],
        roles: [{ id: 'AM', title: 'IT asset manager' }],
        facts: [
          {
            id: 'loss.report',
            title: 'Report of the loss',
            what: 'Where and how it was lost.',
            level: 'warn',
            due: 'P7D',
          },
        ],
        evidence: [
          { id: 'police-report', title: 'Police report', level: 'block' },
        ],
        guards: [
          {
            id: 'no-legal-hold',
            holds: 'No legal hold is open.',
            wayOut: 'Have it released.',
            soft: false,
          },
        ],
        effects: [{ id: 'close-books', does: 'Closes the books.' }],
      },
    ],
    observableStatuses: ['flying'],
    types: [{ id: 'drone', title: 'Drone' }],
    leftBehind: [],
    ...given,
  };
}

/** The policies of a portal. */
export function somePolicies(given: Partial<Policies> = {}): Policies {
  return {
    publish: {
      enabled: true,
      dryRun: false,
      maximum: 50_000,
      rules: [{ category: ['cloud', 'data'], stage: 'use' }],
    },
    ownership: [
      { match: { tag: 'owner' }, then: { owner: 'group:default/{{value}}' } },
    ],
    sources: [
      {
        id: 'stacks',
        kind: 'terraform',
        title: 'Terraform stacks',
        schedule: 'PT1H',
        onNoMatch: 'register',
        missingAfter: 2,
        missingShare: 0.2,
      },
    ],
    costs: { reportingCurrency: 'EUR' },
    ...given,
  };
}
