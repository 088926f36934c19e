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
  AssetDetail,
  AssignmentRequest,
  custodyRoutes,
  ReturnRequest,
  StatementRequest,
} from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { useAction } from '../lifecycle';
import { usePages, useRead } from '../shared';

/** Who owns, keeps and uses an asset. */
export function useCustody(asset: Pick<AssetDetail, 'id' | 'version'>) {
  const api = useApi(itamApiRef);
  return useRead(['custody', asset.id, asset.version], signal =>
    api.call(custodyRoutes.assetCustody, { params: { id: asset.id }, signal }),
  );
}

/** Who kept and who used an asset, newest first. */
export function useAssignments(asset: Pick<AssetDetail, 'id' | 'version'>) {
  const api = useApi(itamApiRef);
  return usePages(['assignments', asset.id, asset.version], (cursor, signal) =>
    api.call(custodyRoutes.assetAssignments, {
      params: { id: asset.id },
      query: { cursor, limit: 20 },
      signal,
    }),
  );
}

/** What the reader has, soonest due first. */
export function useMyAssignments(kinds: string[]) {
  const api = useApi(itamApiRef);
  return usePages(['my-assignments', kinds], (cursor, signal) =>
    api.call(custodyRoutes.listAssignments, {
      query: { holder: 'me', kind: kinds, cursor },
      signal,
    }),
  );
}

/** What the reader and their teams have, in figures. */
export function useMySummary() {
  const api = useApi(itamApiRef);
  return useRead(['my-summary'], signal =>
    api.call(custodyRoutes.mySummary, { signal }),
  );
}

/** Hands an asset out. */
export function useAssign(assetId: string, onRefused?: (error: Error) => void) {
  const api = useApi(itamApiRef);
  return useAction(
    (body: AssignmentRequest) =>
      api.call(custodyRoutes.assignAsset, { params: { id: assetId }, body }),
    onRefused,
  );
}

/** Takes an asset back. */
export function useReturn(assetId: string, onRefused?: (error: Error) => void) {
  const api = useApi(itamApiRef);
  return useAction(
    (body: ReturnRequest) =>
      api.call(custodyRoutes.returnAsset, { params: { id: assetId }, body }),
    onRefused,
  );
}

/** The reader says that they got what they have. */
export function useAcceptAssignment() {
  const api = useApi(itamApiRef);
  return useAction((id: string) =>
    api.call(custodyRoutes.acceptAssignment, { params: { id }, body: {} }),
  );
}

/** Says whether a record is right, or who has the thing. */
export function useStatement(assetId: string) {
  const api = useApi(itamApiRef);
  return useAction((body: StatementRequest) =>
    api.call(custodyRoutes.stateOfAsset, { params: { id: assetId }, body }),
  );
}
