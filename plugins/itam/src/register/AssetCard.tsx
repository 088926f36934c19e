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
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { AssetDetail } from '@itam/plugin-itam-common';
import { CostAmounts, monthText } from '../costs';
import { StatusChip } from '../lifecycle';
import { useNames } from '../names';
import { assetRouteRef } from '../routes';
import { FactList, Problem, Waiting } from '../shared';
import { useTexts } from '../translation';
import { useAsset } from './useAsset';

/** The asset an entity was published from. */
export const AssetCard = (props: { tag: string }) => {
  const { t } = useTexts();
  const assetPath = useRouteRef(assetRouteRef);
  const { value, error, reload } = useAsset(props.tag);
  return (
    <EntityInfoCard
      title={t('register.card.assetTitle')}
      footerActions={
        <Link href={assetPath({ tag: props.tag })}>
          {t('register.card.showAsset')}
        </Link>
      }
    >
      {error && <Problem error={error} onRetry={reload} />}
      {!error && !value && <Waiting />}
      {value && <CardFacts asset={value} />}
    </EntityInfoCard>
  );
};

function CardFacts(props: { asset: AssetDetail }) {
  const { t } = useTexts();
  const { typeTitle } = useNames();
  const { asset } = props;
  const facts = [
    { id: 'tag' as const, value: asset.tag },
    { id: 'type' as const, value: typeTitle(asset.type) },
    { id: 'environment' as const, value: asset.environment },
    { id: 'provider' as const, value: asset.provider },
    { id: 'account' as const, value: asset.account },
    { id: 'region' as const, value: asset.region },
  ];
  const status = {
    id: 'status',
    label: t('register.field.status'),
    value: <StatusChip status={asset.status} stage={asset.stage} />,
  };
  const cost = asset.cost && {
    id: 'cost',
    label: t('costs.card.title', { month: monthText(asset.cost.month) }),
    value: <CostAmounts costs={asset.cost} view="effective" />,
  };
  return (
    <FactList
      facts={[
        status,
        ...(cost ? [cost] : []),
        ...facts
          .filter(({ value }) => value)
          .map(({ id, value }) => ({
            id,
            value,
            label: t(`register.field.${id}`),
          })),
      ]}
    />
  );
}
