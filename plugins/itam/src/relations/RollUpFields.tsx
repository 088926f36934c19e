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

import { Checkbox, CheckboxGroup } from '@backstage/ui';
import { RolledUpField, rolledUpFields } from '@itam/plugin-itam-common';
import { useTexts } from '../translation';

/** What the part is to take over from its container, now and from now on. */
export const RollUpFields = (props: {
  value: RolledUpField[];
  onChange: (fields: RolledUpField[]) => void;
}) => {
  const { t } = useTexts();
  return (
    <CheckboxGroup
      label={t('relations.rollUp.label')}
      description={t('relations.rollUp.hint')}
      value={props.value}
      onChange={chosen =>
        props.onChange(rolledUpFields.filter(field => chosen.includes(field)))
      }
    >
      {rolledUpFields.map(field => (
        <Checkbox key={field} value={field}>
          {t(`relations.rollUp.take.${field}`)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
};
