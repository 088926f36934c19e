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
import type {
  AssetChange,
  AssetState,
  Assignment,
  AssignmentRequest,
  ReturnRequest,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { Register } from '../register';
import {
  AssetDesk,
  CustodyRights,
  refuseHeldBack,
  refuseProblems,
} from './AssetDesk';
import { AssignmentBook, slotOf } from './AssignmentBook';
import type { CustodyCaller } from './claims';
import { withHolder } from './CustodyService';
import { factsOfAssignment, giverOf, told, withoutLoan } from './handedFacts';
import type { Parties } from './Parties';
import { findAssignment } from './sql/assignmentLists';

/** What {@link HandOutService} stands on. */
export interface HandOutServiceOptions {
  knex: Knex;
  desk: AssetDesk;
  register: Register;
  book: AssignmentBook;
  parties: Parties;
  now?: () => Date;
}

/** Hands assets out and takes them back. */
export class HandOutService {
  readonly #options: HandOutServiceOptions;
  readonly #now: () => Date;

  constructor(options: HandOutServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Gives an asset to somebody to keep, to use, or on loan.
   *
   * @throws ConflictError when somebody else has it to themselves, InputError
   * naming the field that will not do.
   */
  async assign(
    idOrTag: string,
    request: AssignmentRequest,
    caller: CustodyCaller,
    rights: CustodyRights,
  ): Promise<void> {
    const { desk, book } = this.#options;
    const state = await desk.move(idOrTag, rights);
    const wanted = await this.#wanted(request, state);
    const open = (await book.openOf([state.id])).get(state.id) ?? [];
    const others = open.filter(
      ({ kind, holder }) =>
        slotOf(kind) === slotOf(wanted.kind) && holder !== wanted.holder,
    );
    const present = open.find(
      ({ kind, holder }) =>
        slotOf(kind) === slotOf(wanted.kind) && holder === wanted.holder,
    );
    if (present && present.kind === wanted.kind && !wanted.expectedReturn) {
      throw new ConflictError(
        `${wanted.holder} has the asset ${state.tag} already, since ${present.from}`,
      );
    }
    const inTheWay = wanted.shared
      ? others.filter(({ exclusive }) => exclusive)
      : others;
    if (inTheWay.length > 0 && !request.replace) {
      throw new ConflictError(
        `${inTheWay.map(({ holder }) => holder).join(', ')} has the asset ${
          state.tag
        } since ${
          inTheWay[0].from
        }; take it back first, or say that it is to be replaced`,
      );
    }
    const joins = wanted.shared && others.length > inTheWay.length;
    await this.#options.register.apply({
      changes: [
        {
          assetId: state.id,
          change: {
            ...this.#change(state, caller, wanted),
            facts: factsOfAssignment(state, wanted, joins),
            beside: { assignment: { to: told(wanted) } },
          },
        },
      ],
      alongside: async (transaction, [{ problems }]) => {
        refuseProblems(problems);
        await book.close(
          transaction,
          inTheWay.map(({ assetId, holder }) => ({
            assetId,
            holder,
            slot: slotOf(wanted.kind),
            at: wanted.from,
            by: caller.ref,
          })),
        );
        await book.open(transaction, [
          {
            ...wanted,
            assetId: state.id,
            exclusive: !wanted.shared,
            conditionOut: wanted.condition,
            ...(wanted.policyVersion && {
              acceptedAt: this.#now().toISOString(),
              acceptedBy: caller.ref,
            }),
            by: caller.ref,
          },
        ]);
      },
    });
  }

  /** Takes an asset back from who uses it. */
  async takeBack(
    idOrTag: string,
    request: ReturnRequest,
    caller: CustodyCaller,
    rights: CustodyRights,
  ): Promise<void> {
    const { book, parties, register } = this.#options;
    const state = await this.#returned(idOrTag, request, caller, rights);
    const at = this.#past(request.effectiveAt);
    const custodian =
      request.custodian &&
      (await parties.require('custodian', request.custodian, [
        'user',
        'group',
      ]));
    const uses = ((await book.openOf([state.id])).get(state.id) ?? []).filter(
      ({ kind }) => kind !== 'custodian',
    );
    const given = giverOf(state, uses, request.holder);
    const [next] = uses.filter(({ holder }) => holder !== given);
    await register.apply({
      changes: [
        {
          assetId: state.id,
          change: {
            ...this.#change(state, caller, { ...request, from: at }),
            facts: {
              ...(state.consumer === given && {
                consumer: next?.holder ?? null,
              }),
              ...(custodian && { custodian }),
              ...(request.condition && { condition: request.condition }),
              ...withoutLoan(state),
            },
            beside: {
              assignment: {
                from: given,
                ...(request.condition && { condition: request.condition }),
              },
            },
          },
        },
      ],
      alongside: async (transaction, [{ problems }]) => {
        refuseProblems(problems);
        await book.close(transaction, [
          {
            assetId: state.id,
            slot: 'use',
            holder: given,
            at,
            conditionIn: request.condition,
            note: request.note,
            by: caller.ref,
          },
        ]);
      },
    });
  }

  /** The holder of an asset says that they got it. */
  async accept(
    id: string,
    request: { policyVersion?: string },
    caller: CustodyCaller,
  ): Promise<Assignment> {
    const { knex, register, book } = this.#options;
    const stored = await findAssignment(knex, id, this.#today());
    if (!stored || !caller.claims.includes(stored.holder)) {
      throw new NotFoundError(`nothing with the id ${id} is assigned to you`);
    }
    if (stored.to) {
      throw new ConflictError(`it ended on ${stored.to}`);
    }
    await register.apply({
      changes: [
        {
          assetId: stored.assetId,
          change: {
            origin: { kind: 'person', ref: caller.ref },
            action: 'verify',
            facts: {},
            verified: true,
            beside: { acceptance: { to: stored.holder } },
          },
        },
      ],
      alongside: transaction =>
        book.accept(transaction, {
          ...request,
          id,
          at: this.#now().toISOString(),
          by: caller.ref,
        }),
    });
    const accepted = await findAssignment(knex, id, this.#today());
    const known = await this.#options.parties.of([stored.holder]);
    return withHolder(accepted ?? stored, known);
  }

  /** Who may move it takes it back; who has it may give it back. */
  async #returned(
    idOrTag: string,
    request: ReturnRequest,
    caller: CustodyCaller,
    rights: CustodyRights,
  ): Promise<AssetState> {
    const { desk } = this.#options;
    const state = await desk.see(idOrTag, rights.read);
    const own = request.holder ?? state.consumer;
    if (own && caller.claims.includes(own) && !request.custodian) {
      return state;
    }
    return desk.move(state.id, rights);
  }

  async #wanted(request: AssignmentRequest, state: AssetState) {
    const { parties } = this.#options;
    const { kind, expectedReturn, shared = false } = request;
    if (kind === 'custodian') {
      refuse(shared, 'shared: an asset has one custodian');
      refuse(
        request.service !== undefined,
        'service: a custodian keeps an asset for no service',
      );
    } else {
      refuseHeldBack(state);
    }
    refuse(
      kind === 'loan' && !expectedReturn,
      'expectedReturn: say on which day a loan comes back',
    );
    const from = this.#past(request.effectiveAt);
    refuse(
      expectedReturn !== undefined &&
        expectedReturn < (from ?? this.#now().toISOString()).slice(0, 10),
      'expectedReturn: it cannot come back before it is handed out',
    );
    return {
      kind,
      shared,
      from,
      expectedReturn,
      holder: await parties.require(
        'holder',
        request.holder,
        kind === 'custodian' ? ['user', 'group'] : ['user'],
      ),
      service:
        request.service &&
        (await parties.require('service', request.service, [
          'component',
          'system',
          'api',
          'resource',
          'domain',
        ])),
      condition: request.condition,
      policyVersion: request.policyVersion,
      note: request.note,
    };
  }

  #change(
    state: AssetState,
    caller: CustodyCaller,
    given: { from?: string; note?: string; condition?: string },
  ): Pick<
    AssetChange,
    | 'origin'
    | 'action'
    | 'reason'
    | 'effectiveAt'
    | 'expectedVersion'
    | 'verified'
  > {
    return {
      origin: { kind: 'person', ref: caller.ref },
      action: 'assign',
      reason: given.note || undefined,
      effectiveAt: given.from,
      expectedVersion: state.version,
      // whoever notes the condition had it in hand
      verified: given.condition !== undefined,
    };
  }

  /** @throws InputError when it is in the future. */
  #past(effectiveAt: string | undefined): string | undefined {
    const moment = effectiveAt && new Date(effectiveAt).toISOString();
    if (moment && moment > this.#now().toISOString()) {
      throw new InputError(
        'body.effectiveAt: it has not happened yet; hand it over when it is time',
      );
    }
    return moment || undefined;
  }

  #today(): string {
    return this.#now().toISOString().slice(0, 10);
  }
}

function refuse(wrong: boolean, message: string): void {
  if (wrong) {
    throw new InputError(`body.${message}`);
  }
}
