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
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Flex, Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { RelatedItem } from '@itam/plugin-itam-common';
import { assetRouteRef } from '../routes';
import { PageList, Quiet, Section, words } from '../shared';
import { itamTranslationRef } from '../translation';
import { neighbours, relationGroups } from './neighbourhood';
import { relationLabel } from './relationLabel';
import { RelationMap } from './RelationMap';
import { useRelations } from './useRelations';

const ON_THE_MAP = 14;

const useStyles = makeStyles({
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: 'var(--bui-space-4)',
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** What an asset is connected with, as a list and as a map. */
export const RelationsSection = (props: {
  asset: { id: string; version: number; name: string; type: string };
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(itamTranslationRef);
  const pages = useRelations(props.asset);
  return (
    <Section title={t('relations.title')}>
      <PageList pages={pages} empty={t('relations.empty')}>
        {items => (
          <Flex direction="column" gap="4">
            <RelationMap
              asset={props.asset}
              neighbours={neighbours(items, ON_THE_MAP)}
            />
            <div className={classes.groups}>
              {relationGroups(items).map(group => (
                <div key={`${group.type} ${group.direction}`}>
                  <Quiet as="h3" variant="body-small">
                    {relationLabel(group, t)}
                  </Quiet>
                  <ul className={classes.list}>
                    {group.items.map((item, index) => (
                      <li key={index}>
                        <RelationTarget item={item} />
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </div>
          </Flex>
        )}
      </PageList>
    </Section>
  );
};

function RelationTarget(props: { item: RelatedItem }) {
  const { t } = useTranslationRef(itamTranslationRef);
  const assetPath = useRouteRef(assetRouteRef);
  const { asset, entityRef, origin } = props.item;
  const source = origin.startsWith('source:')
    ? t('relations.source', { source: origin.slice('source:'.length) })
    : t('relations.person');
  return (
    <>
      {asset && (
        <>
          <Link href={assetPath({ tag: asset.tag })}>{asset.name}</Link>{' '}
          <Quiet variant="body-small">
            {words(asset.type)}, {words(asset.status)}
          </Quiet>
        </>
      )}
      {!asset && entityRef && <EntityRefLink entityRef={entityRef} />}{' '}
      <Quiet variant="body-small">{source}</Quiet>
    </>
  );
}
