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
  Button,
  ButtonIcon,
  Checkbox,
  CheckboxGroup,
  FieldLabel,
  Flex,
} from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { useId } from 'react';
import { useTexts } from '../../translation';
import type { InputProps } from './FormField';
import { SingleInput } from './SingleInput';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: 'var(--bui-space-1)',
    alignItems: 'center',
  },
});

/** Several values of one field: a line each, or a tick for each choice. */
export const ManyValues = (
  props: InputProps & {
    values: string[];
    onChange: (values: string[]) => void;
  },
) => {
  const { field, values, onChange, ...input } = props;
  if (field.kind !== 'choice') {
    return <Lines {...props} />;
  }
  return (
    <CheckboxGroup
      {...input}
      orientation="horizontal"
      value={values}
      onChange={onChange}
    >
      {(field.choices ?? []).map(({ value, label }) => (
        <Checkbox key={value} value={String(value)}>
          {label}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
};

function Lines(
  props: InputProps & {
    values: string[];
    onChange: (values: string[]) => void;
  },
) {
  const classes = useStyles();
  const id = useId();
  const { t } = useTexts();
  const { label = '', description, secondaryLabel, values, onChange } = props;
  const lines = values.length > 0 ? values : [''];
  const change = (index: number, text: string) =>
    onChange(lines.map((line, at) => (at === index ? text : line)));
  return (
    <Flex direction="column" gap="2" role="group" aria-labelledby={id}>
      <FieldLabel
        id={id}
        label={label}
        secondaryLabel={secondaryLabel}
        description={description}
      />
      {lines.map((line, index) => (
        <div key={index} className={classes.line}>
          <SingleInput
            field={props.field}
            aria-label={t('form.nth', { label, number: String(index + 1) })}
            isInvalid={props.isInvalid}
            aria-describedby={props['aria-describedby']}
            onBlur={props.onBlur}
            value={line}
            onChange={text => change(index, text)}
          />
          {values.length > 0 && (
            <ButtonIcon
              variant="tertiary"
              icon={<CloseIcon fontSize="small" />}
              aria-label={t('form.remove', { value: line || label })}
              onPress={() => onChange(lines.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      <Flex>
        <Button
          size="small"
          variant="secondary"
          isDisabled={lines.some(line => line.trim() === '')}
          onPress={() => onChange([...lines, ''])}
        >
          {t('form.add')}
        </Button>
      </Flex>
    </Flex>
  );
}
