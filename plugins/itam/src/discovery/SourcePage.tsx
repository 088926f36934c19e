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
import { Container, Flex } from '@backstage/ui';
import { RunItem, SourceItem } from '@itam/plugin-itam-common';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router-dom';
import { sourceRouteRef } from '../routes';
import { NamedPage, Problem, Section, Waiting } from '../shared';
import { useTexts } from '../translation';
import { DocumentsSection } from './DocumentsSection';
import { FollowedRun } from './FollowedRun';
import { RunsSection } from './RunsSection';
import { SourceHeader } from './SourceHeader';
import { useSource } from './useSource';

/** One source: how it is doing, what it read, its runs. */
export const SourcePage = () => {
  const { sourceId = '' } = useParams();
  const { value, error, reload } = useSource(sourceId);
  if (value) {
    return <LoadedSource source={value} reload={reload} />;
  }
  return (
    <Container my="4">
      {error ? <Problem error={error} onRetry={reload} /> : <Waiting />}
    </Container>
  );
};

function LoadedSource(props: { source: SourceItem; reload: () => void }) {
  const { t } = useTexts();
  const sourcePath = useRouteRef(sourceRouteRef);
  const { source, reload } = props;
  const [started, setStarted] = useState<RunItem>();
  const [runsEnded, setRunsEnded] = useState(0);
  const onEnded = useCallback(() => {
    setRunsEnded(number => number + 1);
    reload();
  }, [reload]);
  const runId = started?.id ?? source.lastRun?.id;
  return (
    <NamedPage name={source.title} href={sourcePath({ sourceId: source.id })}>
      <SourceHeader source={source} onStarted={setStarted} />
      <Container mb="6">
        <Flex direction="column" gap="4">
          {runId && (
            <Section title={t('discovery.run.latest')}>
              <FollowedRun
                key={runId}
                runId={runId}
                startedHere={runId === started?.id}
                onEnded={onEnded}
              />
            </Section>
          )}
          <DocumentsSection sourceId={source.id} runsEnded={runsEnded} />
          <RunsSection sourceId={source.id} runsEnded={runsEnded} />
        </Flex>
      </Container>
    </NamedPage>
  );
}
