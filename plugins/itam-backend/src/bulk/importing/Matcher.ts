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
  AssetKey,
  isStrongKey,
  keyId,
  normaliseKey,
  readText,
  RowProblem,
  splitList,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { isId } from '../../database';
import type { Register } from '../../register/Register';
import { idsOfTags } from '../sql/selectAssets';
import type { TableRow } from '../reading/Table';
import type { PlannedColumn } from './ColumnPlan';

/** How a row names its asset. */
export interface RowIdentity {
  id?: string;
  tag?: string;
  type?: string;
  keys: AssetKey[];
  /** The serial among the keys. */
  serial?: AssetKey;
  problems: RowProblem[];
  /** Counts only if the row brings the serial or the keys. */
  contested: RowProblem[];
}

/** Which asset a row is about: one, none yet, or it cannot be told. */
export interface Match {
  assetId?: string;
  problem?: RowProblem;
  /** Counts only if the row brings the serial or the keys. */
  contested?: RowProblem;
}

/** Finds the asset of each row, and sees to it that no two rows have the same. */
export class Matcher {
  readonly #knex: Knex;
  readonly #register: Register;
  readonly #mode: 'create' | 'update' | 'upsert';
  readonly #columns: Map<string, PlannedColumn>;
  /** What identified a row before: its row. */
  readonly #seen = new Map<string, number>();
  /** Assets rows before were about: their rows. */
  readonly #matched = new Map<string, number>();

