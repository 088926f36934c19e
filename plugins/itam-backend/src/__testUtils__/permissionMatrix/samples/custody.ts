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

import { custodyRoutes } from '@itam/plugin-itam-common';
import { SOMEBODY } from '../people';
import {
  nothing,
  ofAsset,
  prepared,
  Sample,
  SampleGround,
  withBody,
} from './sample';

const offer = { toOwner: 'group:default/receivers', reason: 'they need it' };

const leaver = { kind: 'user', namespace: 'default', name: 'leaver' };

/** An offer of the asset of the sample, made by a service. */
async function offered(ground: SampleGround, toOwner: string) {
  const { id } = await prepared(ground, custodyRoutes.transferAsset, {
    params: { id: ground.asset.tag },
    body: { ...offer, toOwner },
  });
  return { id };
}

export const custodySamples: Record<string, Sample> = {
  assetCustody: ofAsset,
  assetAssignments: ofAsset,
  assignAsset: withBody({ kind: 'consumer', holder: SOMEBODY, replace: true }),
  returnAsset: {
    async ask(ground) {
      const { asset, situation } = ground;
      if (situation !== 'used') {
        await prepared(ground, custodyRoutes.assignAsset, {
          params: { id: asset.tag },
          body: { kind: 'consumer', holder: SOMEBODY, replace: true },
        });
      }
      return { params: { id: asset.tag }, body: {} };
    },
  },
  acceptAssignment: {
    async ask(ground) {
      const { asset, portal, person, situation } = ground;
      const { open } = await prepared(ground, custodyRoutes.assignAsset, {
        params: { id: asset.tag },
        body: {
          kind: 'custodian',
          holder: situation === 'kept' ? portal.userOf(person) : SOMEBODY,
          policyVersion: undefined,
          expectedReturn: '2999-01-01',
          replace: true,
        },
      });
      const [{ id }] = open.filter(
        ({ kind }: { kind: string }) => kind === 'custodian',
      );
      return { params: { id }, body: {} };
    },
  },
  listAssignments: { ask: () => ({ query: { holder: SOMEBODY } }) },
  mySummary: nothing,
  transferAsset: withBody(offer),
  transferAssets: {
    ask: ({ asset }) => ({ body: { ...offer, assets: [asset.id] } }),
    done: ({ body }) => body.items?.[0]?.outcome === 'done',
  },
  listTransfers: nothing,
  acceptTransfer: {
    async ask(ground) {
      const { portal, person, situation } = ground;
      return {
        params: await offered(
          ground,
          situation === 'own' ? portal.otherTeamOf(person) : offer.toOwner,
        ),
        body: {},
      };
    },
  },
  declineTransfer: {
    async ask(ground) {
      const { portal, person, situation } = ground;
      return {
        params: await offered(
          ground,
          situation === 'own' ? portal.otherTeamOf(person) : offer.toOwner,
        ),
        body: { note: 'no room' },
      };
    },
  },
  withdrawTransfer: {
    ask: async ground => ({
      params: await offered(ground, offer.toOwner),
      body: {},
    }),
  },
  stateOfAsset: withBody({ says: 'wrong', field: 'location' }),
  listDiscrepancies: nothing,
  resolveDiscrepancy: {
    async ask(ground) {
      const { discrepancy } = await prepared(
        ground,
        custodyRoutes.stateOfAsset,
        {
          params: { id: ground.asset.tag },
          body: { says: 'wrong', field: 'location', observed: `${ground.n}` },
        },
      );
      return {
        params: { id: discrepancy.id },
        body: {
          resolution: 'record-right',
          cause: 'entry-error',
          note: 'seen',
        },
      };
    },
  },
  listLeavers: nothing,
  leaverHoldings: { ask: () => ({ params: leaver }) },
  settleLeaver: {
    ask: ({ asset, situation, portal, person }) => ({
      params: {
        ...leaver,
        kind: 'group',
        name: portal.ownerFor(person, situation).split('/')[1],
      },
      body: {
        reassign: { owner: offer.toOwner },
        reason: 'reorganised',
        assets: [asset.id],
        dryRun: true,
      },
    }),
    done: ({ body }) =>
      body.items?.some(({ outcome }: { outcome: string }) =>
        ['would', 'unchanged', 'done'].includes(outcome),
      ),
  },
};
