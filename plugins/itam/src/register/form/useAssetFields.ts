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

import { usePermission } from '@backstage/plugin-permission-react';
import {
  AssetDetail,
  AssetTypeDetail,
  itamCostReadPermission,
} from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { useTexts } from '../../translation';
import { assetFields, AssetFormTexts } from './assetFields';
import { FieldGroup } from './field';
import { SpineName } from './spine';

const helped = [
  'owner',
  'custodian',
  'consumer',
  'supports',
  'entityRef',
  'legalEntity',
  'location',
  'modelId',
  'fixedAssetNumber',
  'sku',
  'acquiredOn',
  'purchaseCost',
  'regulations',
] as const;

const ratings = ['1', '2', '3', '4'] as const;

/** The words of a form of an asset, in the language of the reader. */
export function useAssetFormTexts(): AssetFormTexts {
  const { t } = useTexts();
  return useMemo(
    () => ({
      label: (name: SpineName) => t(`register.field.${name}`),
      help: (name: SpineName) => {
        const known = helped.find(one => one === name);
        return known && t(`form.help.${known}`);
      },
      choice: (name: SpineName, value: string) => {
        const rating = ratings.find(one => one === value);
        return name === 'criticality' && rating
          ? t(`register.edit.criticality.${rating}`)
          : undefined;
      },
      group: id => t(`register.asset.group.${id}`),
      neededBeforeUse: t('form.neededBeforeUse'),
      entityHelp: kinds => t('form.entityHelp', { kinds }),
      entityProblem: kinds =>
        kinds ? t('form.entityProblem', { kinds }) : t('form.anyEntityProblem'),
    }),
    [t],
  );
}

/** The generated fields of an asset, or of a new one of a type. */
export function useAssetFields(
  type: AssetTypeDetail | undefined,
  asset?: AssetDetail,
): FieldGroup[] {
  const texts = useAssetFormTexts();
  const withCost = usePermission({
    permission: itamCostReadPermission,
  }).allowed;
  return useMemo(
    () => (type ? assetFields({ type, texts, asset, withCost }) : []),
    [type, texts, asset, withCost],
  );
}
