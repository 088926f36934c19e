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
import { holdsServices, useCostColumn } from '../costs';
import { StatusChip } from '../lifecycle';
import { useNames } from '../names';
import { Moment, Quiet } from '../shared';
import { useTexts } from '../translation';
import { useMemo } from 'react';
import { AssetNameCell } from './AssetNameCell';
import { ColumnChoice, RowActions } from './views';

/** The columns of a list, and those that could be shown. */
export interface AssetColumns {
  columns: ColumnConfig<AssetItem>[];
  /** Every column there is, besides the name and the actions. */
  choices: ColumnChoice[];
  /** The ids of the columns shown. */
  shown: string[];
}

/**
 * The columns of a list of assets, of the register or of an entity: those
 * chosen, or else the usual ones.
 */
export function useAssetColumns(options: {
  assets: AssetItem[];
  entityRef?: string;
  chosen: string[];
  onChanged: () => void;
}): AssetColumns {
  const { t } = useTexts();
  const { assets, entityRef, chosen, onChanged } = options;
  const usual = useUsualColumns({ assets, entityRef });
  const further = useFurtherColumns();
  const movable = assets.some(({ allowed }) => allowed.includes('transition'));
  return useMemo(() => {
    const [name, ...others] = [...usual, ...further];
    const ids = others.map(({ id }) => id);
    const wanted = chosen.filter(id => ids.includes(id));
    const shown =
      wanted.length > 0 ? wanted : usual.slice(1).map(({ id }) => id);
    const actions: ColumnConfig<AssetItem> = {
      id: 'actions',
      label: t('views.row.actions'),
      width: 48,
      cell: asset => (
        <Cell>
          {asset.allowed.includes('transition') ? (
            <RowActions asset={asset} onChanged={onChanged} />
          ) : null}
        </Cell>
      ),
    };
    return {
      columns: [
        name,
        ...others.filter(({ id }) => shown.includes(id)),
        ...(movable ? [actions] : []),
      ],
      choices: others.map(({ id, label }) => ({ id, label })),
      shown,
    };
  }, [usual, further, chosen, movable, onChanged, t]);
}

/** Columns that are there for who wants them. */
function useFurtherColumns(): ColumnConfig<AssetItem>[] {
  const { t } = useTexts();
  return useMemo(() => {
    const text = (
      id: 'tag' | 'provider' | 'account' | 'region',
    ): ColumnConfig<AssetItem> => ({
      id,
      label: t(`register.field.${id}`),
      isSortable: id === 'tag',
      defaultWidth: '0.8fr',
      minWidth: 110,
      cell: asset => <CellText title={asset[id] ?? ''} />,
    });
    const holder = (id: 'custodian' | 'consumer'): ColumnConfig<AssetItem> => ({
      id,
      label: t(`register.field.${id}`),
      defaultWidth: '0.9fr',
      minWidth: 110,
      cell: asset => (
        <Cell>
          <EntityRefLinks
            entityRefs={[asset[id]].flatMap(ref => ref ?? [])}
            defaultKind="user"
          />
        </Cell>
      ),
    });
    return [
      text('tag'),
      {
        id: 'category',
        label: t('register.field.category'),
        isSortable: true,
        defaultWidth: '0.7fr',
        minWidth: 104,
        cell: asset => (
          <CellText title={t(`shared.category.${asset.category}`)} />
        ),
      },
      holder('custodian'),
      holder('consumer'),
      text('provider'),
      text('account'),
      text('region'),
      {
        id: 'flags',
        label: t('register.field.flags'),
        defaultWidth: '0.7fr',
        minWidth: 104,
        cell: asset => (
          <CellText
            title={(asset.flags ?? [])
              .map(flag => t(`register.flag.${flag}`))
              .join(', ')}
          />
        ),
      },
      {
        id: 'updatedAt',
        label: t('register.field.updatedAt'),
        isSortable: true,
        defaultWidth: '0.7fr',
        minWidth: 112,
        cell: asset => (
          <Cell>
            <Moment at={asset.updatedAt} />
          </Cell>
        ),
      },
      {
        id: 'lastVerifiedAt',
        label: t('register.field.lastVerifiedAt'),
        defaultWidth: '0.7fr',
        minWidth: 112,
        cell: asset => (
          <Cell>
            {asset.lastVerifiedAt ? <Moment at={asset.lastVerifiedAt} /> : null}
          </Cell>
        ),
      },
    ];
  }, [t]);
}

function useUsualColumns(options: {
  assets: AssetItem[];
  entityRef?: string;
}): ColumnConfig<AssetItem>[] {
  const { typeTitle } = useNames();
  const { t } = useTexts();
  const { assets, entityRef } = options;
  const costColumn = useCostColumn(assets);
  const ofEntity = entityRef !== undefined;
  // What every asset of a service says of it is not worth a column.
  const repeated = entityRef && !holdsServices(entityRef) ? entityRef : '';
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('register.field.name'),
        isSortable: true,
        isRowHeader: true,
        defaultWidth: '1.8fr',
        minWidth: 148,
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
        minWidth: 110,
        cell: asset => (
          <Cell>
            <div>
              {typeTitle(asset.type)}
              {!ofEntity && (
                <Quiet as="div" variant="body-x-small">
                  {t(`shared.category.${asset.category}`)}
                </Quiet>
              )}
            </div>
          </Cell>
        ),
      },
      {
        id: 'status',
        label: t('register.field.status'),
        isSortable: true,
        defaultWidth: '1fr',
        minWidth: 134,
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
        minWidth: 104,
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
      ...costColumn,
      {
        id: 'supports',
        label: repeated
          ? t('register.list.alsoSupports')
          : t('register.field.supports'),
        defaultWidth: '1fr',
        minWidth: repeated ? 134 : 116,
        cell: asset => (
          <Cell>
            <EntityRefLinks
              entityRefs={asset.supports.filter(ref => ref !== repeated)}
              defaultKind="component"
            />
          </Cell>
        ),
      },
      {
        id: 'environment',
        label: t('register.field.environment'),
        isSortable: true,
        defaultWidth: '0.8fr',
        minWidth: 134,
        cell: asset => <CellText title={asset.environment ?? ''} />,
      },
    ],
    [t, typeTitle, costColumn, ofEntity, repeated],
  );
}
