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

import { Cell, ColumnConfig, Flex, SearchField, Table } from '@backstage/ui';
import { FoldedItem } from '@itam/plugin-itam-common';
import { useDeferredValue, useMemo, useState } from 'react';
import { useNames } from '../names';
import { Moment, PageList, Quiet, Section } from '../shared';
import { useTexts } from '../translation';
import { useFolded } from './useFolded';

const anyBreak = { overflowWrap: 'anywhere' } as const;

/** What is folded under an asset, searchable. */
export const FoldedSection = (props: {
  asset: { id: string; foldedCount: number };
}) => {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const pages = useFolded(props.asset.id, search);
  const columns = useFoldedColumns();
  return (
    <Section
      title={`${t('register.folded.title')} (${props.asset.foldedCount})`}
    >
      <Flex direction="column" gap="3">
        <Quiet as="p">{t('register.folded.hint')}</Quiet>
        <SearchField
          aria-label={t('register.folded.search')}
          placeholder={t('register.folded.search')}
          size="small"
          value={typed}
          onChange={setTyped}
        />
        <PageList
          pages={pages}
          empty={
            search
              ? t('register.folded.nothingFound')
              : t('register.folded.empty')
          }
        >
          {items => (
            <Table
              columnConfig={columns}
              data={items}
              pagination={{ type: 'none' }}
            />
          )}
        </PageList>
      </Flex>
    </Section>
  );
};

function useFoldedColumns(): ColumnConfig<FoldedItem>[] {
  const { t } = useTexts();
  const { typeTitle } = useNames();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('register.folded.column.name'),
        defaultWidth: '1fr',
        minWidth: 120,
        isRowHeader: true,
        cell: item => <Cell style={anyBreak}>{item.name}</Cell>,
      },
      {
        id: 'type',
        label: t('register.folded.column.type'),
        defaultWidth: '1fr',
        minWidth: 120,
        cell: item => (
          <Cell style={anyBreak}>
            {item.providerType ?? typeTitle(item.type)}
          </Cell>
        ),
      },
      {
        id: 'place',
        label: t('register.folded.column.place'),
        defaultWidth: '1.6fr',
        minWidth: 180,
        cell: item => <Cell style={anyBreak}>{item.place}</Cell>,
      },
      {
        id: 'seen',
        label: t('register.folded.column.seen'),
        defaultWidth: '0.7fr',
        minWidth: 100,
        cell: item => (
          <Cell>
            <Moment at={item.lastSeenAt} />
          </Cell>
        ),
      },
    ],
    [t, typeTitle],
  );
}
