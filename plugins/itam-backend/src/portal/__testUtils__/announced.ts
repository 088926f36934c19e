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

import type { AssetState } from '@itam/plugin-itam-common';
import type { AnnouncedChange } from '../../register';

/** A laptop as the register has it. */
export function aLaptop(given: Partial<AssetState> = {}): AssetState {
  return {
    id: 'laptop-1',
    tag: 'HW-000001',
    type: 'laptop',
    category: 'hardware',
    name: 'ThinkPad',
    status: 'in-use',
    stage: 'use',
    attributes: {},
    labels: {},
    keys: [],
    relations: [],
    fields: [],
    version: 2,
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'user:default/ann',
    updatedAt: '2026-03-01T12:00:00.000Z',
    updatedBy: 'user:default/ann',
    ...given,
  };
}

/** What a person has changed of a laptop. */
export function aChange(
  changes: Partial<AssetState>,
  given: Partial<AnnouncedChange> & { of?: Partial<AssetState> } = {},
): AnnouncedChange {
  const { of, ...rest } = given;
  const before = aLaptop(of);
  return {
    before,
    after: { ...before, ...changes, version: before.version + 1 },
    origin: { kind: 'person', ref: 'user:default/ann' },
    fields: Object.keys(changes),
    ...rest,
  };
}

/** That many laptops, each changed in this way. */
export function changesOfMany(
  count: number,
  changes: Partial<AssetState>,
): AnnouncedChange[] {
  return Array.from({ length: count }, (_, index) =>
    aChange(changes, {
      of: {
        id: `laptop-${index}`,
        tag: `HW-${index}`,
        name: `Laptop ${index}`,
      },
    }),
  );
}
