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

import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Container, Flex, Link, Text } from '@backstage/ui';
import { BulkRun } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { runDuration } from '../discovery/runProgress';
import { ActionDialog } from '../lifecycle/ActionDialog';
import { bulkRunRouteRef } from '../routes';
import {
  momentText,
  NamedPage,
  PageHeader,
  Problem,
  Section,
  Waiting,
} from '../shared';
import { type Texts, useTexts } from '../translation';
import { BulkRowsSection } from './BulkRowsSection';
import { BulkRunPanel } from './BulkRunPanel';
import { useBulkActions } from './useBulkActions';
import { isLive, useBulkRun } from './useBulkRun';

/** One bulk run: what it did, row by row, and the way to take it back. */
export const BulkRunPage = () => {
  const { runId = '' } = useParams();
  const { t } = useTexts();
  const runPath = useRouteRef(bulkRunRouteRef);
  const { value: run, error, reload } = useBulkRun(runId);
  if (!run) {
    return (
      <Container my="4">
        {error ? <Problem error={error} onRetry={reload} /> : <Waiting />}
      </Container>
    );
  }
  return (
    <NamedPage name={bulkRunTitle(run, t)} href={runPath({ runId })}>
      <BulkRunHeader run={run} onChanged={reload} />
      <Container mb="6">
        <Flex direction="column" gap="4">
          <Section title={t('bulk.run.outcome')}>
            <BulkRunPanel run={run} error={error} onChanged={reload} />
          </Section>
          <BulkRowsSection run={run} />
        </Flex>
      </Container>
    </NamedPage>
  );
};

function BulkRunHeader(props: { run: BulkRun; onChanged: () => void }) {
  const { t } = useTexts();
  const runPath = useRouteRef(bulkRunRouteRef);
  const { run, onChanged } = props;
  const other = (runId: string) => (
    <Link href={runPath({ runId })}>{t('bulk.run.details')}</Link>
  );
  const facts = [
    { label: t('bulk.run.file'), value: run.fileName },
    {
      label: t('bulk.run.requestedBy'),
      value: <Requester entityRef={run.requestedBy} />,
    },
    {
      label: t('bulk.run.started'),
      value: run.startedAt && momentText(run.startedAt),
    },
    {
      label: t('bulk.run.ended'),
      value: run.endedAt && momentText(run.endedAt),
    },
    { label: t('bulk.run.duration'), value: runDuration(run) },
    { label: t('bulk.run.undoOf'), value: run.undoOf && other(run.undoOf) },
    {
      label: t('bulk.run.undone'),
      value: run.undoneBy[0] && other(run.undoneBy[0]),
    },
  ];
  return (
    <PageHeader
      title={bulkRunTitle(run, t)}
      tags={[
        { label: t(`bulk.kind.${run.kind}`) },
        ...(run.dryRun ? [{ label: t('bulk.run.dryRun') }] : []),
      ]}
      metadata={facts.filter(({ value }) => value)}
      customActions={<UndoButton run={run} onChanged={onChanged} />}
    />
  );
}

/** People are entities; a service that asked is only a name. */
export function Requester(props: { entityRef: string }) {
  return /^(user|group):/.test(props.entityRef) ? (
    <EntityRefLink entityRef={props.entityRef} />
  ) : (
    <Text>{props.entityRef}</Text>
  );
}

function UndoButton(props: { run: BulkRun; onChanged: () => void }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const runPath = useRouteRef(bulkRunRouteRef);
  const { run, onChanged } = props;
  const [asking, setAsking] = useState(false);
  const { busy, error, undo } = useBulkActions(run, onChanged);
  const changed = run.counts.created + run.counts.updated > 0;
  if (run.dryRun || isLive(run) || !changed || run.undoneBy.length > 0) {
    return null;
  }
  const start = async () => {
    const started = await undo();
    if (started) {
      setAsking(false);
      navigate(runPath({ runId: started.id }));
    }
  };
  return (
    <>
      <Button variant="secondary" onPress={() => setAsking(true)}>
        {t('bulk.run.undo')}
      </Button>
      {asking && (
        <ActionDialog
          title={t('bulk.run.undoTitle')}
          action={t('bulk.run.undoAction')}
          busy={busy}
          error={error}
          onSubmit={start}
          onClose={() => setAsking(false)}
        >
          <Text as="p">{t('bulk.run.undoHint')}</Text>
        </ActionDialog>
      )}
    </>
  );
}

/** What a run is called. */
export function bulkRunTitle(run: BulkRun, t: Texts): string {
  return t('bulk.run.title', {
    kind: t(`bulk.kind.${run.kind}`),
    time: momentText(run.startedAt ?? run.createdAt),
  });
}
