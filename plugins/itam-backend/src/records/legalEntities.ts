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
  LegalEntityFacts,
  legalEntityFactsSchema,
  LegalEntityItem,
} from '@itam/plugin-itam-common';
import { exactMoney } from './exactMoney';
import type { CheckedFacts, RecordRules } from './RecordRules';
import type { StoredRecord } from './RecordStore';

/** What legal entities ask for. */
export class LegalEntityRules
  implements RecordRules<LegalEntityFacts, LegalEntityItem>
{
  readonly word = 'legal entity';
  readonly schema = legalEntityFactsSchema;

  async check(
    facts: LegalEntityFacts,
  ): Promise<CheckedFacts<LegalEntityFacts>> {
    const threshold = facts.capitalisationThreshold;
    return {
      facts: {
        ...facts,
        capitalisationThreshold: threshold && exactMoney(threshold),
      },
      problems:
        threshold && threshold.currency !== facts.currency
          ? [
              {
                path: 'capitalisationThreshold.currency',
                reason: `must be the currency of the books, ${facts.currency}`,
              },
            ]
          : [],
    };
  }

  async items(
    records: StoredRecord<LegalEntityFacts>[],
  ): Promise<LegalEntityItem[]> {
    return records.map(({ facts, ...base }) => ({ ...base, ...facts }));
  }
}
