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
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  assetFactsSchema,
  AssetState,
  Discrepancy,
  DiscrepancyClass,
  ResolutionRequest,
  StatementRequest,
  StatementResult,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { Granted } from '../http';
import type { AssetAccess, Page, Register } from '../register';
import { hideFacts } from '../register/fieldAccess';
import type { AssetDesk } from './AssetDesk';
import type { AssignmentBook } from './AssignmentBook';
import type { CustodyCaller } from './claims';
import type {
  DiscrepancyQuery,
  DiscrepancyStore,
  FoundDiscrepancy,
  StoredDiscrepancy,
} from './DiscrepancyStore';

/** What {@link StatementService} stands on. */
export interface StatementServiceOptions {
  knex: Knex;
  desk: AssetDesk;
  register: Register;
  book: AssignmentBook;
  store: DiscrepancyStore;
  now?: () => Date;
}

/** Fields that say whose an asset is. */
const holderFields = ['consumer', 'custodian', 'owner'] as const;

/** What is wrong when a field is wrong; everything else is a mismatch. */
const classOfField: Record<string, DiscrepancyClass> = {
  consumer: 'wrong-holder',
  custodian: 'wrong-holder',
  location: 'misplaced',
  status: 'status-mismatch',
};

/** What only those who may see costs are told. */
const hiddenFields = ['purchaseCost'];

/** Attempts to note that somebody looked, while others write. */
const ATTEMPTS = 3;

/** What anyone who sees an asset says about it, and what becomes of it. */
export class StatementService {
  readonly #options: StatementServiceOptions;
  readonly #now: () => Date;

