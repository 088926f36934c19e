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

import type { RelationDefinition } from './relationRule';

/** What assets can serve. */
const served = ['component', 'system', 'domain', 'api', 'resource', 'group'];

/** Kinds of relation every register has. */
export const builtInRelations: RelationDefinition[] = [
  {
    type: 'supports',
    title: 'supports',
    inverseTitle: 'supported by',
    toEntities: served,
    failure: 'forward',
  },
  {
    type: 'part-of',
    title: 'part of',
    inverseTitle: 'has part',
    to: {},
    acyclic: true,
    single: true,
    failure: 'backward',
    rollUp: true,
  },
  {
    type: 'runs-on',
    title: 'runs on',
    inverseTitle: 'carries',
    from: { categories: ['software', 'service', 'cloud', 'code', 'data'] },
    to: { categories: ['hardware', 'network', 'cloud', 'software', 'service'] },
    acyclic: true,
    failure: 'backward',
  },
  {
    type: 'installed-on',
    title: 'installed on',
    inverseTitle: 'has installed',
    from: { categories: ['software'], types: ['credential'] },
    to: { categories: ['hardware', 'network', 'cloud'] },
    acyclic: true,
    failure: 'backward',
  },
  {
    type: 'depends-on',
    title: 'depends on',
    inverseTitle: 'needed by',
    to: {},
    failure: 'backward',
  },
  {
    type: 'provisioned-by',
    title: 'provisioned by',
    inverseTitle: 'provisions',
    to: { types: ['iac-stack'] },
    acyclic: true,
    failure: 'none',
  },
  {
    type: 'covered-by',
    title: 'covered by',
    inverseTitle: 'covers',
    to: {
      models: ['contract', 'service'],
      types: ['maintenance-entitlement'],
    },
    failure: 'none',
  },
  {
    type: 'licensed-by',
    title: 'licensed by',
    inverseTitle: 'licenses',
    to: { categories: ['licence'] },
    failure: 'none',
  },
];
