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

import { Button, ColumnConfig, Table } from '@backstage/ui';
import { RecordBase, RecordKind } from '@itam/plugin-itam-common';
import { ReactNode, useState } from 'react';
import { Nothing, PageList, Pages } from '../../shared';
import { useTexts } from '../../translation';
import { SettingsPage } from '../SettingsFrame';
import { RecordSearch, RecordSearchBar } from './RecordSearch';
import { useMayChange } from './useMayChange';

/** A list of shared records with a search, and the way to add one. */
export function RecordList<T extends RecordBase>(props: {
  kind: Exclude<RecordKind, 'location'>;
  title: string;
  search: RecordSearch;
  pages: Pages<T>;
  columnConfig: ColumnConfig<T>[];
  dialog: (handlers: { onClose: () => void }) => ReactNode;
}) {
  const { t } = useTexts();
  const { kind, title, search, pages, columnConfig, dialog } = props;
  const [adding, setAdding] = useState(false);
  const mayChange = useMayChange();
  const nothing = pages.items.length === 0 && !pages.loading && !pages.error;
  return (
    <SettingsPage
      title={title}
      description={t(`settings.records.introduction.${kind}`)}
      actions={
        mayChange && (
          <Button variant="primary" onPress={() => setAdding(true)}>
            {t(`settings.records.add.${kind}`)}
          </Button>
        )
      }
    >
      <RecordSearchBar search={search} />
      {nothing ? (
        <Nothing
          title={
            search.q
              ? t('settings.records.nothingFound')
              : t(`settings.records.empty.${kind}`)
          }
          hint={
            search.q
              ? t('settings.records.nothingFoundHint')
              : t(`settings.records.emptyHint.${kind}`)
          }
        />
      ) : (
        <PageList pages={pages} empty={t(`settings.records.empty.${kind}`)}>
          {items => (
            <Table
              aria-label={title}
              columnConfig={columnConfig}
              data={items}
              pagination={{ type: 'none' }}
            />
          )}
        </PageList>
      )}
      {adding && dialog({ onClose: () => setAdding(false) })}
    </SettingsPage>
  );
}
