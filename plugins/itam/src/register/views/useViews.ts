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
import { itamRoutes, SavedView } from '@itam/plugin-itam-common';
import { itamApiRef } from '../../api';
import { useAction } from '../../lifecycle';
import { useRead } from '../../shared';

const MOST_VIEWS = 200;

/** The views of the reader and the shared ones. */
export function useViews() {
  const api = useApi(itamApiRef);
  return useRead(['views'], async signal => {
    const { items } = await api.call(itamRoutes.listViews, {
      query: { limit: MOST_VIEWS },
      signal,
    });
    return items;
  });
}

/** Keeps what the list shows under a new name. */
export function useSaveView() {
  const api = useApi(itamApiRef);
  return useAction(
    (view: { name: string; shared: boolean; content: SavedView['content'] }) =>
      api.call(itamRoutes.createView, { body: view }),
  );
}

/** Keeps what the list shows now in a view there is. */
export function useUpdateView() {
  const api = useApi(itamApiRef);
  return useAction((view: SavedView, content: SavedView['content']) =>
    api.call(itamRoutes.updateView, {
      params: { id: view.id },
      body: { content },
      ifMatch: view.version,
    }),
  );
}

/** Forgets a view. */
export function useRemoveView() {
  const api = useApi(itamApiRef);
  return useAction(async (view: SavedView) => {
    await api.call(itamRoutes.deleteView, { params: { id: view.id } });
    return true;
  });
}
