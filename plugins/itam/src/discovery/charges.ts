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

import { RunCounts, SourceItem } from '@itam/plugin-itam-common';

/** The kinds of sources that read bills, known before anything was read. */
const BILL_KINDS = ['focus'];

/** Whether a run took rows of bills and no assets. */
export function onlyCharges(
  counts: Pick<RunCounts, 'assets' | 'folded' | 'grouped' | 'charges'>,
): boolean {
  const { assets, folded, grouped, charges } = counts;
  return charges > 0 && assets + folded + grouped === 0;
}

/** Whether a source reads bills, whose rows are charges and no assets. */
export function readsBills(
  source: Pick<SourceItem, 'kind' | 'lastRun'>,
): boolean {
  return (
    BILL_KINDS.includes(source.kind) ||
    (source.lastRun !== undefined && onlyCharges(source.lastRun.counts))
  );
}
