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

import { Alert, Flex } from '@backstage/ui';
import { AssetDetail } from '@itam/plugin-itam-common';
import { MoreButton, Problem } from '../shared';
import { useTexts } from '../translation';
import { HoldWords, ReleaseHoldButton } from './HoldLine';
import { useHolds } from './useHolds';

/** Says above everything else that an asset must be kept as it is. */
export const HoldBanner = (props: {
  asset: AssetDetail;
  onChanged: () => void;
}) => {
  const { asset, onChanged } = props;
  return asset.flags?.includes('legal-hold') ? (
    <Holds asset={asset} onChanged={onChanged} />
  ) : null;
};

function Holds(props: { asset: AssetDetail; onChanged: () => void }) {
  const { t } = useTexts();
  const { asset, onChanged } = props;
  const pages = useHolds({ asset: asset.id, open: true }, asset.version);
  return (
    <Alert
      role="region"
      aria-label={t('lifecycle.hold.title')}
      status="warning"
      icon
      title={t('lifecycle.hold.banner')}
      description={
        <Flex direction="column" gap="2">
          {pages.error && (
            <Problem error={pages.error} onRetry={pages.reload} />
          )}
          {pages.items.map(hold => (
            <div key={hold.id}>
              <HoldWords hold={hold} />
              {asset.allowed.includes('hold') && (
                <ReleaseHoldButton
                  hold={hold}
                  onChanged={() => {
                    pages.reload();
                    onChanged();
                  }}
                />
              )}
            </div>
          ))}
          <MoreButton pages={pages} />
        </Flex>
      }
    />
  );
}
