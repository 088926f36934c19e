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

import { Button, CellText, ColumnConfig, Flex, Table } from '@backstage/ui';
import { FxRate } from '@itam/plugin-itam-common';
import { useMemo, useRef } from 'react';
import { PageList, Quiet, Section } from '../shared';
import { useTexts } from '../translation';
import { amountColumn } from './amountColumn';
import { RatesImportPanel } from './RatesImportPanel';
import { dayText } from './text';
import { useFxRates } from './useFxRates';
import { useImportRates } from './useImportRates';

/** Rates a reader sees before asking for all. */
const SHOWN_AT_FIRST = 6;

/** The exchange rates, and their import for those who may. */
export const RatesSection = (props: { onImported: () => void }) => {
  const { t } = useTexts();
  const rates = useFxRates();
  const columnConfig = useRateColumns();
  const input = useRef<HTMLInputElement>(null);
  const importer = useImportRates(() => {
    rates.reload();
    props.onImported();
  });
  return (
    <Section
      title={t('costs.rates.title')}
      actions={
        importer.allowed && (
          <>
            <input
              ref={input}
              type="file"
              accept=".csv,text/csv"
              hidden
              aria-label={t('costs.rates.fileLabel')}
              onChange={event => {
                const file = event.target.files?.[0];
                if (file) {
                  importer.check(file);
                }
                // The same file can be chosen again.
                event.target.value = '';
              }}
            />
            <Button
              variant="secondary"
              size="small"
              isPending={importer.busy}
              onPress={() => input.current?.click()}
            >
              {t('costs.rates.import')}
            </Button>
          </>
        )
      }
    >
      <Flex direction="column" gap="3">
        <Quiet as="p" variant="body-small">
          {t('costs.rates.hint')}
          {importer.allowed && ` ${t('costs.rates.fileHint')}`}
        </Quiet>
        <RatesImportPanel importer={importer} />
        <PageList
          pages={rates}
          empty={t('costs.rates.empty')}
          few={SHOWN_AT_FIRST}
        >
          {items => (
            <Table
              columnConfig={columnConfig}
              data={items.map(rate => ({
                ...rate,
                id: `${rate.date} ${rate.from} ${rate.to}`,
              }))}
              pagination={{ type: 'none' }}
            />
          )}
        </PageList>
      </Flex>
    </Section>
  );
};

function useRateColumns(): ColumnConfig<FxRate & { id: string }>[] {
  const { t } = useTexts();
  return useMemo(
    () => [
      {
        id: 'date',
        label: t('costs.rates.column.date'),
        isRowHeader: true,
        minWidth: 120,
        cell: rate => <CellText title={dayText(rate.date)} />,
      },
      {
        id: 'from',
        label: t('costs.rates.column.from'),
        minWidth: 110,
        cell: rate => <CellText title={rate.from} />,
      },
      amountColumn({
        id: 'rate',
        label: t('costs.rates.column.to'),
        minWidth: 130,
        value: rate => `${rate.rate} ${rate.to}`,
      }),
    ],
    [t],
  );
}
