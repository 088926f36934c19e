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

import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { Button, Link } from '@backstage/ui';
import { itamRoutes } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { itamApiRef } from '../../api';
import { locationRouteRef } from '../../routes';
import { Nothing, PageList, Quiet, usePages } from '../../shared';
import { useTexts } from '../../translation';
import { SettingsPage } from '../SettingsFrame';
import { LocationDialog } from './LocationDialog';
import { LocationTree } from './LocationTree';
import { RecordMarks } from './RecordMarks';
import { RecordSearchBar, useRecordSearch } from './RecordSearch';
import { useMayChange } from './useMayChange';

/** The tree of locations, or those that fit a search. */
export const LocationsPage = () => {
  const { t } = useTexts();
  const navigate = useNavigate();
  const locationPath = useRouteRef(locationRouteRef);
  const search = useRecordSearch();
  const mayChange = useMayChange();
  const [adding, setAdding] = useState(false);
  return (
    <SettingsPage
      title={t('settings.page.locations')}
      description={t('settings.records.introduction.location')}
      actions={
        mayChange && (
          <Button variant="primary" onPress={() => setAdding(true)}>
            {t('settings.records.add.location')}
          </Button>
        )
      }
    >
      <RecordSearchBar search={search} />
      {search.q ? (
        <FoundLocations q={search.q} withRetired={search.withRetired} />
      ) : (
        <LocationTree withRetired={search.withRetired} />
      )}
      {adding && (
        <LocationDialog
          onSaved={({ id }) => navigate(locationPath({ id }))}
          onClose={() => setAdding(false)}
        />
      )}
    </SettingsPage>
  );
};

/** Locations that fit a search, each with the way to it. */
function FoundLocations(props: { q: string; withRetired: boolean }) {
  const api = useApi(itamApiRef);
  const { t } = useTexts();
  const locationPath = useRouteRef(locationRouteRef);
  const { q, withRetired } = props;
  const pages = usePages(['locations', q, withRetired], (cursor, signal) =>
    api.call(itamRoutes.listLocations, {
      query: {
        ...{ q, limit: 50, cursor },
        retired: withRetired ? undefined : 'false',
      },
      signal,
    }),
  );
  if (pages.items.length === 0 && !pages.loading && !pages.error) {
    return (
      <Nothing
        title={t('settings.records.nothingFound')}
        hint={t('settings.records.nothingFoundHint')}
      />
    );
  }
  return (
    <PageList pages={pages} empty={t('settings.records.nothingFound')}>
      {locations => (
        <ul aria-label={t('settings.page.locations')}>
          {locations.map(location => (
            <li key={location.id}>
              <Link href={locationPath({ id: location.id })}>
                {location.name}
              </Link>{' '}
              <Quiet as="span" variant="body-small">
                {location.path.map(({ name }) => name).join(' › ')}
              </Quiet>
              <RecordMarks record={location} />
            </li>
          ))}
        </ul>
      )}
    </PageList>
  );
}
