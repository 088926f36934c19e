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
  CellText,
  ColumnConfig,
  Flex,
  Link,
  SearchField,
  Select,
  Table,
} from '@backstage/ui';
import { assetCategories, AssetTypeItem } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { assetTypeRouteRef, lifecycleModelRouteRef } from '../../routes';
import { Nothing, Problem, Quiet, words } from '../../shared';
import { useTexts } from '../../translation';
import { SettingsPage } from '../SettingsFrame';
import { fittingTypes } from './fittingTypes';
import { useAssetTypes } from './useLibrary';

const ALL = 'all';

/** Every asset type, to be searched and narrowed to a category. */
export const AssetTypesPage = () => {
  const { t } = useTexts();
  const [parameters, setParameters] = useSearchParams();
  const { value, error, loading, reload } = useAssetTypes();
  const columnConfig = useTypeColumns();
  const q = parameters.get('q') ?? '';
  const category = parameters.get('category') ?? ALL;
  const fitting = useMemo(
    () => fittingTypes(value ?? [], { q, category }),
    [value, q, category],
  );
  const choose = (name: string, chosen: string) =>
    setParameters(
      before => {
        const next = new URLSearchParams(before);
        next.delete(name);
        if (chosen && chosen !== ALL) {
          next.set(name, chosen);
        }
        return next;
      },
      { replace: true },
    );
  return (
    <SettingsPage
      title={t('settings.page.assetTypes')}
      description={t('settings.types.introduction')}
    >
      {error ? (
        <Problem error={error} onRetry={reload} />
      ) : (
        <>
          <Flex gap="3" align="end">
            <SearchField
              label={t('settings.types.search')}
              size="small"
              value={q}
              onChange={text => choose('q', text)}
            />
            <Select
              label={t('settings.types.category')}
              size="small"
              options={[
                { id: ALL, label: t('settings.types.anyCategory') },
                ...assetCategories.map(id => ({
                  id,
                  label: t(`shared.category.${id}`),
                })),
              ]}
              value={category}
              onChange={key => choose('category', String(key))}
            />
            {value && (
              <Quiet as="p" variant="body-small" role="status">
                {t('settings.types.count', { count: fitting.length })}
              </Quiet>
            )}
          </Flex>
          <Table
            columnConfig={columnConfig}
            data={loading ? undefined : fitting}
            isPending={loading}
            pagination={{ type: 'none' }}
            emptyState={
              <Nothing
                title={t('settings.types.empty')}
                hint={t('settings.types.emptyHint')}
              />
            }
          />
        </>
      )}
    </SettingsPage>
  );
};

function useTypeColumns(): ColumnConfig<AssetTypeItem>[] {
  const { t } = useTexts();
  const typePath = useRouteRef(assetTypeRouteRef);
  const modelPath = useRouteRef(lifecycleModelRouteRef);
  return useMemo(
    () => [
      {
        id: 'type',
        label: t('settings.types.column.type'),
        isRowHeader: true,
        cell: type => (
          <Cell>
            <Link href={typePath({ id: type.id })}>{type.title}</Link>
            <Quiet as="div" variant="body-x-small">
              {type.id}
            </Quiet>
          </Cell>
        ),
      },
      {
        id: 'category',
        label: t('settings.types.column.category'),
        cell: ({ category }) => <CellText title={words(category)} />,
      },
      {
        id: 'unit',
        label: t('settings.types.column.unit'),
        cell: ({ unit }) => (
          <CellText title={t(`settings.types.unit.${unit}`)} />
        ),
      },
      {
        id: 'attributes',
        label: t('settings.types.column.attributes'),
        cell: ({ attributes }) => (
          <CellText title={String(attributes.length)} />
        ),
      },
      {
        id: 'model',
        label: t('settings.types.column.model'),
        cell: ({ lifecycleModel }) => (
          <Cell>
            <Link href={modelPath({ id: lifecycleModel })}>
              {words(lifecycleModel)}
            </Link>
          </Cell>
        ),
      },
    ],
    [t, typePath, modelPath],
  );
}
