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

/* eslint-disable @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports --
   the store itself is measured, not the HTTP around it */
export { ItamDatabase } from '@itam/plugin-itam-backend/src/database';
export type {
  AssetAccess,
  AssetCondition,
} from '@itam/plugin-itam-backend/src/register/access';
export { DatabaseAssetStore } from '@itam/plugin-itam-backend/src/register/DatabaseAssetStore';
export { DatabaseCostStore } from '@itam/plugin-itam-backend/src/costs/DatabaseCostStore';
export { recount } from '@itam/plugin-itam-backend/src/register/sql/assetCounts';
