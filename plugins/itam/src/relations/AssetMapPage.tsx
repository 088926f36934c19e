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
import { ButtonLink, Container } from '@backstage/ui';
import { MAX_MAP_DEPTH } from '@itam/plugin-itam-common';
import { useParams, useSearchParams } from 'react-router-dom';
import { assetMapRouteRef, assetRouteRef } from '../routes';
import { NamedPage, PageHeader } from '../shared';
import { useTexts } from '../translation';
import { RelationMapView } from './RelationMapView';
import { useRelationKinds } from './useRelationKinds';
import type { MapView } from './useRelationMap';

const DEFAULT_DEPTH = 3;
const MOST_BOXES = 200;

/** The map around an asset on a page of its own; how it looks is in the address. */
export const AssetMapPage = () => {
  const { tag = '' } = useParams();
  const { t } = useTexts();
  const kinds = useRelationKinds();
  const assetPath = useRouteRef(assetRouteRef);
  const mapPath = useRouteRef(assetMapRouteRef);
  const [search, setSearch] = useSearchParams();
  return (
    <NamedPage
      name={t('relations.map.title', { name: tag })}
      href={mapPath({ tag })}
    >
      <PageHeader
        title={t('relations.map.title', { name: tag })}
        customActions={
          <ButtonLink href={assetPath({ tag })} variant="secondary">
            {t('relations.map.back')}
          </ButtonLink>
        }
      />
      <Container mb="6">
        <RelationMapView
          asset={{ id: tag }}
          view={viewIn(search)}
          onView={view => setSearch(searchFor(view), { replace: true })}
          kinds={kinds}
          limit={MOST_BOXES}
          full
        />
      </Container>
    </NamedPage>
  );
};

function viewIn(search: URLSearchParams): MapView {
  const depth = Number(search.get('depth'));
  const isDepth =
    Number.isInteger(depth) && depth > 0 && depth <= MAX_MAP_DEPTH;
  return {
    depth: isDepth ? depth : DEFAULT_DEPTH,
    types: search.getAll('type'),
  };
}

function searchFor({ depth, types }: MapView) {
  return { depth: String(depth), type: types };
}
