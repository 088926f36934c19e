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
import { momentText, PageList, Quiet, Section } from '../shared';
import { itamTranslationRef } from '../translation';
import { historyLines } from './historyLines';
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
  const classes = useStyles();
  const { t } = useTranslationRef(itamTranslationRef);
  const { action, actor, changes, effectiveAt, recordedAt, reason } =
    props.entry;
  const lines = historyLines(changes, {
    yes: t('shared.value.yes'),
    no: t('shared.value.no'),
  });
  const hidden = lines.length - LINES_SHOWN;
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
      <ul className={classes.changes}>
        {lines.slice(0, LINES_SHOWN).map(({ field, from, to }) => (
          <li key={field}>
            <Text variant="body-small">
              {from === undefined
                ? t('register.history.set', {
                    field,
                    to: to ?? t('register.history.nothing'),
                  })
                : t('register.history.change', {
                    field,
                    from,
                    to: to ?? t('register.history.nothing'),
                  })}
            </Text>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Quiet variant="body-small">
          {t('register.history.more', { count: hidden })}
        </Quiet>
      )}
    </>
  );
}

function Actor(props: { actor: string }) {
  const { t } = useTranslationRef(itamTranslationRef);
  const { actor } = props;
  return actor.startsWith('user:') ? (
    <EntityRefLink entityRef={actor} />
  ) : (
    <Text>
      {t('register.history.by', { actor: actor.replace(/^source:/, '') })}
    </Text>
  );
}
