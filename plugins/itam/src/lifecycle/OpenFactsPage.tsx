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

import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { PageList, Quiet, useRead, Waiting } from '../shared';
import { useTexts } from '../translation';
import { ChoiceBar } from './ChoiceBar';
import { DueText } from './DueText';
import { AssetLink, ListPage } from './ListPage';
import { OpenFactActions } from './OpenFactActions';
import { useLineStyles } from './OpenFactsSection';
import { useChoice } from './useChoice';
import { OpenFactFilter, useOpenFacts } from './useOpenFacts';

const views = ['mine', 'overdue', 'all'] as const;

/** What has to follow on all assets: mine, what is overdue, everything. */
export const OpenFactsPage = () => {
  const { t } = useTexts();
  const [view, setView] = useChoice('show', views);
  const mine = useOwnRefs();
  const filters: Record<(typeof views)[number], OpenFactFilter> = {
    mine: { assignee: mine },
    overdue: { overdue: true },
    all: {},
  };
  return (
    <ListPage
      title={t('lifecycle.openFacts.title')}
      hint={t('lifecycle.openFacts.pageHint')}
      filters={
        <ChoiceBar
          label={t('lifecycle.openFacts.show')}
          choices={views.map(id => ({
            id,
            label: t(`lifecycle.openFacts.view.${id}`),
          }))}
          value={view}
          onChange={setView}
        />
      }
    >
      {view === 'mine' && !mine ? (
        <Waiting />
      ) : (
        <OpenFactList filter={filters[view]} />
      )}
    </ListPage>
  );
};

function OpenFactList(props: { filter: OpenFactFilter }) {
  const classes = useLineStyles();
  const { t } = useTexts();
  const pages = useOpenFacts(props.filter);
  return (
    <PageList pages={pages} empty={t('lifecycle.openFacts.noneHere')}>
      {items => (
        <ul
          className={classes.lines}
          aria-label={t('lifecycle.openFacts.title')}
        >
          {items.map(open => (
            <li key={open.id} className={classes.line}>
              <div className={classes.words}>
                <Text weight="bold">{open.title}</Text> <DueText open={open} />
                <div>
                  <AssetLink tag={open.tag} name={open.name} />
                </div>
                <Quiet as="div" variant="body-small">
                  {open.what}
                  {open.assignee && (
                    <>
                      {' · '}
                      <EntityRefLink entityRef={open.assignee} />
                    </>
                  )}
                </Quiet>
              </div>
              <OpenFactActions open={open} onChanged={pages.reload} />
            </li>
          ))}
        </ul>
      )}
    </PageList>
  );
}

/** The reader and the groups they stand for, once known. */
function useOwnRefs(): string[] | undefined {
  const identity = useApi(identityApiRef);
  return useRead(['own-refs'], async () => {
    const { userEntityRef, ownershipEntityRefs } =
      await identity.getBackstageIdentity();
    return [...new Set([userEntityRef, ...ownershipEntityRefs])];
  }).value;
}
