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

import { AssetLink, ChoiceBar, ListPage, useChoice } from '../lifecycle';
import { useTexts } from '../translation';
import { TransferList } from './TransferList';
import { TransferFilter } from './useTransfers';

const views = ['to-accept', 'asked', 'open', 'all'] as const;

const filters: Record<(typeof views)[number], TransferFilter> = {
  'to-accept': { state: 'open', mine: 'to-accept' },
  asked: { mine: 'asked' },
  open: { state: 'open' },
  all: {},
};

/** Assets on their way between teams: what waits for me, what I offered. */
export const TransfersPage = () => {
  const { t } = useTexts();
  const [view, setView] = useChoice('show', views);
  return (
    <ListPage
      title={t('custody.transfer.title')}
      hint={t('custody.transfer.pageHint')}
      filters={
        <ChoiceBar
          label={t('custody.transfer.show')}
          choices={views.map(id => ({
            id,
            label: t(`custody.transfer.view.${id}`),
          }))}
          value={view}
          onChange={setView}
        />
      }
    >
      <TransferList
        filter={filters[view]}
        empty={t('custody.transfer.none')}
        heading={({ tag, name }) => <AssetLink tag={tag} name={name} />}
      />
    </ListPage>
  );
};
