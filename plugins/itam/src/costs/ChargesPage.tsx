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

import { Container, Flex, Table } from '@backstage/ui';
import { useLocation } from 'react-router-dom';
import {
  FactList,
  NamedPage,
  Nothing,
  PageHeader,
  PageList,
  Quiet,
} from '../shared';
import { useTexts } from '../translation';
import { CostAmounts } from './Amount';
import { useChargeColumns } from './chargeColumns';
import { ChosenFilters } from './ChosenFilters';
import { monthText } from './text';
import { useCharges } from './useCharges';
import { useChargesQuery } from './useChargesQuery';
import { ChargesTotal, useChargesTotal } from './useChargesTotal';
import { useCostLinks } from './useCostLinks';

/** The lines behind a cost. */
export const ChargesPage = () => {
  const { t } = useTexts();
  const { pathname, search } = useLocation();
  const links = useCostLinks();
  const { query, sortBy, without } = useChargesQuery();
  const pages = useCharges(query);
  const total = useChargesTotal(query).value;
  const columnConfig = useChargeColumns();
  const { filters, asset, reason, sort } = query;
  const assetName = pages.items.find(line => line.asset)?.asset?.name;
  const nothingHere =
    pages.items.length === 0 && !pages.loading && !pages.error;
  return (
    <NamedPage name={t('costs.lines.title')} href={`${pathname}${search}`}>
      <PageHeader
        title={t('costs.lines.title')}
        breadcrumbs={[
          {
            label: t('costs.title'),
            href: links.costs({ ...filters, from: query.from, to: query.to }),
          },
        ]}
      />
      <Container mb="6">
        <Flex direction="column" gap="4">
          <Quiet as="p">{t('costs.lines.introduction')}</Quiet>
          <ChosenFilters
            filters={{ ...filters, asset, reason }}
            assetName={assetName}
            onRemove={without}
          />
          {total && <TotalOfLines total={total} />}
          {nothingHere ? (
            <Nothing
              title={t('costs.lines.empty')}
              hint={t('costs.lines.emptyHint')}
            />
          ) : (
            <PageList pages={pages} empty={t('costs.lines.empty')}>
              {items => (
                <Table
                  columnConfig={columnConfig}
                  data={items}
                  pagination={{ type: 'none' }}
                  sort={{
                    descriptor: {
                      column: sort.replace('-', ''),
                      direction: sort.startsWith('-')
                        ? 'descending'
                        : 'ascending',
                    },
                    // The other view begins with its largest amounts too.
                    onSortChange: ({ column, direction }) =>
                      sortBy(
                        direction === 'descending' ||
                          column !== sort.replace('-', '')
                          ? `-${column}`
                          : String(column),
                      ),
                  }}
                />
              )}
            </PageList>
          )}
        </Flex>
      </Container>
    </NamedPage>
  );
};

function TotalOfLines(props: { total: ChargesTotal }) {
  const { t } = useTexts();
  const { from, to, total } = props.total;
  const months = {
    id: 'months',
    label: t('costs.span.label'),
    value:
      from === to
        ? monthText(from)
        : t('costs.span.text', { from: monthText(from), to: monthText(to) }),
  };
  const views = (['effective', 'billed'] as const).map(view => ({
    id: view,
    label: `${t('costs.lines.total')}, ${t(
      `costs.view.${view}`,
    ).toLocaleLowerCase('en-GB')}`,
    value: <CostAmounts costs={total} view={view} form={{ exact: true }} />,
  }));
  return <FactList facts={total ? [months, ...views] : [months]} />;
}
