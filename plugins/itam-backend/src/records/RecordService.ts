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

import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { canonicalJson, RecordHistoryEntry } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { isId, newId } from '../database';
import { PreconditionFailedError } from '../http/errors';
import { parsePart } from '../http/parse';
import type { RecordProblem, RecordRules } from './RecordRules';
import type {
  Page,
  RecordLine,
  RecordName,
  RecordQuery,
  RecordStore,
  StoredRecord,
} from './RecordStore';

/** Who changes a record, on which version, and why. */
export interface RecordChange {
  actor: string;
  expectedVersion?: number;
  reason?: string;
}

/** Records the configuration gives, each with the path it stands at. */
export interface ConfiguredRecord<F> {
  path: string;
  facts: F;
}

/** How the configuration is named in histories. */
const CONFIG_ACTOR = 'config';

/** Lists, adds, changes and retires the shared records of one kind. */
export class RecordService<F extends RecordName, Item> {
  readonly #store: RecordStore<F>;
  readonly #rules: RecordRules<F, Item>;
  readonly #now: () => Date;

  constructor(options: {
    store: RecordStore<F>;
    rules: RecordRules<F, Item>;
    now?: () => Date;
  }) {
    this.#store = options.store;
    this.#rules = options.rules;
    this.#now = options.now ?? (() => new Date());
  }

