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

import { Checkbox, Flex, SearchField } from '@backstage/ui';
import { useState } from 'react';
import { useSettled } from '../../register/form/useSettled';
import { useTexts } from '../../translation';

/** What a list of records is narrowed down by. */
export interface RecordSearch {
  text: string;
  /** The text once typing paused. */
  q: string;
  withRetired: boolean;
  setText(text: string): void;
  setWithRetired(shown: boolean): void;
}

/** Keeps what a list of records is narrowed down by. */
export function useRecordSearch(): RecordSearch {
  const [text, setText] = useState('');
  const [withRetired, setWithRetired] = useState(false);
  const q = useSettled(text).trim();
  return { text, q, withRetired, setText, setWithRetired };
}

/** Narrows a list of records down. */
export const RecordSearchBar = (props: { search: RecordSearch }) => {
  const { t } = useTexts();
  const { text, withRetired, setText, setWithRetired } = props.search;
  return (
    <Flex gap="3" align="end" role="search">
      <SearchField
        label={t('settings.records.search')}
        size="small"
        value={text}
        onChange={setText}
      />
      <Checkbox isSelected={withRetired} onChange={setWithRetired}>
        {t('settings.records.showRetired')}
      </Checkbox>
    </Flex>
  );
};
