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

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { AssetDesk } from '../AssetDesk';
import { assetOutputs, newAssetInputs } from './inputs';
import { registerNewAsset } from './newAsset';

/** `itam:asset:request`: a planned asset that carries the facts of a request. */
export function requestAction(desk: AssetDesk) {
  return createTemplateAction({
    id: 'itam:asset:request',
    description:
      'Requests an IT asset: registers it as planned, with what is needed, for whom, why and from which budget. Approval and order follow in the register.',
    supportsDryRun: true,
    schema: {
      input: {
        type: z => z.string().describe('The asset type, such as laptop'),
        name: z =>
          z
            .string()
            .optional()
            .describe('Otherwise the type and for whom it is'),
        reason: z => z.string().describe('What it is needed for'),
        neededBy: z =>
          z.string().describe('The day it has to be there, YYYY-MM-DD'),
        quantity: z =>
          z
            .number()
            .int()
            .min(1)
            .optional()
            .describe('How many, otherwise one; a request stands for all'),
        budget: z => z.string().describe('The budget line that pays for it'),
        amount: z =>
          z
            .object({
              amount: z.string().describe('Such as 1649.00'),
              currency: z.string().describe('Such as EUR'),
            })
            .optional()
            .describe('What the budget line has for it'),
        ...newAssetInputs,
        transition: z =>
          z
            .string()
            .optional()
            .describe('The transition that makes it planned, otherwise plan'),
      },
      output: assetOutputs,
    },
    async handler(context) {
      const {
        model,
        reason,
        neededBy,
        quantity = 1,
        budget,
        amount,
        transition = 'plan',
        facts,
        ...asset
      } = context.input;
      const requester = context.user?.ref;
      const receiver = asset.consumer ?? requester ?? asset.owner;
      await registerNewAsset(
        desk,
        {
          ...asset,
          name: asset.name ?? [asset.type, receiver].join(' for '),
          modelId: model,
          transition,
          reason,
          facts: {
            'plan.quantityAndDate': {
              quantity,
              neededBy,
              ...(receiver && { for: receiver }),
            },
            'plan.budgetLine': amount ? { id: budget, amount } : budget,
            'request.requirements': reason,
            ...facts,
          },
        },
        context,
      );
    },
  });
}
