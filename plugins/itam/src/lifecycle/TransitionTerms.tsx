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
  Checkbox,
  Flex,
  Radio,
  RadioGroup,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { useId } from 'react';
import { FieldProblem } from '../register/form';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { isAhead, localNow } from './instant';
import { TransitionForm } from './useTransitionForm';

/** Types the inputs of the library name only where they are textual. */
const momentInput: object = { type: 'datetime-local' };
const dayInput: object = { type: 'date' };

/** When it happens, why, and whether it is done against the rules. */
export const TransitionTerms = (props: {
  form: TransitionForm;
  mayForce: boolean;
}) => {
  const id = useId();
  const { t } = useTexts();
  const { form, mayForce } = props;
  return (
    <Flex direction="column" gap="4">
      <RadioGroup
        label={t('lifecycle.dialog.when')}
        orientation="horizontal"
        value={form.when === undefined ? 'now' : 'other'}
        onChange={value =>
          form.setWhen(value === 'now' ? undefined : localNow(new Date()))
        }
      >
        <Radio value="now">{t('lifecycle.dialog.now')}</Radio>
        <Radio value="other">{t('lifecycle.dialog.otherTime')}</Radio>
      </RadioGroup>
      {form.when !== undefined && (
        <TextField
          {...momentInput}
          label={t('lifecycle.dialog.effectiveAt')}
          description={
            isAhead(form.when, new Date())
              ? t('lifecycle.dialog.ahead')
              : t('lifecycle.dialog.backDated')
          }
          value={form.when}
          onChange={form.setWhen}
        />
      )}
      {mayForce && (
        <Flex direction="column" gap="2">
          <Checkbox isSelected={form.forced} onChange={form.setForced}>
            {t('lifecycle.dialog.force')}
          </Checkbox>
          {form.forced && (
            <>
              <Quiet as="p" variant="body-small">
                {t('lifecycle.dialog.forceHint')}
              </Quiet>
              <TextField
                {...dayInput}
                label={t('lifecycle.dialog.makeGoodBy')}
                value={form.makeGoodBy}
                onChange={form.setMakeGoodBy}
              />
            </>
          )}
        </Flex>
      )}
      <div>
        <TextAreaField
          label={t('register.edit.reason')}
          description={t('register.edit.reasonHint')}
          maxLength={2000}
          isRequired={form.forced}
          isInvalid={form.strict && form.lacksReason}
          aria-describedby={form.strict && form.lacksReason ? id : undefined}
          value={form.reason}
          onChange={form.setReason}
        />
        {form.strict && form.lacksReason && (
          <FieldProblem id={id} text={t('lifecycle.dialog.reasonMissing')} />
        )}
      </div>
    </Flex>
  );
};
