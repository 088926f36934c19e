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

import { AssetDetail } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { words } from '../shared';
import { useTexts } from '../translation';
import { given, useFieldKit } from './fields';
import { FormDialog, useForm } from './FormDialog';
import { useStatement } from './useCustody';

/** What people find wrong most. */
const oftenWrong = [
  'name',
  'status',
  'location',
  'owner',
  'custodian',
  'consumer',
  'serial',
  'model',
  'manufacturer',
  'environment',
  'condition',
  'supports',
];

/** Says what is wrong with a record. */
export const WrongDialog = (props: {
  asset: Pick<AssetDetail, 'id' | 'tag' | 'name'>;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const { asset } = props;
  const kit = useFieldKit();
  const stating = useStatement(asset.id);
  const fields = useMemo(
    () => [
      kit.choice(
        {
          path: 'field',
          label: t('custody.statement.field'),
          help: t('custody.statement.fieldHint'),
        },
        oftenWrong.map(value => ({ value, label: words(value) })),
      ),
      kit.plain('text', {
        path: 'observed',
        label: t('custody.statement.observed'),
        maxLength: 1000,
      }),
      kit.plain('long', { path: 'note', label: t('custody.statement.note') }),
    ],
    [kit, t],
  );
  const draft = useForm(fields);
  const submit = async () => {
    const { values } = draft;
    const done = await stating.run({
      says: 'wrong',
      field: given(values.field),
      observed: given(values.observed),
      note: given(values.note),
    });
    if (done) {
      props.onDone();
      props.onClose();
    }
  };
  return (
    <FormDialog
      title={t('custody.statement.wrongTitle', { name: asset.name })}
      hint={t('custody.statement.wrongHint')}
      about={asset.tag}
      action={t('custody.statement.submit')}
      fields={fields}
      draft={draft}
      busy={stating.busy}
      error={stating.error}
      onSubmit={submit}
      onClose={props.onClose}
    />
  );
};
