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
import type {
  AssetState,
  CustodyOutcome,
  Transfer,
  TransferRequest,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { newId } from '../database';
import type { Granted } from '../http';
import type { Notifier } from '../portal/Notifier';
import type { AssetAccess, Page, Register, RegisterChange } from '../register';
import {
  AssetDesk,
  CustodyRights,
  heldBack,
  refuseProblems,
} from './AssetDesk';
import type { CustodyCaller } from './claims';
import { applyEach, WantedOfSeveral } from './eachOf';
import type { Parties } from './Parties';
import type {
  AskedTransfer,
  StoredTransfer,
  TransferQuery,
  TransferStore,
} from './TransferStore';

/** What {@link TransferService} stands on. */
export interface TransferServiceOptions {
  knex: Knex;
  desk: AssetDesk;
  register: Register;
  store: TransferStore;
  parties: Parties;
  notifier: Notifier;
  /** The id of a legal entity named by id or code, if there is one. */
  legalEntity(idOrCode: string): Promise<string | undefined>;
  now?: () => Date;
}

/** Hands assets to another team, which has to accept them. */
export class TransferService {
  readonly #options: TransferServiceOptions;
  readonly #now: () => Date;

  constructor(options: TransferServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Offers one asset.
   *
   * @throws InputError naming the field that will not do, ConflictError when it
   * is on its way already.
   */
  async offer(
    idOrTag: string,
    request: TransferRequest,
    caller: CustodyCaller,
    rights: CustodyRights,
  ): Promise<Transfer> {
    const state = await this.#options.desk.move(idOrTag, rights);
    const [outcome] = await this.#offer([state], request, caller);
    if (outcome.outcome === 'refused') {
      throw new ConflictError(
        `the asset ${state.tag} cannot be transferred: ${outcome.reason}`,
      );
    }
    const stored = (await this.#options.store.openOf([state.id])).get(state.id);
    if (!stored) {
      throw new ConflictError(`the transfer of ${state.tag} is over already`);
    }
    return this.#told(stored, caller, true);
  }

  /** Offers several assets, each on its own: one refusal stops no other. */
  async offerSeveral(
    assetIds: string[],
    request: TransferRequest,
    caller: CustodyCaller,
    rights: CustodyRights,
  ): Promise<CustodyOutcome[]> {
    const { desk } = this.#options;
    const ids = [...new Set(assetIds)];
    const [seen, movable, states] = await Promise.all([
      desk.within(ids, rights.read),
      desk.within(ids, rights.move),
      desk.states(ids),
    ]);
    const refused = ids.flatMap((assetId): CustodyOutcome[] => {
      if (!seen.has(assetId) || !states.has(assetId)) {
        return [
          { assetId, outcome: 'refused', reason: 'there is no such asset' },
        ];
      }
      return movable.has(assetId)
        ? []
        : [
            {
              assetId,
              tag: states.get(assetId)?.tag,
              outcome: 'refused',
              reason: 'you may see it but not hand it on',
            },
          ];
    });
    const stopped = new Set(refused.map(({ assetId }) => assetId));
    const offered = await this.#offer(
      ids.flatMap(id => (stopped.has(id) ? [] : states.get(id) ?? [])),
      request,
      caller,
    );
    const outcomes = new Map(
      [...refused, ...offered].map(outcome => [outcome.assetId, outcome]),
    );
    return ids.flatMap(id => outcomes.get(id) ?? []);
  }

  /** The receiving team takes the asset over. */
  async accept(
    id: string,
    request: { custodian?: string; note?: string },
    caller: CustodyCaller,
  ): Promise<Transfer> {
    const { desk, register, parties } = this.#options;
    const transfer = await this.#toAnswer(id, caller);
    const state = (await desk.states([transfer.assetId])).get(transfer.assetId);
    if (!state || (state.owner ?? '') !== (transfer.fromOwner ?? '')) {
      throw new ConflictError(
        'the asset changed its owner since it was offered; have it offered again',
      );
    }
    const reason = heldBack(state);
    if (reason) {
      throw new ConflictError(`${state.tag} cannot change hands: ${reason}`);
    }
    const custodian =
      request.custodian === undefined
        ? transfer.toCustodian
        : await parties.require('custodian', request.custodian, [
            'user',
            'group',
          ]);
    await register.apply({
      changes: [
        {
          assetId: state.id,
          change: {
            origin: { kind: 'person', ref: caller.ref },
            action: 'assign',
            facts: {
              owner: transfer.toOwner,
              ...(custodian && { custodian }),
              ...(transfer.legalEntity && {
                legalEntity: transfer.legalEntity,
              }),
            },
            beside: {
              transfer: {
                from: { state: 'open', askedBy: transfer.askedBy },
                to: { state: 'accepted' },
              },
            },
            reason: transfer.reason,
            expectedVersion: state.version,
          },
        },
      ],
      alongside: async (transaction, [{ problems }]) => {
        refuseProblems(problems);
        await this.#answer(transaction, transfer, 'accepted', caller, request);
      },
    });
    return this.#answered(transfer, caller, true);
  }

  /** The receiving team leaves it where it is. */
  async decline(
    id: string,
    request: { note: string },
    caller: CustodyCaller,
  ): Promise<Transfer> {
    const transfer = await this.#toAnswer(id, caller);
    await this.#close(transfer, 'declined', caller, request);
    return this.#answered(transfer, caller, false);
  }

  /** Whoever offered it, or may move it, takes the offer back. */
  async withdraw(
    id: string,
    request: { note?: string },
    caller: CustodyCaller,
    rights: CustodyRights,
  ): Promise<Transfer> {
    const { store, desk } = this.#options;
    const transfer = await store.find(id);
    if (!transfer || !(await this.#sees(transfer, caller, rights.read))) {
      throw notFound(id);
    }
    if (
      transfer.askedBy !== caller.ref &&
      !(await desk.may(transfer.assetId, rights.move))
    ) {
      throw new NotAllowedError(
        `${transfer.askedBy} offered ${transfer.tag}; ask them to withdraw it`,
      );
    }
    refuseAnswered(transfer);
    await this.#close(transfer, 'withdrawn', caller, request);
    return this.#told((await store.find(id)) ?? transfer, caller, false);
  }

  async list(
    query: Omit<TransferQuery, 'receivers' | 'askedBy' | 'assetId'> & {
      asset?: string;
      mine?: 'to-accept' | 'asked';
    },
    caller: CustodyCaller,
    rights: { read: AssetAccess; move: Granted },
  ): Promise<Page<Transfer>> {
    const { store, desk } = this.#options;
    const { asset, mine, ...others } = query;
    const page = await store.list(
      {
        ...others,
        assetId: asset && (await desk.see(asset, rights.read)).id,
        receivers: mine === 'to-accept' ? caller.claims : undefined,
        askedBy: mine === 'asked' ? caller.ref : undefined,
      },
      { access: rights.read, mine: caller.claims, me: caller.ref },
    );
    const movable = await desk.within(
      page.items.map(({ assetId }) => assetId),
      rights.move,
    );
    return {
      ...page,
      items: await Promise.all(
        page.items.map(item =>
          this.#told(item, caller, movable.has(item.assetId)),
        ),
      ),
    };
  }

  /** The transfer an asset is in. */
  async transferOf(
    assetId: string,
    caller: CustodyCaller,
    move: Granted,
  ): Promise<Transfer | undefined> {
    const { store, desk } = this.#options;
    const stored = (await store.openOf([assetId])).get(assetId);
    return stored && this.#told(stored, caller, await desk.may(assetId, move));
  }

  async #offer(
    states: AssetState[],
    request: TransferRequest,
    caller: CustodyCaller,
  ): Promise<CustodyOutcome[]> {
    const { register, store } = this.#options;
    const wanted = await this.#wanted(request);
    const onTheWay = await store.openOf(states.map(({ id }) => id));
    const askedAt = this.#now().toISOString();
    const asked = new Map<string, AskedTransfer>();
    const changes: WantedOfSeveral[] = [];
    const refused: CustodyOutcome[] = [];
    for (const state of states) {
      const { id: assetId, tag, name } = state;
      const what = `offered to ${wanted.toOwner}`;
      const reason = whyNot(state, wanted.toOwner, onTheWay.get(assetId));
      if (reason) {
        refused.push({ assetId, tag, name, what, outcome: 'refused', reason });
        continue;
      }
      asked.set(assetId, {
        ...wanted,
        id: newId(),
        assetId,
        fromOwner: state.owner,
        askedAt,
        askedBy: caller.ref,
      });
      changes.push({
        change: changeOf(state, wanted, caller),
        tag,
        name,
        what,
      });
    }
    const made = await applyEach(register, changes, (transaction, batch) =>
      store.add(
        transaction,
        batch.flatMap(({ change }) => asked.get(change.assetId) ?? []),
      ),
    );
    this.#tell(made, wanted, caller);
    return [...refused, ...made];
  }

  async #wanted(request: TransferRequest) {
    const { parties, legalEntity } = this.#options;
    const named = request.legalEntity;
    const entity = named && (await legalEntity(named));
    if (named && !entity) {
      throw new InputError(
        `body.legalEntity: there is no legal entity '${named}'; name one of the records`,
      );
    }
    return {
      toOwner: await parties.require('toOwner', request.toOwner, [
        'group',
        'user',
      ]),
      toCustodian:
        request.toCustodian &&
        (await parties.require('toCustodian', request.toCustodian, [
          'user',
          'group',
        ])),
      legalEntity: entity || undefined,
      reason: request.reason,
    };
  }

  #tell(
    outcomes: CustodyOutcome[],
    { toOwner, toCustodian }: { toOwner: string; toCustodian?: string },
    caller: CustodyCaller,
  ): void {
    for (const { assetId: id, tag, name, outcome } of outcomes) {
      if (outcome === 'done' && tag && name) {
        this.#options.notifier.notify(
          { kind: 'transfer-to-accept', asset: { id, tag, name } },
          {
            recipients: [toOwner, ...(toCustodian ? [toCustodian] : [])],
            except: [caller.ref],
          },
        );
      }
    }
  }

  /** @throws NotFoundError, NotAllowedError or ConflictError when it is not theirs to answer. */
  async #toAnswer(id: string, caller: CustodyCaller): Promise<StoredTransfer> {
    const transfer = await this.#options.store.find(id);
    if (!transfer) {
      throw notFound(id);
    }
    if (!isReceiver(transfer, caller)) {
      throw new NotAllowedError(
        `the transfer waits for ${transfer.toOwner}; only they can answer it`,
      );
    }
    refuseAnswered(transfer);
    return transfer;
  }

  async #sees(
    transfer: StoredTransfer,
    caller: CustodyCaller,
    read: Granted,
  ): Promise<boolean> {
    return (
      transfer.askedBy === caller.ref ||
      isReceiver(transfer, caller) ||
      this.#options.desk.may(transfer.assetId, read)
    );
  }

  /** An answer that changes nothing of the asset leaves a line in its history. */
  async #close(
    transfer: StoredTransfer,
    state: 'declined' | 'withdrawn',
    caller: CustodyCaller,
    request: { note?: string },
  ): Promise<void> {
    await this.#options.register.apply({
      changes: [
        {
          assetId: transfer.assetId,
          change: {
            origin: { kind: 'person', ref: caller.ref },
            action: 'assign',
            facts: {},
            beside: { transfer: { from: { state: 'open' }, to: { state } } },
            reason: request.note || undefined,
          },
        },
      ],
      alongside: transaction =>
        this.#answer(transaction, transfer, state, caller, request),
    });
  }

  async #answer(
    transaction: Knex.Transaction,
    { id, tag }: StoredTransfer,
    state: Exclude<Transfer['state'], 'open'>,
    caller: CustodyCaller,
    { note }: { note?: string },
  ): Promise<void> {
    const wasOpen = await this.#options.store.answer(transaction, {
      ids: [id],
      state,
      at: this.#now().toISOString(),
      by: caller.ref,
      note,
    });
    if (!wasOpen) {
      throw new ConflictError(`the transfer of ${tag} was answered already`);
    }
  }

  async #answered(
    { id, assetId, tag, name, askedBy, ...others }: StoredTransfer,
    caller: CustodyCaller,
    accepted: boolean,
  ): Promise<Transfer> {
    const { store, notifier } = this.#options;
    notifier.notify(
      {
        kind: 'transfer-answered',
        asset: { id: assetId, tag, name },
        accepted,
      },
      { recipients: [askedBy], except: [caller.ref] },
    );
    const stored = await store.find(id);
    return this.#told(
      stored ?? { id, assetId, tag, name, askedBy, ...others },
      caller,
      false,
    );
  }

  async #told(
    transfer: StoredTransfer,
    caller: CustodyCaller,
    mayMove: boolean,
  ): Promise<Transfer> {
    const known = await this.#options.parties.of([
      transfer.fromOwner,
      transfer.toOwner,
    ]);
    const isOpen = transfer.state === 'open';
    return {
      ...transfer,
      fromTitle: transfer.fromOwner && known(transfer.fromOwner).title,
      toTitle: known(transfer.toOwner).title,
      allowed: [
        ...(isOpen && isReceiver(transfer, caller)
          ? (['accept', 'decline'] as const)
          : []),
        ...(isOpen && (mayMove || transfer.askedBy === caller.ref)
          ? (['withdraw'] as const)
          : []),
      ],
    };
  }
}

