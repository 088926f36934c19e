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

import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { AssetDocument, itamRoutes } from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { usePages } from '../shared';
import { useAction } from './useAction';

/** The documents of an asset, newest first. */
export function useDocuments(asset: { id: string; version: number }) {
  const api = useApi(itamApiRef);
  return usePages(['documents', asset.id, asset.version], (cursor, signal) =>
    api.call(itamRoutes.listDocuments, {
      params: { id: asset.id },
      query: { cursor },
      signal,
    }),
  );
}

/** Saves the content of a kept document on the reader's machine. */
export function useDownload(assetId: string) {
  const discovery = useApi(discoveryApiRef);
  const { fetch } = useApi(fetchApiRef);
  return useAction(async (document: AssetDocument) => {
    const base = await discovery.getBaseUrl('itam');
    const response = await fetch(
      `${base}/assets/${encodeURIComponent(
        assetId,
      )}/documents/${encodeURIComponent(document.id)}/content`,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    save(await response.blob(), document.title);
    return document;
  });
}

/** A link of the page alone would not carry the reader's credentials. */
function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = window.document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
