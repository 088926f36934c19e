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
  AssetField,
  assetField,
  AssetTypeLibrary,
  attributePrefix,
  CellForm,
  ColumnGuesser,
  ColumnReading,
  currencySuffix,
  datePrefix,
  formOfAttribute,
  ImportColumn,
  ImportMapping,
  ImportOptions,
  keyDateKinds,
  SURE,
} from '@itam/plugin-itam-common';

/** A column of a file that goes somewhere. */
export interface PlannedColumn {
  index: number;
  header: string;
  /** A field, `attributes.<name>` or `dates.<kind>`. */
  to: string;
  target: ColumnTarget;
  reading: ColumnReading;
  /** Words of the file in words of the register. */
  values: Map<string, string>;
  /** Of an amount: the column with its currency. */
  currencyIndex?: number;
}

/** What the cells of a column become. */
export type ColumnTarget =
  | { kind: 'field'; field: AssetField }
  | { kind: 'date'; dateKind: string }
  | { kind: 'attribute'; name: string };

/** Fields that several columns may lead to: the first that says something counts. */
const shared = new Set(['owner', 'custodian', 'consumer', 'name']);

/** Fields of a location file, see `locationRows`. */
export const locationFields = [
  'code',
  'name',
  'kind',
  'parent',
  'address',
  'address2',
  'city',
  'state',
  'zip',
  'country',
  'contact',
];

/** Fields of a file of users, which are looked up only. */
export const userFields = ['username', 'email', 'firstName', 'lastName'];

/** Where the columns of a file go. */
export interface ColumnPlan {
  into: ImportMapping['into'];
  columns: PlannedColumn[];
  /** What somebody should know of it. */
  notes: string[];
}

/**
 * Decides where the columns of a file go: what the request says counts, then
 * the mapping, then what the header says by itself.
 *
 * @throws InputError naming each column that cannot be placed.
 */
export function planColumns(options: {
  headers: string[];
  options: ImportOptions;
  mapping?: ImportMapping;
  types: AssetTypeLibrary;
  guesser: ColumnGuesser;
  mayReadCosts: boolean;
}): ColumnPlan {
  const { headers, mapping } = options;
  const into = mapping?.into ?? 'assets';
  const chosen = choose(options);
  const unmapped = headers.filter(header => chosen.get(header) === undefined);
  const lenient = options.options.unmapped ?? mapping?.unmapped ?? 'refuse';
  if (
    unmapped.length > 0 &&
    lenient === 'refuse' &&
    mapping?.unmapped !== 'ignore'
  ) {
    throw new InputError(
      `query.columns: it is not known what ${unmapped
        .map(header => `'${header}'`)
        .join(', ')} ${
        unmapped.length === 1 ? 'is' : 'are'
      }; say so with columns={"${
        unmapped[0]
      }":"<field>"}, leave a column out with null, or all of them with unmapped=ignore`,
    );
  }
  const columns = headers.flatMap((header, index): PlannedColumn[] => {
    const column = chosen.get(header);
    if (!column?.to) {
      return [];
    }
    const target =
      into === 'assets'
        ? targetOf(column.to, header, options.types)
        : plainTarget(column.to, header, into);
    return target === undefined
      ? []
      : [
          {
            index,
            header,
            to: column.to,
            target,
            reading: readingOf(column, options),
            values: new Map(
              Object.entries(column.values ?? {}).map(([word, value]) => [
                word.trim().toLowerCase(),
                value,
              ]),
            ),
          },
        ];
  });
  refuseDoubles(columns);
  refuseCosts(columns, options.mayReadCosts);
  pairCurrencies(columns);
  return { into, columns, notes: notesOf(headers, chosen, columns) };
}

function choose(options: {
  headers: string[];
  options: ImportOptions;
  mapping?: ImportMapping;
  guesser: ColumnGuesser;
}): Map<string, ImportColumn> {
  const chosen = new Map<string, ImportColumn>();
  const given = byKey(options.options.columns);
  const mapped = byKey(options.mapping?.columns ?? {});
  const headers = new Set(options.headers.map(keyOf));
  const stranger = Object.keys(options.options.columns).find(
    header => !headers.has(keyOf(header)),
  );
  if (stranger !== undefined) {
    throw new InputError(
      `query.columns.${stranger}: the file has no such column; it has ${options.headers.join(
        ', ',
      )}`,
    );
  }
  const sure = options.mapping ? 1 : SURE;
  for (const header of options.headers) {
    const key = keyOf(header);
    const guess = options.guesser.guess(header);
    const column =
      given.get(key) ??
      mapped.get(key) ??
      (guess.to !== undefined &&
      guess.confidence >= sure &&
      (options.mapping?.into ?? 'assets') === 'assets'
        ? { to: guess.to }
        : undefined);
    if (column) {
      chosen.set(header, column);
    }
  }
  return chosen;
}

