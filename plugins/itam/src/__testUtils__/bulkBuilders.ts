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

import { BulkRow, BulkRun, ImportPreview } from '@itam/plugin-itam-common';

/** A bulk run that has ended. */
export function aBulkRun(differences: Partial<BulkRun> = {}): BulkRun {
  return {
    id: 'run-1',
    kind: 'import',
    status: 'succeeded',
    dryRun: false,
    counts: { read: 3, created: 1, updated: 1, unchanged: 0, rejected: 1 },
    request: {},
    notes: [],
    requestedBy: 'user:default/ann',
    undoneBy: [],
    cancelling: false,
    createdAt: '2026-11-20T10:00:00.000Z',
    startedAt: '2026-11-20T10:00:01.000Z',
    endedAt: '2026-11-20T10:00:11.000Z',
    ...differences,
  };
}

/** A row of a bulk run. */
export function aBulkRow(differences: Partial<BulkRow> = {}): BulkRow {
  return {
    row: 1,
    assetId: 'asset-1',
    tag: 'HW-000001',
    outcome: 'updated',
    problems: [],
    changes: { environment: { from: 'test', to: 'live' } },
    ...differences,
  };
}

/** How a small CSV looks before it is imported. */
export function aPreview(
  differences: Partial<ImportPreview> = {},
): ImportPreview {
  return {
    format: 'csv',
    encoding: 'utf-8',
    byteOrderMark: false,
    delimiter: ',',
    partial: false,
    columns: [
      { header: 'Name', to: 'name', confidence: 1, samples: ['laptop 1'] },
      {
        header: 'Bought',
        to: 'acquiredOn',
        confidence: 0.9,
        samples: ['31.01.2026'],
        dateFormat: 'DD.MM.YYYY',
      },
      { header: 'Colour', to: null, confidence: 0, samples: ['red'] },
    ],
    mappings: [],
    problems: [],
    fields: ['name', 'acquiredOn', 'notes'],
    ...differences,
  };
}
