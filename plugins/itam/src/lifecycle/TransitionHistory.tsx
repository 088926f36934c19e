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

import { Badge, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { LifecycleModelItem, TransitionRecord } from '@itam/plugin-itam-common';
import { momentText, PageList, Pages, Quiet } from '../shared';
import { useTexts } from '../translation';
import { ActorName } from './ActorName';
import { spanText } from './stageDurations';

const FEW = 5;

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: 'var(--bui-space-3)',
  },
});

/** The moves an asset has made, with how long it stayed before each. */
export const TransitionHistory = (props: {
  pages: Pages<TransitionRecord>;
  model: LifecycleModelItem;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const titleOf = (id: string) =>
    props.model.statuses.find(status => status.id === id)?.title ?? id;
  return (
    <PageList
      pages={props.pages}
      empty={t('lifecycle.transitions.historyEmpty')}
      few={FEW}
    >
      {records => (
        <ol
          className={classes.list}
          aria-label={t('lifecycle.transitions.history')}
        >
          {records.map(record => (
            <li key={record.id}>
              <Text weight="bold">
                {record.from
                  ? t('lifecycle.transitions.move', {
                      title: record.title,
                      from: titleOf(record.from),
                      to: titleOf(record.to),
                    })
                  : t('lifecycle.transitions.first', {
                      title: record.title,
                      to: titleOf(record.to),
                    })}
              </Text>{' '}
              {record.forced && (
                <Badge>{t('lifecycle.transitions.forced')}</Badge>
              )}
              <Quiet as="div" variant="body-small">
                <time dateTime={record.effectiveAt}>
                  {momentText(record.effectiveAt)}
                </time>
                {record.secondsBefore !== undefined &&
                  `, ${t('lifecycle.transitions.stayed', {
                    span: spanText(record.secondsBefore),
                  })}`}
                {record.recordedAt !== record.effectiveAt &&
                  `, ${t('lifecycle.transitions.late', {
                    at: momentText(record.recordedAt),
                  })}`}
                {' · '}
                <ActorName actor={record.actor} />
              </Quiet>
              {record.reason && (
                <Text as="div" variant="body-small">
                  {t('history.reason', { reason: record.reason })}
                </Text>
              )}
            </li>
          ))}
        </ol>
      )}
    </PageList>
  );
};
