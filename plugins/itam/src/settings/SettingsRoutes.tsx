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

import { Navigate, Route, Routes } from 'react-router-dom';
import { NamesProvider } from '../names';
import { AssetTypePage } from './library/AssetTypePage';
import { AssetTypesPage } from './library/AssetTypesPage';
import { LifecycleModelPage } from './library/LifecycleModelPage';
import { LifecycleModelsPage } from './library/LifecycleModelsPage';
import { PoliciesPage } from './library/PoliciesPage';
import { RelationsPage } from './library/RelationsPage';
import { CatalogueModelPage } from './records/CatalogueModelPage';
import { CatalogueModelsPage } from './records/CatalogueModelsPage';
import { LegalEntitiesPage } from './records/LegalEntitiesPage';
import { LegalEntityPage } from './records/LegalEntityPage';
import { LocationPage } from './records/LocationPage';
import { LocationsPage } from './records/LocationsPage';
import { SettingsFrame } from './SettingsFrame';

/** The pages of the settings, below `/itam/settings`. */
export const SettingsRoutes = () => (
  <main>
    <NamesProvider of={['types']}>
      <SettingsFrame>
        <Routes>
          <Route index element={<Navigate to="asset-types" replace />} />
          <Route path="asset-types" element={<AssetTypesPage />} />
          <Route path="asset-types/:id" element={<AssetTypePage />} />
          <Route path="lifecycle-models" element={<LifecycleModelsPage />} />
          <Route path="lifecycle-models/:id" element={<LifecycleModelPage />} />
          <Route path="relations" element={<RelationsPage />} />
          <Route path="policies" element={<PoliciesPage />} />
          <Route path="locations" element={<LocationsPage />} />
          <Route path="locations/:id" element={<LocationPage />} />
          <Route path="legal-entities" element={<LegalEntitiesPage />} />
          <Route path="legal-entities/:id" element={<LegalEntityPage />} />
          <Route path="models" element={<CatalogueModelsPage />} />
          <Route path="models/:id" element={<CatalogueModelPage />} />
        </Routes>
      </SettingsFrame>
    </NamesProvider>
  </main>
);
