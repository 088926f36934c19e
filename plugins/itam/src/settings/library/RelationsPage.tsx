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

import { Cell, ColumnConfig, Table } from '@backstage/ui';
import { RelationEnd, RelationRule } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { PageList, Quiet, words } from '../../shared';
import { useTexts } from '../../translation';
import { SettingsPage } from '../SettingsFrame';
import { useRelationKinds } from './useLibrary';

/** The kinds of relation, with what may stand at their ends. */
export const RelationsPage = () => {
  const { t } = useTexts();
  const pages = useRelationKinds();
  const columnConfig = useRelationColumns();
  return (
    <SettingsPage
      title={t('settings.page.relations')}
      description={t('settings.relations.introduction')}
    >
      <PageList pages={pages} empty={t('settings.relations.empty')}>
        {rules => (
          <Table
            aria-label={t('settings.page.relations')}
            columnConfig={columnConfig}
            data={rules.map(rule => ({ id: rule.type, ...rule }))}
            pagination={{ type: 'none' }}
          />
        )}
      </PageList>
    </SettingsPage>
  );
};

function useRelationColumns(): ColumnConfig<RelationRule & { id: string }>[] {
  const { t } = useTexts();
  return useMemo(() => {
    const endText = (end: RelationEnd | undefined) => {
      if (!end) return undefined;
      const named = [...(end.categories ?? []), ...(end.types ?? [])];
      return named.map(words).join(', ') || t('settings.relations.anything');
    };
    const rulesOf = (rule: RelationRule) => [
      ...(rule.acyclic ? [t('settings.relations.acyclic')] : []),
      ...(rule.single ? [t('settings.relations.single')] : []),
      ...(rule.rollUp ? [t('settings.relations.rollUp')] : []),
      t(`settings.relations.failure.${rule.failure}`),
    ];
    return [
      {
        id: 'kind',
        label: t('settings.relations.column.kind'),
        isRowHeader: true,
        cell: rule => (
          <Cell>
            {rule.title}
            <Quiet as="div" variant="body-x-small">
              {t('settings.relations.inverse', { title: rule.inverseTitle })}
            </Quiet>
          </Cell>
        ),
      },
      {
        id: 'from',
        label: t('settings.relations.column.from'),
        cell: rule => <Cell>{endText(rule.from)}</Cell>,
      },
      {
        id: 'to',
        label: t('settings.relations.column.to'),
        cell: rule => (
          <Cell>
            {[
              endText(rule.to),
              rule.toEntities.length > 0 &&
                t('settings.relations.entities', {
                  kinds: rule.toEntities.join(', '),
                }),
            ]
              .filter(Boolean)
              .join('; ') || t('settings.relations.nothing')}
          </Cell>
        ),
      },
      {
        id: 'rules',
        label: t('settings.relations.column.rules'),
        cell: rule => <Cell>{rulesOf(rule).join('; ')}</Cell>,
      },
    ];
  }, [t]);
}