function isReceiver(
  { toOwner, toCustodian }: StoredTransfer,
  { claims }: CustodyCaller,
): boolean {
  return (
    claims.includes(toOwner) ||
    (toCustodian !== undefined && claims.includes(toCustodian))
  );
}

function whyNot(
  state: AssetState,
  toOwner: string,
  onTheWay: StoredTransfer | undefined,
): string | undefined {
  if (onTheWay) {
    return `it is on its way to ${onTheWay.toOwner}; withdraw that first`;
  }
  return state.owner === toOwner ? `it belongs to ${toOwner}` : heldBack(state);
}

function changeOf(
  state: AssetState,
  { toOwner, toCustodian, legalEntity, reason }: TransferRequest,
  caller: CustodyCaller,
): RegisterChange {
  return {
    assetId: state.id,
    change: {
      origin: { kind: 'person', ref: caller.ref },
      action: 'assign',
      facts: {},
      beside: {
        transfer: {
          to: {
            state: 'open',
            owner: toOwner,
            ...(toCustodian && { custodian: toCustodian }),
            ...(legalEntity && { legalEntity }),
          },
        },
      },
      reason,
      expectedVersion: state.version,
    },
  };
}

function refuseAnswered({ state, tag, answeredBy }: StoredTransfer): void {
  if (state !== 'open') {
    throw new ConflictError(
      `the transfer of ${tag} was ${state} by ${answeredBy}`,
    );
  }
}

function notFound(id: string) {
  return new NotFoundError(`there is no transfer ${id}`);
}