  constructor(options: StatementServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Takes a statement: what is right is verified by it, what is wrong becomes a
   * discrepancy.
   *
   * @throws InputError when it makes no sense of this asset.
   */
  async take(
    idOrTag: string,
    statement: StatementRequest,
    caller: CustodyCaller,
    rights: { read: AssetAccess; resolve: Granted },
  ): Promise<StatementResult> {
    const state = await this.#options.desk.see(idOrTag, rights.read);
    const wrong = await this.#wrong(state, statement, caller);
    if (!wrong) {
      return this.#verify(state, statement, caller);
    }
    return { discrepancy: await this.#open(wrong, rights.resolve) };
  }

  async list(
    query: Omit<DiscrepancyQuery, 'classes' | 'assetId'> & {
      class?: string[];
      asset?: string;
    },
    rights: { read: AssetAccess; resolve: Granted },
  ): Promise<Page<Discrepancy>> {
    const { desk, store } = this.#options;
    const { class: classes, asset, ...others } = query;
    const page = await store.list(
      {
        ...others,
        classes,
        assetId: asset && (await desk.see(asset, rights.read)).id,
      },
      rights.read,
    );
    const resolvable = await desk.within(
      page.items.map(({ assetId }) => assetId),
      rights.resolve,
    );
    return {
      ...page,
      items: page.items.map(item =>
        withRights(item, resolvable.has(item.assetId)),
      ),
    };
  }

  /**
   * Closes a discrepancy.
   *
   * @throws ConflictError when it is closed already.
   */
  async resolve(
    id: string,
    request: ResolutionRequest,
    caller: CustodyCaller,
    rights: { read: Granted; resolve: Granted },
  ): Promise<Discrepancy> {
    const { store, desk } = this.#options;
    const present = await store.find(id);
    if (!present || !(await desk.may(present.assetId, rights.read))) {
      throw new NotFoundError(`there is no discrepancy ${id}`);
    }
    if (!(await desk.may(present.assetId, rights.resolve))) {
      throw new NotAllowedError(
        `you may see the asset ${present.tag} but not change it; ask whoever keeps it`,
      );
    }
    const closed = await store.close(id, {
      ...request,
      at: this.#now().toISOString(),
      by: caller.ref,
    });
    if (!closed) {
      throw new ConflictError('somebody closed this discrepancy already');
    }
    return withRights((await store.find(id)) ?? present, false);
  }

  /** What a statement says is wrong; undefined if all is right. */
  async #wrong(
    state: AssetState,
    { says, field, observed, note }: StatementRequest,
    caller: CustodyCaller,
  ): Promise<FoundDiscrepancy | undefined> {
    const common = {
      assetId: state.id,
      note: note || undefined,
      openedBy: caller.ref,
    };
    const mine = await this.#mine(state, caller);
    switch (says) {
      case 'right':
        return undefined;
      case 'have-it':
        return mine.some(role => role !== 'owner')
          ? undefined
          : {
              ...common,
              class: 'wrong-holder',
              field: 'consumer',
              registered: state.consumer,
              observed: caller.ref,
            };
      case 'not-mine': {
        const [role] = mine;
        if (!role) {
          throw new InputError(
            `body.says: the register does not say that ${state.tag} is yours; say 'wrong' if something else is not right`,
          );
        }
        return {
          ...common,
          class: 'wrong-holder',
          field: role,
          registered: role === 'consumer' ? caller.ref : state[role],
          observed,
        };
      }
      default:
        return {
          ...common,
          class: classOfField[field ?? ''] ?? 'mismatch',
          field,
          registered: registeredValue(state, field),
          observed,
        };
    }
  }

  /** The parts the register says the caller has in the asset. */
  async #mine(
    state: AssetState,
    { claims }: CustodyCaller,
  ): Promise<Array<(typeof holderFields)[number]>> {
    const open = (await this.#options.book.openOf([state.id])).get(state.id);
    const shares = (open ?? []).some(
      ({ kind, holder }) => kind !== 'custodian' && claims.includes(holder),
    );
    return holderFields.filter(
      field =>
        (field === 'consumer' && shares) || claims.includes(state[field] ?? ''),
    );
  }

  async #verify(
    state: AssetState,
    { says, note }: StatementRequest,
    caller: CustodyCaller,
  ): Promise<StatementResult> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const [{ version }] = await this.#options.register.apply({
          changes: [
            {
              assetId: state.id,
              change: {
                origin: { kind: 'person', ref: caller.ref },
                action: 'verify',
                facts: {},
                verified: true,
                beside: { statement: { to: says } },
                reason: note || undefined,
              },
            },
          ],
        });
        return { version, verifiedAt: this.#now().toISOString() };
      } catch (error) {
        if (!(error instanceof ConflictError) || attempt === ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  async #open(
    found: FoundDiscrepancy,
    resolve: Granted,
  ): Promise<Discrepancy | undefined> {
    const { knex, store, desk } = this.#options;
    await knex.transaction(transaction =>
      store.open(transaction, [found], this.#now().toISOString()),
    );
    const stored = await store.openBy(found);
    return stored && withRights(stored, await desk.may(found.assetId, resolve));
  }
}

function withRights(
  discrepancy: StoredDiscrepancy,
  mayResolve: boolean,
): Discrepancy {
  return {
    ...discrepancy,
    allowed: mayResolve && discrepancy.state === 'open' ? ['resolve'] : [],
  };
}

/** @throws InputError when no asset has such a field. */
function registeredValue(
  state: AssetState,
  field: string | undefined,
): unknown {
  if (field === undefined) {
    return undefined;
  }
  if (field.startsWith('attributes.')) {
    const name = field.slice('attributes.'.length);
    // a discrepancy is seen by whoever sees the asset
    return hideFacts(state.attributes, { costs: false })[name];
  }
  if (field === 'supports') {
    return state.relations.flatMap(({ type, toEntityRef }) =>
      type === 'supports' ? toEntityRef ?? [] : [],
    );
  }
  if (!(field in assetFactsSchema.shape)) {
    throw new InputError(
      `body.field: assets have no field '${field}'; name one such as location, or leave it out`,
    );
  }
  return hiddenFields.includes(field) ? undefined : Reflect.get(state, field);
}
