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

import { Button, Text } from '@backstage/ui';
import { LifecycleException } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { momentText, PageList, Quiet, words } from '../shared';
import { useTexts } from '../translation';
import { ActorName } from './ActorName';
import { ChoiceBar } from './ChoiceBar';
import { AssetLink, ListPage } from './ListPage';
import { useLineStyles } from './OpenFactsSection';
import { ReviewDialog } from './ReviewDialog';
import { TransitionReasons } from './TransitionReasons';
import { useChoice } from './useChoice';
import { useExceptions } from './useExceptions';

const views = ['open', 'all'] as const;

/** What was forced against the rules, and what the review says. */
export const ExceptionsPage = () => {
  const classes = useLineStyles();
  const { t } = useTexts();
  const [view, setView] = useChoice('show', views);
  const pages = useExceptions(view === 'open');
  const [reviewed, setReviewed] = useState<LifecycleException>();
  return (
    <ListPage
      title={t('lifecycle.exception.title')}
      hint={t('lifecycle.exception.pageHint')}
      filters={
        <ChoiceBar
          label={t('lifecycle.exception.show')}
          choices={views.map(id => ({
            id,
            label: t(`lifecycle.exception.view.${id}`),
          }))}
          value={view}
          onChange={setView}
        />
      }
    >
      <PageList pages={pages} empty={t('lifecycle.exception.none')}>
        {items => (
          <ul
            className={classes.lines}
            aria-label={t('lifecycle.exception.title')}
          >
            {items.map(exception => (
              <li key={exception.id} className={classes.line}>
                <div className={classes.words}>
                  <ExceptionWords exception={exception} />
                </div>
                {exception.state === 'open' && (
                  <Button
                    size="small"
                    variant="secondary"
                    aria-label={t('lifecycle.exception.reviewTitle', {
                      name: exception.name,
                    })}
                    onPress={() => setReviewed(exception)}
                  >
                    {t('lifecycle.exception.review')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </PageList>
      {reviewed && (
        <ReviewDialog
          exception={reviewed}
          onDone={pages.reload}
          onClose={() => setReviewed(undefined)}
        />
      )}
    </ListPage>
  );
};

function ExceptionWords(props: { exception: LifecycleException }) {
  const { t } = useTexts();
  const { exception } = props;
  return (
    <>
      <AssetLink tag={exception.tag} name={exception.name} />
      <div>
        <Text weight="bold">
          {t('lifecycle.exception.line', {
            transition: words(exception.transition),
            to: words(exception.to),
          })}
        </Text>{' '}
        <Text>{t(`lifecycle.exception.state.${exception.state}`)}</Text>
      </div>
      <Text as="div">
        {t('lifecycle.reasonOf', { reason: exception.reason })}
      </Text>
      <TransitionReasons reasons={exception.missing} />
      <Quiet as="div" variant="body-small">
        {momentText(exception.recordedAt)} ·{' '}
        <ActorName actor={exception.actor} />
        {exception.makeGoodBy &&
          ` · ${t('lifecycle.exception.makeGood', {
            day: exception.makeGoodBy,
          })}`}
      </Quiet>
      {exception.note && (
        <Text as="div" variant="body-small">
          {t('lifecycle.exception.noteOf', { note: exception.note })}
        </Text>
      )}
    </>
  );
}
