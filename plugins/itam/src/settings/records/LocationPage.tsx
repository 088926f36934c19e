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
import { LocationItem } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { itamApiRef } from '../../api';
import { locationRouteRef } from '../../routes';
import {
  FactLine,
  Problem,
  Reading,
  Section,
  useRead,
  Waiting,
} from '../../shared';
import { useTexts } from '../../translation';
import { LocationDialog } from './LocationDialog';
import { LocationTree } from './LocationTree';
import { locationCalls } from './recordCalls';
import { RecordPage } from './RecordPage';

/** One location. */
export const LocationPage = () => {
  const { id = '' } = useParams();
  const calls = locationCalls(useApi(itamApiRef));
  const reading = useRead([id], signal => calls.get(id, signal));
  const { value, error, reload } = reading;
  if (error) return <Problem error={error} onRetry={reload} />;
  return value ? (
    <LocationOf location={value} reading={reading} />
  ) : (
    <Waiting />
  );
};

function LocationOf(props: {
  location: LocationItem;
  reading: Reading<LocationItem>;
}) {
  const { t } = useTexts();
  const calls = locationCalls(useApi(itamApiRef));
  const navigate = useNavigate();
  const locationPath = useRouteRef(locationRouteRef);
  const [adding, setAdding] = useState(false);
  const { location, reading } = props;
  return (
    <RecordPage
      record={location}
      reading={reading}
      calls={calls}
      facts={useLocationFacts(location)}
      filter={{ location: location.id }}
      actions={
        !location.retiredAt &&
        location.kind !== 'rack' && (
          <Button variant="secondary" onPress={() => setAdding(true)}>
            {t('settings.records.addInside')}
          </Button>
        )
      }
      dialog={handlers => (
        <LocationDialog
          location={location}
          onReload={() => {
            handlers.onClose();
            reading.reload();
          }}
          {...handlers}
        />
      )}
    >
      {location.children > 0 && (
        <Section title={t('settings.page.locations')}>
          <LocationTree
            key={location.version}
            parent={location.id}
            label={location.name}
            withRetired={false}
          />
        </Section>
      )}
      {adding && (
        <LocationDialog
          parent={location.id}
          onSaved={({ id }) => navigate(locationPath({ id }))}
          onClose={() => setAdding(false)}
        />
      )}
    </RecordPage>
  );
}

function useLocationFacts(location: LocationItem): FactLine[] {
  const { t } = useTexts();
  const locationPath = useRouteRef(locationRouteRef);
  const { path, contacts } = location;
  const lines: FactLine[] = [
    {
      id: 'kind',
      label: t('settings.records.field.kind'),
      value: t(`settings.records.kind.${location.kind}`),
    },
    {
      id: 'parent',
      label: t('settings.records.field.parent'),
      value: path.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ' › '}
          <Link href={locationPath({ id })}>{name}</Link>
        </span>
      )),
    },
    {
      id: 'address',
      label: t('settings.records.field.address'),
      value: location.address,
    },
    {
      id: 'country',
      label: t('settings.records.field.country'),
      value: location.country,
    },
    {
      id: 'region',
      label: t('settings.records.field.permittedRegion'),
      value: location.permittedRegion,
    },
    {
      id: 'keeper',
      label: t('settings.records.field.keeper'),
      value: location.keeper,
    },
    {
      id: 'contacts',
      label: t('settings.records.field.contacts'),
      value: contacts.map((contact, index) => (
        <div key={index}>
          {[contact.name, contact.ref, contact.phone, contact.mail]
            .filter(Boolean)
            .join(', ')}
        </div>
      )),
    },
  ];
  return lines.filter(({ value }) =>
    Array.isArray(value) ? value.length > 0 : Boolean(value),
  );
}
