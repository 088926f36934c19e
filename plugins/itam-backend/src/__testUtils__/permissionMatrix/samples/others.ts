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

import { bulkRoutes, viewRoutes } from '@itam/plugin-itam-common';
import {
  missing,
  nothing,
  ofAsset,
  prepared,
  Sample,
  SampleGround,
  withBody,
} from './sample';

const related = { type: 'supports', toEntityRef: 'component:default/shop' };

const content = { filter: {}, sort: 'name', columns: [] };

/** A view a service keeps for itself. */
async function aView(ground: SampleGround): Promise<{ id: string }> {
  const { id } = await prepared(ground, viewRoutes.createView, {
    body: { name: `view ${ground.n}`, content },
  });
  return { id };
}

/** A bulk run of a service, on the asset of the sample. */
async function aRun(ground: SampleGround): Promise<{ id: string }> {
  const { id } = await prepared(ground, bulkRoutes.bulkChangeAssets, {
    body: {
      selection: { ids: [ground.asset.id] },
      change: { patch: { description: `run ${ground.n}` } },
    },
  });
  await ground.portal.outcomeOfRun(id);
  return { id };
}

/** What became of the row of the sample, once its run has ended. */
async function outcomeOf(
  { portal }: SampleGround,
  run: { id?: string },
): Promise<string> {
  return run.id ? portal.outcomeOfRun(run.id) : 'none';
}

export const otherSamples: Record<string, Sample> = {
  listCosts: { ask: () => ({ query: { groupBy: 'month' } }) },
  assetCosts: ofAsset,
  listCharges: nothing,
  listStatements: nothing,
  listFxRates: nothing,
  importFxRates: {
    ask: () => ({
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': 'rates.csv',
      },
      body: 'date,from,to,rate\n2026-01-31,USD,EUR,0.9\n',
    }),
  },

  listSources: nothing,
  getSource: missing(),
  listSourceDocuments: missing(),
  listRuns: missing(),
  startRun: missing({
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': 'a.tfstate',
    },
    body: '{}',
  }),
  getRun: missing(),
  listRunRejects: missing(),
  releaseRun: missing({ body: { decision: 'cancel' } }),

  listRelationKinds: nothing,
  assetRelations: ofAsset,
  addRelation: withBody(related),
  endRelation: {
    async ask({ portal, asset }) {
      return {
        params: { id: asset.tag },
        body: await portal.aRelation(asset, related),
      };
    },
  },
  assetMap: ofAsset,
  assetImpact: ofAsset,

  getAssetType: { ask: () => ({ params: { id: 'laptop' } }) },
  getLifecycleModel: { ask: () => ({ params: { id: 'end-user-device' } }) },
  moveStatuses: {
    ask: () => ({
      params: { id: 'end-user-device' },
      query: { dryRun: 'true' },
      body: { statuses: { 'no-longer': 'in-stock' } },
    }),
  },
  getPolicies: nothing,

  listViews: nothing,
  createView: {
    ask: ({ n }) => ({ body: { name: `view ${n}`, content } }),
  },
  // the view of somebody else, who did not share it
  updateView: {
    ask: async ground => ({
      params: await aView(ground),
      headers: { 'if-match': '"1"' },
      body: { name: `renamed ${ground.n}` },
    }),
  },
  deleteView: {
    ask: async ground => ({ params: await aView(ground) }),
  },

  bulkChangeAssets: {
    ask: ({ asset, n }) => ({
      body: {
        selection: { ids: [asset.id] },
        change: { patch: { description: `in bulk ${n}` } },
      },
    }),
    done: async ({ body }, ground) =>
      (await outcomeOf(ground, body)) === 'updated',
  },
  previewImport: {
    ask: () => ({
      headers: { 'x-file-name': 'assets.csv', 'content-type': 'text/csv' },
      body: 'tag,name\nX-1,one\n',
    }),
  },
  importAssets: {
    ask: ({ asset, n }) => ({
      query: { mode: 'upsert' },
      headers: { 'x-file-name': 'assets.csv', 'content-type': 'text/csv' },
      body: `tag,description\n${asset.tag},imported ${n}\n`,
    }),
    done: async ({ body }, ground) =>
      (await outcomeOf(ground, body)) === 'updated',
  },
  exportAssets: nothing,
  listBulkRuns: nothing,
  getBulkRun: { ask: async ground => ({ params: await aRun(ground) }) },
  listBulkRows: { ask: async ground => ({ params: await aRun(ground) }) },
  // it has ended when it is asked for: too late to cancel, not to undo
  cancelBulkRun: {
    ask: async ground => ({ params: await aRun(ground) }),
    answers: 409,
  },
  undoBulkRun: {
    ask: async ground => ({ params: await aRun(ground), body: {} }),
  },
  listImportMappings: nothing,
  saveImportMapping: {
    ask: ({ n }) => ({
      params: { name: `mapping-${n}` },
      body: { columns: { Tag: 'tag' } },
    }),
  },
  deleteImportMapping: missing({ params: { name: 'missing' } }),
};
