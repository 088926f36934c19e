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

import { Text, TextAreaField, TextField } from '@backstage/ui';
import { useId, useState } from 'react';
import { FieldProblem } from '../register/form';
import { useTexts } from '../translation';
import { ActionDialog } from './ActionDialog';
import { usePlaceHold } from './useHolds';

/** Places a legal hold: for which matter, and why. */
export const PlaceHoldDialog = (props: {
  asset: { id: string; name: string };
  onDone: () => void;
  onClose: () => void;
}) => {
  const id = useId();
  const { t } = useTexts();
  const { asset, onDone, onClose } = props;
  const [matter, setMatter] = useState('');
  const [reason, setReason] = useState('');
  const [strict, setStrict] = useState(false);
  const placing = usePlaceHold(asset.id);
  const isMissing = strict && matter.trim() === '';

  const submit = async () => {
    setStrict(true);
    if (matter.trim() === '') {
      return;
    }
    const placed = await placing.run({
      matter: matter.trim(),
      ...(reason.trim() && { reason: reason.trim() }),
    });
    if (placed) {
      onDone();
      onClose();
    }
  };
  return (
    <ActionDialog
      title={t('lifecycle.hold.placeTitle', { name: asset.name })}
      action={t('lifecycle.hold.place')}
      busy={placing.busy}
      error={placing.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text as="p">{t('lifecycle.hold.placeHint')}</Text>
      <div>
        <TextField
          label={t('lifecycle.hold.matterLabel')}
          description={t('lifecycle.hold.matterHint')}
          maxLength={200}
          isRequired
          isInvalid={isMissing}
          aria-describedby={isMissing ? id : undefined}
          value={matter}
          onChange={setMatter}
        />
        {isMissing && <FieldProblem id={id} text={t('form.missing')} />}
      </div>
      <TextAreaField
        label={t('register.edit.reason')}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
};
