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
import { Flex } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { RelatedItem } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { PageList, Section } from '../shared';
import { itamTranslationRef } from '../translation';
import { neighbourhood, relationGroups } from './neighbourhood';
import { RelationGroupList } from './RelationGroupList';
import { RelationMap } from './RelationMap';
import { useRelations } from './useRelations';

const ON_THE_MAP = 12;

interface RelatedAsset {
  id: string;
  version: number;
  name: string;
  type: string;
}

/** What an asset is connected with, as a map and as a list. */
export const RelationsSection = (props: { asset: RelatedAsset }) => {
  const { t } = useTranslationRef(itamTranslationRef);
  const pages = useRelations(props.asset);
  return (
    <Section title={t('relations.title')}>
      <PageList pages={pages} empty={t('relations.empty')}>
        {items => <Relations asset={props.asset} items={items} />}
      </PageList>
    </Section>
  );
};

const useStyles = makeStyles({
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: 'var(--bui-space-4)',
  },
});

function Relations(props: { asset: RelatedAsset; items: RelatedItem[] }) {
  const classes = useStyles();
  const { asset, items } = props;
  const around = useMemo(() => neighbourhood(items, ON_THE_MAP), [items]);
  return (
    <Flex direction="column" gap="4">
      <RelationMap asset={asset} neighbourhood={around} />
      <div className={classes.groups}>
        {relationGroups(items).map(group => (
          <RelationGroupList
            key={`${group.type} ${group.direction}`}
            group={group}
          />
        ))}
      </div>
    </Flex>
  );
}
