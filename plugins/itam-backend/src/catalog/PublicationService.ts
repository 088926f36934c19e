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

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  AssetState,
  entityRefOf,
  makeTheSameEntity,
  providerIdOf,
  Publication,
  publishDecision,
  publishedAssetOf,
  type WithdrawalCause,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type {
  AppliedChange,
  Register,
  RegisterFollower,
} from '../register/Register';
import type { CatalogSettings } from './CatalogSettings';
import type {
  Acknowledgement,
  PublicationStore,
  PublicationTotals,
  PublicationWish,
} from './PublicationStore';

/** Most dependencies an entity names. */
const MAX_DEPENDENCIES = 100;

/** What the service needs. */
export interface PublicationServiceOptions {
  store: PublicationStore;
  /** Called late: the register needs its followers first. */
  register: () => Pick<Register, 'states'>;
  settings: CatalogSettings;
  /** The unit of management of an asset type. */
  unitOf: (type: string) => string | undefined;
  logger: LoggerService;
}

/** Decides what the catalog is to see of the register, and keeps the feed. */
export class PublicationService implements RegisterFollower {
  readonly #options: PublicationServiceOptions;
  #full = false;

  constructor(options: PublicationServiceOptions) {
    this.#options = options;
  }

  /** Whether assets wait because the maximum is reached, as far as this replica saw. */
  get full(): boolean {
    return this.#full;
  }

  async follow(
    transaction: Knex.Transaction,
    changes: AppliedChange[],
  ): Promise<void> {
    const concerned = changes.filter(change => this.#concernsCatalog(change));
    await this.#grant(
      transaction,
      concerned.map(({ after }) => after),
      { renew: true, cause: 'asset' },
    );
  }

  /**
   * Decides anew for these assets, because rules or catalog changed. What is
   * published already and stays so is not offered again; an asset that changes
   * meanwhile is decided by its change.
   */
  async decideAgain(assetIds: string[]): Promise<void> {
    const { store, register } = this.#options;
    const states = await register().states(assetIds);
    await store.transaction(async transaction => {
      const versions = await store.lockVersions(transaction, [
        ...states.keys(),
      ]);
      await this.#grant(
        transaction,
        [...states.values()].filter(
          state => versions.get(state.id) === state.version,
        ),
        { renew: false, cause: 'rule' },
      );
    });
  }

  /** Assets as the rules would have them, against what is published now. */
  async foresee(
    assetIds: string[],
  ): Promise<{ publish: AssetState[]; withdraw: AssetState[] }> {
    const { store, register } = this.#options;
    const states = [...(await register().states(assetIds)).values()];
    const published = await store.published(assetIds);
    const wanted = new Set(
      states.filter(state => this.#isPublishable(state)).map(({ id }) => id),
    );
    return {
      publish: states.filter(({ id }) => wanted.has(id) && !published.has(id)),
      withdraw: states.filter(({ id }) => !wanted.has(id) && published.has(id)),
    };
  }

  /** What the consumer has yet to see, with the states as they are now. */
  async pending(limit: number): Promise<Publication[]> {
    const { store, register } = this.#options;
    const rows = await store.pending(limit);
    const offered = rows
      .filter(row => !row.tombstone)
      .map(({ assetId }) => assetId);
    if (offered.length === 0) {
      return rows;
    }
    const [states, dependencies] = await Promise.all([
      register().states(offered),
      store.dependencies(offered),
    ]);
    return rows.map(row => {
      const state = states.get(row.assetId);
      if (row.tombstone || !state) {
        return { ...row, tombstone: true };
      }
      return {
        ...row,
        asset: publishedAssetOf(state),
        dependsOn: dependencies
          .get(row.assetId)
          ?.slice(0, MAX_DEPENDENCIES)
          .map(target => target.attachedRef ?? entityRefOf(target)),
      };
    });
  }

  /** What the consumer should hold, by asset id. */
  wanted(after: string, limit: number): Promise<Publication[]> {
    return this.#options.store.wanted(after, limit);
  }

  totals(): Promise<PublicationTotals> {
    return this.#options.store.totals();
  }

  acknowledge(items: Acknowledgement[]): Promise<number> {
    return this.#options.store.acknowledge(items);
  }

  offerAgain(assetIds: string[]): Promise<number> {
    return this.#options.store.offerAgain(assetIds);
  }

  /** Forgets that the maximum was reached, before everything is decided anew. */
  makeRoom(): void {
    this.#full = false;
  }

  /** Whether the entity of an asset may come, go or look different now. */
  #concernsCatalog({ before, after }: AppliedChange): boolean {
    const publishable = this.#isPublishable(after);
    if (!before) {
      return publishable;
    }
    return (
      publishable !== this.#isPublishable(before) ||
      (publishable && !makeTheSameEntity(before, after))
    );
  }

  #isPublishable(asset: AssetState): boolean {
    const { settings, unitOf } = this.#options;
    return publishDecision({
      asset,
      unit: unitOf(asset.type),
      rules: settings.rules,
    }).publish;
  }

  async #grant(
    transaction: Knex.Transaction,
    states: AssetState[],
    options: { renew: boolean; cause: WithdrawalCause },
  ): Promise<void> {
    if (states.length === 0) {
      return;
    }
    const { store, settings } = this.#options;
    const { waiting } = await store.grant(
      transaction,
      await this.#wishesOf(transaction, states, options.cause),
      {
        renew: options.renew,
        maximum: settings.maximum,
        freeze: settings.dryRun,
      },
    );
    if (waiting > 0) {
      this.#sayFull();
    }
  }

  /** An asset another provider's entity stands for is attached, not published. */
  async #wishesOf(
    transaction: Knex.Transaction,
    states: AssetState[],
    cause: WithdrawalCause,
  ): Promise<PublicationWish[]> {
    const publishable = new Set(
      states.filter(state => this.#isPublishable(state)),
    );
    const foreign = await this.#options.store.foreignEntities(
      transaction,
      [...publishable].flatMap(state => providerIdOf(state) ?? []),
    );
    return states.map(state => {
      const attachedRef = publishable.has(state)
        ? foreign.get(providerIdOf(state) ?? '')
        : undefined;
      return {
        assetId: state.id,
        version: state.version,
        publish: publishable.has(state) && attachedRef === undefined,
        attachedRef,
        cause: attachedRef === undefined ? cause : 'rule',
      };
    });
  }

  #sayFull(): void {
    if (!this.#full) {
      this.#full = true;
      this.#options.logger.warn(
        `itam.catalog.maximum (${
          this.#options.settings.maximum
        }) is reached: further assets stay in the register only; raise it or narrow itam.catalog.publish`,
      );
    }
  }
}
