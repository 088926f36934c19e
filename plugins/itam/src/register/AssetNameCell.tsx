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
import { Flex, Link } from '@backstage/ui';
import { AssetItem } from '@itam/plugin-itam-common';
import { assetRouteRef } from '../routes';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { DisputedMark } from './DisputedMark';

/** The name of an asset, leading to its page, with its tag. */
export const AssetNameCell = (props: { asset: AssetItem }) => {
  const { t } = useTexts();
  const assetPath = useRouteRef(assetRouteRef);
  const { name, tag, disputed } = props.asset;
  return (
    <Flex align="center" gap="2">
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Link href={assetPath({ tag })}>{name}</Link>
        <Quiet as="div" variant="body-x-small">
          {tag}
        </Quiet>
      </div>
      {disputed && <DisputedMark hint={t('register.list.disputedHint')} />}
    </Flex>
  );
};
