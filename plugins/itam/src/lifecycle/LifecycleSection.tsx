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
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Button,
  Flex,
  Text,
} from '@backstage/ui';
import { AssetDetail, lifecycleStageSchema } from '@itam/plugin-itam-common';
import { useState } from 'react';
import {
  momentText,
  Problem,
  Quiet,
  Reading,
  Section,
  Waiting,
} from '../shared';
import { useTexts } from '../translation';
import { LifecycleDiagram } from './LifecycleDiagram';
import { LifecyclePicture } from './LifecyclePicture';
import { PlaceHoldDialog } from './PlaceHoldDialog';
import { PlannedTransitions } from './PlannedTransitions';
import { stageColumns } from './stageColumns';
import { stageDurations } from './stageDurations';
import { WantedTransition } from './TransitionDialog';
import { TransitionHistory } from './TransitionHistory';
import { TransitionList } from './TransitionList';
import { useTransitionHistory } from './useTransitionHistory';
import { Transitions } from './useTransitions';

/** Where an asset stands in its life, and what can come next. */
export const LifecycleSection = (props: {
  asset: AssetDetail;
  transitions: Reading<Transitions>;
  onWant: (wanted: WantedTransition) => void;
  onChanged: () => void;
}) => {
  const { t } = useTexts();
  const { asset } = props;
  const [holding, setHolding] = useState(false);
  const { value, error, reload } = props.transitions;
  return (
    <Section
      title={t('lifecycle.title')}
      actions={
        asset.allowed.includes('hold') && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setHolding(true)}
          >
            {t('lifecycle.hold.place')}
          </Button>
        )
      }
    >
      {error && <Problem error={error} onRetry={reload} />}
      {!error && !value && <Waiting />}
      {value && (
        <Lifecycle asset={asset} transitions={value} onWant={props.onWant} />
      )}
      {holding && (
        <PlaceHoldDialog
          asset={asset}
          onDone={props.onChanged}
          onClose={() => setHolding(false)}
        />
      )}
    </Section>
  );
};

function Lifecycle(props: {
  asset: AssetDetail;
  transitions: Transitions;
  onWant: (wanted: WantedTransition) => void;
}) {
  const { t } = useTexts();
  const [expanded, setExpanded] = useState(false);
  const { asset, transitions, onWant } = props;
  const { model, status, since, items } = transitions;
  const history = useTransitionHistory(asset);
  const columns = stageColumns(
    model,
    status,
    items.flatMap(item => (item.allowed ? item.to : [])),
  );
  const present = columns.find(column => column.present);
  const stage = lifecycleStageSchema.safeParse(present?.stage);
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
            {t('lifecycle.since', { since: momentText(since) })}
            {' · '}
            {t('lifecycle.model', {
              title: model.title,
              version: String(model.version),
            })}
          </Quiet>
        </Text>
      )}
      <LifecyclePicture
        columns={columns}
        durations={
          stage.success && !history.loading
            ? stageDurations({
                history: history.items,
                present: stage.data,
                since,
                now: new Date(),
              })
            : undefined
        }
      />
      <PlannedTransitions asset={asset} />
      <Text as="h3" variant="body-medium" weight="bold">
        {t('lifecycle.transitions.title')}
      </Text>
      <TransitionList
        transitions={transitions}
        mayMove={asset.allowed.includes('transition')}
        onWant={onWant}
      />
      <Accordion>
        <AccordionTrigger title={t('lifecycle.transitions.history')} />
        <AccordionPanel>
          <TransitionHistory pages={history} model={model} />
        </AccordionPanel>
      </Accordion>
      <Accordion isExpanded={expanded} onExpandedChange={setExpanded}>
        <AccordionTrigger title={t('lifecycle.diagram.title')} />
        <AccordionPanel>
          {expanded && <LifecycleDiagram model={model} status={status} />}
        </AccordionPanel>
      </Accordion>
    </Flex>
  );
}
