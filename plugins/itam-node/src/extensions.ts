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

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  AssetTypeDefinition,
  LifecycleModelDefinition,
} from '@itam/plugin-itam-common';
import type { AssetSourceKind } from './AssetSource';

/**
 * Where modules add kinds of sources.
 *
 * @public
 */
export interface ItamSourcesExtensionPoint {
  addSourceKind(kind: AssetSourceKind): void;
}

/** @public */
export const itamSourcesExtensionPoint =
  createExtensionPoint<ItamSourcesExtensionPoint>({ id: 'itam.sources' });

/** An asset type to add, or what differs of one there is. @public */
export type AssetTypeAddition = Pick<AssetTypeDefinition, 'id'> &
  Partial<AssetTypeDefinition>;

/**
 * Where modules add asset types and lifecycle models, or override those there
 * are: types by id, models by a higher version. The configuration of the portal
 * has the last word. A mistake stops the start, with the name given as `from`,
 * the path and the reason.
 *
 * @public
 */
export interface ItamLibraryExtensionPoint {
  addAssetTypes(types: AssetTypeAddition[], options: { from: string }): void;
  addLifecycleModels(
    models: LifecycleModelDefinition[],
    options: { from: string },
  ): void;
}

/** @public */
export const itamLibraryExtensionPoint =
  createExtensionPoint<ItamLibraryExtensionPoint>({ id: 'itam.library' });
