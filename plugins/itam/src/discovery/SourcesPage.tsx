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
import {
  Cell,
  ColumnConfig,
  Container,
  Flex,
  Header,
  Link,
  Table,
  Text,
} from '@backstage/ui';
import { SourceItem } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { sourceRouteRef } from '../routes';
import {
  Moment,
  MoreButton,
  Nothing,
  PageTitle,
  Problem,
  Quiet,
} from '../shared';
import { useTexts } from '../translation';
import { countText } from '../costs';
import { readsBills } from './charges';
import { RunCountsText } from './RunCountsText';
import { SourceStateMark } from './StateMark';
import { useSources } from './useSources';

/** The sources of the register and how they are doing. */
export const SourcesPage = () => {
  const { t } = useTexts();
  const sources = useSources();
  const columnConfig = useSourceColumns();
  const { items, error, loading, reload } = sources;
  return (
    <>
      <PageTitle name={t('discovery.title')} />
      <Header
        title={t('discovery.title')}
        description={t('discovery.introduction')}
      />
      <Container>
        {error ? (
          <Problem error={error} onRetry={reload} />
        ) : (
          <Flex direction="column" gap="3">
            <Table
              columnConfig={columnConfig}
              data={loading && items.length === 0 ? undefined : items}
              isPending={loading}
              pagination={{ type: 'none' }}
              emptyState={
                <Nothing
                  title={t('discovery.sources.empty')}
                  hint={t('discovery.sources.emptyHint')}
                />
              }
            />
            <Flex>
              <MoreButton pages={sources} />
            </Flex>
          </Flex>
        )}
      </Container>
    </>
  );
};

function useSourceColumns(): ColumnConfig<SourceItem>[] {
  const { t } = useTexts();
  const sourcePath = useRouteRef(sourceRouteRef);
  return useMemo(() => {
    const heldText = (source: SourceItem) => {
      if (!readsBills(source)) {
        return t('discovery.sources.assets', { count: source.assets });
      }
      const charges = source.lastRun?.counts.charges ?? 0;
      return charges > 0
        ? t('discovery.sources.chargesRead', { charges: countText(charges) })
        : t('discovery.sources.charges');
    };
    return [
      {
        id: 'source',
        label: t('discovery.sources.column.source'),
        isRowHeader: true,
        defaultWidth: '1.4fr',
        minWidth: 160,
        cell: source => (
          <Cell>
            <Link href={sourcePath({ sourceId: source.id })}>
              {source.title}
            </Link>
            <Quiet as="div" variant="body-x-small">
              {source.kind}
            </Quiet>
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('discovery.sources.column.state'),
        defaultWidth: '1.4fr',
        minWidth: 140,
        cell: source => (
          <Cell style={{ overflowWrap: 'anywhere' }}>
            <SourceStateMark state={source.state} />
            {source.error && (
              <Text as="div" variant="body-small">
                {source.error}
              </Text>
            )}
          </Cell>
        ),
      },
      {
        id: 'holds',
        label: t('discovery.sources.column.holds'),
        defaultWidth: '0.8fr',
        minWidth: 130,
        cell: source => (
          <Cell>
            <div>
              {heldText(source)}
              {source.folded > 0 && (
                <Quiet as="div" variant="body-x-small">
                  {t('discovery.sources.foldedToo', {
                    folded: countText(source.folded),
                  })}
                </Quiet>
              )}
            </div>
          </Cell>
        ),
      },
      {
        id: 'lastSuccess',
        label: t('discovery.sources.column.lastSuccess'),
        defaultWidth: '0.9fr',
        minWidth: 110,
        cell: source => (
          <Cell>
            <Moment at={source.lastSucceededAt} />
          </Cell>
        ),
      },
      {
        id: 'lastRun',
        label: t('discovery.sources.column.lastRun'),
        defaultWidth: '2fr',
        minWidth: 200,
        cell: source => (
          <Cell>
            {source.lastRun ? (
              <RunCountsText counts={source.lastRun.counts} />
            ) : (
              t('discovery.sources.neverRun')
            )}
          </Cell>
        ),
      },
    ];
  }, [t, sourcePath]);
}