  async list(query: RecordQuery): Promise<Page<Item>> {
    const page = await this.#store.list(query);
    return { ...page, items: await this.#rules.items(page.items) };
  }

  /** @throws NotFoundError when there is none of this id or code. */
  async get(idOrCode: string): Promise<Item> {
    return this.#item(await this.#find(idOrCode));
  }

  async history(
    idOrCode: string,
    page: { limit: number; cursor?: string },
  ): Promise<Page<RecordHistoryEntry>> {
    return this.#store.history((await this.#find(idOrCode)).id, page);
  }

  async use(idOrCode: string): Promise<{ assets: number }> {
    const { id, facts } = await this.#find(idOrCode);
    return { assets: await this.#store.use({ id, ...facts }) };
  }

  /** @throws InputError naming each field with a value that is not right. */
  async create(facts: F, change: RecordChange): Promise<Item> {
    const record = await this.#store.write(async transaction =>
      this.#add(transaction, facts, { ...change, at: 'body' }),
    );
    return this.#item(record);
  }

  /**
   * Changes facts; `null` empties one.
   *
   * @throws PreconditionFailedError when the record is at another version,
   * ConflictError when it comes from the configuration, and InputError naming
   * each field with a value that is not right.
   */
  async update(
    idOrCode: string,
    patch: Record<string, unknown>,
    change: RecordChange,
  ): Promise<Item> {
    const record = await this.#store.write(async transaction => {
      const present = await this.#changeable(transaction, idOrCode, change);
      const merged = Object.entries({ ...present.facts, ...patch }).filter(
        ([, value]) => value !== null && value !== undefined,
      );
      const facts = parsePart(
        this.#rules.schema,
        Object.fromEntries(merged),
        'body',
      );
      return this.#change(transaction, present, facts, {
        ...change,
        at: 'body',
      });
    });
    return this.#item(record);
  }

  /**
   * Takes a record out of use.
   *
   * @throws ConflictError when assets still name it.
   */
  async retire(idOrCode: string, change: RecordChange): Promise<Item> {
    const record = await this.#store.write(async transaction => {
      const present = await this.#changeable(transaction, idOrCode, change);
      if (present.retiredAt) {
        return present;
      }
      await this.#refuseIfUsed(transaction, present);
      return this.#put(
        transaction,
        { ...present, retiredAt: this.#now().toISOString() },
        { ...change, action: 'retire', changes: {} },
      );
    });
    return this.#item(record);
  }

  /** Puts a retired record back into use. */
  async reinstate(idOrCode: string, change: RecordChange): Promise<Item> {
    const record = await this.#store.write(async transaction => {
      const present = await this.#changeable(transaction, idOrCode, change);
      if (!present.retiredAt) {
        return present;
      }
      const reason = await this.#rules.whyNotReinstate?.(present, transaction);
      if (reason) {
        throw new ConflictError(reason);
      }
      return this.#put(
        transaction,
        { ...present, retiredAt: undefined },
        { ...change, action: 'reinstate', changes: {} },
      );
    });
    return this.#item(record);
  }

  /**
   * Makes the records the configuration gives what it says; what it no longer
   * gives stays, for people to change.
   *
   * @throws InputError with the path and the reason of a mistake.
   */
  async configure(given: ConfiguredRecord<F>[]): Promise<void> {
    await this.#store.write(async transaction => {
      for (const { path, facts } of given) {
        const [present] = await this.#store.find([facts.code], transaction);
        const change = { actor: CONFIG_ACTOR, at: path, configured: true };
        if (present) {
          await this.#change(transaction, present, facts, change);
        } else {
          await this.#add(transaction, facts, change);
        }
      }
      const codes = new Set(given.map(({ facts }) => lower(facts.code)));
      for (const record of await this.#store.configured(transaction)) {
        if (!codes.has(lower(record.facts.code))) {
          await this.#put(
            transaction,
            { ...record, configured: false },
            {
              actor: CONFIG_ACTOR,
              action: 'update',
              changes: { configured: { from: true, to: false } },
            },
          );
        }
      }
    });
  }

  async #add(
    transaction: Knex.Transaction,
    given: F,
    change: RecordChange & { at: string; configured?: boolean },
  ): Promise<StoredRecord<F>> {
    const { configured = false } = change;
    const facts = await this.#checked(transaction, given, {
      at: change.at,
      trustRefs: configured,
    });
    const now = this.#now().toISOString();
    const record: StoredRecord<F> = {
      id: newId(),
      configured,
      version: 0,
      createdAt: now,
      createdBy: change.actor,
      updatedAt: now,
      updatedBy: change.actor,
      facts,
    };
    return this.#put(transaction, record, {
      ...change,
      action: 'create',
      changes: differences({}, facts),
    });
  }

  async #change(
    transaction: Knex.Transaction,
    present: StoredRecord<F>,
    given: F,
    change: RecordChange & { at: string; configured?: boolean },
  ): Promise<StoredRecord<F>> {
    const { configured = present.configured } = change;
    const facts = await this.#checked(transaction, given, {
      at: change.at,
      record: present,
      trustRefs: configured,
    });
    const changes = {
      ...differences(present.facts, facts),
      ...(configured !== present.configured && {
        configured: { from: present.configured, to: configured },
      }),
    };
    return Object.keys(changes).length === 0
      ? present
      : this.#put(
          transaction,
          { ...present, configured, facts },
          { ...change, action: 'update', changes },
        );
  }

  async #put(
    transaction: Knex.Transaction,
    record: StoredRecord<F>,
    line: RecordLine,
  ): Promise<StoredRecord<F>> {
    const written = {
      ...record,
      version: record.version + 1,
      updatedAt: this.#now().toISOString(),
      updatedBy: line.actor,
    };
    const { action, actor, reason, changes } = line;
    await this.#store.put(transaction, written, {
      action,
      actor,
      reason,
      changes,
    });
    return written;
  }

  async #checked(
    transaction: Knex.Transaction,
    given: F,
    options: { at: string; record?: StoredRecord<F>; trustRefs: boolean },
  ): Promise<F> {
    const { at, record, trustRefs } = options;
    const { facts, problems } = await this.#rules.check(given, {
      transaction,
      record,
      trustRefs,
    });
    const all = [
      ...(await this.#codeProblems(transaction, given, record)),
      ...problems,
    ];
    if (all.length > 0) {
      throw new InputError(
        all.map(({ path, reason }) => `${at}.${path}: ${reason}`).join('; '),
      );
    }
    return facts;
  }

  async #codeProblems(
    transaction: Knex.Transaction,
    { code }: F,
    record: StoredRecord<F> | undefined,
  ): Promise<RecordProblem[]> {
    if (isId(code.toLowerCase())) {
      return [
        { path: 'code', reason: 'looks like an id; choose a shorter one' },
      ];
    }
    const [other] = await this.#store.find([code], transaction);
    return other && other.id !== record?.id
      ? [
          {
            path: 'code',
            reason: `'${other.facts.code}' is the code of ${other.facts.name} already; choose another`,
          },
        ]
      : [];
  }

  async #changeable(
    transaction: Knex.Transaction,
    idOrCode: string,
    change: RecordChange,
  ): Promise<StoredRecord<F>> {
    const record = await this.#find(idOrCode, transaction);
    const { expectedVersion } = change;
    if (record.configured) {
      throw new ConflictError(
        `the ${this.#rules.word} ${
          record.facts.code
        } comes from itam.records in the configuration of the portal; change it there`,
      );
    }
    if (expectedVersion !== undefined && expectedVersion !== record.version) {
      throw new PreconditionFailedError(
        `the ${
          this.#rules.word
        } is no longer at version ${expectedVersion} but at ${
          record.version
        }; read it again and repeat the change`,
      );
    }
    return record;
  }

  async #refuseIfUsed(
    transaction: Knex.Transaction,
    record: StoredRecord<F>,
  ): Promise<void> {
    const { id, facts } = record;
    const assets = await this.#store.use({ id, ...facts }, transaction);
    if (assets > 0) {
      throw new ConflictError(
        `${facts.code} cannot be retired: ${assets} ${
          assets === 1 ? 'asset names' : 'assets name'
        } this ${this.#rules.word}; give ${
          assets === 1 ? 'it' : 'them'
        } another one first`,
      );
    }
    const reason = await this.#rules.whyNotRetire?.(record, transaction);
    if (reason) {
      throw new ConflictError(reason);
    }
  }

  async #find(idOrCode: string, connection?: Knex): Promise<StoredRecord<F>> {
    const found = await this.#store.find([idOrCode], connection);
    if (found.length === 0) {
      throw new NotFoundError(`there is no ${this.#rules.word} ${idOrCode}`);
    }
    return found[0];
  }

  async #item(record: StoredRecord<F>): Promise<Item> {
    const [item] = await this.#rules.items([record]);
    return item;
  }
}

/** What differs, fact by fact, as the history keeps it. */
function differences(
  before: object,
  after: object,
): RecordHistoryEntry['changes'] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...names].flatMap(name => {
      const from: unknown = Reflect.get(before, name);
      const to: unknown = Reflect.get(after, name);
      return canonical(from) === canonical(to) ? [] : [[name, { from, to }]];
    }),
  );
}

function canonical(value: unknown): string | undefined {
  return value === undefined ? undefined : canonicalJson(value);
}

function lower(code: string): string {
  return code.toLowerCase();
}
