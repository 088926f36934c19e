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

import {
  AssetChange,
  AssetState,
  AssetType,
  AssetTypeLibrary,
  ImportOptions,
  keyId,
  LifecycleLibrary,
  RecordCodes,
  RowProblem,
  spelling,
} from '@itam/plugin-itam-common';
import type { AssetCategory } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { newId } from '../../database';
import type { PermittedAssets } from '../../register/access';
import type { KnownEntities } from '../../register/patch';
import type { Register } from '../../register/Register';
import type { KnownRecords } from '../../records';
import type { TableRow } from '../reading/Table';
import type { BulkRights } from '../runs/BulkRunStore';
import { PlannedRow, rejectedRow } from '../runs/plan';
import { idsOfTags } from '../sql/selectAssets';
import { recordCodes } from '../exporting/recordCodes';
import {
  collectWords,
  statusNamed,
  WantedFacts,
  wantedFacts,
} from './changeOfRow';
import type { PlannedColumn } from './ColumnPlan';
import { LookedUp, People } from './LookedUp';
import { Matcher, RowIdentity } from './Matcher';
import { readFacts, SaidFacts } from './readFacts';
import { refuseForeign } from './refuseForeign';
import { Words } from './words';

/** Gives out tags in blocks. */
export interface TagBlocks {
  allocate(category: AssetCategory, count: number): Promise<string[]>;
}

/** What importing stands on. */
export interface ImportGround {
  knex: Knex;
  register: Register;
  permitted: PermittedAssets;
  types: AssetTypeLibrary;
  models: LifecycleLibrary;
  entities: KnownEntities;
  people: People;
  records: KnownRecords;
  tags: TagBlocks;
}

/** A row, the asset it is about, and what it says. */
interface ReadRow {
  row: TableRow;
  identity: RowIdentity;
  state?: AssetState;
  type: AssetType;
  said: SaidFacts;
  /** Why it cannot have the serial or the keys, if it brings them. */
  contested: RowProblem[];
}

/** Makes changes of assets out of the rows of a file, batch by batch. */
export class AssetImport {
  readonly #ground: ImportGround;
  readonly #options: ImportOptions;
  readonly #columns: PlannedColumn[];
  readonly #rights: BulkRights;
  readonly #actor: string;
  readonly #runId: string;
  readonly #matcher: Matcher;
  readonly #typesByName: Map<string, AssetType>;