  constructor(options: {
    knex: Knex;
    register: Register;
    mode: 'create' | 'update' | 'upsert';
    columns: PlannedColumn[];
  }) {
    this.#knex = options.knex;
    this.#register = options.register;
    this.#mode = options.mode;
    this.#columns = new Map(
      [...options.columns].reverse().map(column => [column.to, column]),
    );
  }

  /** How a row names its asset; the row is remembered. */
  identityOf(row: TableRow): RowIdentity {
    const identity: RowIdentity = {
      id: this.#text(row, 'id'),
      tag: this.#text(row, 'tag'),
      type: this.#text(row, 'type'),
      keys: [],
      problems: [],
      contested: [],
    };
    const serial = this.#text(row, 'serial');
    if (serial) {
      identity.serial = normaliseKey(
        { type: 'serial', value: serial },
        { manufacturer: this.#text(row, 'manufacturer') },
      );
    }
    this.#readKeys(row, identity);
    if (identity.tag && identity.tag.length > 63) {
      identity.problems.push({
        field: this.#columns.get('tag')?.header,
        reason: 'a tag has at most 63 characters',
      });
    }
    this.#remember(row, identity);
    return identity;
  }

  /** Whether an earlier row brings an asset of this tag. */
  brings(tag: string, before: number): boolean {
    const row = this.#seen.get(`tag|${tag}`);
    return row !== undefined && row < before;
  }

  /** A row that was done before was about this asset. */
  rememberAsset(assetId: string, row: number): void {
    this.#matched.set(assetId, row);
  }

  /** The asset each row is about; no two rows are about the same. */
  async match(
    rows: Array<{ row: number; identity: RowIdentity }>,
  ): Promise<Match[]> {
    const matches = await this.#match(rows.map(({ identity }) => identity));
    return matches.map((match, index) => {
      if (match.assetId === undefined) {
        return match;
      }
      const { row } = rows[index];
      const earlier = this.#matched.get(match.assetId);
      if (earlier === undefined) {
        this.#matched.set(match.assetId, row);
        return match;
      }
      return {
        assetId: match.assetId,
        problem: {
          reason: `row ${earlier} of the file is about the same asset`,
        },
      };
    });
  }

  async #match(identities: RowIdentity[]): Promise<Match[]> {
    const ids = new Set(
      identities.flatMap(({ id }) => (id && isId(id) ? [id] : [])),
    );
    const present = await this.#register.states([...ids]);
    const byTag = await idsOfTags(this.#knex, [
      ...new Set(identities.flatMap(({ tag }) => tag ?? [])),
    ]);
    const byKey = await this.#register.identify(
      identities.flatMap(({ keys, serial }) => [
        ...keys,
        ...(serial ? [serial] : []),
      ]),
    );
    return identities.map(identity => {
      if (identity.problems.length > 0) {
        return {};
      }
      const holders = new Map<string, AssetKey>();
      for (const key of strongKeys(identity)) {
        byKey.get(keyId(key))?.forEach(holder => holders.set(holder, key));
      }
      return this.#matchOf(identity, {
        tagOfId:
          identity.id === undefined ? undefined : present.get(identity.id)?.tag,
        byTag: identity.tag === undefined ? undefined : byTag.get(identity.tag),
        holders,
      });
    });
  }

  #matchOf(
    { id, tag }: RowIdentity,
    known: {
      tagOfId: string | undefined;
      byTag: string | undefined;
      holders: Map<string, AssetKey>;
    },
  ): Match {
    if (this.#mode === 'create') {
      return this.#mustBeNew(tag, known);
    }
    if (id !== undefined && known.tagOfId !== undefined) {
      return tag !== undefined && tag !== known.tagOfId
        ? this.#problem(
            'tag',
            `the asset is tagged ${known.tagOfId}; a tag is not changed by an import`,
          )
        : this.#unlessHeld(id, known.holders);
    }
    if (id !== undefined && this.#mode === 'update') {
      return this.#problem('id', `there is no asset ${id}`);
    }
    if (known.byTag !== undefined) {
      return this.#unlessHeld(known.byTag, known.holders);
    }
    const holders = [...known.holders.keys()];
    if (holders.length > 1) {
      return this.#problem(
        'serial',
        'its serial and keys belong to several assets; give the tag or id of one',
      );
    }
    if (holders.length === 1 && tag === undefined) {
      return { assetId: holders[0] };
    }
    if (holders.length === 1) {
      return this.#held(known.holders);
    }
    return this.#mode === 'update'
      ? {
          problem: {
            field: this.#columns.get(tag === undefined ? 'serial' : 'tag')
              ?.header,
            reason:
              tag === undefined
                ? 'the register has no such asset; give its id, tag, serial or a key'
                : `there is no asset ${tag}`,
          },
        }
      : {};
  }

  #mustBeNew(
    tag: string | undefined,
    known: { byTag: string | undefined; holders: Map<string, AssetKey> },
  ): Match {
    if (known.byTag !== undefined) {
      return this.#problem(
        'tag',
        `${tag} belongs to another asset; use mode=update or mode=upsert to change it`,
      );
    }
    return known.holders.size > 0 ? this.#held(known.holders) : {};
  }

  /** A serial or key of somebody else is not taken away from it. */
  #unlessHeld(assetId: string, holders: Map<string, AssetKey>): Match {
    const others = new Map(
      [...holders].filter(([holder]) => holder !== assetId),
    );
    return {
      assetId,
      ...(others.size > 0 && { contested: this.#held(others).problem }),
    };
  }

  #held(holders: Map<string, AssetKey>): Match {
    const [[, key]] = holders;
    return this.#problem(
      key.type === 'serial' ? 'serial' : 'keys',
      `${key.type} ${key.value} belongs to another asset`,
    );
  }

  #problem(field: string, reason: string): Match {
    return { problem: { field: this.#columns.get(field)?.header, reason } };
  }

  #text(row: TableRow, to: string): string | undefined {
    const column = this.#columns.get(to);
    const cell = column && row.cells[column.index];
    const text = cell ? readText(cell).text : '';
    return (
      (text && column?.values.get(text.toLowerCase())) || text || undefined
    );
  }

  #readKeys(row: TableRow, identity: RowIdentity): void {
    const column = this.#columns.get('keys');
    for (const word of splitList(this.#text(row, 'keys') ?? '')) {
      const [, type, value] = /^([a-z][a-z0-9-]{0,63})=(.+)$/s.exec(word) ?? [];
      const key = type ? normaliseKey({ type, value }) : undefined;
      if (key) {
        identity.keys.push(key);
      } else {
        identity.problems.push({
          field: column?.header,
          reason: `'${word}' is no key; write type=value, for example provider-id=arn:aws:…`,
        });
      }
    }
  }

  #remember(row: TableRow, identity: RowIdentity): void {
    // a serial may stand among the keys too: each mark once
    const marks = new Map<string, string>();
    if (identity.id) {
      marks.set(`id|${identity.id}`, 'id');
    }
    if (identity.tag) {
      marks.set(`tag|${identity.tag}`, 'tag');
    }
    for (const key of strongKeys(identity)) {
      marks.set(`key|${keyId(key)}`, key.type === 'serial' ? 'serial' : 'keys');
    }
    for (const [mark, field] of marks) {
      const earlier = this.#seen.get(mark);
      if (earlier !== undefined && earlier !== row.row) {
        const named = identity.id ?? identity.tag;
        const soft = named !== undefined && mark.startsWith('key|');
        (soft ? identity.contested : identity.problems).push({
          field: this.#columns.get(field)?.header,
          reason: `row ${earlier} of the file has the same`,
        });
      } else {
        this.#seen.set(mark, row.row);
      }
    }
  }
}

function strongKeys({ keys, serial }: RowIdentity): AssetKey[] {
  return [...keys, ...(serial ? [serial] : [])].filter(({ type }) =>
    isStrongKey(type),
  );
}
