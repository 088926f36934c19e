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
import type {
  AssetCustody,
  Assignment,
  HeldAsset,
  MySummary,
  Transfer,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { Granted } from '../http';
import type { AssetAccess, Page, PageQuery } from '../register';
import { AssetDesk, CustodyRights, heldBack } from './AssetDesk';
import { slotOf } from './AssignmentBook';
import type { CustodyCaller } from './claims';
import type { Parties } from './Parties';
import {
  HeldQuery,
  listHeld,
  listOfAsset,
  mapped,
  openOfAsset,
} from './sql/assignmentLists';
import { loadMyFigures, ownedSince } from './sql/figures';

/** Loans that end within so many days are due. */
const DUE_DAYS = 7;

/** What {@link CustodyService} stands on. */
export interface CustodyServiceOptions {
  knex: Knex;
  desk: AssetDesk;
  parties: Parties;
  /** The transfer an asset is in, and how much is said against its record. */
  pending: {
    transferOf(
      assetId: string,
      caller: CustodyCaller,
      move: Granted,
    ): Promise<Transfer | undefined>;
    openDiscrepancies(assetId: string): Promise<number>;
  };
  now?: () => Date;
}

/** Tells who owns, keeps and uses what. */
export class CustodyService {
  readonly #options: CustodyServiceOptions;
  readonly #now: () => Date;

  constructor(options: CustodyServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** Who owns, keeps and uses an asset. */
  async custody(
    idOrTag: string,
    caller: CustodyCaller,
    rights: CustodyRights & { resolve: Granted },
  ): Promise<AssetCustody> {
    const { knex, desk, parties, pending } = this.#options;
    const state = await desk.see(idOrTag, rights.read);
    const [stored, transfer, openDiscrepancies, since, mayMove, mayResolve] =
      await Promise.all([
        openOfAsset(knex, state.id, this.#today()),
        pending.transferOf(state.id, caller, rights.move),
        pending.openDiscrepancies(state.id),
        ownedSince(knex, state.id),
        desk.may(state.id, rights.move),
        desk.may(state.id, rights.resolve),
      ]);
    const known = await parties.of([
      state.owner,
      state.custodian,
      state.consumer,
      ...stored.map(({ holder }) => holder),
    ]);
    const sinceOf = (ref: string | undefined, slot: string) =>
      stored.find(({ holder, kind }) => holder === ref && slotOf(kind) === slot)
        ?.from;
    const party = (ref: string | undefined, from: string | undefined) =>
      ref === undefined ? undefined : { ...known(ref), since: from };
    const open = stored.map(assignment => withHolder(assignment, known));
    const mayAccept = open.some(
      ({ holder, acceptedAt }) => !acceptedAt && caller.claims.includes(holder),
    );
    return {
      owner: party(state.owner, since),
      legalEntity: state.legalEntity,
      ownership: state.ownership,
      custodian: party(state.custodian, sinceOf(state.custodian, 'custody')),
      consumer: party(state.consumer, sinceOf(state.consumer, 'use')),
      open,
      transfer,
      openDiscrepancies,
      lastVerifiedAt: state.lastVerifiedAt,
      lastVerifiedBy: state.lastVerifiedBy,
      heldBack: heldBack(state),
      allowed: [
        ...(mayMove ? (['assign'] as const) : []),
        ...(mayResolve ? (['resolve'] as const) : []),
        ...(mayAccept ? (['accept'] as const) : []),
      ],
    };
  }

  /** Who kept and who used an asset, newest first. */
  async assignments(
    idOrTag: string,
    page: PageQuery,
    read: AssetAccess,
  ): Promise<Page<Assignment>> {
    const { knex, desk } = this.#options;
    const { id } = await desk.see(idOrTag, read);
    const stored = await listOfAsset(knex, id, page, this.#today());
    return this.#told(stored);
  }

  /**
   * What is open across assets, soonest due first.
   *
   * @throws InputError when neither a holder nor a day narrows it down.
   */
  async held(
    query: HeldQuery,
    caller: CustodyCaller,
    access: AssetAccess,
  ): Promise<Page<HeldAsset>> {
    if (!query.holders && !query.dueBy) {
      throw new InputError(
        'query.holder: name whose assignments, for example me, or a day with dueBy',
      );
    }
    const holders = query.holders?.map(holder =>
      holder === 'me' ? caller.ref : holder.toLocaleLowerCase('en-US'),
    );
    return this.#told(
      await listHeld(
        this.#options.knex,
        { ...query, holders },
        { access, mine: caller.claims, today: this.#today() },
      ),
    );
  }

  /** What somebody and their teams have, in figures. */
  async mine(caller: CustodyCaller, access: AssetAccess): Promise<MySummary> {
    const { knex, parties } = this.#options;
    const { owned, ...figures } = await loadMyFigures(knex, {
      me: caller.ref,
      mine: caller.claims,
      access,
      dueBy: this.#today(DUE_DAYS),
    });
    const known = await parties.of(owned.map(({ ref }) => ref));
    return {
      me: caller.ref,
      ...figures,
      owned: owned.map(item => ({ ...item, title: known(item.ref).title })),
    };
  }

  async #told<T extends { holder: string }>(
    page: Page<T>,
  ): Promise<Page<T & Pick<Assignment, 'holderTitle' | 'holderGone'>>> {
    const known = await this.#options.parties.of(
      page.items.map(({ holder }) => holder),
    );
    return mapped(page, item => withHolder(item, known));
  }

  #today(days: number = 0): string {
    const moment = this.#now().getTime() + days * 24 * 60 * 60_000;
    return new Date(moment).toISOString().slice(0, 10);
  }
}

/** With what the catalog says of the holder. */
export function withHolder<T extends { holder: string }>(
  item: T,
  known: (ref: string) => { title?: string; gone: boolean },
): T & Pick<Assignment, 'holderTitle' | 'holderGone'> {
  const { title, gone } = known(item.holder);
  return { ...item, holderTitle: title, holderGone: gone };
}
