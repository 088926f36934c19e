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

import { nothing, ofAsset, Sample } from './sample';

const component = { kind: 'component', namespace: 'default', name: 'shop' };

export const registerSamples: Record<string, Sample> = {
  listAssets: nothing,
  assetFacets: nothing,
  getAsset: ofAsset,
  createAsset: {
    ask: async ({ asset, person, portal, situation }) => ({
      body: {
        type: asset.type,
        name: 'wanted',
        owner: portal.ownerFor(person, situation),
        ...portal.placeFor(person, situation),
        ...creationOf(asset.type, await portal.aModel(asset.type)),
      },
    }),
  },
  updateAsset: {
    ask: ({ asset, n }) => ({
      params: { id: asset.tag },
      headers: { 'if-match': `"${asset.version}"` },
      body: { description: `as of ${n}` },
    }),
  },
  assetHistory: ofAsset,
  assetAsOf: {
    ask: ({ asset }) => ({
      params: { id: asset.tag },
      query: { date: '2999-01-01' },
    }),
  },
  assetHistoryDiff: {
    ask: ({ asset }) => ({
      params: { id: asset.tag },
      query: { from: '0', to: String(asset.version) },
    }),
  },
  verifyHistory: nothing,
  lastHistoryVerification: nothing,
  eraseActor: {
    ask: async ({ portal }) => ({
      body: { ref: await portal.aName(), reason: 'asked for it' },
    }),
  },
  assetFolded: ofAsset,
  entitySummary: { ask: () => ({ params: component }) },
  entityAssets: { ask: () => ({ params: component }) },
  listAssetTypes: nothing,
  listLifecycleModels: nothing,
  openApi: nothing,
};

/** The transition that brings a thing of a type into being, with its facts. */
function creationOf(type: string, model: string): object {
  if (type === 'managed-service') {
    return {
      transition: 'consider',
      facts: { 'request.requirements': 'support' },
    };
  }
  if (type === 'cloud-database') {
    return { attributes: { engine: 'postgres' } };
  }
  return {
    transition: 'plan',
    facts: {
      'model.catalogueEntry': model,
      'plan.quantityAndDate': '1 by summer',
      'plan.budgetLine': 'B-1',
      'request.requirements': 'to work with',
      'licence.parameters': 'one user',
    },
  };
}
