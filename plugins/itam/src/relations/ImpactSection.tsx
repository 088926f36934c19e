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

import { Flex, Text } from '@backstage/ui';
import { Impact } from '@itam/plugin-itam-common';
import { CostAmounts, monthText } from '../costs';
import { Nothing, Problem, Quiet, Section, Waiting } from '../shared';
import { useTexts } from '../translation';
import { AffectedAssets, AffectedServices } from './AffectedThings';
import { ImpactTallies } from './ImpactTallies';
import { useImpact } from './useImpact';
import { useRelationKinds } from './useRelationKinds';

/** If this stops: which services and assets stop too, whose, at what cost. */
export const ImpactSection = (props: {
  asset: { id: string; version: number };
}) => {
  const { t } = useTexts();
  const { value, error, reload } = useImpact(props.asset);
  return (
    <Section title={t('relations.impact.title')}>
      {error && <Problem error={error} onRetry={reload} />}
      {!error && !value && <Waiting lines={3} />}
      {value && <ImpactContent impact={value} />}
    </Section>
  );
};

function ImpactContent(props: { impact: Impact }) {
  const { t } = useTexts();
  const kinds = useRelationKinds();
  const { impact } = props;
  const { entities, assets, costs } = impact;
  if (entities.total === 0 && assets.total === 0) {
    return (
      <>
        <Nothing
          title={t('relations.impact.none')}
          hint={t('relations.impact.noneHint')}
        />
        <Unseen impact={impact} />
      </>
    );
  }
  return (
    <Flex direction="column" gap="4">
      <Text as="p" variant="body-large">
        {t('relations.impact.services', { count: entities.total })}
        {', '}
        {t('relations.impact.assets', { count: assets.total })}
      </Text>
      {costs && (
        <div>
          <Quiet as="p" variant="body-small">
            {t('relations.impact.cost', { month: monthText(costs.month) })}
          </Quiet>
          <CostAmounts costs={costs} view="effective" />
        </div>
      )}
      <AffectedServices impact={impact} kinds={kinds} />
      <ImpactTallies impact={impact} />
      <AffectedAssets impact={impact} kinds={kinds} />
      <Unseen impact={impact} />
    </Flex>
  );
}

/** What is not part of the answer, and why. */
function Unseen(props: { impact: Impact }) {
  const { t } = useTexts();
  const { hidden, truncated } = props.impact;
  return (
    <>
      {hidden > 0 && (
        <Quiet as="p" variant="body-small">
          {t('relations.impact.hidden', { count: hidden })}
        </Quiet>
      )}
      {truncated && (
        <Quiet as="p" variant="body-small">
          {t('relations.impact.truncated')}
        </Quiet>
      )}
    </>
  );
}
