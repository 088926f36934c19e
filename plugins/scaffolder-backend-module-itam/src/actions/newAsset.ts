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

import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { assetPath } from '@itam/plugin-itam-common';
import type { AssetDesk, NewAsset } from '../AssetDesk';

/** What templates learn of an asset. */
export interface AssetOutput extends JsonObject {
  tag: string;
  assetId: string;
  status: string;
  path: string;
}

/**
 * Registers an asset and tells the template of it. A dry run checks the type
 * and says what would be registered.
 */
export async function registerNewAsset<TInput extends JsonObject>(
  desk: AssetDesk,
  asset: NewAsset,
  context: ActionContext<TInput, AssetOutput>,
): Promise<void> {
  const { logger, isDryRun, signal } = context;
  const call = { signal, credentials: await context.getInitiatorCredentials() };
  if (isDryRun) {
    await desk.checkType(asset.type, call);
    logger.info(`Would register: ${JSON.stringify(asset)}`);
    context.output('tag', 'DRY-RUN');
    context.output('assetId', 'dry-run');
    context.output('status', 'planned');
    context.output('path', assetPath('DRY-RUN'));
    return;
  }
  const { tag, id, status } = await desk.register(asset, call);
  logger.info(`Registered ${asset.name} as ${tag}, ${status}`);
  context.output('tag', tag);
  context.output('assetId', id);
  context.output('status', status);
  context.output('path', assetPath(tag));
}
