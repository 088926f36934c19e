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

import { Button, Flex, Table, TablePaginationType } from '@backstage/ui';
import { AssetItem } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { BulkBar, ExportMenu, ImportLink, useSelection } from '../bulk';
import { useNames } from '../names';
import { Nothing, Problem } from '../shared';
import { useTexts } from '../translation';
import { useAssetColumns } from './assetColumns';
import { AssetFilters } from './AssetFilters';
import { EmptyRegister } from './EmptyRegister';
import { entityFilterOptions, registerFilterOptions } from './filterOptions';
import { useAssetFacets } from './useAssetFacets';
import { useAssets } from './useAssets';
import { AssetsQueryState } from './useAssetsQuery';
import { useEntitySummary } from './useEntitySummary';
import { ColumnsMenu, ViewsMenu } from './views';

/** The assets of the whole register with everything to narrow them down. */
export const RegisterTable = (props: { state: AssetsQueryState }) => {
  const { t } = useTexts();
  const { state } = props;
  const { typeTitle, sourceTitle } = useNames();
  const facets = useAssetFacets(state.query).value;
  const options = useMemo(
    () =>
      registerFilterOptions(facets, state.query.values, {
        typeTitle,
        sourceTitle,
        unowned: t('register.list.unowned'),
      }),
    [facets, state.query.values, typeTitle, sourceTitle, t],
  );
  return (
    <Flex direction="column" gap="4">
      <AssetFilters state={state} options={options} />
      <AssetsTable state={state} keepsViews />
    </Flex>
  );
};

/** The assets of one entity. */
export const EntityAssetsTable = (props: {
  state: AssetsQueryState;
  entityRef: string;
}) => {
  const { t } = useTexts();
  const { state, entityRef } = props;
  const { typeTitle, sourceTitle } = useNames();
  const summary = useEntitySummary(entityRef).value;
  const options = useMemo(
    () =>
      entityFilterOptions(summary, state.query.values, {
        typeTitle,
        sourceTitle,
        unowned: t('register.list.unowned'),
      }),
    [summary, state.query.values, typeTitle, sourceTitle, t],
  );
  return (
    <Flex direction="column" gap="4">
      <AssetFilters state={state} options={options} />
      <AssetsTable state={state} entityRef={entityRef} />
    </Flex>
  );
};

const NO_ASSETS: AssetItem[] = [];

function AssetsTable(props: {
  state: AssetsQueryState;
  entityRef?: string;
  /** What the list shows can be kept under a name. */
  keepsViews?: boolean;
}) {
  const { t } = useTexts();
  const { state, entityRef } = props;
  const { tableProps, reload } = useAssets({
    state,
    entityRef,
    texts: {
      total: count => t('register.list.total', { count }),
      pageSize: count => t('register.list.pageSize', { size: String(count) }),
    },
  });

  const { columns, choices, shown } = useAssetColumns({
    assets: tableProps.data ?? NO_ASSETS,
    entityRef,
    chosen: state.query.columns,
    onChanged: reload,
  });

  const selection = useSelection({
    query: state.query,
    shown: (tableProps.data ?? NO_ASSETS).map(({ id }) => id),
    total: totalOf(tableProps.pagination),
  });

  if (tableProps.error) {
    return <Problem error={tableProps.error} onRetry={reload} />;
  }
  return (
    <>
      <Flex gap="2" justify="end">
        {props.keepsViews && <ViewsMenu state={state} />}
        {props.keepsViews && <ExportMenu query={state.query} />}
        {props.keepsViews && <ImportLink />}
        <ColumnsMenu
          choices={choices}
          shown={shown}
          onChange={state.showColumns}
        />
      </Flex>
      {props.keepsViews && (
        <BulkBar
          selection={selection}
          assets={tableProps.data ?? NO_ASSETS}
          total={totalOf(tableProps.pagination)}
          onChanged={reload}
        />
      )}
      <Table
        {...tableProps}
        columnConfig={columns}
        selection={props.keepsViews ? selection.table : undefined}
        emptyState={
          state.isFiltered ? (
            <Nothing
              title={t('register.list.nothingFound')}
              hint={t('register.list.nothingFoundHint')}
              action={
                <Button variant="secondary" size="small" onPress={state.clear}>
                  {t('register.list.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyRegister ofEntity={Boolean(entityRef)} />
          )
        }
      />
    </>
  );
}

/** How many assets match, once the API told. */
function totalOf(pagination: TablePaginationType): number | undefined {
  return pagination.type === 'page' ? pagination.totalCount : undefined;
}
