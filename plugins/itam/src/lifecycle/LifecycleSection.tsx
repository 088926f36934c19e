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

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import { useState } from 'react';
import { Problem, Quiet, Section, Waiting } from '../shared';
import { itamTranslationRef } from '../translation';
import { LifecycleDiagram } from './LifecycleDiagram';
import { LifecyclePicture } from './LifecyclePicture';
import { stageColumns } from './stageColumns';
import { TransitionList } from './TransitionList';
import { Transitions, useTransitions } from './useTransitions';

/** Where an asset stands in its life, and what can come next. */
export const LifecycleSection = (props: {
  asset: { id: string; version: number };
}) => {
  const { t } = useTranslationRef(itamTranslationRef);
  const { value, error, reload } = useTransitions(props.asset);
  return (
    <Section title={t('lifecycle.title')}>
      {error && <Problem error={error} onRetry={reload} />}
      {!error && !value && <Waiting />}
      {value && <Lifecycle transitions={value} />}
    </Section>
  );
};

function Lifecycle(props: { transitions: Transitions }) {
  const { t } = useTranslationRef(itamTranslationRef);
  const [expanded, setExpanded] = useState(false);
  const { model, status, items } = props.transitions;
  const columns = stageColumns(
    model,
    status,
    items.filter(item => item.allowed).map(item => item.to),
  );
  const present = columns.find(column => column.present);
  return (
    <Flex direction="column" gap="4">
      {present && (
        <Text as="div">
          {t('lifecycle.present', {
            status:
              model.statuses.find(({ id }) => id === status)?.title ?? status,
            stage: t(`lifecycle.stage.${present.stage}`),
          })}
          <Quiet as="div" variant="body-small">
            {t('lifecycle.model', {
              title: model.title,
              version: String(model.version),
            })}
          </Quiet>
        </Text>
      )}
      <LifecyclePicture columns={columns} />
      <Text as="h3" variant="body-medium" weight="bold">
        {t('lifecycle.transitions.title')}
      </Text>
      <TransitionList transitions={props.transitions} />
      <Accordion isExpanded={expanded} onExpandedChange={setExpanded}>
        <AccordionTrigger title={t('lifecycle.diagram.title')} />
        <AccordionPanel>
          {expanded && <LifecycleDiagram model={model} status={status} />}
        </AccordionPanel>
      </Accordion>
    </Flex>
  );
}
