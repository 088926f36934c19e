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

/** What a review can come to. */
export const decisions = ['accepted', 'correct', 'change-model'] as const;
export type Decision = (typeof decisions)[number];

/** Transitions that were forced, newest first. */
export function useExceptions(open: boolean) {
  const api = useApi(itamApiRef);
  return usePages(['exceptions', open], (cursor, signal) =>
    api.call(itamRoutes.listExceptions, {
      query: { open: open ? 'true' : undefined, cursor },
      signal,
    }),
  );
}

/** Reviews a forced transition. */
export function useReviewException() {
  const api = useApi(itamApiRef);
  return useAction((id: string, body: { decision: Decision; note: string }) =>
    api.call(itamRoutes.reviewException, { params: { id }, body }),
  );
}
