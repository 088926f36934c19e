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

import { AssetDetail, AssetPatch } from '@itam/plugin-itam-common';

/** Fields that are emptied by an empty list. */
const lists = ['supports'];

/** The value an asset has at a path of its form. */
export function assetValue(asset: AssetDetail, path: string): unknown {
  const [first, ...rest] = path.split('.');
  const name = rest.join('.');
  switch (first) {
    case 'attributes':
      return asset.attributes[name];
    case 'dates':
      return asset.dates?.[name];
    default:
      return Reflect.get(asset, first);
  }
}

/** The values of an asset by the paths of its form. */
export function assetValues(
  asset: AssetDetail,
  paths: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(paths.map(path => [path, assetValue(asset, path)]));
}

/** Values by path, as the API takes them: `attributes` and `dates` nested. */
export function nested(
  values: Record<string, unknown>,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const attributes: Record<string, unknown> = {};
  const dates: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    if (path.startsWith('attributes.')) {
      attributes[path.slice('attributes.'.length)] = value;
    } else if (path.startsWith('dates.')) {
      dates[path.slice('dates.'.length)] = value;
    } else {
      result[path] = value;
    }
  }
  return {
    ...result,
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(Object.keys(dates).length > 0 && { dates }),
  };
}

/**
 * What was changed; nothing if it was not. Only changed fields are sent,
 * because a field a person sends is locked against sources.
 */
export function assetPatch(options: {
  changed: readonly string[];
  values: Record<string, unknown>;
  reason?: string;
}): AssetPatch | undefined {
  const { changed, values } = options;
  if (changed.length === 0) {
    return undefined;
  }
  const reason = options.reason?.trim();
  return {
    ...nested(
      Object.fromEntries(
        changed.map(path => [
          path,
          values[path] ?? (lists.includes(path) ? [] : null),
        ]),
      ),
    ),
    ...(reason && { reason }),
  };
}
