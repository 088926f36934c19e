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

import { Combobox } from '@backstage/ui';
import { useState } from 'react';

/** Something that was found, by what names it. */
export interface Found {
  id: string;
  label: string;
  description?: string;
}

/**
 * A text in which one searches for something and takes it. What is typed and
 * fits nothing stays as it is, so that a known id can simply be written.
 */
export const Finder = (props: {
  label?: string;
  'aria-label'?: string;
  description?: string;
  secondaryLabel?: string;
  isRequired?: boolean;
  isInvalid: boolean;
  'aria-describedby'?: string;
  onBlur: () => void;
  value: string;
  /** What the value is called, once known. */
  name?: string;
  found: Found[];
  searching: boolean;
  onSearch: (text: string) => void;
  onChange: (value: string) => void;
}) => {
  const { value, name, found, searching, onSearch, onChange, ...input } = props;
  const [typed, setTyped] = useState<{ text: string; value: string }>();
  const text = typed?.value === value ? typed.text : name ?? value;
  const chosen = found.find(({ id }) => id === value);

  const take = (next: string, shown: string) => {
    setTyped({ text: shown, value: next });
    onChange(next);
  };
  return (
    <Combobox
      {...input}
      menuTrigger="input"
      allowsCustomValue
      options={found}
      loading={{ state: searching ? 'loading' : 'idle' }}
      search={{
        mode: 'server',
        inputValue: text,
        onInputChange: next => {
          if (next !== text) {
            const match = found.find(({ label }) => label === next);
            take(match?.id ?? next.trim(), next);
            onSearch(next);
          }
        },
      }}
      value={chosen?.id ?? null}
      onChange={key => {
        const one = found.find(({ id }) => id === key);
        if (one) {
          take(one.id, one.label);
        }
      }}
    />
  );
};
