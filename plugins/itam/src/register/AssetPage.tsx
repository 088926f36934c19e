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

import { Container, Flex } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { AssetDetail } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { AssetCostSection } from '../costs';
import { CustodySection } from '../custody';
import {
  DocumentsSection,
  HoldBanner,
  KnownFactsSection,
  LifecycleSection,
  OpenFactsSection,
  TransitionDialog,
  useTransitions,
  WantedTransition,
} from '../lifecycle';
import { useNames } from '../names';
import { ImpactSection, RelationsSection } from '../relations';
import { assetRouteRef } from '../routes';
import { NamedPage, Problem, Waiting } from '../shared';
import { AssetFactsSection, AssetLabelsSection } from './AssetFactsSection';
import { AssetHeader } from './AssetHeader';
import { AssetHistorySection } from './history';
import { AssetObservationsSection } from './AssetObservationsSection';
import { FoldedSection } from './FoldedSection';
import { Chapters } from './Chapters';
import { useAsset } from './useAsset';
import { useTexts } from '../translation';

/** Everything the register knows of one asset. */
export const AssetPage = () => {
  const { tag = '' } = useParams();
  const { t } = useTexts();
  const { value, error, reload } = useAsset(tag);
  if (value) {
    return <LoadedAsset asset={value} onChanged={reload} />;
  }
  return (
    <Container my="4" aria-label={t('shared.page.title')}>
      {error ? (
        <Problem error={error} onRetry={reload} />
      ) : (
        <Waiting lines={8} />
      )}
    </Container>
  );
};

function LoadedAsset(props: { asset: AssetDetail; onChanged: () => void }) {
  const { asset, onChanged } = props;
  const assetPath = useRouteRef(assetRouteRef);
  const transitions = useTransitions(asset);
  const [moving, setMoving] = useState<WantedTransition>();
  const changed = () => {
    onChanged();
    transitions.reload();
  };
  return (
    <NamedPage name={asset.name} href={assetPath({ tag: asset.tag })}>
      <AssetHeader
        asset={asset}
        transitions={transitions.value}
        onWant={setMoving}
        onChanged={onChanged}
      />
      <Container mb="6">
        <Flex direction="column" gap="4">
          <HoldBanner asset={asset} onChanged={changed} />
          <AssetChapters
            asset={asset}
            transitions={transitions}
            onWant={setMoving}
            onChanged={changed}
          />
        </Flex>
      </Container>
      {moving && transitions.value && (
        <TransitionDialog
          asset={asset}
          transitions={transitions.value}
          wanted={moving}
          onDone={changed}
          onClose={() => setMoving(undefined)}
        />
      )}
    </NamedPage>
  );
}

/** The contents of the page, in the order of reading. */
function AssetChapters(props: {
  asset: AssetDetail;
  transitions: ReturnType<typeof useTransitions>;
  onWant: (wanted: WantedTransition) => void;
  onChanged: () => void;
}) {
  const { t } = useTexts();
  const { asset, transitions, onWant, onChanged } = props;
  const type = useNames().type(asset.type);
  return (
    <Chapters
      chapters={[
        {
          id: 'facts',
          title: t('register.chapter.facts'),
          content: (
            <>
              <AssetFactsSection
                asset={asset}
                type={type}
                groups={[
                  'identity',
                  'custody',
                  'place',
                  'money',
                  'dates',
                  'attributes',
                ]}
              />
              {Object.keys(asset.labels).length > 0 && (
                <AssetLabelsSection asset={asset} />
              )}
            </>
          ),
        },
        {
          id: 'lifecycle',
          title: t('lifecycle.title'),
          content: (
            <LifecycleSection
              asset={asset}
              transitions={transitions}
              onWant={onWant}
              onChanged={onChanged}
            />
          ),
        },
        {
          id: 'custody',
          title: t('custody.title'),
          content: <CustodySection asset={asset} onChanged={onChanged} />,
        },
        {
          id: 'relations',
          title: t('relations.title'),
          content: (
            <>
              <RelationsSection asset={asset} onChanged={onChanged} />
              <ImpactSection asset={asset} />
              {asset.foldedCount > 0 && <FoldedSection asset={asset} />}
            </>
          ),
        },
        {
          id: 'cost',
          title: t('shared.page.costs'),
          content: <AssetCostSection asset={asset} />,
        },
        {
          id: 'open-facts',
          title: t('lifecycle.openFacts.title'),
          content: (
            <>
              <OpenFactsSection asset={asset} onChanged={onChanged} />
              <KnownFactsSection asset={asset} />
            </>
          ),
        },
        {
          id: 'documents',
          title: t('lifecycle.document.title'),
          content: <DocumentsSection asset={asset} onChanged={onChanged} />,
        },
        {
          id: 'sources',
          title: t('register.observations.title'),
          content: <AssetObservationsSection asset={asset} />,
        },
        {
          id: 'history',
          title: t('history.title'),
          content: <AssetHistorySection asset={asset} />,
        },
      ]}
    />
  );
}
