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
import { itamRoutes, LegalEntityItem } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { itamApiRef } from '../../api';
import { legalEntityRouteRef } from '../../routes';
import { usePages, valueText } from '../../shared';
import { useTexts } from '../../translation';
import { LegalEntityDialog } from './LegalEntityDialog';
import { RecordList } from './RecordList';
import { RecordMarks } from './RecordMarks';
import { useRecordSearch } from './RecordSearch';

/** The companies that own assets. */
export const LegalEntitiesPage = () => {
  const api = useApi(itamApiRef);
  const { t } = useTexts();
  const navigate = useNavigate();
  const entityPath = useRouteRef(legalEntityRouteRef);
  const search = useRecordSearch();
  const { q, withRetired } = search;
  const pages = usePages(['entities', q, withRetired], (cursor, signal) =>
    api.call(itamRoutes.listLegalEntities, {
      query: {
        ...{ q, limit: 50, cursor },
        retired: withRetired ? undefined : 'false',
      },
      signal,
    }),
  );
  return (
    <RecordList
      kind="legal-entity"
      title={t('settings.page.legalEntities')}
      search={search}
      pages={pages}
      columnConfig={useColumns()}
      dialog={({ onClose }) => (
        <LegalEntityDialog
          onSaved={({ id }) => navigate(entityPath({ id }))}
          onClose={onClose}
        />
      )}
    />
  );
};

function useColumns(): ColumnConfig<LegalEntityItem>[] {
  const { t } = useTexts();
  const entityPath = useRouteRef(legalEntityRouteRef);
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('settings.records.column.name'),
        isRowHeader: true,
        cell: entity => (
          <Cell>
            <Link href={entityPath({ id: entity.id })}>{entity.name}</Link>
            <RecordMarks record={entity} />
          </Cell>
        ),
      },
      {
        id: 'country',
        label: t('settings.records.column.country'),
        cell: ({ country }) => <CellText title={country} />,
      },
      {
        id: 'currency',
        label: t('settings.records.column.currency'),
        cell: ({ currency }) => <CellText title={currency} />,
      },
      {
        id: 'threshold',
        label: t('settings.records.column.threshold'),
        cell: ({ capitalisationThreshold }) => (
          <CellText
            title={
              valueText(capitalisationThreshold, { yes: '', no: '' }) ?? ''
            }
          />
        ),
      },
    ],
    [t, entityPath],
  );
}
