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

import {
  AssetDetail,
  AssetHistoryEntry,
  AssetItem,
  EntitySummary,
  LastVerification,
  LifecycleModelItem,
  noCounts,
  RunCounts,
  RunItem,
  SourceItem,
} from '@itam/plugin-itam-common';

/** An asset as lists have it. */
export function anAsset(given: Partial<AssetItem> = {}): AssetItem {
  return {
    id: '01930000-0000-7000-8000-000000000001',
    tag: 'checkout-db-1a2b3c',
    type: 'cloud-database',
    category: 'cloud',
    name: 'checkout-db',
    status: 'in-use',
    stage: 'use',
    owner: 'group:default/payments',
    environment: 'production',
    provider: 'aws',
    account: '111122223333',
    region: 'eu-west-1',
    supports: ['component:default/checkout'],
    disputed: false,
    sourceId: 'payments-states',
    version: 3,
    updatedAt: '2026-11-20T10:00:00.000Z',
    allowed: ['read'],
    ...given,
  };
}

/** An asset in full. */
export function anAssetDetail(given: Partial<AssetDetail> = {}): AssetDetail {
  return {
    ...anAsset(),
    attributes: {},
    labels: {},
    keys: [],
    fields: [],
    lifecycleModel: 'cloud-resource',
    foldedCount: 0,
    observations: [],
    createdAt: '2026-11-01T10:00:00.000Z',
    createdBy: 'source:payments-states',
    updatedBy: 'source:payments-states',
    ...given,
  };
}

/** A small lifecycle model of cloud resources. */
export function aLifecycleModel(): LifecycleModelItem {
  const status = (id: string, title: string, stage: string) => ({
    id,
    title,
    stage,
    terminal: false,
  });
  return {
    id: 'cloud-resource',
    version: 1,
    title: 'Cloud resource',
    statuses: [
      status('deleted', 'Deleted', 'dispose'),
      status('in-use', 'In use', 'use'),
      status('stopped', 'Stopped', 'use'),
      status('planned', 'Planned', 'plan'),
      status('marked-for-deletion', 'Marked for deletion', 'decommission'),
    ],
    transitions: [
      { id: 'stop', title: 'Stop', from: ['in-use'], to: ['stopped'] },
      {
        id: 'mark-for-deletion',
        title: 'Mark for deletion',
        from: ['in-use', 'stopped'],
        to: ['marked-for-deletion'],
      },
    ],
  };
}

/** A line of an asset's history. */
export function aHistoryEntry(
  given: Partial<AssetHistoryEntry> = {},
): AssetHistoryEntry {
  return {
    id: 'h1',
    version: 3,
    effectiveAt: '2026-11-20T10:00:00.000Z',
    recordedAt: '2026-11-20T10:00:00.000Z',
    actor: 'source:payments-states',
    action: 'observe',
    changes: {},
    hash: '0'.repeat(64),
    ...given,
  };
}

/** How the last verification of the history ended. */
export function aVerification(
  given: Partial<LastVerification> = {},
): LastVerification {
  return {
    state: 'intact',
    startedAt: '2026-11-20T10:00:00.000Z',
    endedAt: '2026-11-20T10:01:00.000Z',
    verified: 12,
    unsealed: 2,
    blocks: 1,
    assets: 3,
    problemCount: 0,
    problems: [],
    ...given,
  };
}

/** The assets of an entity in figures. */
export function anEntitySummary(
  given: Partial<EntitySummary> = {},
): EntitySummary {
  return {
    entityRef: 'component:default/checkout',
    total: 0,
    byCategory: [],
    byStatus: [],
    unowned: 0,
    disputed: 0,
    readings: [],
    ...given,
  };
}

/** A run. */
export function aRun(
  given: Partial<Omit<RunItem, 'counts'>> & {
    counts?: Partial<RunCounts>;
  } = {},
): RunItem {
  return {
    id: 'run-1',
    sourceId: 'payments-states',
    status: 'succeeded',
    trigger: 'schedule',
    createdAt: '2026-11-20T10:00:00.000Z',
    startedAt: '2026-11-20T10:00:00.000Z',
    ...given,
    counts: { ...noCounts, ...given.counts },
  };
}

/** A source. */
export function aSource(given: Partial<SourceItem> = {}): SourceItem {
  return {
    id: 'payments-states',
    kind: 'terraform',
    title: 'Payments states',
    state: 'idle',
    locations: ['examples/terraform/*.tfstate'],
    schedule: 'PT1H',
    acceptsFiles: true,
    assets: 120,
    folded: 55,
    lastSucceededAt: '2026-11-20T10:00:00.000Z',
    ...given,
  };
}
