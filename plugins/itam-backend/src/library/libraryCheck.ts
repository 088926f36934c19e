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

import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  AssetTypeLibrary,
  canonicalJson,
  LifecycleLibrary,
  LifecycleModel,
} from '@itam/plugin-itam-common';
import type { LibraryStore, StatusCount } from './LibraryStore';

/**
 * Refuses a library in which the version of a model is not what it was: what
 * assets went through has to stay explicable.
 *
 * @throws InputError naming the model and what to do.
 */
export async function refuseChangedVersions(
  models: LifecycleLibrary,
  options: { store: LibraryStore; now: string },
): Promise<void> {
  const present = models
    .list()
    .flatMap(({ id }) => models.versions(id))
    .map(model => ({
      modelId: model.id,
      version: model.version,
      hash: hashOf(model),
      firstSeenAt: options.now,
    }));
  const seen = new Map(
    (await options.store.remember(present)).map(version => [
      `${version.modelId} ${version.version}`,
      version,
    ]),
  );
  for (const { modelId, version, hash } of present) {
    const first = seen.get(`${modelId} ${version}`);
    if (first && first.hash !== hash) {
      const newest = models.get(modelId).version;
      throw new InputError(
        `lifecycle model '${modelId}': version ${version} is not what it was when it was first used on ${first.firstSeenAt.slice(
          0,
          10,
        )}; a version never changes, so put it back as it was and give the changed model version ${
          newest + 1
        }`,
      );
    }
  }
}

/**
 * Refuses a library without a type or status assets still have.
 *
 * @throws InputError naming type and status, the number of assets, and what to
 * do.
 */
export function refuseVanished(
  counts: StatusCount[],
  library: { types: AssetTypeLibrary; models: LifecycleLibrary },
): void {
  const { types, models } = library;
  const perType = new Map<string, number>();
  counts.forEach(({ type, assets }) =>
    perType.set(type, (perType.get(type) ?? 0) + assets),
  );
  for (const [id, assets] of perType) {
    if (!types.find(id)) {
      throw new InputError(
        `asset type '${id}' is gone from the library but ${have(
          assets,
        )} it; put it back into itam.assetTypes, or into the module it came from`,
      );
    }
  }
  for (const { type, status, assets } of counts) {
    const modelId = types.get(type).lifecycleModel;
    if (!models.withStatus(modelId, status)) {
      throw new InputError(
        `status '${status}' is gone from the lifecycle model '${modelId}' but ${have(
          assets,
        )} it (type ${type}); put back the version that had it, or say in itam.lifecycleMigrations which status they get: { model: ${modelId}, statuses: { ${status}: <new status> } }`,
      );
    }
  }
}

function have(assets: number): string {
  return assets === 1 ? '1 asset has' : `${assets} assets have`;
}

/** What a version does; how its parts are called may be improved. */
function hashOf(model: LifecycleModel): string {
  const statuses = Object.entries(model.statuses).map(([id, status]) => [
    id,
    { stage: status.stage, terminal: status.terminal },
  ]);
  const transitions = model.transitions.map(
    ({ title: _, ...transition }) => transition,
  );
  const { title: _, ...rest } = model;
  return createHash('sha256')
    .update(
      canonicalJson({
        ...rest,
        statuses: Object.fromEntries(statuses),
        transitions,
      }),
    )
    .digest('hex');
}
