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
import { itamRoutes, OpenFact } from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { usePages } from '../shared';
import { DocumentEntry, givenDocuments } from './EvidenceFields';
import { useAction } from './useAction';

/** Which open facts are shown. */
export interface OpenFactFilter {
  asset?: string;
  assignee?: string[];
  overdue?: boolean;
}

/** What has to follow, soonest first. */
export function useOpenFacts(filter: OpenFactFilter, version?: number) {
  const api = useApi(itamApiRef);
  const { asset, assignee, overdue } = filter;
  return usePages(['open-facts', filter, version], (cursor, signal) =>
    api.call(itamRoutes.listOpenFacts, {
      query: {
        asset,
        assignee,
        overdue: overdue ? 'true' : undefined,
        cursor,
      },
      signal,
    }),
  );
}

/** Gives an open fact to somebody, moves its day, or waives it. */
export function useUpdateOpenFact() {
  const api = useApi(itamApiRef);
  return useAction(
    (
      id: string,
      body: {
        assignee?: string | null;
        due?: string;
        waive?: boolean;
        reason?: string;
      },
    ) => api.call(itamRoutes.updateOpenFact, { params: { id }, body }),
  );
}

/** Gives a fact, or a document, that was to follow. */
export function useGiveFact(
  open: Pick<OpenFact, 'assetId' | 'fact' | 'kind'>,
  onRefused?: (error: Error) => void,
) {
  const api = useApi(itamApiRef);
  return useAction(
    (given: { value?: unknown; document?: DocumentEntry; reason?: string }) =>
      api.call(itamRoutes.giveFacts, {
        params: { id: open.assetId },
        body: {
          ...(open.kind === 'evidence'
            ? {
                evidence: givenDocuments({
                  [open.fact]: given.document ?? { url: '' },
                }),
              }
            : { facts: { [open.fact]: given.value } }),
          ...(given.reason && { reason: given.reason }),
        },
      }),
    onRefused,
  );
}
