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

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { AssetHistoryEntry } from '@itam/plugin-itam-common';
import { ReactNode } from 'react';
import { SourceLink, useNames } from '../names';
import { momentText, PageList, Quiet, Section } from '../shared';
import { itamTranslationRef } from '../translation';
import { HistoryLine, historyLines } from './historyLines';
import { useAssetHistory } from './useAssetHistory';

const LINES_SHOWN = 8;

const useStyles = makeStyles({
  timeline: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    borderLeft: '2px solid var(--bui-border-2)',
  },
  entry: {
    position: 'relative',
    padding: '0 0 var(--bui-space-4) var(--bui-space-4)',
    '&::before': {
      content: '""',
      position: 'absolute',
      left: -6,
      top: 5,
      width: 10,
      height: 10,
      borderRadius: '50%',
      background: 'var(--bui-fg-primary)',
    },
  },
  summary: { cursor: 'pointer', lineHeight: '24px' },
  changes: {
    margin: 0,
    paddingLeft: 'var(--bui-space-4)',
    overflowWrap: 'anywhere',
  },
});

/** Every change of an asset: who, when, from what to what. */
export const AssetHistorySection = (props: {
  asset: { id: string; version: number };
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(itamTranslationRef);
  const pages = useAssetHistory(props.asset);
  return (
    <Section title={t('register.history.title')}>
      <PageList pages={pages} empty={t('register.history.empty')}>
        {entries => (
          <ol className={classes.timeline}>
            {entries.map(entry => (
              <li key={entry.id} className={classes.entry}>
                <HistoryEntry entry={entry} />
              </li>
            ))}
          </ol>
        )}
      </PageList>
    </Section>
  );
};

function HistoryEntry(props: { entry: AssetHistoryEntry }) {
  const { t } = useTranslationRef(itamTranslationRef);
  const { action, actor, changes, effectiveAt, recordedAt, reason } =
    props.entry;
  const { sourceTitle } = useNames();
  const lines = historyLines(changes, {
    yes: t('shared.value.yes'),
    no: t('shared.value.no'),
    label: name => t('register.history.label', { name }),
    locked: name => t('register.history.locked', { name }),
    claimed: (name, sourceId) =>
      t('register.history.claimed', { name, source: sourceTitle(sourceId) }),
  });
  // What an asset came with is its facts, which the page shows already.
  const shown = action === 'register' ? [] : lines.slice(0, LINES_SHOWN);
  const rest = lines.slice(shown.length);
  return (
    <>
      <Text weight="bold">{t(`register.history.action.${action}`)}</Text>{' '}
      <Actor actor={actor} />
      <Quiet as="div" variant="body-small">
        {t('register.history.effective')}{' '}
        <time dateTime={effectiveAt}>{momentText(effectiveAt)}</time>
        {recordedAt !== effectiveAt && (
          <>
            {', '}
            {t('register.history.recorded')}{' '}
            <time dateTime={recordedAt}>{momentText(recordedAt)}</time>
          </>
        )}
      </Quiet>
      {reason && (
        <Text as="div" variant="body-small">
          {t('register.history.reason', { reason })}
        </Text>
      )}
      {shown.length > 0 && <Changes lines={shown} />}
      {rest.length > 0 && (
        <Folded
          summary={
            shown.length === 0
              ? t('register.history.facts', { count: rest.length })
              : t('register.history.more', { count: rest.length })
          }
        >
          <Changes lines={rest} />
        </Folded>
      )}
    </>
  );
}

function Changes(props: { lines: HistoryLine[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(itamTranslationRef);
  const nothing = t('register.history.nothing');
  return (
    <ul className={classes.changes}>
      {props.lines.map(({ id, field, from, to }) => (
        <li key={id}>
          <Text variant="body-small">
            {from === undefined
              ? t('register.history.set', { field, to: to ?? nothing })
              : t('register.history.change', {
                  field,
                  from,
                  to: to ?? nothing,
                })}
          </Text>
        </li>
      ))}
    </ul>
  );
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
  const { t } = useTranslationRef(itamTranslationRef);
  const { actor } = props;
  if (actor.startsWith('user:')) {
    return <EntityRefLink entityRef={actor} />;
  }
  const source = /^source:(.+)$/.exec(actor)?.[1];
  return (
    <Text>
      {t('register.history.by')} {source ? <SourceLink id={source} /> : actor}
    </Text>
  );
}
