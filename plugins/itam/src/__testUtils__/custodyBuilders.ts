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
  AssetCustody,
  Assignment,
  Discrepancy,
  HeldAsset,
  Leaver,
  MySummary,
  Transfer,
} from '@itam/plugin-itam-common';

/** A period of use. */
export function anAssignment(given: Partial<Assignment> = {}): Assignment {
  return {
    id: 'assignment-1',
    kind: 'consumer',
    holder: 'user:default/ann',
    holderTitle: 'Ann',
    holderGone: false,
    exclusive: true,
    from: '2026-11-01T10:00:00.000Z',
    recordedAt: '2026-11-01T10:00:00.000Z',
    recordedBy: 'user:default/bob',
    overdue: false,
    ...given,
  };
}

/** Something the reader has. */
export function aHeldAsset(given: Partial<HeldAsset> = {}): HeldAsset {
  return {
    ...anAssignment(),
    asset: {
      id: '01930000-0000-7000-8000-000000000001',
      tag: 'HW-000001',
      name: 'orca',
      type: 'laptop',
      status: 'in-use',
    },
    ...given,
  };
}

/** Who has an asset: nobody, unless told. */
export function aCustody(given: Partial<AssetCustody> = {}): AssetCustody {
  return { open: [], openDiscrepancies: 0, allowed: [], ...given };
}

/** What the reader has, in figures. */
export function aSummaryOfMine(given: Partial<MySummary> = {}): MySummary {
  return {
    me: 'user:default/test',
    uses: 0,
    keeps: 0,
    owned: [],
    transfersToAccept: 0,
    loansDue: 0,
    ...given,
  };
}

/** An asset offered to another team. */
export function aTransfer(given: Partial<Transfer> = {}): Transfer {
  return {
    id: 'transfer-1',
    assetId: '01930000-0000-7000-8000-000000000001',
    tag: 'HW-000001',
    name: 'orca',
    type: 'laptop',
    state: 'open',
    fromOwner: 'group:default/payments',
    fromTitle: 'Payments',
    toOwner: 'group:default/platform',
    toTitle: 'Platform',
    reason: 'they run it now',
    askedAt: '2026-11-20T10:00:00.000Z',
    askedBy: 'user:default/bob',
    allowed: [],
    ...given,
  };
}

/** Something said against a record. */
export function aDiscrepancy(given: Partial<Discrepancy> = {}): Discrepancy {
  return {
    id: 'discrepancy-1',
    assetId: '01930000-0000-7000-8000-000000000001',
    tag: 'HW-000001',
    name: 'orca',
    type: 'laptop',
    class: 'misplaced',
    state: 'open',
    field: 'location',
    registered: 'rack-1',
    observed: 'rack-2',
    openedAt: '2026-11-20T10:00:00.000Z',
    openedBy: 'user:default/bob',
    allowed: ['resolve'],
    ...given,
  };
}

/** Somebody who is gone. */
export function aLeaver(given: Partial<Leaver> = {}): Leaver {
  return {
    ref: 'user:default/ann',
    kind: 'user',
    title: 'Ann',
    state: 'gone',
    goneSince: '2026-11-20T10:00:00.000Z',
    counts: { owner: 0, custodian: 1, consumer: 2, shared: 0, transfer: 0 },
    ...given,
  };
}
