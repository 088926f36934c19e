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
import { ButtonIcon, Link } from '@backstage/ui';
import { itamRoutes, LocationItem } from '@itam/plugin-itam-common';
import { makeStyles } from '@material-ui/core/styles';
import CollapseIcon from '@material-ui/icons/ExpandMore';
import ExpandIcon from '@material-ui/icons/ChevronRight';
import { useState } from 'react';
import { itamApiRef } from '../../api';
import { locationRouteRef } from '../../routes';
import { Nothing, PageList, Quiet, usePages } from '../../shared';
import { useTexts } from '../../translation';
import { RecordMarks } from './RecordMarks';

const useStyles = makeStyles({
  branch: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& &': { paddingLeft: 'var(--bui-space-6)' },
  },
  node: {
    display: 'flex',
    alignItems: 'center',
    gap: 'var(--bui-space-2)',
    minHeight: 40,
  },
  leaf: { width: 32 },
});

/** The locations that lie directly in one, or in none; each opens up. */
export const LocationTree = (props: {
  parent?: string;
  label?: string;
  withRetired: boolean;
}) => {
  const api = useApi(itamApiRef);
  const classes = useStyles();
  const { t } = useTexts();
  const { parent = 'none', label, withRetired } = props;
  const pages = usePages(['tree', parent, withRetired], (cursor, signal) =>
    api.call(itamRoutes.listLocations, {
      query: {
        ...{ parent, limit: 100, cursor },
        retired: withRetired ? undefined : 'false',
      },
      signal,
    }),
  );
  if (pages.items.length === 0 && !pages.loading && !pages.error) {
    return (
      <Nothing
        title={t('settings.records.empty.location')}
        hint={t('settings.records.emptyHint.location')}
      />
    );
  }
  return (
    <PageList pages={pages} empty={t('settings.records.empty.location')}>
      {locations => (
        <ul
          className={classes.branch}
          aria-label={label ?? t('settings.page.locations')}
        >
          {locations.map(location => (
            <LocationNode
              key={location.id}
              location={location}
              withRetired={withRetired}
            />
          ))}
        </ul>
      )}
    </PageList>
  );
};

function LocationNode(props: { location: LocationItem; withRetired: boolean }) {
  const classes = useStyles();
  const { t } = useTexts();
  const locationPath = useRouteRef(locationRouteRef);
  const { location, withRetired } = props;
  const [open, setOpen] = useState(false);
  const opens = location.children > 0;
  return (
    <li>
      <div className={classes.node}>
        {opens ? (
          <ButtonIcon
            variant="tertiary"
            size="small"
            icon={open ? <CollapseIcon /> : <ExpandIcon />}
            aria-label={t('settings.records.expand', { name: location.name })}
            aria-expanded={open}
            onPress={() => setOpen(!open)}
          />
        ) : (
          <span className={classes.leaf} />
        )}
        <div>
          <Link href={locationPath({ id: location.id })}>{location.name}</Link>{' '}
          <Quiet as="span" variant="body-small">
            {t(`settings.records.kind.${location.kind}`)}
          </Quiet>
          <RecordMarks record={location} />
        </div>
      </div>
      {open && (
        <LocationTree
          parent={location.id}
          label={location.name}
          withRetired={withRetired}
        />
      )}
    </li>
  );
}
