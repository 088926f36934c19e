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

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { chargeCategories } from '@itam/plugin-itam-common';
import { useCallback } from 'react';
import { useTexts } from '../translation';
import { ShownGrouping } from './costFilters';
import { useEntityNames } from './useEntityNames';

/** How groups of costs are called in texts. */
export function useGroupLabel(groupBy: ShownGrouping, keys: string[]) {
  const { t } = useTexts();
  const names = useEntityNames(
    groupBy === 'entity' || groupBy === 'owner' ? keys : [],
  );
  return useCallback(
    (key: string) => {
      if (groupBy === 'entity' || groupBy === 'owner') {
        return names(key);
      }
      const category = chargeCategories.find(known => known === key);
      if (groupBy === 'category' && category) {
        return t(`costs.category.${category}`);
      }
      return key || t('costs.group.unnamed');
    },
    [groupBy, names, t],
  );
}

/** The name of a group, leading to the entity or to its costs alone. */
export const GroupName = (props: {
  groupBy: ShownGrouping;
  groupKey: string;
  label: string;
  /** Its costs alone. */
  href: string;
}) => {
  const { groupBy, groupKey, label, href } = props;
  if (groupBy === 'entity' || groupBy === 'owner') {
    return (
      <EntityRefLink
        entityRef={groupKey}
        defaultKind={groupBy === 'owner' ? 'group' : 'component'}
      />
    );
  }
  return groupKey ? <Link href={href}>{label}</Link> : <>{label}</>;
};
