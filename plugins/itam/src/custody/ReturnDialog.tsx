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
  AssetCustody,
  assetConditions,
  AssetDetail,
} from '@itam/plugin-itam-common';
import { useMemo, useState } from 'react';
import { useTexts } from '../translation';
import { given, momentOf, useFieldKit } from './fields';
import { FormDialog, useForm } from './FormDialog';
import { useReturn } from './useCustody';

/** Takes an asset back from who uses it. */
export const ReturnDialog = (props: {
  asset: AssetDetail;
  custody: AssetCustody;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const [{ asset, custody }] = useState(props);
  const kit = useFieldKit();
  const users = useMemo(
    () => custody.open.filter(({ kind }) => kind !== 'custodian'),
    [custody],
  );
  const fields = useMemo(
    () => [
      ...(users.length > 1
        ? [
            kit.choice(
              {
                path: 'holder',
                label: t('custody.return.holder'),
                required: true,
              },
              users.map(({ holder, holderTitle }) => ({
                value: holder,
                label: holderTitle ?? holder,
              })),
            ),
          ]
        : []),
      kit.condition(),
      kit.entity(['User', 'Group'], {
        path: 'custodian',
        label: t('custody.return.custodian'),
        help: t('custody.return.custodianHint'),
      }),
      kit.plain('day', {
        path: 'day',
        label: t('custody.assign.day'),
        help: t('custody.assign.dayHint'),
      }),
      kit.plain('text', { path: 'note', label: t('custody.assign.note') }),
    ],
    [users, kit, t],
  );
  const draft = useForm(fields);
  const returning = useReturn(asset.id, error => draft.refuse(error));
  const submit = async () => {
    const { values } = draft;
    const done = await returning.run({
      holder: given(values.holder),
      condition: assetConditions.find(one => one === values.condition),
      custodian: given(values.custodian),
      effectiveAt: momentOf(values.day),
      note: given(values.note),
    });
    if (done) {
      props.onDone();
      props.onClose();
    }
  };
  return (
    <FormDialog
      title={t('custody.return.title', { name: asset.name })}
      about={asset.tag}
      action={t('custody.return.submit')}
      fields={fields}
      draft={draft}
      busy={returning.busy}
      error={returning.error}
      onSubmit={submit}
      onClose={props.onClose}
    />
  );
};
