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

import type {
  AssetType,
  AssetTypeItem,
  LifecycleModel,
  LifecycleModelItem,
} from '@itam/plugin-itam-common';
import { decodeCursor, encodeCursor } from '../database';
import type { Page, PageQuery } from './AssetStore';

/** An asset type as the interface shows it. */
export function typeItem(type: AssetType): AssetTypeItem {
  return {
    id: type.id,
    title: type.title,
    category: type.category,
    unit: type.unit,
    lifecycleModel: type.lifecycleModel,
    attributes: type.attributes.map(
      ({ name, kind, unit, required, multi }) => ({
        name,
        kind,
        unit,
        required,
        multi,
      }),
    ),
  };
}

/** A lifecycle model as the interface draws it. */
export function modelItem(model: LifecycleModel): LifecycleModelItem {
  return {
    id: model.id,
    version: model.version,
    title: model.title,
    statuses: Object.entries(model.statuses).map(([id, status]) => ({
      id,
      title: status.title,
      stage: status.stage,
      terminal: status.terminal,
    })),
    transitions: model.transitions.map(({ id, title, from, to }) => ({
      id,
      title,
      from,
      to,
    })),
  };
}

/** A page of a library held in memory, in the order of the ids. */
export function pageOfLibrary<T extends { id: string }>(
  items: T[],
  page: PageQuery,
): Page<T> {
  const last = page.cursor && String(decodeCursor(page.cursor, 1)[0]);
  const rest = [...items]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .filter(({ id }) => !last || id > last);
  const shown = rest.slice(0, page.limit);
  return rest.length > shown.length
    ? { items: shown, nextCursor: encodeCursor([shown[shown.length - 1].id]) }
    : { items: shown };
}
