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
import { BulkRoutes, ImportRoutes } from './bulk';
import { CostsRoutes } from './costs';
import { LeaversRoutes, MinePage, TransfersPage } from './custody';
import { DiscoveryRoutes } from './discovery';
import { ExceptionsPage, HoldsPage, OpenFactsPage } from './lifecycle';
import { RegisterRoutes } from './register';
import { HistoryRoutes } from './register/history';
import {
  assetsRouteRef,
  bulkRunsRouteRef,
  costsRouteRef,
  discoveryRouteRef,
  exceptionsRouteRef,
  historyRouteRef,
  importRouteRef,
  leaversRouteRef,
  mineRouteRef,
  holdsRouteRef,
  openFactsRouteRef,
  rootRouteRef,
  settingsRouteRef,
  transfersRouteRef,
} from './routes';
import { SettingsRoutes } from './settings';
import { useTexts } from './translation';

/** The whole page with its tabs, as the old frontend system mounts it. */
export const ItamPage = () => {
  const { t } = useTexts();
  const rootPath = useRouteRef(rootRouteRef);
  const assetsPath = useRouteRef(assetsRouteRef);
  const importPath = useRouteRef(importRouteRef);
  const bulkRunsPath = useRouteRef(bulkRunsRouteRef);
  const costsPath = useRouteRef(costsRouteRef);
  const discoveryPath = useRouteRef(discoveryRouteRef);
  const settingsPath = useRouteRef(settingsRouteRef);
  const openFactsPath = useRouteRef(openFactsRouteRef);
  const holdsPath = useRouteRef(holdsRouteRef);
  const exceptionsPath = useRouteRef(exceptionsRouteRef);
  const historyPath = useRouteRef(historyRouteRef);
  const minePath = useRouteRef(mineRouteRef);
  const transfersPath = useRouteRef(transfersRouteRef);
  const leaversPath = useRouteRef(leaversRouteRef);
  return (
    <>
      <PluginHeader
        title={t('shared.page.title')}
        titleLink={rootPath()}
        icon={<DevicesIcon fontSize="inherit" />}
        tabs={[
          {
            id: 'assets',
            label: t('shared.page.assets'),
            href: assetsPath(),
            matchStrategy: 'prefix',
          },
          {
            id: 'costs',
            label: t('shared.page.costs'),
            href: costsPath(),
            matchStrategy: 'prefix',
          },
          {
            id: 'discovery',
            label: t('shared.page.discovery'),
            href: discoveryPath(),
            matchStrategy: 'prefix',
          },
          {
            id: 'import',
            label: t('bulk.import.title'),
            href: importPath(),
            matchStrategy: 'prefix',
          },
          {
            id: 'bulk',
            label: t('bulk.runs.title'),
            href: bulkRunsPath(),
            matchStrategy: 'prefix',
          },
          {
            id: 'settings',
            label: t('shared.page.settings'),
            href: settingsPath(),
            matchStrategy: 'prefix',
          },
          {
            id: 'mine',
            label: t('custody.mine.title'),
            href: minePath(),
            matchStrategy: 'prefix',
          },
          {
            id: 'transfers',
            label: t('custody.transfer.title'),
            href: transfersPath(),
            matchStrategy: 'prefix',
          },
          {
            id: 'leavers',
            label: t('custody.leavers.title'),
            href: leaversPath(),
            matchStrategy: 'prefix',
          },
          {
            id: 'open-facts',
            label: t('lifecycle.openFacts.title'),
            href: openFactsPath(),
            matchStrategy: 'prefix',
          },
          {
            id: 'holds',
            label: t('lifecycle.hold.title'),
            href: holdsPath(),
            matchStrategy: 'prefix',
          },
          {
            id: 'exceptions',
            label: t('lifecycle.exception.title'),
            href: exceptionsPath(),
            matchStrategy: 'prefix',
          },
          {
            id: 'history',
            label: t('shared.page.history'),
            href: historyPath(),
            matchStrategy: 'prefix',
          },
        ]}
      />
      <Routes>
        <Route index element={<Navigate to="assets" replace />} />
        <Route path="assets/*" element={<RegisterRoutes />} />
        <Route path="costs/*" element={<CostsRoutes />} />
        <Route path="discovery/*" element={<DiscoveryRoutes />} />
        <Route path="import/*" element={<ImportRoutes />} />
        <Route path="bulk/*" element={<BulkRoutes />} />
        <Route path="settings/*" element={<SettingsRoutes />} />
        <Route path="mine/*" element={<MinePage />} />
        <Route path="transfers/*" element={<TransfersPage />} />
        <Route path="leavers/*" element={<LeaversRoutes />} />
        <Route path="open-facts/*" element={<OpenFactsPage />} />
        <Route path="holds/*" element={<HoldsPage />} />
        <Route path="exceptions/*" element={<ExceptionsPage />} />
        <Route path="history/*" element={<HistoryRoutes />} />
      </Routes>
    </>
  );
};
