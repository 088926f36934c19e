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

import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useTexts } from '../../translation';
import { isMoneyEntry, isRecordEntry } from './entry';
import { Field } from './field';
import { FieldProblem } from './FieldProblem';
import { ManyValues } from './ManyValues';
import { MoneyInput } from './MoneyInput';
import { RecordInput } from './RecordInput';
import { SingleInput } from './SingleInput';
import { Draft } from './useDraft';

const useStyles = makeStyles({ field: { minWidth: 0 } });

/** What every input of a form is told. */
export interface InputProps {
  field: Field;
  label?: string;
  'aria-label'?: string;
  description?: string;
  secondaryLabel?: string;
  isRequired?: boolean;
  isInvalid: boolean;
  'aria-describedby'?: string;
  onBlur: () => void;
}

/** One generated field, with what is wrong with it in words below. */
export const FormField = (props: { field: Field; draft: Draft }) => {
  const classes = useStyles();
  const id = useId();
  const { t } = useTexts();
  const { field, draft } = props;
  const problem = draft.problem(field);
  const input: InputProps = {
    field,
    label: field.unit ? `${field.label} (${field.unit})` : field.label,
    description: field.help,
    secondaryLabel: field.required ? t('form.required') : field.mark,
    isRequired: field.required,
    isInvalid: problem !== undefined,
    'aria-describedby': problem ? id : undefined,
    onBlur: () => draft.leave(field),
  };
  return (
    <div className={classes.field} data-field={field.path}>
      <Input input={input} draft={draft} />
      {problem && <FieldProblem id={id} text={problem} />}
    </div>
  );
};

function Input(props: { input: InputProps; draft: Draft }) {
  const { input, draft } = props;
  const { field } = input;
  const entry = draft.entry(field);
  if (Array.isArray(entry)) {
    return (
      <ManyValues
        {...input}
        values={entry}
        onChange={values => draft.set(field, values)}
      />
    );
  }
  if (typeof entry === 'string') {
    return (
      <SingleInput
        {...input}
        value={entry}
        onChange={value => draft.set(field, value)}
      />
    );
  }
  if (isMoneyEntry(entry)) {
    return (
      <MoneyInput
        {...input}
        value={entry}
        onChange={value => draft.set(field, value)}
      />
    );
  }
  return isRecordEntry(entry) ? (
    <RecordInput
      {...input}
      value={entry}
      onChange={value => draft.set(field, value)}
    />
  ) : null;
}
