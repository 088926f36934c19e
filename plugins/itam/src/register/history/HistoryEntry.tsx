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

import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { AssetHistoryEntry } from '@itam/plugin-itam-common';
import { ReactNode } from 'react';
import { SourceLink } from '../../names';
import { runRouteRef } from '../../routes';
import { momentText, Quiet } from '../../shared';
import { useTexts } from '../../translation';
import { ChangeLines } from './ChangeLines';
import { useHistoryLines } from './useHistoryLines';

const LINES_SHOWN = 8;

const useStyles = makeStyles({
  summary: { cursor: 'pointer', lineHeight: '24px' },
});

/** One line of the history: who did what when, and what it changed. */
export const HistoryEntry = (props: { entry: AssetHistoryEntry }) => {
  const { t } = useTexts();
  const { action, actor, changes, effectiveAt, recordedAt, reason, version } =
    props.entry;
  const lines = useHistoryLines(changes);
  // What an asset came with is its facts, which the page shows already.
  const shown = action === 'register' ? [] : lines.slice(0, LINES_SHOWN);
  const rest = lines.slice(shown.length);
  return (
    <>
      <Text weight="bold">{t(`history.action.${action}`)}</Text>{' '}
      <Actor actor={actor} />
      <Quiet as="div" variant="body-small">
        {t('history.effective')}{' '}
        <time dateTime={effectiveAt}>{momentText(effectiveAt)}</time>
        {recordedAt !== effectiveAt && (
          <>
            {', '}
            {t('history.recorded')}{' '}
            <time dateTime={recordedAt}>{momentText(recordedAt)}</time>
          </>
        )}
        {' · '}
        {t('history.version', { version: String(version) })}
        <Run entry={props.entry} />
      </Quiet>
      {reason && (
        <Text as="div" variant="body-small">
          {t('history.reason', { reason })}
        </Text>
      )}
      {shown.length > 0 && <ChangeLines lines={shown} />}
      {rest.length > 0 && (
        <Folded
          summary={
            shown.length === 0
              ? t('history.facts', { count: rest.length })
              : t('history.more', { count: rest.length })
          }
        >
          <ChangeLines lines={rest} />
        </Folded>
      )}
    </>
  );
};

/** The run of a source that brought the change. */
function Run(props: { entry: AssetHistoryEntry }) {
  const { t } = useTexts();
  const runPath = useRouteRef(runRouteRef);
  const { actor, runId } = props.entry;
  const sourceId = /^source:(.+)$/.exec(actor)?.[1];
  return sourceId && runId ? (
    <>
      {' · '}
      <Link variant="body-small" href={runPath({ sourceId, runId })}>
        {t('history.run')}
      </Link>
    </>
  ) : null;
}

function Folded(props: { summary: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <details>
      <summary className={classes.summary}>
        <Text variant="body-small">{props.summary}</Text>
      </summary>
      {props.children}
    </details>
  );
}

function Actor(props: { actor: string }) {
  const { t } = useTexts();
  const { actor } = props;
  if (actor.startsWith('user:')) {
    return <EntityRefLink entityRef={actor} />;
  }
  const source = /^source:(.+)$/.exec(actor)?.[1];
  const name = actor === 'erased' ? t('history.erased') : actor;
  return (
    <Text>
      {t('history.by')} {source ? <SourceLink id={source} /> : name}
    </Text>
  );
}
