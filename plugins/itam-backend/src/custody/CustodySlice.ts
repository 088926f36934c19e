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

import type {
  LoggerService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { Knex } from 'knex';
import type { EntityIndex } from '../catalog';
import { Notifier, silentNotifier } from '../portal/Notifier';
import type { KnownRecords } from '../records/KnownRecords';
import type { PermittedAssets, Register, RegisterFollower } from '../register';
import { AssetDesk } from './AssetDesk';
import type { AssignmentBook } from './AssignmentBook';
import { OwnershipClaims, SignedInClaims } from './claims';
import { CustodyFollower } from './CustodyFollower';
import { CustodyService } from './CustodyService';
import { DatabaseAssignmentBook } from './DatabaseAssignmentBook';
import { DiscrepancyStore } from './DiscrepancyStore';
import { HandOutService } from './HandOutService';
import { LeaverService } from './LeaverService';
import { LeaverStore } from './LeaverStore';
import { LeaverWatch } from './LeaverWatch';
import { Parties } from './Parties';
import { createCustodyHandlers, CustodyHandlers } from './routes';
import { CustodySettings, readCustodySettings } from './settings';
import { StatementService } from './StatementService';
import { TransferService } from './TransferService';
import { TransferStore } from './TransferStore';

/** What the slice stands on. */
export interface CustodySliceOptions {
  config: Config;
  knex: Knex;
  book: AssignmentBook;
  register: Register;
  assets: PermittedAssets;
  entities: Pick<EntityIndex, 'find' | 'digest'>;
  records?: Pick<KnownRecords, 'legalEntities'>;
  userInfo: UserInfoService;
  notifier?: Notifier;
  scheduler: SchedulerService;
  logger: LoggerService;
  now?: () => Date;
}

/** Who owns, keeps and uses what, and what happens when they leave. */
export class CustodySlice {
  readonly handlers: CustodyHandlers;
  readonly custody: CustodyService;
  readonly handOut: HandOutService;
  readonly transfers: TransferService;
  readonly statements: StatementService;
  readonly leavers: LeaverService;
  readonly watch: LeaverWatch;
  readonly claims: OwnershipClaims;
  /** Who has what from when to when. */
  readonly book: AssignmentBook;
  readonly #settings: CustodySettings;
  readonly #scheduler: SchedulerService;

  /** @throws InputError when `itam.custody` has a mistake. */
  static create(options: CustodySliceOptions): CustodySlice {
    return new CustodySlice(options);
  }

  /** The annotation that says which day is the last of a person or team. */
  static endDateAnnotation(config: Config): string {
    return readCustodySettings(config).endDateAnnotation;
  }

  /**
   * The book of assignments: one for all, because one transaction is one moment
   * in it.
   */
  static book(options: { knex: Knex; now?: () => Date }): AssignmentBook {
    return new DatabaseAssignmentBook(options);
  }

  /** Keeps the book in line with the register. */
  static follower(options: { book: AssignmentBook }): RegisterFollower {
    return new CustodyFollower(options);
  }

  private constructor(options: CustodySliceOptions) {
    const { knex, entities, records, notifier = silentNotifier } = options;
    this.#settings = readCustodySettings(options.config);
    this.#scheduler = options.scheduler;
    this.claims = new SignedInClaims(options);
    this.book = options.book;
    const stores = {
      transfers: new TransferStore({ knex }),
      discrepancies: new DiscrepancyStore({ knex }),
      leavers: new LeaverStore({ knex }),
    };
    const ground = {
      ...options,
      notifier,
      book: this.book,
      desk: new AssetDesk(options),
      parties: new Parties(options),
    };
    this.transfers = new TransferService({
      ...ground,
      store: stores.transfers,
      legalEntity: async idOrCode =>
        records
          ? (await records.legalEntities([idOrCode])).get(idOrCode)?.id
          : idOrCode,
    });
    this.statements = new StatementService({
      ...ground,
      store: stores.discrepancies,
    });
    this.custody = new CustodyService({
      ...ground,
      pending: {
        transferOf: (...asked) => this.transfers.transferOf(...asked),
        openDiscrepancies: id => stores.discrepancies.countOpen(id),
      },
    });
    this.handOut = new HandOutService(ground);
    this.leavers = new LeaverService({
      ...ground,
      ...stores,
      store: stores.leavers,
      noticeDays: this.#settings.noticeDays,
    });
    this.watch = new LeaverWatch({
      ...ground,
      entities,
      store: stores.leavers,
      discrepancies: stores.discrepancies,
      tell: this.#settings.notify,
      maximumShare: this.#settings.maximumShare,
    });
    this.handlers = createCustodyHandlers(this);
  }

  /** Schedules the look for what leavers left behind. */
  async start(): Promise<void> {
    await this.#scheduler.scheduleTask({
      id: 'itam-leavers',
      ...this.#settings.schedule,
      scope: 'global',
      fn: async signal => {
        await this.watch.look(signal);
      },
    });
  }
}
