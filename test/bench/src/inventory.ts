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

import { createBackendModule } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  AssetSource,
  itamSourcesExtensionPoint,
  SourceDocument,
} from '@itam/plugin-itam-node';
import { cloudResource, services, teams } from './cloudResources';

/** The rules that read team, service and environment from the tags. */
export const ownershipRules = [
  { match: { tag: 'team' }, then: { owner: 'group:default/{{value}}' } },
  {
    match: { tag: 'service' },
    then: { supports: 'component:default/{{value}}' },
  },
];

/** The inventory of an estate: one document with all its resources. */
class Inventory implements AssetSource {
  readonly locations = ['inventory.json'];
  readonly revision = '1';
  readonly #size: number;
  readonly #fingerprint: string;

  constructor(options: { size: number; fingerprint: string }) {
    this.#size = options.size;
    this.#fingerprint = options.fingerprint;
  }

  async *read(): AsyncIterable<SourceDocument> {
    const size = this.#size;
    yield {
      scope: 'inventory.json',
      fingerprint: this.#fingerprint,
      async *things() {
        for (let n = 0; n < size; n++) {
          yield cloudResource(n);
        }
      },
    };
  }
}

/** The kind `inventory`: `size` resources, read under a `fingerprint`. */
export const inventoryModule = createBackendModule({
  pluginId: 'itam',
  moduleId: 'bench-inventory',
  register(env) {
    env.registerInit({
      deps: { sources: itamSourcesExtensionPoint },
      async init({ sources }) {
        sources.addSourceKind({
          kind: 'inventory',
          title: 'Inventory',
          create: ({ config }) =>
            new Inventory({
              size: config.getNumber('size'),
              fingerprint: config.getString('fingerprint'),
            }),
        });
      },
    });
  },
});

/** Somebody who does things. */
export const person = 'user:default/ann';

/** The catalog the tags refer to. */
export function catalogEntities(): Entity[] {
  return [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'ann', namespace: 'default' },
      spec: { memberOf: [] },
    },
    ...teams.map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default' },
      spec: { type: 'team', children: [] },
    })),
    ...services.map((name, index) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, namespace: 'default' },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: `group:default/${teams[index % teams.length]}`,
      },
      relations: [
        {
          type: 'ownedBy',
          targetRef: `group:default/${teams[index % teams.length]}`,
        },
      ],
    })),
  ];
}
