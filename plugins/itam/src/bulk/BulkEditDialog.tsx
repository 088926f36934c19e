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

import { Select } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  assetPatchSchema,
  BulkChange,
  itamCostReadPermission,
} from '@itam/plugin-itam-common';
import { useMemo, useState } from 'react';
import {
  Field,
  FormField,
  useAssetFormTexts,
  useDraft,
} from '../register/form';
import { isEntityRef, spineProblem } from '../register/form/checks';
import { spine } from '../register/form/spine';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { BulkDialog } from './BulkDialog';
import { Selection } from './useSelection';

const NOTHING = {};

/** Changes facts of many assets at once. */
export const BulkEditDialog = (props: {
  selection: Selection;
  onClose: (changed: boolean) => void;
}) => {
  const { t } = useTexts();
  const { selection, onClose } = props;
  const choices = useBulkFields();
  const [chosen, setChosen] = useState<string[]>([]);
  const fields = useMemo(
    () => choices.filter(({ path }) => chosen.includes(path)),
    [choices, chosen],
  );
  const texts = useMemo(() => ({ required: t('form.missing') }), [t]);
  const draft = useDraft({ fields, initial: NOTHING, texts });
  const changeOf = (): BulkChange | undefined => {
    if (fields.length === 0 || !draft.complete()) {
      return undefined;
    }
    const patch = assetPatchSchema.parse(
      Object.fromEntries(
        fields.map(field => [field.path, emptied(field, draft.value(field))]),
      ),
    );
    return { patch };
  };
  return (
    <BulkDialog
      title={t('bulk.edit.title', { count: selection.count })}
      selection={selection}
      changeOf={changeOf}
      onClose={onClose}
    >
      <Select
        label={t('bulk.edit.fields')}
        placeholder={t('bulk.edit.fieldsPlaceholder')}
        selectionMode="multiple"
        options={choices.map(({ path, label }) => ({ id: path, label }))}
        value={chosen}
        onChange={keys => setChosen(keys.map(String))}
      />
      {fields.map(field => (
        <FormField key={field.path} field={field} draft={draft} />
      ))}
      {fields.length > 0 && <Quiet>{t('bulk.edit.emptied')}</Quiet>}
    </BulkDialog>
  );
};

/** Nothing given empties the field; a list becomes an empty one. */
function emptied(field: Field, value: unknown): unknown {
  return value ?? (field.path === 'supports' ? [] : null);
}

/** The facts every asset has, but for its name, which is its own. */
function useBulkFields(): Field[] {
  const texts = useAssetFormTexts();
  const { allowed } = usePermission({ permission: itamCostReadPermission });
  return useMemo(
    () =>
      spine
        .filter(
          ({ name }) =>
            !['name', 'serial', 'entityRef'].includes(name) &&
            (name !== 'purchaseCost' || allowed),
        )
        .map(({ name, only: _, group: __, choices, ...shape }) => ({
          ...shape,
          path: name,
          label: texts.label(name),
          help: texts.help(name),
          choices: choices?.map(({ value, label }) => ({
            value,
            label: texts.choice(name, String(value)) ?? label,
          })),
          check: value =>
            shape.kind === 'entity' && !isEntityRef(value, shape.entityKinds)
              ? texts.entityProblem(shape.entityKinds?.join(' or ') ?? '')
              : spineProblem(name, value),
        })),
    [texts, allowed],
  );
}
