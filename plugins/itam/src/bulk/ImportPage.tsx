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

import { Alert, Button, Container, Flex, Text } from '@backstage/ui';
import { useRef, useState } from 'react';
import { BulkRun } from '@itam/plugin-itam-common';
import { PageHeader, PageTitle, Problem, Quiet, Section } from '../shared';
import { useTexts } from '../translation';
import { FollowedBulkRun } from './FollowedBulkRun';
import { ImportColumnsTable } from './ImportColumnsTable';
import { ImportOptionsForm } from './ImportOptionsForm';
import { Importer, useImport } from './useImport';

/** Assets from a file: columns, options, a trial, then the import. */
export const ImportPage = () => {
  const { t } = useTexts();
  const importer = useImport();
  const { preview, trial, run, error } = importer;
  return (
    <>
      <PageTitle name={t('bulk.import.title')} />
      <PageHeader title={t('bulk.import.title')} />
      <Container mb="6">
        <Flex direction="column" gap="4">
          <Text as="p">{t('bulk.import.introduction')}</Text>
          <FileSection importer={importer} />
          {preview && preview.columns.length > 0 && (
            <>
              <Section title={t('bulk.import.columns')}>
                <ImportColumnsTable importer={importer} preview={preview} />
              </Section>
              <Section title={t('bulk.import.options')}>
                <ImportOptionsForm importer={importer} />
              </Section>
            </>
          )}
          {error && (
            <Problem error={error} title={t('bulk.import.checkFailed')} />
          )}
          {trial && (
            <TrialSection key={trial.id} importer={importer} trial={trial} />
          )}
          {run && (
            <Section title={t('bulk.import.imported')}>
              <Flex direction="column" gap="3">
                <FollowedBulkRun key={run.id} runId={run.id} />
                <div>
                  <Button variant="secondary" onPress={importer.again}>
                    {t('bulk.import.again')}
                  </Button>
                </div>
              </Flex>
            </Section>
          )}
        </Flex>
      </Container>
    </>
  );
};

function FileSection(props: { importer: Importer }) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const { file, preview, busy, choose } = props.importer;
  return (
    <Section title={t('bulk.import.file')}>
      <Flex direction="column" gap="3">
        <div aria-live="polite">
          {file && preview && (
            <Quiet as="p">
              {t('bulk.import.form', {
                name: file.name,
                format: preview.format.toUpperCase(),
                encoding: preview.encoding.toUpperCase(),
              })}
            </Quiet>
          )}
        </div>
        <div>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,.json,.ndjson"
            aria-label={t('bulk.import.chooseLabel')}
            onChange={event => {
              const chosen = event.target.files?.[0];
              if (chosen) {
                choose(chosen);
              }
              // The same file can be chosen again.
              event.target.value = '';
            }}
          />
          <Button
            variant={file ? 'secondary' : 'primary'}
            isPending={busy && !file}
            onPress={() => input.current?.click()}
          >
            {t(file ? 'bulk.import.chooseOther' : 'bulk.import.choose')}
          </Button>
        </div>
        {preview && preview.problems.length > 0 && (
          <Alert
            role="alert"
            status="warning"
            icon
            title={t('bulk.import.problems')}
            description={
              <ul>
                {preview.problems.map(problem => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            }
          />
        )}
      </Flex>
    </Section>
  );
}

function TrialSection(props: { importer: Importer; trial: BulkRun }) {
  const { t } = useTexts();
  const { importer, trial } = props;
  const [ended, setEnded] = useState<BulkRun>();
  const useful =
    ended?.status === 'succeeded' &&
    ended.counts.created + ended.counts.updated > 0;
  return (
    <Section title={t('bulk.import.checked')}>
      <Flex direction="column" gap="3">
        <FollowedBulkRun runId={trial.id} onEnded={setEnded} />
        {useful && !importer.run && (
          <div>
            <Button isPending={importer.busy} onPress={importer.apply}>
              {t('bulk.import.apply')}
            </Button>
          </div>
        )}
      </Flex>
    </Section>
  );
}
