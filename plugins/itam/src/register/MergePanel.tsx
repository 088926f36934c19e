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

import { Alert, Flex, Radio, RadioGroup, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Quiet, valueText } from '../shared';
import { useTexts } from '../translation';
import { Conflict, Merge } from './conflict';

/** Whose value of a field is kept. */
export type Side = 'yours' | 'theirs';

const useStyles = makeStyles({
  conflict: {
    border: '1px solid var(--bui-border-1)',
    borderRadius: 'var(--bui-radius-3)',
    padding: 'var(--bui-space-3)',
    overflowWrap: 'anywhere',
  },
});

/** Somebody was faster: their values beside ours, to be chosen one by one. */
export const MergePanel = (props: {
  merge: Merge;
  sides: Readonly<Record<string, Side>>;
  onChoose: (path: string, side: Side) => void;
}) => {
  const { t } = useTexts();
  const { merge, sides, onChoose } = props;
  const names = (fields: Merge['theirs']) =>
    fields.map(({ label }) => label).join(', ');
  return (
    <Flex direction="column" gap="3">
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('register.edit.conflict')}
        description={
          <>
            <div>
              {merge.conflicts.length > 0
                ? t('register.merge.choose')
                : t('register.merge.noConflict')}
            </div>
            {merge.theirs.length > 0 && (
              <div>
                {t('register.merge.theyChanged', {
                  fields: names(merge.theirs),
                })}
              </div>
            )}
            {merge.yours.length > 0 && (
              <div>
                {t('register.merge.youChanged', { fields: names(merge.yours) })}
              </div>
            )}
          </>
        }
      />
      {merge.conflicts.map(conflict => (
        <ConflictChoice
          key={conflict.field.path}
          conflict={conflict}
          side={sides[conflict.field.path]}
          onChoose={side => onChoose(conflict.field.path, side)}
        />
      ))}
    </Flex>
  );
};

function ConflictChoice(props: {
  conflict: Conflict;
  side: Side | undefined;
  onChoose: (side: Side) => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { conflict, side, onChoose } = props;
  const textOf = (value: unknown) =>
    valueText(value, {
      yes: t('shared.value.yes'),
      no: t('shared.value.no'),
    }) ?? t('register.merge.empty');
  return (
    <div className={classes.conflict}>
      <RadioGroup
        label={conflict.field.label}
        value={side ?? ''}
        onChange={value => onChoose(value === 'yours' ? 'yours' : 'theirs')}
      >
        <Radio value="yours">
          {t('register.merge.yours', { value: textOf(conflict.yours) })}
        </Radio>
        <Radio value="theirs">
          {t('register.merge.theirs', { value: textOf(conflict.theirs) })}
        </Radio>
      </RadioGroup>
      <Quiet as="div" variant="body-small">
        {t('register.merge.before', { value: textOf(conflict.before) })}
      </Quiet>
      {!side && (
        <Text variant="body-small" weight="bold">
          {t('register.merge.undecided')}
        </Text>
      )}
    </div>
  );
}
