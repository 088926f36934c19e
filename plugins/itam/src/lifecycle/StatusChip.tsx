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
import { LifecycleStage } from '@itam/plugin-itam-common';
import { words } from '../shared';
import { useTexts } from '../translation';
import { StageMark } from './StageMark';

export const useStageStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    padding: '3px 8px',
    borderRadius: 'var(--bui-radius-full)',
    fontSize: 'var(--bui-font-size-2)',
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    border: '1px solid transparent',
  },
  plan: {
    color: 'var(--bui-fg-primary)',
    background: 'transparent',
    border: '1px dashed currentColor',
  },
  acquire: {
    color: 'var(--bui-announcement-fg-subdued)',
    background: 'var(--bui-announcement-bg-subdued)',
  },
  assign: {
    color: 'var(--bui-announcement-fg-subdued)',
    background: 'var(--bui-announcement-bg-subdued)',
    borderColor: 'currentColor',
  },
  use: {
    color: 'var(--bui-positive-fg-subdued)',
    background: 'var(--bui-positive-bg-subdued)',
  },
  decommission: {
    color: 'var(--bui-warning-fg-subdued)',
    background: 'var(--bui-warning-bg-subdued)',
  },
  dispose: {
    color: 'var(--bui-negative-fg-subdued)',
    background: 'var(--bui-negative-bg-subdued)',
  },
});

/** The status of an asset, in the colour and with the mark of its stage. */
export const StatusChip = (props: {
  status: string;
  /** None if it is not known. */
  stage?: LifecycleStage;
  title?: string;
  count?: number;
}) => {
  const classes = useStageStyles();
  const { t } = useTexts();
  const { stage } = props;
  return (
    <span
      className={`${classes.chip} ${stage ? classes[stage] : ''}`}
      title={
        stage &&
        t('lifecycle.stageOf', { stage: t(`lifecycle.stage.${stage}`) })
      }
    >
      {stage && <StageMark stage={stage} />}
      {props.title ?? words(props.status)}
      {props.count !== undefined && <strong>{props.count}</strong>}
    </span>
  );
};