  constructor(options: {
    ground: ImportGround;
    options: ImportOptions;
    columns: PlannedColumn[];
    rights: BulkRights;
    actor: string;
    runId: string;
  }) {
    this.#ground = options.ground;
    this.#options = options.options;
    this.#columns = options.columns;
    this.#rights = options.rights;
    this.#actor = options.actor;
    this.#runId = options.runId;
    this.#matcher = new Matcher({
      ...options.ground,
      mode: options.options.mode,
      columns: options.columns,
    });
    this.#typesByName = typeNames(options.ground.types);
  }

  /** A row that was done before the run was taken up again. */
  remember(row: TableRow): void {
    if (!row.problem) {
      this.#matcher.identityOf(row);
    }
  }

  /** A row that was done before was about this asset. */
  rememberAsset(assetId: string, row: number): void {
    this.#matcher.rememberAsset(assetId, row);
  }

  /** What the rows of a batch want. */
  async plan(rows: TableRow[]): Promise<PlannedRow[]> {
    const planned = new Map<TableRow, PlannedRow>();
    const read = await this.#read(rows, planned);
    const words = new Words();
    read.forEach(({ said }) => collectWords(said, words));
    const found = await LookedUp.of(words, {
      ...this.#ground,
      findAssets: names => this.#findAssets(names, rows),
    });
    for (const item of read) {
      planned.set(item.row, this.#planOf(item, found));
    }
    const all = await refuseForeign(
      rows.flatMap(row => planned.get(row) ?? []),
      { ...this.#ground, rights: this.#rights },
    );
    await this.#tag(all);
    return all;
  }

  async #read(
    rows: TableRow[],
    planned: Map<TableRow, PlannedRow>,
  ): Promise<ReadRow[]> {
    const readable = rows.filter(row => {
      if (row.problem !== undefined) {
        planned.set(row, rejectedRow(at(row), { reason: row.problem }));
      }
      return row.problem === undefined;
    });
    const identities = readable.map(row => this.#matcher.identityOf(row));
    const matches = await this.#matcher.match(
      readable.map(({ row }, index) => ({ row, identity: identities[index] })),
    );
    const ids = matches.flatMap(({ assetId }) => assetId ?? []);
    const states = await this.#ground.register.states(ids);
    const { update } = this.#rights;
    const mine =
      update === 'none'
        ? new Set<string>()
        : await this.#ground.permitted.within(ids, update);
    const codes = await this.#codes([...states.values()]);
    const read: ReadRow[] = [];
    readable.forEach((row, index) => {
      const identity = identities[index];
      const { assetId, problem, contested } = matches[index];
      const state = assetId === undefined ? undefined : states.get(assetId);
      const reject = (...problems: RowProblem[]) =>
        planned.set(
          row,
          rejectedRow(
            {
              ...at(row),
              assetId,
              tag: state?.tag ?? identity.tag,
              versionBefore: state?.version,
            },
            ...problems,
          ),
        );
      if (identity.problems.length > 0 || problem) {
        reject(...identity.problems, ...(problem ? [problem] : []));
        return;
      }
      if (assetId !== undefined && !mine.has(assetId)) {
        reject({
          reason:
            'you may not change this asset; ask its owner, or leave the row out',
        });
        return;
      }
      const type = this.#typeOf(identity, state);
      if ('reason' in type) {
        reject({ field: this.#headerOf('type'), reason: type.reason });
        return;
      }
      const said = readFacts({
        row,
        columns: this.#columns,
        type,
        state,
        blank: this.#options.blank,
        codes,
      });
      read.push({
        row,
        identity,
        state,
        type,
        said,
        contested: [...identity.contested, ...(contested ? [contested] : [])],
      });
    });
    return read;
  }

  #typeOf(
    { type: word }: RowIdentity,
    state: AssetState | undefined,
  ): AssetType | { reason: string } {
    const name = word ?? this.#options.type;
    const type =
      name === undefined ? undefined : this.#typesByName.get(spelling(name));
    if (name !== undefined && !type) {
      return {
        reason: `there is no asset type '${name}'; use one of the types in force, such as laptop or server`,
      };
    }
    if (!state) {
      return (
        type ?? {
          reason:
            'needed to register an asset; add a column type, or set the option type',
        }
      );
    }
    return type && word !== undefined && type.id !== state.type
      ? {
          reason: `the asset is a ${state.type}; its type is not changed by an import`,
        }
      : this.#ground.types.get(state.type);
  }

  #planOf(item: ReadRow, found: LookedUp): PlannedRow {
    const { row, state, type, identity, said } = item;
    const model = this.#ground.models.get(type.lifecycleModel);
    const wanted = wantedFacts({ said, state, type, model, found });
    const keys = newKeys(identity, state, wanted);
    const place = {
      ...at(row),
      assetId: state?.id,
      tag: state?.tag ?? identity.tag,
      versionBefore: state?.version,
    };
    if (!state && wanted.facts.name === undefined) {
      wanted.problems.push({
        field: this.#headerOf('name'),
        reason: 'needed to register an asset; give it a name',
      });
    }
    if (!state && !this.#rights.create) {
      wanted.problems.push({
        reason: 'the permission itam.asset.create is needed to register it',
      });
    }
    const brings = ['serial', 'manufacturer', 'keys'].some(
      field => field in wanted.changes,
    );
    if (brings || !state) {
      wanted.problems.push(...item.contested);
    }
    const status = this.#options.status ?? '';
    if (!state && status && !wanted.facts.status) {
      const known = statusNamed(model, status);
      if (known === undefined) {
        wanted.problems.push({
          field: 'status',
          reason: `'${status}' is not a status of ${
            model.title
          }; use one of ${Object.keys(model.statuses).join(', ')}`,
        });
      } else {
        wanted.facts.status = known;
        wanted.changes.status = { to: known };
      }
    }
    if (wanted.problems.length > 0) {
      return rejectedRow(place, ...wanted.problems);
    }
    if (!state) {
      return this.#registered(item, wanted, keys);
    }
    if (Object.keys(wanted.changes).length === 0) {
      return { ...place, apply: [], changes: {}, problems: [] };
    }
    return {
      ...place,
      problems: [],
      changes: wanted.changes,
      apply: [
        {
          assetId: state.id,
          change: {
            ...this.#change(wanted, keys),
            expectedVersion: state.version,
          },
        },
      ],
    };
  }

  #registered(
    { row, identity, type }: ReadRow,
    wanted: WantedFacts,
    keys: AssetChange['keys'],
  ): PlannedRow {
    return {
      ...at(row),
      tag: identity.tag,
      creates: true,
      problems: [],
      changes: { type: { to: type.id }, ...wanted.changes },
      apply: [
        {
          assetId: newId(),
          change: {
            ...this.#change(wanted, keys),
            type: type.id,
            tag: identity.tag,
          },
        },
      ],
    };
  }

  #change(
    { facts, relations }: WantedFacts,
    keys: AssetChange['keys'],
  ): AssetChange {
    return {
      origin: { kind: 'person', ref: this.#actor, runId: this.#runId },
      action: 'import',
      facts,
      relations,
      keys,
      reason: this.#options.reason,
    };
  }

  /** Rows that register something get the next tags of their category. */
  async #tag(rows: PlannedRow[]): Promise<void> {
    const waiting = new Map<AssetCategory, PlannedRow[]>();
    for (const row of rows) {
      const [registration] = row.apply;
      if (row.creates && registration && !registration.change.tag) {
        const { category } = this.#ground.types.get(
          registration.change.type ?? '',
        );
        waiting.set(category, [...(waiting.get(category) ?? []), row]);
      }
    }
    for (const [category, of] of [...waiting].sort()) {
      const tags = this.#options.dryRun
        ? of.map(() => `dry-${newId()}`)
        : await this.#ground.tags.allocate(category, of.length);
      of.forEach((row, index) => {
        row.apply[0].change.tag = tags[index];
      });
    }
  }

  /** Assets there are, and those that earlier rows of the file bring. */
  async #findAssets(names: string[], rows: TableRow[]): Promise<Set<string>> {
    const byTag = await idsOfTags(this.#ground.knex, names);
    const byId = await this.#ground.register.states(names);
    const first = rows[0].row;
    return new Set([
      ...byTag.keys(),
      ...byId.keys(),
      ...names.filter(name => this.#matcher.brings(name, first)),
    ]);
  }

  #codes(states: AssetState[]): Promise<RecordCodes> {
    return recordCodes(this.#ground.records, states);
  }

  #headerOf(to: string): string {
    return this.#columns.find(column => column.to === to)?.header ?? to;
  }
}

function at({ row }: TableRow) {
  return { row, position: String(row) };
}

/** Keys the asset has not got yet. */
function newKeys(
  { keys }: RowIdentity,
  state: AssetState | undefined,
  wanted: WantedFacts,
): AssetChange['keys'] {
  const known = new Set(state?.keys.map(keyId));
  const added = keys.filter(key => !known.has(keyId(key)));
  if (added.length > 0) {
    wanted.changes.keys = {
      to: added.map(({ type, value }) => `${type}=${value}`),
    };
  }
  return added.length > 0 ? added : undefined;
}

/** Types by id and title, also in the plural. */
function typeNames(types: AssetTypeLibrary): Map<string, AssetType> {
  const names = new Map<string, AssetType>();
  for (const type of types.list()) {
    for (const word of [`${type.id}s`, `${type.title}s`]) {
      names.set(spelling(word), type);
    }
  }
  for (const type of types.list()) {
    names.set(spelling(type.title), type);
  }
  for (const type of types.list()) {
    names.set(spelling(type.id), type);
  }
  return names;
}
