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

import { Alert, Button, Text } from '@backstage/ui';
import { FxImport } from '@itam/plugin-itam-common';
import { Problem } from '../shared';
import { useTexts } from '../translation';
import { countText } from './text';
import { RatesImporter } from './useImportRates';

/** What an import of rates would do, then what it did. */
export const RatesImportPanel = (props: { importer: RatesImporter }) => {
  const { t } = useTexts();
  const { present, error, busy, apply, cancel } = props.importer;
  if (error) {
    return (
      <Problem
        error={error}
        title={
          present ? t('costs.rates.importFailed') : t('costs.rates.checkFailed')
        }
      />
    );
  }
  if (!present) {
    return null;
  }
  const { file, outcome } = present;
  const changes = outcome.created + outcome.updated;
  return (
    <Alert
      role="status"
      status={outcome.rejected.length > 0 ? 'warning' : 'success'}
      icon
      title={
        outcome.dryRun
          ? t('costs.rates.checked', { file: file.name })
          : t('costs.rates.imported', { file: file.name })
      }
      description={<Outcome outcome={outcome} />}
      customActions={
        outcome.dryRun && (
          <>
            <Button size="small" variant="secondary" onPress={cancel}>
              {t('costs.rates.cancel')}
            </Button>
            {changes > 0 && (
              <Button size="small" isPending={busy} onPress={apply}>
                {t('costs.rates.apply')}
              </Button>
            )}
          </>
        )
      }
    />
  );
};

function Outcome(props: { outcome: FxImport }) {
  const { t } = useTexts();
  const { read, created, updated, unchanged, rejected, dryRun } = props.outcome;
  return (
    <>
      <div>
        {t('costs.rates.counts', {
          read: countText(read),
          created: countText(created),
          updated: countText(updated),
          unchanged: countText(unchanged),
          rejected: countText(rejected.length),
        })}
      </div>
      {dryRun && created + updated === 0 && (
        <div>{t('costs.rates.nothing')}</div>
      )}
      {rejected.length > 0 && (
        <>
          <Text weight="bold">{t('costs.rates.rejected')}</Text>
          <ul>
            {rejected.map(({ line, field, reason }) => (
              <li key={`${line} ${field}`}>
                {field
                  ? t('costs.rates.lineField', {
                      line: String(line),
                      field,
                      reason,
                    })
                  : t('costs.rates.line', { line: String(line), reason })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
