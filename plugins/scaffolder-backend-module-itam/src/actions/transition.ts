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
import { assetPath } from '@itam/plugin-itam-common';
import type { AssetDesk } from '../AssetDesk';
import { assetOutputs } from './inputs';

/** `itam:asset:transition`: a step in the life of an asset. */
export function transitionAction(desk: AssetDesk) {
  return createTemplateAction({
    id: 'itam:asset:transition',
    description:
      'Moves an IT asset through its lifecycle, in the name of whoever runs the template. A dry run asks the register whether it would.',
    supportsDryRun: true,
    schema: {
      input: {
        asset: z => z.string().describe('The tag or id of the asset'),
        transition: z => z.string().describe('Such as deploy or retire'),
        to: z =>
          z
            .string()
            .optional()
            .describe('The status, where the transition leaves a choice'),
        reason: z => z.string().optional().describe('For its history'),
        facts: z =>
          z
            .record(z.any())
            .optional()
            .describe('Facts the transition asks for, by name'),
        evidence: z =>
          z
            .array(z.object({ doc: z.string(), url: z.string() }))
            .optional()
            .describe('Documents that prove it, as links'),
        force: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Does it although something stands in the way; listed for review',
            ),
        effectiveAt: z =>
          z
            .string()
            .optional()
            .describe('When it happened or is to happen, if not now'),
      },
      output: {
        ...assetOutputs,
        stage: z => z.string(),
        outcome: z => z.string().describe('done, planned or would'),
      },
    },
    async handler(context) {
      const { asset, ...request } = context.input;
      const result = await desk.transition(
        asset,
        { ...request, ...(context.isDryRun && { dryRun: true }) },
        {
          signal: context.signal,
          credentials: await context.getInitiatorCredentials(),
        },
      );
      const { tag, status, stage, outcome } = result;
      context.logger.info(`${request.transition} of ${tag}: ${outcome}`);
      context.output('tag', tag);
      context.output('assetId', result.assetId);
      context.output('status', status);
      context.output('stage', stage);
      context.output('outcome', outcome);
      context.output('path', assetPath(tag));
    },
  });
}
