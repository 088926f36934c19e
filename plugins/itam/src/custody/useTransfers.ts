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
import {
  custodyRoutes,
  Transfer,
  TransferRequest,
} from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { useAction } from '../lifecycle';
import { usePages } from '../shared';

/** Which transfers are shown. */
export interface TransferFilter {
  state?: Transfer['state'];
  mine?: 'to-accept' | 'asked';
}

/** Transfers between teams, newest first. */
export function useTransfers(filter: TransferFilter) {
  const api = useApi(itamApiRef);
  return usePages(['transfers', filter], (cursor, signal) =>
    api.call(custodyRoutes.listTransfers, {
      query: { ...filter, cursor },
      signal,
    }),
  );
}

/** Offers an asset to another team. */
export function useOffer(assetId: string, onRefused?: (error: Error) => void) {
  const api = useApi(itamApiRef);
  return useAction(
    (body: TransferRequest) =>
      api.call(custodyRoutes.transferAsset, { params: { id: assetId }, body }),
    onRefused,
  );
}

/** Answers a transfer, or takes it back. */
export function useAnswer() {
  const api = useApi(itamApiRef);
  return useAction(
    (id: string, answer: Transfer['allowed'][number], note: string = '') => {
      const params = { id };
      switch (answer) {
        case 'accept':
          return api.call(custodyRoutes.acceptTransfer, { params, body: {} });
        case 'decline':
          return api.call(custodyRoutes.declineTransfer, {
            params,
            body: { note },
          });
        default:
          return api.call(custodyRoutes.withdrawTransfer, {
            params,
            body: {},
          });
      }
    },
  );
}
