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

import { Button, Checkbox, Flex, Select, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { LifecycleModelDetail } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { Problem, Quiet, Section, Waiting } from '../shared';
import { useTexts } from '../translation';
import { TransitionReasons } from './TransitionReasons';
import {
  nextTransitions,
  statusAfter,
  TriedStepEntry,
  withMissingGiven,
} from './triedPath';
import { TriedResult, useLifecycleModel, useSimulation } from './useSimulation';

const NOT_YET = 'not-yet';

const useStyles = makeStyles({
  steps: { margin: 0, paddingLeft: 'var(--bui-space-5)' },
  step: { paddingBottom: 'var(--bui-space-3)' },
});

/** Tries a path through a lifecycle model on a copy, step by step. */
export const LifecycleTryPanel = (props: { modelId: string }) => {
  const { t } = useTexts();
  const { value, error, reload } = useLifecycleModel(props.modelId);
  return (
    <Section title={t('lifecycle.try.title')}>
      {error && <Problem error={error} onRetry={reload} />}
      {!error && !value && <Waiting />}
      {value && <TriedPath key={value.id} model={value} />}
    </Section>
  );
};

function TriedPath(props: { model: LifecycleModelDetail }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { model } = props;
  const [from, setFrom] = useState<string>();
  const [onHold, setOnHold] = useState(false);
  const [steps, setSteps] = useState<TriedStepEntry[]>([]);
  const { value: tried, error } = useSimulation({
    modelId: model.id,
    from,
    steps,
    onHold,
  });
  const titleOf = (id: string | undefined) =>
    id === undefined
      ? t('lifecycle.try.notYet')
      : model.statuses.find(status => status.id === id)?.title ?? id;

  return (
    <Flex direction="column" gap="4">
      <Quiet as="p">{t('lifecycle.try.hint')}</Quiet>
      <Select
        label={t('lifecycle.try.from')}
        options={[
          { id: NOT_YET, label: t('lifecycle.try.notYet') },
          ...model.statuses.map(({ id, title }) => ({ id, label: title })),
        ]}
        value={from ?? NOT_YET}
        onChange={key => {
          setFrom(key === NOT_YET ? undefined : String(key));
          setSteps([]);
        }}
      />
      <Checkbox isSelected={onHold} onChange={setOnHold}>
        {t('lifecycle.try.onHold')}
      </Checkbox>
      {error && <Problem error={error} />}
      <ol className={classes.steps} aria-label={t('lifecycle.try.path')}>
        {steps.map((step, index) => (
          <li key={index} className={classes.step}>
            <TriedStep
              title={
                model.transitions.find(({ id }) => id === step.transition)
                  ?.title ?? step.transition
              }
              to={titleOf(step.to)}
              tried={tried?.[index]}
              onGiveAll={given =>
                setSteps(before =>
                  before.map((one, at) =>
                    at === index ? withMissingGiven(one, given) : one,
                  ),
                )
              }
            />
          </li>
        ))}
      </ol>
      <NextStep
        transitions={nextTransitions(model, statusAfter(steps, from))}
        titleOf={titleOf}
        onStep={step => setSteps(before => [...before, step])}
      />
      {steps.length > 0 && (
        <Flex>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setSteps(before => before.slice(0, -1))}
          >
            {t('lifecycle.try.back')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

function NextStep(props: {
  transitions: LifecycleModelDetail['transitions'];
  titleOf: (status: string) => string;
  onStep: (step: TriedStepEntry) => void;
}) {
  const { t } = useTexts();
  const { transitions, titleOf, onStep } = props;
  if (transitions.length === 0) {
    return <Text as="p">{t('lifecycle.transitions.none')}</Text>;
  }
  return (
    <div role="group" aria-label={t('lifecycle.try.next')}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('lifecycle.try.next')}
      </Text>
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        {transitions.flatMap(({ id, title, to }) =>
          to.map(status => (
            <Button
              key={`${id} ${status}`}
              size="small"
              variant="secondary"
              onPress={() =>
                onStep({ transition: id, to: status, facts: [], evidence: [] })
              }
            >
              {t('lifecycle.try.step', { title, to: titleOf(status) })}
            </Button>
          )),
        )}
      </Flex>
    </div>
  );
}

function TriedStep(props: {
  title: string;
  to: string;
  tried?: TriedResult;
  onGiveAll: (tried: TriedResult) => void;
}) {
  const { t } = useTexts();
  const { title, to, tried, onGiveAll } = props;
  const canBeGiven = tried?.missing.some(
    ({ kind }) => kind === 'fact' || kind === 'evidence',
  );
  return (
    <>
      <Text weight="bold">{t('lifecycle.try.step', { title, to })}</Text>{' '}
      {tried && (
        <Text color={tried.allowed ? 'success' : 'danger'}>
          {tried.allowed
            ? t('lifecycle.try.allowed')
            : t('lifecycle.try.refused')}
        </Text>
      )}
      {tried && tried.missing.length > 0 && (
        <TransitionReasons reasons={tried.missing} />
      )}
      {tried && tried.warnings.length > 0 && (
        <>
          <Quiet as="div" variant="body-small">
            {t('lifecycle.outcome.follow')}
          </Quiet>
          <TransitionReasons reasons={tried.warnings} />
        </>
      )}
      {tried && canBeGiven && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => onGiveAll(tried)}
        >
          {t('lifecycle.try.giveAll')}
        </Button>
      )}
    </>
  );
}
