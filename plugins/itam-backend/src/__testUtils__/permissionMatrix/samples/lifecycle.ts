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

import { lifecycleRoutes } from '@itam/plugin-itam-common';
import { nothing, ofAsset, prepared, Sample, withBody } from './sample';

const loss = {
  transition: 'report-lost',
  facts: { 'loss.report': 'left on a train' },
};

/** A move of each type, for a role that not everybody has. */
const moves: Record<string, object> = {
  laptop: loss,
  monitor: loss,
  tablet: loss,
  'subscription-licence': {
    transition: 'cancel',
    facts: { 'exception.reason': 'no longer needed' },
  },
  'managed-service': {
    transition: 'suspend',
    facts: { 'exception.reason': 'too dear' },
  },
};

export const lifecycleSamples: Record<string, Sample> = {
  assetTransitions: ofAsset,
  creationTransitions: { ask: () => ({ params: { type: 'laptop' } }) },
  transitionAsset: withBody(({ asset }) => moves[asset.type] ?? loss),
  transitionHistory: ofAsset,
  assetKnownFacts: ofAsset,
  giveFacts: withBody({ facts: { 'loss.report': 'found again' } }),
  listOpenFacts: nothing,
  updateOpenFact: {
    async ask(ground) {
      const { portal, asset } = ground;
      return {
        params: { id: await portal.anOpenFact(asset) },
        body: { due: '2999-01-01', reason: 'later' },
      };
    },
  },
  listDocuments: ofAsset,
  addDocument: {
    ask: ({ asset }) => ({
      params: { id: asset.tag },
      query: { doc: 'handover-receipt' },
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': 'receipt.txt',
      },
      body: 'signed',
    }),
  },
  documentContent: {
    async ask(ground) {
      const { asset } = ground;
      const { id } = await prepared(ground, lifecycleRoutes.addDocument, {
        params: { id: asset.tag },
        query: { doc: 'handover-receipt' },
        headers: {
          'content-type': 'application/octet-stream',
          'x-file-name': 'receipt.txt',
        },
        body: 'signed',
      });
      return { params: { id: asset.tag, documentId: id } };
    },
  },
  listHolds: nothing,
  placeHold: withBody(({ n }) => ({ matter: `matter ${n}` })),
  releaseHold: {
    async ask(ground) {
      const { id } = await prepared(ground, lifecycleRoutes.placeHold, {
        params: { id: ground.asset.tag },
        body: { matter: `matter ${ground.n}` },
      });
      return { params: { id }, body: { reason: 'settled' } };
    },
  },
  listExceptions: nothing,
  reviewException: {
    async ask(ground) {
      const { portal, asset } = ground;
      return {
        params: { id: await portal.anException(asset) },
        body: { decision: 'accepted', note: 'as it is' },
      };
    },
  },
  listPlannedTransitions: nothing,
  cancelPlannedTransition: {
    ask: async ({ portal, asset }) => ({
      params: { id: await portal.aPlan(asset) },
    }),
  },
  simulateLifecycle: {
    ask: () => ({
      params: { id: 'end-user-device' },
      body: { path: [{ transition: 'plan' }] },
    }),
  },
};
