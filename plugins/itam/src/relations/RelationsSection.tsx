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
import { Button, ButtonLink, Flex } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { RelationItem } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { assetMapRouteRef } from '../routes';
import { PageList, Section } from '../shared';
import { useTexts } from '../translation';
import { AddRelationDialog } from './AddRelationDialog';
import { EndRelationDialog } from './EndRelationDialog';
import { relationGroups } from './relationGroups';
import { RelationGroupList } from './RelationGroupList';
import { RelationMapView } from './RelationMapView';
import { RelationKinds, useRelationKinds } from './useRelationKinds';
import type { MapView } from './useRelationMap';
import { useRelations } from './useRelations';

/** Boxes the map beside the lists can have; the page of its own shows more. */
const MOST_BOXES = 40;

/** The asset whose relations are shown. */
export interface RelatingAsset {
  id: string;
  tag: string;
  version: number;
  name: string;
  type: string;
  category: string;
  owner?: string;
  /** What the reader may do with it. */
  allowed: string[];
}

/** What an asset is connected with, as a map and as lists, to be changed. */
export const RelationsSection = (props: {
  asset: RelatingAsset;
  onChanged?: () => void;
}) => {
  const { t } = useTexts();
  const mapPath = useRouteRef(assetMapRouteRef);
  const kinds = useRelationKinds();
  const [adding, setAdding] = useState(false);
  const [changes, setChanges] = useState(0);
  const { asset } = props;
  const pages = useRelations(asset, changes);
  const changeable = asset.allowed.includes('update');
  const changed = () => {
    setChanges(count => count + 1);
    props.onChanged?.();
  };
  return (
    <Section
      title={t('relations.title')}
      actions={
        <Flex gap="2">
          <ButtonLink
            size="small"
            variant="tertiary"
            href={mapPath({ tag: asset.tag })}
          >
            {t('relations.map.open')}
          </ButtonLink>
          {changeable && kinds.rules.length > 0 && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => setAdding(true)}
            >
              {t('relations.add.open')}
            </Button>
          )}
        </Flex>
      }
    >
      <PageList pages={pages} empty={t('relations.empty')}>
        {items => (
          <Relations
            asset={asset}
            items={items}
            kinds={kinds}
            changes={changes}
            onChanged={changed}
          />
        )}
      </PageList>
      {adding && (
        <AddRelationDialog
          asset={asset}
          kinds={kinds}
          onAdded={changed}
          onClose={() => setAdding(false)}
        />
      )}
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

function Relations(props: {
  asset: RelatingAsset;
  items: RelationItem[];
  kinds: RelationKinds;
  /** How often they were changed here. */
  changes: number;
  onChanged: () => void;
}) {
  const classes = useStyles();
  const [view, setView] = useState<MapView>({ depth: 1, types: [] });
  const [ending, setEnding] = useState<RelationItem>();
  const { asset, items, kinds, changes, onChanged } = props;
  const changeable = asset.allowed.includes('update');
  return (
    <Flex direction="column" gap="4">
      <RelationMapView
        asset={{ id: asset.id, version: asset.version + changes }}
        view={view}
        onView={setView}
        kinds={kinds}
        limit={MOST_BOXES}
      />
      <div className={classes.groups}>
        {relationGroups(items).map(group => (
          <RelationGroupList
            key={`${group.type} ${group.direction}`}
            group={group}
            label={kinds.labelOf(group)}
            onEnd={changeable ? setEnding : undefined}
          />
        ))}
      </div>
      {ending && (
        <EndRelationDialog
          asset={asset}
          item={ending}
          label={kinds.labelOf(ending)}
          onEnded={onChanged}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Flex>
  );
}
