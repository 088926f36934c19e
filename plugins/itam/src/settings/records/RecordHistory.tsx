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

import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { RecordHistoryEntry } from '@itam/plugin-itam-common';
import {
  Moment,
  PageList,
  Pages,
  Quiet,
  Section,
  valueText,
  words,
} from '../../shared';
import { useTexts } from '../../translation';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li + li': { marginTop: 'var(--bui-space-3)' },
  },
  changes: { margin: 0, paddingLeft: 'var(--bui-space-5)' },
});

/** Every change of a shared record, newest first. */
export const RecordHistory = (props: { pages: Pages<RecordHistoryEntry> }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const shown = (value: unknown) =>
    valueText(value, {
      yes: t('shared.value.yes'),
      no: t('shared.value.no'),
    }) ?? t('shared.answer.none');
  return (
    <Section title={t('settings.records.history')}>
      <PageList
        pages={props.pages}
        empty={t('settings.records.noHistory')}
        few={10}
      >
        {entries => (
          <ol className={classes.list}>
            {entries.map(entry => (
              <li key={entry.id}>
                <Text as="div" weight="bold">
                  {t(`settings.records.action.${entry.action}`)}{' '}
                  <Quiet as="span">
                    <Moment at={entry.at} />{' '}
                    {t('settings.records.by', { actor: entry.actor })}
                  </Quiet>
                </Text>
                {entry.reason && <Quiet as="div">{entry.reason}</Quiet>}
                {entry.action === 'update' && (
                  <ul className={classes.changes}>
                    {Object.entries(entry.changes).map(
                      ([field, { from, to }]) => (
                        <li key={field}>
                          {t('settings.records.change', {
                            field: words(field),
                            from: shown(from),
                            to: shown(to),
                          })}
                        </li>
                      ),
                    )}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        )}
      </PageList>
    </Section>
  );
};
