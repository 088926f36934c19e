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
import { useMemo, useState } from 'react';
import { Field } from '../register/form';
import { useTexts } from '../translation';
import { given, useFieldKit } from './fields';
import { FormDialog, useForm } from './FormDialog';
import { useOffer } from './useTransfers';

/** Offers an asset to another team, which has to accept it. */
export const TransferDialog = (props: {
  asset: AssetDetail;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const [asset] = useState(props.asset);
  const kit = useFieldKit();
  const fields = useMemo(
    (): Field[] => [
      kit.entity(['Group', 'User'], {
        path: 'toOwner',
        label: t('custody.transfer.toOwner'),
        help: t('custody.transfer.toOwnerHint'),
        required: true,
      }),
      kit.entity(['User', 'Group'], {
        path: 'toCustodian',
        label: t('custody.transfer.toCustodian'),
      }),
      {
        path: 'legalEntity',
        label: t('custody.transfer.legalEntity'),
        kind: 'legal-entity',
        check: () => undefined,
      },
      kit.plain('long', {
        path: 'reason',
        label: t('register.edit.reason'),
        required: true,
      }),
    ],
    [kit, t],
  );
  const draft = useForm(fields);
  const offering = useOffer(asset.id, error => draft.refuse(error));
  const submit = async () => {
    const { values } = draft;
    const done = await offering.run({
      toOwner: String(values.toOwner),
      toCustodian: given(values.toCustodian),
      legalEntity: given(values.legalEntity),
      reason: String(values.reason),
    });
    if (done) {
      props.onDone();
      props.onClose();
    }
  };
  return (
    <FormDialog
      title={t('custody.transfer.titleOf', { name: asset.name })}
      about={asset.tag}
      action={t('custody.transfer.submit')}
      fields={fields}
      draft={draft}
      busy={offering.busy}
      error={offering.error}
      onSubmit={submit}
      onClose={props.onClose}
    />
  );
};
