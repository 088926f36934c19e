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

import { Flex, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { AssetDetail } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { Section } from '../../shared';
import { useTexts } from '../../translation';
import { AssetAsOf } from './AssetAsOf';
import { AssetChanges } from './AssetChanges';
import { CompareVersions } from './CompareVersions';
import { HistoryState } from './HistoryState';

const views = ['changes', 'past', 'compare'] as const;

type View = (typeof views)[number];

/** What became of an asset: its changes, its facts of a day, its versions. */
export const AssetHistorySection = (props: { asset: AssetDetail }) => {
  const { t } = useTexts();
  const [view, setView] = useState<View>('changes');
  const { asset } = props;
  return (
    <Section
      title={t('history.title')}
      actions={<HistoryState assetId={asset.id} />}
    >
      <Flex direction="column" gap="4">
        <ToggleButtonGroup
          aria-label={t('history.view.label')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view]}
          onSelectionChange={keys =>
            setView(views.find(one => keys.has(one)) ?? 'changes')
          }
        >
          {views.map(one => (
            <ToggleButton key={one} id={one} size="small">
              {t(`history.view.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {view === 'changes' && <AssetChanges asset={asset} />}
        {view === 'past' && <AssetAsOf asset={asset} />}
        {view === 'compare' && <CompareVersions asset={asset} />}
      </Flex>
    </Section>
  );
};
