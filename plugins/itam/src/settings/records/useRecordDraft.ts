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

import { useMemo } from 'react';
import { FieldGroup, useDraft } from '../../register/form';
import { useTexts } from '../../translation';

/** What is typed into the fields of a shared record. */
export function useRecordDraft(
  groups: FieldGroup[],
  initial: Record<string, unknown>,
) {
  const { t } = useTexts();
  const fields = useMemo(() => groups.flatMap(group => group.fields), [groups]);
  const texts = useMemo(() => ({ required: t('form.missing') }), [t]);
  return useDraft({ fields, initial, texts });
}

/** The values of a record by the paths of its fields. */
export function valuesOf(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) =>
      isNested(name, value) ? nested(name, value) : [[name, value]],
    ),
  );
}

function nested(name: string, value: object): Array<[string, unknown]> {
  return Object.entries(value).flatMap(
    ([inner, item]): Array<[string, unknown]> =>
      Array.isArray(value)
        ? nested(`${name}.${inner}`, item)
        : [[`${name}.${inner}`, item]],
  );
}

/** Money is one value; contacts and attributes are several. */
function isNested(name: string, value: unknown): value is object {
  return (
    ['contacts', 'attributes'].includes(name) &&
    typeof value === 'object' &&
    value !== null
  );
}
