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
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { MapNode, RelationMap } from '@itam/plugin-itam-common';
import { StatusChip } from '../lifecycle';
import { useNames } from '../names';
import { assetRouteRef } from '../routes';
import { Quiet } from '../shared';
import { useTexts } from '../translation';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: 'var(--bui-space-3) var(--bui-space-4)',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  item: { minWidth: 0, overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 'var(--bui-space-1) var(--bui-space-2)',
  },
});

/** What a map shows, as lists by distance. */
export const MapNodeList = (props: { map: RelationMap }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const distances = byDistance(props.map.nodes);
  return (
    <>
      {distances.map(([distance, nodes]) => (
        <section key={distance}>
          <Text as="h3" variant="body-medium" weight="bold">
            {t('relations.map.away', { count: distance })}
          </Text>
          <ul className={classes.list}>
            {nodes.map(node => (
              <li key={node.id} className={classes.item}>
                <NodeName node={node} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

function NodeName(props: { node: MapNode }) {
  const classes = useStyles();
  const assetPath = useRouteRef(assetRouteRef);
  const names = useNames();
  const { asset, entity } = props.node;
  if (!asset) {
    return entity ? (
      <>
        <EntityRefLink entityRef={entity.ref} />
        {entity.owner && (
          <Quiet as="div" variant="body-small">
            <EntityRefLink entityRef={entity.owner} defaultKind="group" />
          </Quiet>
        )}
      </>
    ) : null;
  }
  return (
    <>
      <Link href={assetPath({ tag: asset.tag })}>{asset.name}</Link>
      <div className={classes.facts}>
        <Quiet variant="body-small">{names.typeTitle(asset.type)}</Quiet>
        <StatusChip
          status={asset.status}
          {...names.status(asset.type, asset.status)}
        />
      </div>
    </>
  );
}

function byDistance(nodes: MapNode[]): Array<[number, MapNode[]]> {
  const lists = new Map<number, MapNode[]>();
  for (const node of nodes.filter(({ distance }) => distance > 0)) {
    lists.set(node.distance, [...(lists.get(node.distance) ?? []), node]);
  }
  return [...lists].sort(([one], [other]) => one - other);
}
