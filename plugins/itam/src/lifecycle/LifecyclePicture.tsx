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
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { PicturedStatus, StageColumn } from './stageColumns';
import { spanText, StageDuration } from './stageDurations';
import { StageMark } from './StageMark';
import { useStageStyles } from './StatusChip';

const useStyles = makeStyles({
  stages: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 'var(--bui-space-2)',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  stage: {
    flex: '1 1 150px',
    minWidth: 150,
    padding: 'var(--bui-space-3)',
    borderRadius: 'var(--bui-radius-3)',
    border: '1px solid var(--bui-border-1)',
  },
  present: { borderColor: 'var(--bui-fg-primary)', borderWidth: 2 },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    marginBottom: 'var(--bui-space-2)',
  },
  statuses: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: 'var(--bui-space-1)',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  quiet: { color: 'var(--bui-fg-primary)', whiteSpace: 'normal' },
  next: { border: '1px dashed currentColor' },
  span: { display: 'block', marginBottom: 'var(--bui-space-2)' },
  now: { fontWeight: 'var(--bui-font-weight-bold)' as 'bold' },
});

/** The stages of a life from left to right, with the present status marked. */
export const LifecyclePicture = (props: {
  columns: StageColumn[];
  /** How long it was in each stage, once known. */
  durations?: StageDuration[];
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <ol className={classes.stages} aria-label={t('lifecycle.title')}>
      {props.columns.map(column => (
        <li
          key={column.stage}
          className={`${classes.stage} ${
            column.present ? classes.present : ''
          }`}
          aria-current={column.present ? 'step' : undefined}
        >
          <div className={classes.head}>
            <StageMark stage={column.stage} />
            <Text variant="body-small" weight="bold">
              {t(`lifecycle.stage.${column.stage}`)}
            </Text>
          </div>
          <StageSpan
            duration={props.durations?.find(
              ({ stage }) => stage === column.stage,
            )}
          />
          <ul className={classes.statuses}>
            {column.statuses.map(status => (
              <li key={status.id}>
                <StatusMark status={status} stage={column.stage} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
};

function StageSpan(props: { duration?: StageDuration }) {
  const classes = useStyles();
  const { t } = useTexts();
  const seconds = props.duration?.seconds;
  if (seconds === undefined) {
    return null;
  }
  const span = spanText(seconds);
  return (
    <Quiet variant="body-x-small" className={classes.span}>
      {props.duration?.present
        ? t('lifecycle.soFar', { span })
        : t('lifecycle.was', { span })}
    </Quiet>
  );
}

function StatusMark(props: {
  status: PicturedStatus;
  stage: StageColumn['stage'];
}) {
  const classes = useStyles();
  const stages = useStageStyles();
  const { t } = useTexts();
  const { title, mark } = props.status;
  if (mark === 'now') {
    return (
      <span className={`${stages.chip} ${stages[props.stage]} ${classes.now}`}>
        {title} · {t('lifecycle.now')}
      </span>
    );
  }
  return (
    <span
      className={`${stages.chip} ${classes.quiet} ${
        mark === 'next' ? classes.next : ''
      }`}
    >
      {title}
      {mark === 'next' && ` · ${t('lifecycle.reachable')}`}
    </span>
  );
}
