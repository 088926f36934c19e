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
import { Container, Flex } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useRouteRef } from '@backstage/core-plugin-api';
import { AssetDetail } from '@itam/plugin-itam-common';
import { useParams } from 'react-router-dom';
import { AssetCostSection } from '../costs';
import { LifecycleSection } from '../lifecycle';
import { useNames } from '../names';
import { RelationsSection } from '../relations';
import { assetRouteRef } from '../routes';
import { NamedPage, Problem, Waiting } from '../shared';
import { AssetFactsSection, AssetLabelsSection } from './AssetFactsSection';
import { AssetHeader } from './AssetHeader';
import { AssetHistorySection } from './AssetHistorySection';
import { AssetObservationsSection } from './AssetObservationsSection';
import { FoldedSection } from './FoldedSection';
import { useAsset } from './useAsset';
import { itamTranslationRef } from '../translation';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(280px, 1fr)',
    gap: 'var(--bui-space-4)',
    alignItems: 'start',
    '@media (max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** Everything the register knows of one asset. */
export const AssetPage = () => {
  const { tag = '' } = useParams();
  const { t } = useTranslationRef(itamTranslationRef);
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
  const classes = useStyles();
  const { asset, onChanged } = props;
  const { type } = useNames();
  const assetPath = useRouteRef(assetRouteRef);
  return (
    <NamedPage name={asset.name} href={assetPath({ tag: asset.tag })}>
      <AssetHeader asset={asset} onChanged={onChanged} />
      <Container mb="6">
        <Flex direction="column" gap="4">
          <LifecycleSection asset={asset} />
          <div className={classes.columns}>
            <Flex direction="column" gap="4">
              <AssetFactsSection
                asset={asset}
                type={type(asset.type)}
                groups={['identity', 'custody', 'place']}
              />
              <AssetCostSection asset={asset} />
              <AssetFactsSection
                asset={asset}
                type={type(asset.type)}
                groups={['attributes']}
              />
              <RelationsSection asset={asset} />
              {asset.foldedCount > 0 && <FoldedSection asset={asset} />}
            </Flex>
            <Flex direction="column" gap="4">
              <AssetObservationsSection asset={asset} />
              <AssetLabelsSection asset={asset} />
              <AssetHistorySection asset={asset} />
            </Flex>
          </div>
        </Flex>
      </Container>
    </NamedPage>
  );
}
