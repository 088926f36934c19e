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
import { Flex, Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';
import { settingsRouteRef } from '../routes';
import { PageFrame, PageTitle, Quiet } from '../shared';
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

/** The settings beside the list of their pages. */
export const SettingsFrame = (props: { children: ReactNode }) => {
  const { t } = useTexts();
  const settingsPath = useRouteRef(settingsRouteRef);
  return (
    <PageFrame
      label={t('settings.navigation')}
      groups={groups.map(group => ({
        title: t(`settings.group.${group.id}`),
        pages: group.pages.map(({ id, path }) => ({
          title: t(`settings.page.${id}`),
          href: `${settingsPath()}/${path}`,
        })),
      }))}
    >
      {props.children}
    </PageFrame>
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
