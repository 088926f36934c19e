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
import { PluginHeader } from '@backstage/ui';
import DevicesIcon from '@material-ui/icons/DevicesOther';
import { Navigate, Route, Routes } from 'react-router-dom';
import { CostsRoutes } from './costs';
import { MinePage } from './custody';
import { DiscoveryRoutes } from './discovery';
import { RegisterRoutes } from './register';
import {
  assetsRouteRef,
  costsRouteRef,
  discoveryRouteRef,
  mineRouteRef,
  rootRouteRef,
  settingsRouteRef,
  workRouteRef,
} from './routes';
import { SettingsRoutes } from './settings';
import { useTexts } from './translation';
import { WorkRoutes } from './work';

/** The whole page with its tabs, as the old frontend system mounts it. */
export const ItamPage = () => {
  const { t } = useTexts();
  const rootPath = useRouteRef(rootRouteRef);
  const tabs = [
    {
      id: 'assets',
      label: t('shared.page.assets'),
      href: useRouteRef(assetsRouteRef)(),
    },
    {
      id: 'mine',
      label: t('custody.mine.title'),
      href: useRouteRef(mineRouteRef)(),
    },
    { id: 'work', label: t('work.title'), href: useRouteRef(workRouteRef)() },
    {
      id: 'costs',
      label: t('shared.page.costs'),
      href: useRouteRef(costsRouteRef)(),
    },
    {
      id: 'discovery',
      label: t('shared.page.discovery'),
      href: useRouteRef(discoveryRouteRef)(),
    },
    {
      id: 'settings',
      label: t('shared.page.settings'),
      href: useRouteRef(settingsRouteRef)(),
    },
  ];
  return (
    <>
      <PluginHeader
        title={t('shared.page.title')}
        titleLink={rootPath()}
        icon={<DevicesIcon fontSize="inherit" />}
        tabs={tabs.map(tab => ({ ...tab, matchStrategy: 'prefix' as const }))}
      />
      <Routes>
        <Route index element={<Navigate to="assets" replace />} />
        <Route path="assets/*" element={<RegisterRoutes />} />
        <Route path="mine/*" element={<MinePage />} />
        <Route path="work/*" element={<WorkRoutes />} />
        <Route path="costs/*" element={<CostsRoutes />} />
        <Route path="discovery/*" element={<DiscoveryRoutes />} />
        <Route path="settings/*" element={<SettingsRoutes />} />
      </Routes>
    </>
  );
};
