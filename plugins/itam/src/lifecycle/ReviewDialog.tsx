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

import { Radio, RadioGroup, TextAreaField } from '@backstage/ui';
import { LifecycleException } from '@itam/plugin-itam-common';
import { useId, useState } from 'react';
import { FieldProblem } from '../register/form';
import { useTexts } from '../translation';
import { ActionDialog } from './ActionDialog';
import { Decision, decisions, useReviewException } from './useExceptions';

/** Decides what becomes of a forced transition. */
export const ReviewDialog = (props: {
  exception: LifecycleException;
  onDone: () => void;
  onClose: () => void;
}) => {
  const id = useId();
  const { t } = useTexts();
  const { exception, onDone, onClose } = props;
  const [decision, setDecision] = useState<Decision>('accepted');
  const [note, setNote] = useState('');
  const [strict, setStrict] = useState(false);
  const reviewing = useReviewException();
  const isMissing = strict && note.trim() === '';

  const submit = async () => {
    setStrict(true);
    if (note.trim() === '') {
      return;
    }
    if (await reviewing.run(exception.id, { decision, note: note.trim() })) {
      onDone();
      onClose();
    }
  };
  return (
    <ActionDialog
      title={t('lifecycle.exception.reviewTitle', { name: exception.name })}
      action={t('lifecycle.exception.review')}
      busy={reviewing.busy}
      error={reviewing.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioGroup
        label={t('lifecycle.exception.decision')}
        value={decision}
        onChange={value =>
          setDecision(decisions.find(one => one === value) ?? 'accepted')
        }
      >
        {decisions.map(one => (
          <Radio key={one} value={one}>
            {t(`lifecycle.exception.decide.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
      <div>
        <TextAreaField
          label={t('lifecycle.exception.note')}
          maxLength={2000}
          isRequired
          isInvalid={isMissing}
          aria-describedby={isMissing ? id : undefined}
          value={note}
          onChange={setNote}
        />
        {isMissing && <FieldProblem id={id} text={t('form.missing')} />}
      </div>
    </ActionDialog>
  );
};
