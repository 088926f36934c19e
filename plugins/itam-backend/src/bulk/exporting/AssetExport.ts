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

import { InputError } from '@backstage/errors';
import {
  assetField,
  assetFields,
  AssetFilter,
  AssetState,
  AssetTypeLibrary,
  attributePrefix,
  cellTextOf,
  currencySuffix,
  datePrefix,
  StreamedAnswer,
  supportedBy,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { AssetAccess } from '../../register/access';
import type { Register } from '../../register/Register';
import type { KnownRecords } from '../../records';
import {
  AssetScope,
  attributesOf,
  dateKindsOf,
  idsAfter,
  typesOf,
} from '../sql/selectAssets';
import { recordCodes } from './recordCodes';

const PAGE = 1_000;

/** What exporting stands on. */
export interface ExportGround {
  knex: Knex;
  register: Register;
  records: KnownRecords;
  types: AssetTypeLibrary;
}

/** What is exported, for whom. */
export interface ExportRequest {
  format: 'csv' | 'json';
  filter: AssetFilter;
  /** Names of columns; all that have a value if left out. */
  columns?: string[];
  access: AssetAccess;
  mayReadCosts: boolean;
}

/**
 * Writes the assets of a filter as a table, page by page. It has the columns
 * and words an import understands, so that it imports unchanged.
 */
export class AssetExport {
  readonly #ground: ExportGround;

  constructor(ground: ExportGround) {
    this.#ground = ground;
  }

  /** @throws InputError when a column is asked for that there is not. */
  async write(request: ExportRequest): Promise<StreamedAnswer> {
    const scope = { filter: request.filter, access: request.access };
    const columns = request.columns
      ? this.#chosen(request.columns, request)
      : await this.#columnsOf(scope, request);
    const isCsv = request.format === 'csv';
    return {
      mediaType: isCsv ? 'text/csv; charset=utf-8' : 'application/json',
      fileName: `assets.${request.format}`,
      content: isCsv
        ? this.#csv(scope, columns)
        : this.#json(scope, columns, request.mayReadCosts),
    };
  }

  #chosen(names: string[], { mayReadCosts }: ExportRequest): string[] {
    for (const name of names) {
      const known =
        assetField(name) ??
        (name.startsWith(attributePrefix) || name.startsWith(datePrefix));
      if (!known) {
        throw new InputError(
          `query.columns: there is no column '${name}'; use names of fields, attributes.<name> or dates.<kind>`,
        );
      }
      if (!mayReadCosts && isCost(name)) {
        throw new InputError(
          `query.columns: the permission itam.cost.read is needed for ${name}`,
        );
      }
    }
    return names;
  }

  async #columnsOf(
    scope: AssetScope,
    { mayReadCosts }: ExportRequest,
  ): Promise<string[]> {
    const { knex, types } = this.#ground;
    const ids = await typesOf(knex, scope);
    const present = ids.flatMap(id => types.find(id) ?? []);
    const used = new Set(await attributesOf(knex, scope));
    if (present.length === 1) {
      // a table of one type is a form to fill in
      present[0].attributes.forEach(({ name }) => used.add(name));
    }
    const money = new Set(
      present
        .flatMap(({ attributes }) => attributes)
        .filter(({ kind, multi }) => kind === 'money' && !multi)
        .map(({ name }) => name),
    );
    return [
      ...assetFields
        .map(({ name }) => name)
        .filter(name => mayReadCosts || !isCost(name)),
      ...(await dateKindsOf(knex, scope)).map(kind => `${datePrefix}${kind}`),
      ...[...used].sort().flatMap(name => {
        const column = `${attributePrefix}${name}`;
        return money.has(name)
          ? [column, `${column}${currencySuffix}`]
          : column;
      }),
    ];
  }

  async *#csv(scope: AssetScope, columns: string[]): AsyncIterable<string> {
    yield `${columns.map(quoted).join(',')}\r\n`;
    for await (const states of this.#pages(scope)) {
      const context = {
        types: this.#ground.types,
        codes: await recordCodes(this.#ground.records, states),
      };
      yield `${states
        .map(state =>
          columns
            .map(column => quoted(cellTextOf(state, column, context)))
            .join(','),
        )
        .join('\r\n')}\r\n`;
    }
  }

  async *#json(
    scope: AssetScope,
    columns: string[],
    mayReadCosts: boolean,
  ): AsyncIterable<string> {
    const wanted = new Set(columns);
    let before = '[\n';
    for await (const states of this.#pages(scope)) {
      const codes = await recordCodes(this.#ground.records, states);
      const items = states.map(state =>
        JSON.stringify(itemOf(state, { wanted, codes, mayReadCosts })),
      );
      yield `${before}${items.join(',\n')}`;
      before = ',\n';
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  }

  async *#pages(scope: AssetScope): AsyncIterable<AssetState[]> {
    const { knex, register } = this.#ground;
    let after: string | undefined;
    for (;;) {
      const ids = await idsAfter(knex, scope, after, PAGE);
      if (ids.length === 0) {
        return;
      }
      const states = await register.states(ids);
      yield ids.flatMap(id => states.get(id) ?? []);
      after = ids[ids.length - 1];
    }
  }
}

function isCost(name: string): boolean {
  return name.startsWith('purchaseCost');
}

function quoted(cell: string): string {
  return /[",;\t|\r\n]/.test(cell) || cell.trim() !== cell
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}

const recordFields = ['location', 'legalEntity', 'modelId'];

/** An asset in the words of the API, with the fields that are wanted. */
function itemOf(
  state: AssetState,
  options: {
    wanted: Set<string>;
    codes: ReadonlyMap<string, string>;
    mayReadCosts: boolean;
  },
): Record<string, unknown> {
  const { wanted, codes } = options;
  const item: Record<string, unknown> = {};
  for (const { name } of assetFields) {
    if (!wanted.has(name) || name.endsWith(currencySuffix)) {
      continue;
    }
    const value: unknown =
      name === 'supports' ? supportedBy(state) : Reflect.get(state, name);
    if (value !== undefined && !(isCost(name) && !options.mayReadCosts)) {
      item[name] =
        recordFields.includes(name) && typeof value === 'string'
          ? codes.get(value) ?? value
          : value;
    }
  }
  const members = (of: Record<string, unknown>, prefix: string) =>
    Object.fromEntries(
      Object.entries(of).filter(([name]) => wanted.has(`${prefix}${name}`)),
    );
  return {
    ...item,
    ...(state.dates && { dates: members(state.dates, datePrefix) }),
    attributes: members(state.attributes, attributePrefix),
  };
}
