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

import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { refsByName } from '../sql/people';
import type { People } from './LookedUp';

/** Mail addresses asked of the catalog at once. */
const CHUNK = 200;

/** People as the catalog knows them. */
export class CatalogPeople implements People {
  readonly #knex: Knex;
  readonly #catalog: Pick<CatalogService, 'queryEntities'>;
  readonly #auth: AuthService;

  constructor(options: {
    knex: Knex;
    catalog: Pick<CatalogService, 'queryEntities'>;
    auth: AuthService;
  }) {
    this.#knex = options.knex;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  byName(words: string[]): Promise<Map<string, string[]>> {
    return refsByName(this.#knex, words);
  }

  async byMail(mails: string[]): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    const credentials = await this.#auth.getOwnServiceCredentials();
    const wanted = [...new Set(mails)];
    for (let start = 0; start < wanted.length; start += CHUNK) {
      const { items } = await this.#catalog.queryEntities(
        {
          filter: {
            kind: 'user',
            'spec.profile.email': wanted.slice(start, start + CHUNK),
          },
          fields: ['kind', 'metadata', 'spec.profile.email'],
          limit: 2 * CHUNK,
        },
        { credentials },
      );
      for (const entity of items) {
        const profile: unknown = entity.spec?.profile;
        const mail =
          typeof profile === 'object' && profile !== null
            ? String(Reflect.get(profile, 'email')).toLowerCase()
            : '';
        found.set(mail, [
          ...(found.get(mail) ?? []),
          stringifyEntityRef(entity).toLowerCase(),
        ]);
      }
    }
    return found;
  }
}
