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
import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import PauseIcon from '@material-ui/icons/PauseCircleOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';
import SyncIcon from '@material-ui/icons/Sync';
import {
  RunStatus,
  SourceDocumentState,
  SourceItem,
} from '@itam/plugin-itam-common';
import { ComponentType } from 'react';
import { useTexts } from '../translation';

type MarkIcon = ComponentType<{
  fontSize?: 'small';
  'aria-hidden'?: boolean;
}>;

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: 4 },
  good: { color: 'var(--bui-positive-fg-subdued)' },
  busy: { color: 'var(--bui-announcement-fg-subdued)' },
  warned: { color: 'var(--bui-warning-fg-subdued)' },
  bad: { color: 'var(--bui-negative-fg-subdued)' },
  quiet: { color: 'var(--bui-fg-primary)' },
});

type Tone = 'good' | 'busy' | 'warned' | 'bad' | 'quiet';

const runLooks: Record<RunStatus, [MarkIcon, Tone]> = {
  queued: [ScheduleIcon, 'quiet'],
  running: [SyncIcon, 'busy'],
  succeeded: [CheckIcon, 'good'],
  failed: [ErrorIcon, 'bad'],
  held: [PauseIcon, 'warned'],
  cancelled: [BlockIcon, 'quiet'],
};

const sourceLooks: Record<SourceItem['state'], [MarkIcon, Tone]> = {
  idle: [CheckIcon, 'good'],
  running: [SyncIcon, 'busy'],
  failing: [ErrorIcon, 'bad'],
  disabled: [BlockIcon, 'bad'],
  held: [PauseIcon, 'warned'],
};

/** The status of a run: icon, colour and word. */
export const RunStatusMark = (props: { status: RunStatus }) => {
  const { t } = useTexts();
  return (
    <Mark
      look={runLooks[props.status]}
      text={t(`discovery.runStatus.${props.status}`)}
    />
  );
};

/** Whether a document was read or refused: icon, colour and word. */
export const DocumentStateMark = (props: {
  state: SourceDocumentState['state'];
}) => {
  const { t } = useTexts();
  return (
    <Mark
      look={props.state === 'read' ? [CheckIcon, 'good'] : [ErrorIcon, 'bad']}
      text={t(`discovery.documents.state.${props.state}`)}
    />
  );
};

/** The state of a source: icon, colour and word. */
export const SourceStateMark = (props: { state: SourceItem['state'] }) => {
  const { t } = useTexts();
  return (
    <Mark
      look={sourceLooks[props.state]}
      text={t(`discovery.sourceState.${props.state}`)}
    />
  );
};

function Mark(props: { look: [MarkIcon, Tone]; text: string }) {
  const classes = useStyles();
  const [Icon, tone] = props.look;
  return (
    <span className={`${classes.mark} ${classes[tone]}`}>
      <Icon fontSize="small" aria-hidden />
      <Text>{props.text}</Text>
    </span>
  );
}
