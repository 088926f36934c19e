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
import { Navigate, Route, Routes } from 'react-router-dom';
import { BulkRoutes, ImportRoutes } from '../bulk';
import { LeaversRoutes, TransfersPage } from '../custody';
import { ExceptionsPage, HoldsPage, OpenFactsPage } from '../lifecycle';
import { HistoryRoutes } from '../register/history';
import {
  bulkRunsRouteRef,
  exceptionsRouteRef,
  historyRouteRef,
  holdsRouteRef,
  importRouteRef,
  leaversRouteRef,
  openFactsRouteRef,
  transfersRouteRef,
} from '../routes';
import { PageFrame, PageGroup } from '../shared';
import { useTexts } from '../translation';

/** What waits for somebody, and what is done to many assets: `/itam/work`. */
export const WorkRoutes = () => {
  const { t } = useTexts();
  return (
    <PageFrame label={t('work.navigation')} groups={useWorkPages()}>
      <Routes>
        <Route index element={<Navigate to="open-facts" replace />} />
        <Route path="open-facts/*" element={<OpenFactsPage />} />
        <Route path="exceptions/*" element={<ExceptionsPage />} />
        <Route path="transfers/*" element={<TransfersPage />} />
        <Route path="leavers/*" element={<LeaversRoutes />} />
        <Route path="import/*" element={<ImportRoutes />} />
        <Route path="bulk/*" element={<BulkRoutes />} />
        <Route path="holds/*" element={<HoldsPage />} />
        <Route path="history/*" element={<HistoryRoutes />} />
      </Routes>
    </PageFrame>
  );
};

function useWorkPages(): PageGroup[] {
  const { t } = useTexts();
  const openFacts = useRouteRef(openFactsRouteRef);
  const exceptions = useRouteRef(exceptionsRouteRef);
  const transfers = useRouteRef(transfersRouteRef);
  const leavers = useRouteRef(leaversRouteRef);
  const importAssets = useRouteRef(importRouteRef);
  const bulkRuns = useRouteRef(bulkRunsRouteRef);
  const holds = useRouteRef(holdsRouteRef);
  const history = useRouteRef(historyRouteRef);
  return [
    {
      title: t('work.group.follow'),
      pages: [
        { title: t('lifecycle.openFacts.title'), href: openFacts() },
        { title: t('lifecycle.exception.title'), href: exceptions() },
      ],
    },
    {
      title: t('work.group.people'),
      pages: [
        { title: t('custody.transfer.title'), href: transfers() },
        { title: t('custody.leavers.title'), href: leavers() },
      ],
    },
    {
      title: t('work.group.many'),
      pages: [
        { title: t('bulk.import.title'), href: importAssets() },
        { title: t('bulk.runs.title'), href: bulkRuns() },
      ],
    },
    {
      title: t('work.group.evidence'),
      pages: [
        { title: t('lifecycle.hold.title'), href: holds() },
        { title: t('shared.page.history'), href: history() },
      ],
    },
  ];
}
