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

import { Cell, CellText, ColumnConfig, Table, Text } from '@backstage/ui';
import { SourceDocumentState } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { Moment, PageList, Section } from '../shared';
import { useTexts } from '../translation';
import { DocumentStateMark } from './StateMark';
import { useDocuments } from './useDocuments';

type DocumentRow = SourceDocumentState & { id: string };

/** The documents a source read or refused, and why. */
export const DocumentsSection = (props: {
  sourceId: string;
  runsEnded: number;
}) => {
  const { t } = useTexts();
  const pages = useDocuments(props.sourceId, props.runsEnded);
  const columnConfig = useDocumentColumns();
  return (
    <Section title={t('discovery.documents.title')}>
      <PageList pages={pages} empty={t('discovery.documents.empty')}>
        {items => (
          <Table
            columnConfig={columnConfig}
            data={items.map(item => ({ ...item, id: item.scope }))}
            pagination={{ type: 'none' }}
          />
        )}
      </PageList>
    </Section>
  );
};

function useDocumentColumns(): ColumnConfig<DocumentRow>[] {
  const { t } = useTexts();
  return useMemo(
    () => [
      {
        id: 'document',
        label: t('discovery.documents.column.document'),
        defaultWidth: '2fr',
        minWidth: 220,
        isRowHeader: true,
        cell: document => (
          <Cell style={{ overflowWrap: 'anywhere' }}>{document.scope}</Cell>
        ),
      },
      {
        id: 'state',
        label: t('discovery.documents.column.state'),
        defaultWidth: '2fr',
        minWidth: 180,
        cell: document => (
          <Cell style={{ overflowWrap: 'anywhere' }}>
            <DocumentStateMark state={document.state} />
            {document.error && (
              <Text as="div" variant="body-small">
                {document.error}
              </Text>
            )}
          </Cell>
        ),
      },
      {
        id: 'serial',
        label: t('discovery.documents.column.serial'),
        defaultWidth: '0.5fr',
        minWidth: 80,
        cell: document => (
          <CellText title={document.serial?.toString() ?? ''} />
        ),
      },
      {
        id: 'lastRead',
        label: t('discovery.documents.column.lastRead'),
        defaultWidth: '0.9fr',
        minWidth: 130,
        cell: document => (
          <Cell>
            <Moment at={document.lastReadAt} />
          </Cell>
        ),
      },
    ],
    [t],
  );
}
