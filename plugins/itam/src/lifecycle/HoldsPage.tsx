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

import { PageList } from '../shared';
import { useTexts } from '../translation';
import { ChoiceBar } from './ChoiceBar';
import { HoldWords, ReleaseHoldButton } from './HoldLine';
import { AssetLink, ListPage } from './ListPage';
import { useLineStyles } from './OpenFactsSection';
import { useChoice } from './useChoice';
import { useHolds } from './useHolds';

const views = ['open', 'all'] as const;

/** The legal holds of all assets. */
export const HoldsPage = () => {
  const classes = useLineStyles();
  const { t } = useTexts();
  const [view, setView] = useChoice('show', views);
  const pages = useHolds({ open: view === 'open' ? true : undefined });
  return (
    <ListPage
      title={t('lifecycle.hold.title')}
      hint={t('lifecycle.hold.pageHint')}
      filters={
        <ChoiceBar
          label={t('lifecycle.hold.show')}
          choices={views.map(id => ({
            id,
            label: t(`lifecycle.hold.view.${id}`),
          }))}
          value={view}
          onChange={setView}
        />
      }
    >
      <PageList pages={pages} empty={t('lifecycle.hold.none')}>
        {items => (
          <ul className={classes.lines} aria-label={t('lifecycle.hold.title')}>
            {items.map(hold => (
              <li key={hold.id} className={classes.line}>
                <div className={classes.words}>
                  <AssetLink tag={hold.tag} name={hold.name} />
                  <div>
                    <HoldWords hold={hold} />
                  </div>
                </div>
                <ReleaseHoldButton hold={hold} onChanged={pages.reload} />
              </li>
            ))}
          </ul>
        )}
      </PageList>
    </ListPage>
  );
};
