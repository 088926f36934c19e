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

import { useApi } from '@backstage/core-plugin-api';
import { AssetPatch, itamRoutes } from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { useAction } from '../lifecycle';

/** Saves a change of an asset, made on the version given. */
export function useUpdateAsset(onRefused: (error: Error) => void) {
  const api = useApi(itamApiRef);
  return useAction(
    (asset: { id: string; version: number }, patch: AssetPatch) =>
      api.call(itamRoutes.updateAsset, {
        params: { id: asset.id },
        body: patch,
        ifMatch: asset.version,
      }),
    onRefused,
  );
}

/** Reads an asset as it is now. */
export function useAssetNow() {
  const api = useApi(itamApiRef);
  return useAction((id: string) =>
    api.call(itamRoutes.getAsset, { params: { id } }),
  );
}
