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

import { useState } from 'react';
import { Finder } from './Finder';
import type { InputProps } from './FormField';
import { SharedRecord, useFoundRecords, useRecordName } from './useRecords';

/** Finds a location, a legal entity or a catalogue model by name or code. */
export const RecordFinder = (
  props: Omit<InputProps, 'field'> & {
    record: SharedRecord;
    assetType?: string;
    value: string;
    onChange: (value: string) => void;
  },
) => {
  const { record, assetType, ...finder } = props;
  const [began] = useState(props.value);
  const [search, setSearch] = useState('');
  const { found, searching } = useFoundRecords({ record, search, assetType });
  const name = useRecordName(record, began);
  return (
    <Finder
      {...finder}
      name={props.value === began ? name : undefined}
      found={found}
      searching={searching}
      onSearch={setSearch}
    />
  );
};