/** What a column leads to; nothing for one that only tells. */
function targetOf(
  to: string,
  header: string,
  types: AssetTypeLibrary,
): ColumnTarget | undefined {
  const field = assetField(to);
  if (field) {
    return field.readOnly ? undefined : { kind: 'field', field };
  }
  if (to.startsWith(datePrefix)) {
    const dateKind = to.slice(datePrefix.length);
    // what an export names may stay as it is
    if (Object.hasOwn(keyDateKinds, dateKind) || header === to) {
      return { kind: 'date', dateKind };
    }
    throw new InputError(
      `query.columns.${header}: there is no kind of key date '${dateKind}'; use one of ${Object.keys(
        keyDateKinds,
      ).join(', ')}`,
    );
  }
  if (to.startsWith(attributePrefix)) {
    const name = to.slice(attributePrefix.length);
    const bare = name.endsWith(currencySuffix)
      ? name.slice(0, -currencySuffix.length)
      : name;
    if (
      header === to ||
      types
        .list()
        .some(type => type.attributes.some(known => known.name === bare))
    ) {
      return { kind: 'attribute', name };
    }
    throw new InputError(
      `query.columns.${header}: no asset type has an attribute '${bare}'`,
    );
  }
  throw new InputError(
    `query.columns.${header}: there is no field '${to}'; use a field such as name or owner, attributes.<name> or dates.<kind>, or null`,
  );
}

function plainTarget(
  to: string,
  header: string,
  into: 'locations' | 'users',
): ColumnTarget {
  const fields = into === 'locations' ? locationFields : userFields;
  if (!fields.includes(to)) {
    throw new InputError(
      `query.columns.${header}: ${into} have no field '${to}'; use one of ${fields.join(
        ', ',
      )}`,
    );
  }
  return { kind: 'field', field: { name: to, form: { kind: 'text' } } };
}

function readingOf(
  column: ImportColumn,
  { options, mapping }: { options: ImportOptions; mapping?: ImportMapping },
): ColumnReading {
  return {
    dateFormat: column.dateFormat ?? options.dateFormat ?? mapping?.dateFormat,
    decimal: column.decimal ?? options.decimal ?? mapping?.decimal,
    currency: column.currency ?? options.currency ?? mapping?.currency,
  };
}

function refuseDoubles(columns: PlannedColumn[]): void {
  const seen = new Map<string, string>();
  for (const { to, header } of columns) {
    const other = seen.get(to);
    if (other !== undefined && !shared.has(to)) {
      throw new InputError(
        `query.columns: '${other}' and '${header}' both go to ${to}; leave one of them out with null`,
      );
    }
    seen.set(to, header);
  }
}

/** Who may not see a cost cannot be told by an import whether it is another one. */
function refuseCosts(columns: PlannedColumn[], mayReadCosts: boolean): void {
  const cost = columns.find(({ to }) => to.startsWith('purchaseCost'));
  if (cost && !mayReadCosts) {
    throw new InputError(
      `query.columns.${cost.header}: the permission itam.cost.read is needed for ${cost.to}; leave the column out with null`,
    );
  }
}

function pairCurrencies(columns: PlannedColumn[]): void {
  const byTarget = new Map(columns.map(column => [column.to, column]));
  for (const column of columns) {
    column.currencyIndex = byTarget.get(`${column.to}${currencySuffix}`)?.index;
  }
}

/** Whether a column only says the currency of another. */
export function isCurrencyColumn({ to }: PlannedColumn): boolean {
  return to.endsWith(currencySuffix);
}

/** The forms the cells of a column can have: attributes differ from type to type. */
export function formsOf(
  column: PlannedColumn,
  types: AssetTypeLibrary,
): CellForm['kind'][] {
  const { target } = column;
  if (target.kind === 'date') {
    return ['date'];
  }
  if (target.kind === 'field') {
    return [target.field.form.kind];
  }
  const kinds = types
    .list()
    .flatMap(({ attributes }) => attributes)
    .filter(({ name, multi }) => name === target.name && !multi)
    .map(attribute => formOfAttribute(attribute).kind);
  return [...new Set(kinds)];
}

function notesOf(
  headers: string[],
  chosen: Map<string, ImportColumn>,
  columns: PlannedColumn[],
): string[] {
  const used = new Set(columns.map(({ header }) => header));
  const left = headers.filter(header => !used.has(header));
  const renamed = columns
    .filter(({ header, to }) => header !== to)
    .map(({ header, to }) => `'${header}' as ${to}`);
  return [
    ...(renamed.length > 0 ? [`Read ${renamed.join(', ')}.`] : []),
    ...(left.length > 0
      ? [
          `Not imported: ${left
            .map(header =>
              chosen.get(header)?.to
                ? `'${header}' (follows from other facts)`
                : `'${header}'`,
            )
            .join(', ')}.`,
        ]
      : []),
  ];
}

function byKey(
  columns: Record<string, ImportColumn>,
): Map<string, ImportColumn> {
  return new Map(
    Object.entries(columns).map(([header, column]) => [keyOf(header), column]),
  );
}

/** A header without what people write differently. */
export function keyOf(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
