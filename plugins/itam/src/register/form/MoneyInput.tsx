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

import { FieldLabel, Select, TextField } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useTexts } from '../../translation';
import { MoneyEntry } from './entry';
import type { InputProps } from './FormField';

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 120px',
    gap: 'var(--bui-space-2)',
  },
});

/** Currencies people of most portals count in, before all others. */
const usual = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'JPY'];
const currencies = [
  ...usual,
  ...Intl.supportedValuesOf('currency').filter(code => !usual.includes(code)),
].map(code => ({ id: code, label: code }));

/** An amount and its currency. */
export const MoneyInput = (
  props: InputProps & {
    value: MoneyEntry;
    onChange: (value: MoneyEntry) => void;
  },
) => {
  const classes = useStyles();
  const id = useId();
  const { t } = useTexts();
  const { label = '', description, secondaryLabel, value, onChange } = props;
  const describedBy = props['aria-describedby'];
  return (
    <div role="group" aria-labelledby={id}>
      <FieldLabel
        id={id}
        label={label}
        secondaryLabel={secondaryLabel}
        description={description}
      />
      <div className={classes.both}>
        <TextField
          aria-label={t('form.amountOf', { label })}
          aria-describedby={describedBy}
          isInvalid={props.isInvalid}
          inputMode="decimal"
          placeholder="1234.56"
          value={value.amount}
          onChange={amount =>
            onChange({ amount, currency: value.currency || usual[0] })
          }
          onBlur={props.onBlur}
        />
        <Select
          aria-label={t('form.currencyOf', { label })}
          searchable
          options={currencies}
          value={value.currency || usual[0]}
          onChange={key => onChange({ ...value, currency: String(key) })}
        />
      </div>
    </div>
  );
};
