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
  custodyRoutes,
  itamAssetReadPermission,
  itamAssetTransitionPermission,
  itamAssetUpdatePermission,
  RouteContract,
} from '@itam/plugin-itam-common';
import type { RouteCall, RouteHandler } from '../http';
import type { CustodyRights } from './AssetDesk';
import {
  CustodyCaller,
  handOutRoles,
  handOverRoles,
  inRoles,
  OwnershipClaims,
} from './claims';
import type { CustodyService } from './CustodyService';
import type { HandOutService } from './HandOutService';
import type { LeaverService } from './LeaverService';
import type { StatementService } from './StatementService';
import type { TransferService } from './TransferService';

/** The handler of each route of custody. */
export type CustodyHandlers = {
  [Operation in keyof typeof custodyRoutes]: RouteHandler<
    (typeof custodyRoutes)[Operation]
  >;
};

/** Serves custody. */
export function createCustodyHandlers(options: {
  claims: OwnershipClaims;
  custody: CustodyService;
  handOut: HandOutService;
  transfers: TransferService;
  statements: StatementService;
  leavers: LeaverService;
}): CustodyHandlers {
  const { custody, handOut, transfers, statements, leavers } = options;

  async function callerOf<C extends RouteContract>({
    caller,
  }: RouteCall<C>): Promise<CustodyCaller> {
    return { ref: caller.ref, claims: await options.claims.of(caller) };
  }

  async function shown<C extends RouteContract>(
    call: RouteCall<C>,
    idOrTag: string,
    seen: Partial<Pick<CustodyRights, 'read'>> = {},
  ) {
    return custody.custody(idOrTag, await callerOf(call), {
      ...(await rightsOf(call, handOutRoles)),
      ...seen,
      resolve: await call.accessTo(itamAssetUpdatePermission),
    });
  }

  return {
    assetCustody: call => shown(call, call.params.id),
    assetAssignments: ({ params, query, access }) =>
      custody.assignments(params.id, query, access),
    assignAsset: async call => {
      await handOut.assign(
        call.params.id,
        call.body,
        await callerOf(call),
        await rightsOf(call, handOutRoles),
      );
      // who gave it away is told so, though it may be out of their sight now
      return shown(call, call.params.id, { read: 'all' });
    },
    returnAsset: async call => {
      await handOut.takeBack(
        call.params.id,
        call.body,
        await callerOf(call),
        await rightsOf(call, handOutRoles),
      );
      // who gave it away is told so, though it may be out of their sight now
      return shown(call, call.params.id, { read: 'all' });
    },
    acceptAssignment: async call =>
      handOut.accept(call.params.id, call.body, await callerOf(call)),
    listAssignments: async call => {
      const { holder, kind, ...query } = call.query;
      return custody.held(
        { ...query, holders: holder, kinds: kind },
        await callerOf(call),
        call.access,
      );
    },
    mySummary: async call => custody.mine(await callerOf(call), call.access),
    transferAsset: async call =>
      transfers.offer(
        call.params.id,
        call.body,
        await callerOf(call),
        await rightsOf(call, handOverRoles),
      ),
    transferAssets: async call => {
      const { assets, ...request } = call.body;
      return {
        items: await transfers.offerSeveral(
          assets,
          request,
          await callerOf(call),
          await rightsOf(call, handOverRoles),
        ),
      };
    },
    listTransfers: async call =>
      transfers.list(call.query, await callerOf(call), {
        read: call.access,
        move: (await rightsOf(call, handOverRoles)).move,
      }),
    acceptTransfer: async call =>
      transfers.accept(call.params.id, call.body, await callerOf(call)),
    declineTransfer: async call =>
      transfers.decline(call.params.id, call.body, await callerOf(call)),
    withdrawTransfer: async call =>
      transfers.withdraw(
        call.params.id,
        call.body,
        await callerOf(call),
        await rightsOf(call, handOverRoles),
      ),
    stateOfAsset: async call =>
      statements.take(call.params.id, call.body, await callerOf(call), {
        read: call.access,
        resolve: await call.accessTo(itamAssetUpdatePermission),
      }),
    listDiscrepancies: async call =>
      statements.list(call.query, {
        read: call.access,
        resolve: await call.accessTo(itamAssetUpdatePermission),
      }),
    resolveDiscrepancy: async call =>
      statements.resolve(call.params.id, call.body, await callerOf(call), {
        read: await call.accessTo(itamAssetReadPermission),
        resolve: call.access,
      }),
    listLeavers: ({ query, access }) => leavers.list(query, access),
    leaverHoldings: ({ params, query, access }) =>
      leavers.holdings(params, query, access),
    settleLeaver: async call =>
      leavers.settle(
        call.params,
        call.body,
        await callerOf(call),
        await rightsOf(call, handOverRoles),
      ),
  };
}

/** What the caller sees, and what they may move in one of these roles. */
async function rightsOf<C extends RouteContract>(
  call: RouteCall<C>,
  roles: Parameters<typeof inRoles>[1],
): Promise<CustodyRights> {
  return {
    read: await call.accessTo(itamAssetReadPermission),
    move: await inRoles(
      call,
      roles,
      await call.accessTo(itamAssetTransitionPermission),
    ),
  };
}
