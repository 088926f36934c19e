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

import { RunCounts } from '@itam/plugin-itam-common';
import { useTexts } from '../translation';
import { onlyCharges } from './charges';

/** What a run read, as a sum that adds up. */
export const RunCountsText = (props: { counts: RunCounts }) => {
  const { t } = useTexts();
  const { counts } = props;
  const texts = {
    read: String(counts.read),
    assets: String(counts.assets),
    folded: String(counts.folded),
    grouped: String(counts.grouped),
    charges: String(counts.charges),
    rejected: String(counts.rejected),
  };
  if (onlyCharges(counts)) {
    return <>{t('discovery.run.countsOfBills', texts)}</>;
  }
  return counts.charges > 0 ? (
    <>{t('discovery.run.countsWithCharges', texts)}</>
  ) : (
    <>{t('discovery.run.counts', texts)}</>
  );
};
