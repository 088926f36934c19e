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

import { Text, TextAreaField } from '@backstage/ui';
import { useId, useState } from 'react';
import { FieldProblem } from '../register/form';
import { useTexts } from '../translation';
import { ActionDialog } from './ActionDialog';

/** Asks why before something is done. */
export const ReasonDialog = (props: {
  title: string;
  hint: string;
  action: string;
  busy: boolean;
  error?: Error;
  onSubmit: (reason: string) => void;
  onClose: () => void;
}) => {
  const id = useId();
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const [strict, setStrict] = useState(false);
  const isMissing = strict && reason.trim() === '';
  return (
    <ActionDialog
      title={props.title}
      action={props.action}
      busy={props.busy}
      error={props.error}
      onSubmit={() => {
        setStrict(true);
        if (reason.trim() !== '') {
          props.onSubmit(reason.trim());
        }
      }}
      onClose={props.onClose}
    >
      <Text as="p">{props.hint}</Text>
      <div>
        <TextAreaField
          label={t('register.edit.reason')}
          maxLength={2000}
          isRequired
          isInvalid={isMissing}
          aria-describedby={isMissing ? id : undefined}
          value={reason}
          onChange={setReason}
        />
        {isMissing && <FieldProblem id={id} text={t('form.missing')} />}
      </div>
    </ActionDialog>
  );
};
