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
import { Container, Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';
import { NavLink } from 'react-router-dom';
import { settingsRouteRef } from '../routes';
import { PageTitle, Quiet } from '../shared';
import { useTexts } from '../translation';

const groups = [
  {
    id: 'library',
    pages: [
      { id: 'assetTypes', path: 'asset-types' },
      { id: 'lifecycleModels', path: 'lifecycle-models' },
      { id: 'relations', path: 'relations' },
      { id: 'policies', path: 'policies' },
    ],
  },
  {
    id: 'records',
    pages: [
      { id: 'locations', path: 'locations' },
      { id: 'legalEntities', path: 'legal-entities' },
      { id: 'models', path: 'models' },
    ],
  },
] as const;

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: 'minmax(150px, 190px) minmax(0, 1fr)',
    gap: 'var(--bui-space-6)',
    padding: 'var(--bui-space-4) 0 var(--bui-space-6)',
    '@media (max-width: 800px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  pages: {
    listStyle: 'none',
    margin: '0 0 var(--bui-space-4)',
    padding: 0,
    '@media (max-width: 800px)': { display: 'flex', flexWrap: 'wrap' },
  },
  page: {
    display: 'block',
    padding: 'var(--bui-space-2) var(--bui-space-3)',
    borderRadius: 'var(--bui-radius-2)',
    color: 'var(--bui-fg-primary)',
    textDecoration: 'none',
    '&:hover': { background: 'var(--bui-bg-neutral-2)' },
    '&[aria-current="page"]': {
      background: 'var(--bui-bg-neutral-2)',
      fontWeight: 'var(--bui-font-weight-bold)' as 'bold',
    },
  },
  group: { padding: '0 var(--bui-space-3)' },
});

/** The settings beside the list of their pages. */
export const SettingsFrame = (props: { children: ReactNode }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const settingsPath = useRouteRef(settingsRouteRef);
  return (
    <Container>
      <div className={classes.frame}>
        <nav aria-label={t('settings.navigation')}>
          {groups.map(group => (
            <div key={group.id}>
              <Quiet as="p" variant="body-small" className={classes.group}>
                {t(`settings.group.${group.id}`)}
              </Quiet>
              <ul className={classes.pages}>
                {group.pages.map(({ id, path }) => (
                  <li key={id}>
                    <NavLink
                      to={`${settingsPath()}/${path}`}
                      className={classes.page}
                    >
                      {t(`settings.page.${id}`)}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div>{props.children}</div>
      </div>
    </Container>
  );
};

/** A page of the settings: what it is called, what for, and its content. */
export const SettingsPage = (props: {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) => {
  const { title, description, actions, children } = props;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <PageTitle name={title} />
      <Flex direction="column" gap="4">
        <Flex justify="between" align="start" gap="3">
          <div>
            <Text as="h2" id={id} variant="title-small" weight="bold">
              {title}
            </Text>
            {description && <Quiet as="div">{description}</Quiet>}
          </div>
          {actions && <Flex gap="2">{actions}</Flex>}
        </Flex>
        {children}
      </Flex>
    </section>
  );
};
