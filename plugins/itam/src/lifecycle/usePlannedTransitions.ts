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
import { itamRoutes } from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { usePages } from '../shared';
import { useAction } from './useAction';

/** What is to be carried out later on an asset. */
export function usePlannedTransitions(asset: { id: string; version: number }) {
  const api = useApi(itamApiRef);
  const pages = usePages(
    ['planned', asset.id, asset.version],
    (cursor, signal) =>
      api.call(itamRoutes.listPlannedTransitions, {
        query: { asset: asset.id, cursor },
        signal,
      }),
  );
  const cancelling = useAction(async (id: string) => {
    await api.call(itamRoutes.cancelPlannedTransition, { params: { id } });
    pages.reload();
  });
  return { pages, cancelling };
}
