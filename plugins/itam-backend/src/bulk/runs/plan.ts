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

import type { RowProblem } from '@itam/plugin-itam-common';
import type { RegisterChange } from '../../register/Register';
import type { StoredChange, StoredRow } from './BulkRunStore';

/** A row of a run, with what it takes to carry it out. */
export interface PlannedRow {
  row: number;
  /** Where the run goes on after it. */
  position: string;
  assetId?: string;
  tag?: string;
  /** It registers a new asset. */
  creates?: boolean;
  versionBefore?: number;
  /** Applied one after the other; none: nothing is to be done. */
  apply: RegisterChange[];
  changes: Record<string, StoredChange>;
  /** Any: the row is not taken. */
  problems: RowProblem[];
}

/** Rows that are planned together, on the states of one moment. */
export interface PlannedBatch {
  rows: PlannedRow[];
}

/** A row that is not taken. */
export function rejectedRow(
  row: Pick<PlannedRow, 'row' | 'position'> & Partial<PlannedRow>,
  ...problems: RowProblem[]
): PlannedRow {
  return { ...row, apply: [], changes: {}, problems };
}

/** What is kept of a row that is not taken, or needs nothing. */
export function storedRow(
  row: PlannedRow,
  made: Pick<StoredRow, 'outcome'> & Partial<StoredRow>,
): StoredRow {
  return {
    row: row.row,
    assetId: row.assetId,
    tag: row.tag,
    problems: row.problems,
    versionBefore: row.versionBefore,
    changes: made.outcome === 'rejected' ? {} : row.changes,
    ...made,
  };
}
