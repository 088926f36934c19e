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
import { Alert, ButtonLink, Container, Flex } from '@backstage/ui';
import { RunItem, SourceItem } from '@itam/plugin-itam-common';
import { Duration } from 'luxon';
import { useCostLinks } from '../costs';
import { assetsRouteRef } from '../routes';
import { Moment, PageHeader, Problem } from '../shared';
import { useTexts } from '../translation';
import { readsBills } from './charges';
import { SourceStateMark } from './StateMark';
import { StartRun } from './StartRun';
import { useStartRun } from './useStartRun';

/** Name and state of a source, and the ways to start a run. */
export const SourceHeader = (props: {
  source: SourceItem;
  onStarted: (run: RunItem) => void;
}) => {
  const { t } = useTexts();
  const assetsPath = useRouteRef(assetsRouteRef);
  const costLinks = useCostLinks();
  const { source, onStarted } = props;
  const bills = readsBills(source);
  // What the latest run says for itself, below, is not said twice.
  const error =
    source.error === source.lastRun?.error ? undefined : source.error;
  const starter = useStartRun(source.id, onStarted);
  return (
    <>
      <PageHeader
        title={source.title}
        tags={[{ label: source.kind }, { label: source.id }]}
        metadata={[
          {
            label: t('discovery.sources.column.state'),
            value: <SourceStateMark state={source.state} />,
          },
          ...(bills
            ? []
            : [
                { label: t('discovery.source.assets'), value: source.assets },
                { label: t('discovery.source.folded'), value: source.folded },
              ]),
          ...(bills && source.lastRun
            ? [
                {
                  label: t('discovery.source.charges'),
                  value: source.lastRun.counts.charges,
                },
              ]
            : []),
          {
            label: t('discovery.source.lastSuccess'),
            value: <Moment at={source.lastSucceededAt} />,
          },
          {
            label: t('discovery.source.schedule'),
            value: source.schedule
              ? scheduleText(source.schedule)
              : t('discovery.source.noSchedule'),
          },
          {
            label: t('discovery.source.locations'),
            value: source.locations.join(', ') || t('shared.answer.none'),
          },
        ]}
        customActions={
          <>
            <ButtonLink
              variant="secondary"
              href={
                bills
                  ? costLinks.costs({ source: source.id })
                  : `${assetsPath()}?${new URLSearchParams({
                      source: source.id,
                    })}`
              }
            >
              {bills
                ? t('discovery.source.showCosts')
                : t('discovery.source.showAssets')}
            </ButtonLink>
            {source.state !== 'disabled' && (
              <StartRun source={source} starter={starter} />
            )}
          </>
        }
      />
      {(starter.error || error) && (
        <Container mb="4">
          <Flex direction="column" gap="3">
            {starter.error && (
              <Problem
                error={starter.error}
                title={t('discovery.source.startFailed')}
              />
            )}
            {error && (
              <Alert
                status="danger"
                icon
                title={
                  source.state === 'disabled'
                    ? t('discovery.source.disabled')
                    : t('discovery.source.failing')
                }
                description={error}
              />
            )}
          </Flex>
        </Container>
      )}
    </>
  );
};

/** An ISO 8601 duration in words; what is none stays as it is. */
function scheduleText(schedule: string): string {
  const duration = Duration.fromISO(schedule);
  return duration.isValid
    ? duration.reconfigure({ locale: 'en-GB' }).toHuman()
    : schedule;
}
