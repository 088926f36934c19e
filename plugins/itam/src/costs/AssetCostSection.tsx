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
  Flex,
  Link,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { AssetCosts, monthsBetween } from '@itam/plugin-itam-common';
import { useMemo, useState } from 'react';
import { Nothing, Problem, Quiet, Section, Waiting } from '../shared';
import { useTexts } from '../translation';
import { AllocationList } from './AllocationList';
import { AssetPart, assetParts, largestParts, partLayers } from './assetParts';
import { Lens, lensesOf, monthAmounts } from './lens';
import { FiguresRow, MonthsDownFigures } from './MonthsFigures';
import { MonthsPicture } from './MonthsPicture';
import { RatesNote } from './RatesNote';
import { seriesOf } from './series';
import { useAssetCosts, useMaySeeCosts } from './useAssetCosts';
import { useCostLinks } from './useCostLinks';

/** Parts with a column of their own; what is left stands together. */
const SHOWN_PARTS = 3;

interface CostedAsset {
  id: string;
  version: number;
}

/** What an asset costs per month, of what parts, and who it goes to. */
export const AssetCostSection = (props: { asset: CostedAsset }) =>
  useMaySeeCosts() ? <PermittedSection asset={props.asset} /> : null;

function PermittedSection(props: { asset: CostedAsset }) {
  const { t } = useTexts();
  const links = useCostLinks();
  const { asset } = props;
  const { value, error, reload } = useAssetCosts(asset);
  const charged = value && value.total.costs.length > 0;
  return (
    <Section
      title={t('costs.asset.title')}
      actions={
        charged && (
          <Link
            href={links.lines({
              asset: asset.id,
              from: value.from,
              to: value.to,
            })}
          >
            {t('costs.asset.lines')}
          </Link>
        )
      }
    >
      {error && <Problem error={error} onRetry={reload} />}
      {!error && !value && <Waiting />}
      {value && (
        <Flex direction="column" gap="4">
          {charged ? (
            lensesOf(value.total, 'effective').map(lens => (
              <AssetMonths
                key={lens.currency}
                assetId={asset.id}
                costs={value}
                lens={lens}
              />
            ))
          ) : (
            <Nothing
              title={t('costs.card.noCharges')}
              hint={t('costs.asset.empty')}
            />
          )}
          <RatesNote rates={value.rates} />
          {value.allocations.length > 0 && (
            <AllocationList
              allocations={value.allocations}
              closedThrough={value.closedThrough}
            />
          )}
        </Flex>
      )}
    </Section>
  );
}

function AssetMonths(props: {
  assetId: string;
  costs: AssetCosts;
  lens: Lens;
}) {
  const { t } = useTexts();
  const links = useCostLinks();
  const { assetId, costs, lens } = props;
  const [by, setBy] = useState<'service' | 'category'>('service');
  const parts = useMemo(() => assetParts(costs, lens), [costs, lens]);
  const total = monthAmounts(costs.months, lens);
  const months = monthsBetween(
    [...total.keys()].sort()[0] ?? costs.from,
    costs.to,
  );
  const series = seriesOf(
    { layers: partLayers(parts, by), total },
    {
      layer: key =>
        by === 'category' ? t(`costs.category.${categoryOf(parts, key)}`) : key,
      others: t('costs.group.others'),
      unattributed: t('costs.group.unattributed'),
    },
  );
  const linesOf = (chosen: Record<string, string>) => (month: string) =>
    links.lines({ asset: assetId, ...chosen, from: month, to: month });
  const rows = largestParts(parts, total, SHOWN_PARTS).map(
    (part): FiguresRow =>
      'id' in part
        ? {
            id: part.id,
            label: partLabel(part),
            amounts: part.amounts,
            linesOf: linesOf({
              service: part.service,
              category: part.category,
              correction: String(part.correction),
            }),
          }
        : {
            id: 'others',
            label: t('costs.group.others'),
            amounts: part.amounts,
          },
  );
  return (
    <Flex direction="column" gap="3">
      <Flex justify="between" align="center" gap="2">
        <Text weight="bold">
          {t('costs.currency.heading', { currency: lens.currency })}
        </Text>
        {parts.length > 1 && (
          <ToggleButtonGroup
            aria-label={t('costs.asset.stackBy')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[by]}
            onSelectionChange={keys =>
              setBy(keys.has('category') ? 'category' : 'service')
            }
          >
            <ToggleButton id="service" size="small">
              {t('costs.asset.byService')}
            </ToggleButton>
            <ToggleButton id="category" size="small">
              {t('costs.asset.byCategory')}
            </ToggleButton>
          </ToggleButtonGroup>
        )}
      </Flex>
      <MonthsPicture
        months={months}
        series={series}
        total={total}
        lens={lens}
      />
      <MonthsDownFigures
        caption={t('costs.asset.parts', { currency: lens.currency })}
        monthHead={t('costs.lines.column.month')}
        months={months}
        rows={rows}
        total={{
          id: 'total',
          label: t('costs.group.total'),
          amounts: total,
          linesOf: linesOf({}),
        }}
        currency={lens.currency}
      />
      <Quiet variant="body-small">{t('costs.view.effectiveHint')}</Quiet>
    </Flex>
  );

  function partLabel(part: AssetPart): string {
    return [
      part.service,
      t(`costs.category.${part.category}`),
      part.correction && t('costs.lines.correction'),
    ]
      .filter(Boolean)
      .join(', ');
  }
}

/** The category a key of layers stands for. */
function categoryOf(parts: AssetPart[], key: string): AssetPart['category'] {
  return parts.find(({ category }) => category === key)?.category ?? 'usage';
}
