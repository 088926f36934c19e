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
  Flex,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { useTexts } from '../../translation';
import { RecordEntry } from './entry';
import type { InputProps } from './FormField';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr) auto',
    gap: 'var(--bui-space-2)',
    alignItems: 'end',
  },
});

/** A record: what there is to say in words, and named values where they help. */
export const RecordInput = (
  props: InputProps & {
    value: RecordEntry;
    onChange: (value: RecordEntry) => void;
  },
) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { field: _, value, onChange, ...input } = props;
  const { text, pairs } = value;
  const change = (index: number, pair: Partial<RecordEntry['pairs'][number]>) =>
    onChange({
      text,
      pairs: pairs.map((one, at) => (at === index ? { ...one, ...pair } : one)),
    });
  return (
    <Flex direction="column" gap="2">
      <TextAreaField
        {...input}
        maxLength={4000}
        value={text}
        onChange={words => onChange({ text: words, pairs })}
      />
      {pairs.map((pair, index) => (
        <div key={index} className={classes.pair}>
          <TextField
            label={t('form.pairName')}
            value={pair.name}
            onChange={name => change(index, { name })}
          />
          <TextField
            label={t('form.pairValue')}
            value={pair.value}
            onChange={next => change(index, { value: next })}
          />
          <ButtonIcon
            variant="tertiary"
            icon={<CloseIcon fontSize="small" />}
            aria-label={t('form.remove', { value: pair.name })}
            onPress={() =>
              onChange({
                text,
                pairs: pairs.filter((_one, at) => at !== index),
              })
            }
          />
        </div>
      ))}
      <Flex>
        <Button
          size="small"
          variant="tertiary"
          onPress={() =>
            onChange({ text, pairs: [...pairs, { name: '', value: '' }] })
          }
        >
          {t('form.addPair')}
        </Button>
      </Flex>
    </Flex>
  );
};
