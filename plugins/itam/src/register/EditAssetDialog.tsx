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

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { AssetDetail } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { Problem, problemKind, Quiet } from '../shared';
import { itamTranslationRef } from '../translation';
import { AssetForm, assetForm, assetPatch } from './assetPatch';
import { useUpdateAsset } from './useUpdateAsset';

const UNRATED = 'none';
const ratings = ['1', '2', '3', '4'] as const;

/** Changes what people say of an asset; refuses to overwrite a newer version. */
export const EditAssetDialog = (props: {
  asset: AssetDetail;
  onChanged: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(itamTranslationRef);
  const { asset, onChanged, onClose } = props;
  const [form, setForm] = useState(() => assetForm(asset));
  const { save, saving, error } = useUpdateAsset(asset);
  const patch = assetPatch(asset, form);
  const set = (name: keyof AssetForm) => (value: string) =>
    setForm(before => ({ ...before, [name]: value }));

  const submit = async () => {
    if (patch && (await save(patch))) {
      onChanged();
      onClose();
    }
  };

  return (
    <Dialog isOpen isDismissable width={560} onOpenChange={onClose}>
      <DialogHeader>
        {t('register.edit.title', { name: asset.name })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {error &&
            (problemKind(error) === 'conflict' ? (
              <Alert
                role="alert"
                status="warning"
                icon
                title={t('register.edit.conflict')}
                description={t('register.edit.conflictHint')}
                customActions={
                  <Button size="small" variant="secondary" onPress={onChanged}>
                    {t('register.edit.reload')}
                  </Button>
                }
              />
            ) : (
              <Problem error={error} title={t('register.edit.failed')} />
            ))}
          <Quiet as="p">{t('register.edit.lock')}</Quiet>
          <TextField
            label={t('register.field.owner')}
            description={t('register.edit.ownerHint')}
            value={form.owner}
            onChange={set('owner')}
          />
          <TextField
            label={t('register.field.environment')}
            maxLength={100}
            value={form.environment}
            onChange={set('environment')}
          />
          <Select
            label={t('register.field.criticality')}
            options={[
              { id: UNRATED, label: t('register.edit.criticalityNone') },
              ...ratings.map(id => ({
                id,
                label: t(`register.edit.criticality.${id}`),
              })),
            ]}
            value={form.criticality || UNRATED}
            onChange={key =>
              set('criticality')(key === UNRATED ? '' : String(key))
            }
          />
          <TextAreaField
            label={t('register.field.description')}
            maxLength={4000}
            value={form.description}
            onChange={set('description')}
          />
          <TextField
            label={t('register.edit.reason')}
            description={t('register.edit.reasonHint')}
            maxLength={2000}
            value={form.reason}
            onChange={set('reason')}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        {!patch && (
          <Quiet variant="body-small">{t('register.edit.nothing')}</Quiet>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('register.edit.cancel')}
        </Button>
        <Button isDisabled={!patch} isPending={saving} onPress={submit}>
          {t('register.edit.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
