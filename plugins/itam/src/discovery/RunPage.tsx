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
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container, Flex } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RunItem } from '@itam/plugin-itam-common';
import { useParams } from 'react-router-dom';
import { useNames } from '../names';
import { runRouteRef, sourceRouteRef } from '../routes';
import {
  momentText,
  NamedPage,
  PageHeader,
  Problem,
  Section,
  Waiting,
} from '../shared';
import { type Texts, useTexts } from '../translation';
import { RejectsSection } from './RejectsSection';
import { RunPanel } from './RunPanel';
import { runDuration } from './runProgress';
import { useRun } from './useRun';

/** One run: its counts, what it refused and why. */
export const RunPage = () => {
  const { runId = '' } = useParams();
  const { t } = useTexts();
  const { sourceTitle } = useNames();
  const sourcePath = useRouteRef(sourceRouteRef);
  const runPath = useRouteRef(runRouteRef);
  const { value: run, error, reload } = useRun(runId);
  if (!run) {
    return (
      <Container my="4">
        {error ? <Problem error={error} onRetry={reload} /> : <Waiting />}
      </Container>
    );
  }
  const { sourceId } = run;
  return (
    <BreadcrumbEntry
      entry={{ label: sourceTitle(sourceId), href: sourcePath({ sourceId }) }}
    >
      <NamedPage name={runTitle(run, t)} href={runPath({ sourceId, runId })}>
        <RunHeader run={run} />
        <Container mb="6">
          <Flex direction="column" gap="4">
            <Section title={t('discovery.run.outcome')}>
              <RunPanel run={run} error={error} onDecided={reload} />
            </Section>
            <RejectsSection run={run} />
          </Flex>
        </Container>
      </NamedPage>
    </BreadcrumbEntry>
  );
};

function RunHeader(props: { run: RunItem }) {
  const { t } = useTexts();
  const { sourceTitle } = useNames();
  const sourcePath = useRouteRef(sourceRouteRef);
  const { run } = props;
  const { sourceId } = run;
  const facts = [
    {
      label: t('discovery.runs.column.trigger'),
      value: t(`discovery.trigger.${run.trigger}`),
    },
    { label: t('discovery.run.file'), value: run.fileName },
    {
      label: t('discovery.run.requestedBy'),
      value: run.requestedBy && <EntityRefLink entityRef={run.requestedBy} />,
    },
    {
      label: t('discovery.run.started'),
      value: run.startedAt && momentText(run.startedAt),
    },
    {
      label: t('discovery.run.ended'),
      value: run.endedAt && momentText(run.endedAt),
    },
    {
      label: t('discovery.runs.column.duration'),
      value: runDuration(run),
    },
  ];
  return (
    <PageHeader
      title={runTitle(run, t)}
      tags={[{ label: sourceTitle(sourceId), href: sourcePath({ sourceId }) }]}
      metadata={facts.filter(({ value }) => value)}
    />
  );
}

function runTitle(run: RunItem, t: Texts): string {
  return t('discovery.run.title', {
    time: momentText(run.startedAt ?? run.createdAt),
  });
}
