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

/** `itam:asset:register`: a new asset in the register. */
export function registerAction(desk: AssetDesk) {
  return createTemplateAction({
    id: 'itam:asset:register',
    description:
      'Registers an IT asset in the name of whoever runs the template.',
    supportsDryRun: true,
    schema: {
      input: {
        type: z => z.string().describe('The asset type, such as server'),
        name: z => z.string(),
        ...newAssetInputs,
        tag: z =>
          z
            .string()
            .optional()
            .describe('A tag of its own; otherwise it gets the next number'),
        manufacturer: z => z.string().optional(),
        serial: z => z.string().optional(),
        transition: z =>
          z
            .string()
            .optional()
            .describe(
              'The transition that brings it into being; otherwise the first that may',
            ),
        to: z =>
          z
            .string()
            .optional()
            .describe('The status, where the transition leaves a choice'),
        reason: z => z.string().optional().describe('For its history'),
      },
      output: assetOutputs,
    },
    async handler(context) {
      const { model, ...asset } = context.input;
      await registerNewAsset(desk, { ...asset, modelId: model }, context);
    },
  });
}
