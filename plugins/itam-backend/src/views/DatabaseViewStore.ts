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

import { ConflictError } from '@backstage/errors';
import { viewContentSchema } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  afterCursor,
  allOf,
  fromJson,
  isOneOf,
  orderBy,
  pageOf,
  rowsOf,
  sql,
} from '../database';
import type { PageQuery } from '../register/AssetStore';
import type { StoredView, ViewStore, ViewWrite } from './ViewStore';

interface ViewRow {
  id: string;
  owner_ref: string;
  name: string;
  name_sort: string;
  content: unknown;
  version: number;
  updated_at: string;
}

/** Keeps views in SQL. */
export class DatabaseViewStore implements ViewStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async list(person: string, page: PageQuery) {
    const order = { columns: ['v.name_sort', 'v.id'] };
    const rest = afterCursor(order, page.cursor);
    const rows = await rowsOf<ViewRow>(
      this.#knex,
      sql`SELECT v.* FROM saved_views v
          WHERE ${allOf([
            isOneOf(this.#knex, 'v.owner_ref', [person, '']),
            ...(rest ? [rest] : []),
          ])}
          ${orderBy(order)} LIMIT ${page.limit + 1}`,
    );
    const { items, nextCursor } = pageOf(rows, page.limit, row => [
      row.name_sort,
      row.id,
    ]);
    return { items: items.map(viewOf), nextCursor };
  }

  async find(id: string) {
    const [row] = await rowsOf<ViewRow>(
      this.#knex,
      sql`SELECT * FROM saved_views WHERE id = ${id}`,
    );
    return row && viewOf(row);
  }

  async insert(view: ViewWrite) {
    await this.#freeName(view);
    await this.#knex('saved_views').insert(rowOf(view));
  }

  async update(view: ViewWrite) {
    await this.#freeName(view);
    const touched = await this.#knex('saved_views')
      .where({ id: view.id, version: view.version - 1 })
      .update(rowOf(view));
    return touched > 0;
  }

  async remove(id: string) {
    await this.#knex('saved_views').where({ id }).delete();
  }

  async #freeName({ id, owner, name }: ViewWrite): Promise<void> {
    const [taken] = await rowsOf<{ id: string }>(
      this.#knex,
      sql`SELECT id FROM saved_views
          WHERE owner_ref = ${owner} AND name_sort = ${name.toLowerCase()}
            AND id <> ${id}`,
    );
    if (taken) {
      throw new ConflictError(
        `body.name: there is a view '${name}' already; choose another name`,
      );
    }
  }
}

function rowOf(view: ViewWrite) {
  return {
    id: view.id,
    owner_ref: view.owner,
    name: view.name,
    name_sort: view.name.toLowerCase(),
    content: JSON.stringify(view.content),
    version: view.version,
    updated_at: view.now,
    updated_by: view.by,
  };
}

function viewOf(row: ViewRow): StoredView {
  return {
    id: row.id,
    owner: row.owner_ref,
    name: row.name,
    content: viewContentSchema.parse(
      typeof row.content === 'string' ? fromJson(row.content) : row.content,
    ),
    version: row.version,
    updatedAt: row.updated_at,
  };
}
