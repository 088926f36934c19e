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

import {
  Button,
  Cell,
  CellText,
  ColumnConfig,
  Flex,
  Select,
  Table,
  Text,
  TextField,
} from '@backstage/ui';
import { dateFormats, ImportPreview } from '@itam/plugin-itam-common';
import { useMemo, useState } from 'react';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { Importer } from './useImport';

const NO_MAPPING = '-';
const LEAVE_OUT = '-';
const AS_FOUND = '-';

/** Where each column goes: guessed, shown, changed by hand, saved by name. */
export const ImportColumnsTable = (props: {
  importer: Importer;
  preview: ImportPreview;
}) => {
  const { t } = useTexts();
  const { importer, preview } = props;
  const columnConfig = useMappingColumns(importer, preview);
  return (
    <Flex direction="column" gap="3">
      <Select
        label={t('bulk.import.mapping')}
        options={[
          { id: NO_MAPPING, label: t('bulk.import.mappingNone') },
          ...importer.mappings.map(({ name, title = name }) => ({
            id: name,
            label: preview.mappings.includes(name)
              ? t('bulk.import.suggested', { name: title })
              : title,
          })),
        ]}
        value={importer.mapping ?? NO_MAPPING}
        onChange={key =>
          importer.chooseMapping(key === NO_MAPPING ? undefined : String(key))
        }
      />
      <Table
        columnConfig={columnConfig}
        data={preview.columns.map(column => ({ ...column, id: column.header }))}
        pagination={{ type: 'none' }}
      />
      <SaveMapping importer={importer} />
    </Flex>
  );
};

type ColumnItem = ImportPreview['columns'][number] & { id: string };

function useMappingColumns(
  importer: Importer,
  preview: ImportPreview,
): ColumnConfig<ColumnItem>[] {
  const { t } = useTexts();
  const { columns, setColumn } = importer;
  const fields = useMemo(
    () => [
      { id: LEAVE_OUT, label: t('bulk.import.leaveOut') },
      ...preview.fields.map(field => ({ id: field, label: field })),
    ],
    [preview.fields, t],
  );
  return [
    {
      id: 'header',
      label: t('bulk.import.header'),
      isRowHeader: true,
      defaultWidth: '1fr',
      minWidth: 130,
      cell: ({ header }) => <CellText title={header} />,
    },
    {
      id: 'samples',
      label: t('bulk.import.samples'),
      defaultWidth: '1.4fr',
      minWidth: 150,
      cell: ({ samples, problem }) => (
        <Cell style={{ overflowWrap: 'anywhere' }}>
          <Quiet variant="body-small">{samples.join(' · ')}</Quiet>
          {problem && (
            <Text as="p" variant="body-small" color="danger">
              {problem}
            </Text>
          )}
        </Cell>
      ),
    },
    {
      id: 'to',
      label: t('bulk.import.goesTo'),
      defaultWidth: '1.4fr',
      minWidth: 190,
      cell: ({ header, to, confidence }) => {
        const chosen = columns[header]?.to ?? null;
        const guessed = chosen !== null && chosen === to && confidence < 1;
        return (
          <Cell>
            <Select
              aria-label={t('bulk.import.goesToLabel', { header })}
              size="small"
              searchable
              options={fields}
              value={chosen ?? LEAVE_OUT}
              onChange={key =>
                setColumn(header, {
                  ...columns[header],
                  to: key === LEAVE_OUT ? null : String(key),
                })
              }
            />
            {(guessed || (chosen === null && to === null)) && (
              <Quiet as="p" variant="body-small">
                {t(guessed ? 'bulk.import.guess' : 'bulk.import.unknown')}
              </Quiet>
            )}
          </Cell>
        );
      },
    },
    {
      id: 'dateFormat',
      label: t('bulk.import.dateFormat'),
      defaultWidth: '0.9fr',
      minWidth: 130,
      cell: ({ header, dateFormat, problem }) => (
        <Cell>
          {(dateFormat || problem) && (
            <Select
              aria-label={t('bulk.import.dateFormatLabel', { header })}
              size="small"
              options={[
                {
                  id: AS_FOUND,
                  label: dateFormat ?? t('bulk.import.dateFormatFound'),
                },
                ...dateFormats
                  .filter(format => format !== dateFormat)
                  .map(format => ({ id: format, label: format })),
              ]}
              value={columns[header]?.dateFormat ?? AS_FOUND}
              onChange={key =>
                setColumn(header, {
                  to: columns[header]?.to ?? null,
                  dateFormat: dateFormats.find(format => format === key),
                })
              }
            />
          )}
        </Cell>
      ),
    },
  ];
}

function SaveMapping(props: { importer: Importer }) {
  const { t } = useTexts();
  const { importer } = props;
  const [name, setName] = useState('');
  const [saved, setSaved] = useState<string>();
  const save = async () => {
    await importer.saveMapping(name.trim());
    setSaved(name.trim());
    setName('');
  };
  return (
    <Flex align="end" gap="2">
      <TextField
        label={t('bulk.import.saveName')}
        size="small"
        value={name}
        maxLength={100}
        onChange={setName}
      />
      <Button
        size="small"
        variant="secondary"
        isDisabled={name.trim() === ''}
        onPress={save}
      >
        {t('bulk.import.save')}
      </Button>
      <div aria-live="polite">
        {saved && !importer.error && (
          <Quiet>{t('bulk.import.saved', { name: saved })}</Quiet>
        )}
      </div>
    </Flex>
  );
}
