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

import { Select, TextAreaField, TextField } from '@backstage/ui';
import { useTexts } from '../../translation';
import { AssetFinder } from './AssetFinder';
import { EntityFinder } from './EntityFinder';
import type { InputProps } from './FormField';
import { RecordFinder } from './RecordFinder';

/** `type` is passed on to the input, whose type names only the textual ones. */
const dayInput: object = { type: 'date' };

const NOTHING = '';

/** The input of one value, by the kind of the field. */
export const SingleInput = (
  props: InputProps & { value: string; onChange: (value: string) => void },
) => {
  const { field, value, onChange, ...input } = props;
  const plain = { ...input, value, onChange };
  switch (field.kind) {
    case 'long':
      return <TextAreaField {...plain} maxLength={field.maxLength} />;
    case 'day':
      return <TextField {...plain} {...dayInput} />;
    case 'number':
      return <TextField {...plain} inputMode="decimal" />;
    case 'url':
      return <TextField {...plain} type="url" placeholder="https://" />;
    case 'boolean':
    case 'choice':
      return <Choices {...props} />;
    case 'entity':
      return <EntityFinder {...plain} kinds={field.entityKinds} />;
    case 'asset':
      return <AssetFinder {...plain} />;
    case 'location':
    case 'legal-entity':
    case 'model':
      return (
        <RecordFinder
          {...plain}
          record={field.kind}
          assetType={field.assetType}
        />
      );
    default:
      return <TextField {...plain} maxLength={field.maxLength} />;
  }
};

function Choices(
  props: InputProps & { value: string; onChange: (value: string) => void },
) {
  const { t } = useTexts();
  const { field, value, onChange, ...input } = props;
  const choices =
    field.kind === 'boolean'
      ? [
          { id: 'true', label: t('shared.value.yes') },
          { id: 'false', label: t('shared.value.no') },
        ]
      : (field.choices ?? []).map(choice => ({
          id: String(choice.value),
          label: choice.label,
        }));
  return (
    <Select
      {...input}
      searchable={choices.length > 12}
      options={[{ id: 'none', label: t('form.nothing') }, ...choices]}
      value={value === NOTHING ? 'none' : value}
      onChange={key => onChange(key === 'none' ? NOTHING : String(key))}
    />
  );
}
