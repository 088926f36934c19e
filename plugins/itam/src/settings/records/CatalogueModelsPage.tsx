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

import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { Cell, CellText, ColumnConfig, Link } from '@backstage/ui';
import { CatalogueModelItem, itamRoutes } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { itamApiRef } from '../../api';
import { useNames } from '../../names';
import { catalogueModelRouteRef } from '../../routes';
import { usePages, valueText } from '../../shared';
import { useTexts } from '../../translation';
import { CatalogueModelDialog } from './CatalogueModelDialog';
import { RecordList } from './RecordList';
import { RecordMarks } from './RecordMarks';
import { useRecordSearch } from './RecordSearch';

/** The model catalogue. */
export const CatalogueModelsPage = () => {
  const api = useApi(itamApiRef);
  const { t } = useTexts();
  const navigate = useNavigate();
  const modelPath = useRouteRef(catalogueModelRouteRef);
  const search = useRecordSearch();
  const { q, withRetired } = search;
  const pages = usePages(['models', q, withRetired], (cursor, signal) =>
    api.call(itamRoutes.listModels, {
      query: {
        ...{ q, limit: 50, cursor },
        retired: withRetired ? undefined : 'false',
      },
      signal,
    }),
  );
  return (
    <RecordList
      kind="model"
      title={t('settings.page.models')}
      search={search}
      pages={pages}
      columnConfig={useColumns()}
      dialog={({ onClose }) => (
        <CatalogueModelDialog
          onSaved={({ id }) => navigate(modelPath({ id }))}
          onClose={onClose}
        />
      )}
    />
  );
};

function useColumns(): ColumnConfig<CatalogueModelItem>[] {
  const { t } = useTexts();
  const modelPath = useRouteRef(catalogueModelRouteRef);
  const { typeTitle } = useNames();
  return useMemo(() => {
    const approvalText = (model: CatalogueModelItem) => {
      if (!model.approved) return t('shared.value.no');
      return model.approvalConditions
        ? t('settings.records.approvedWith')
        : t('shared.value.yes');
    };
    return [
      {
        id: 'name',
        label: t('settings.records.column.name'),
        isRowHeader: true,
        cell: model => (
          <Cell>
            <Link href={modelPath({ id: model.id })}>
              {[model.manufacturer, model.name, model.edition]
                .filter(Boolean)
                .join(' ')}
            </Link>
            <RecordMarks record={model} />
          </Cell>
        ),
      },
      {
        id: 'type',
        label: t('settings.records.column.type'),
        cell: ({ type }) => <CellText title={typeTitle(type)} />,
      },
      {
        id: 'approved',
        label: t('settings.records.column.approved'),
        cell: model => <CellText title={approvalText(model)} />,
      },
      {
        id: 'support',
        label: t('settings.records.column.endOfSupport'),
        cell: ({ endOfSupport }) => <CellText title={endOfSupport ?? ''} />,
      },
      {
        id: 'price',
        label: t('settings.records.column.price'),
        cell: ({ listPrice }) => (
          <CellText title={valueText(listPrice, { yes: '', no: '' }) ?? ''} />
        ),
      },
    ];
  }, [t, modelPath, typeTitle]);
}
