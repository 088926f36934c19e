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

import { EntityRefLink, EntityRefLinks } from '@backstage/plugin-catalog-react';
import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { AssetItem } from '@itam/plugin-itam-common';
import { StatusChip } from '../lifecycle';
import { useNames } from '../names';
import { Moment } from '../shared';
import { itamTranslationRef } from '../translation';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useMemo } from 'react';
import { AssetNameCell } from './AssetNameCell';

/** The columns of a list of assets. */
export function useAssetColumns(): ColumnConfig<AssetItem>[] {
  const { typeTitle } = useNames();
  const { t } = useTranslationRef(itamTranslationRef);
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('register.field.name'),
        isSortable: true,
        isRowHeader: true,
        defaultWidth: '1.8fr',
        minWidth: 165,
        cell: asset => (
          <Cell>
            <AssetNameCell asset={asset} />
          </Cell>
        ),
      },
      {
        id: 'type',
        label: t('register.field.type'),
        isSortable: true,
        defaultWidth: '1.1fr',
        minWidth: 118,
        cell: asset => <Cell>{typeTitle(asset.type)}</Cell>,
      },
      {
        id: 'category',
        label: t('register.field.category'),
        isSortable: true,
        defaultWidth: '0.8fr',
        minWidth: 120,
        cell: asset => (
          <CellText title={t(`shared.category.${asset.category}`)} />
        ),
      },
      {
        id: 'status',
        label: t('register.field.status'),
        isSortable: true,
        defaultWidth: '1.1fr',
        minWidth: 168,
        cell: asset => (
          <Cell>
            <StatusChip status={asset.status} stage={asset.stage} />
          </Cell>
        ),
      },
      {
        id: 'owner',
        label: t('register.field.owner'),
        isSortable: true,
        defaultWidth: '1fr',
        minWidth: 108,
        cell: asset => (
          <Cell>
            {asset.owner ? (
              <EntityRefLink entityRef={asset.owner} defaultKind="group" />
            ) : (
              t('register.list.noOwner')
            )}
          </Cell>
        ),
      },
      {
        id: 'supports',
        label: t('register.field.supports'),
        defaultWidth: '1.1fr',
        minWidth: 116,
        cell: asset => (
          <Cell>
            <EntityRefLinks
              entityRefs={asset.supports}
              defaultKind="component"
            />
          </Cell>
        ),
      },
      {
        id: 'environment',
        label: t('register.field.environment'),
        isSortable: true,
        defaultWidth: '0.9fr',
        minWidth: 154,
        cell: asset => <CellText title={asset.environment ?? ''} />,
      },
      {
        id: 'updatedAt',
        label: t('register.field.updatedAt'),
        isSortable: true,
        defaultWidth: '0.8fr',
        minWidth: 114,
        cell: asset => (
          <Cell>
            <Moment at={asset.updatedAt} />
          </Cell>
        ),
      },
    ],
    [t, typeTitle],
  );
}
