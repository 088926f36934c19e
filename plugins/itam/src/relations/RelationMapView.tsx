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

import { Flex } from '@backstage/ui';
import { Nothing, Problem, Waiting } from '../shared';
import { useTexts } from '../translation';
import { MapControls } from './MapControls';
import { MapNodeList } from './MapNodeList';
import { MapNotes } from './MapNotes';
import { RelationMapGraph } from './RelationMapGraph';
import type { RelationKinds } from './useRelationKinds';
import { MapView, useRelationMap } from './useRelationMap';

/** The map around an asset, with what changes it and what it leaves out. */
export const RelationMapView = (props: {
  asset: { id: string; version?: number };
  view: MapView;
  onView: (view: MapView) => void;
  kinds: RelationKinds;
  limit: number;
  /** It has the page to itself, with all of it as a list too. */
  full?: boolean;
}) => {
  const { t } = useTexts();
  const { asset, view, onView, kinds, limit, full } = props;
  const { value, error, reload } = useRelationMap(asset, view, limit);
  return (
    <Flex direction="column" gap="3">
      <MapControls view={view} kinds={kinds} onChange={onView} />
      {error && <Problem error={error} onRetry={reload} />}
      {!error && !value && <Waiting lines={4} />}
      {value && value.nodes.length > 1 && (
        <RelationMapGraph map={value} kinds={kinds} full={full} />
      )}
      {value && value.nodes.length < 2 && (
        <Nothing title={t('relations.map.empty')} />
      )}
      {value && <MapNotes map={value} />}
      {value && full && <MapNodeList map={value} />}
    </Flex>
  );
};
