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

import { AssetItem } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { useTexts } from '../translation';
import { CostAmounts } from './Amount';
import { amountColumn } from './amountColumn';
import { monthText } from './text';
import { useMaySeeCosts } from './useAssetCosts';

/**
 * The column of a list of assets with what each costs, for who may see it. All
 * are of the same month, which its head names once it is known.
 */
export function useCostColumn(assets: AssetItem[]) {
  const { t } = useTexts();
  const maySeeCosts = useMaySeeCosts();
  const month = assets.find(({ cost }) => cost)?.cost?.month;
  return useMemo(
    () =>
      maySeeCosts
        ? [
            amountColumn<AssetItem>({
              id: 'cost',
              label: month
                ? t('costs.card.title', { month: monthText(month, 'short') })
                : t('costs.asset.perMonth'),
              isSortable: true,
              defaultWidth: '0.9fr',
              minWidth: 128,
              value: ({ cost }) => (
                <div>
                  <CostAmounts costs={cost} view="effective" />
                </div>
              ),
            }),
          ]
        : [],
    [t, maySeeCosts, month],
  );
}
