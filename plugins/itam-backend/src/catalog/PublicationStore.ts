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
  AssetCategory,
  Publication,
  WithdrawalCause,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';

/** What is wanted of one asset at a consumer. */
export interface PublicationWish {
  assetId: string;
  /** Version of the asset the wish was made on. */
  version: number;
  publish: boolean;
  /** Another provider's entity that stands for the asset already. */
  attachedRef?: string;
  /** Why it is withdrawn, if it has to be. */
  cause: WithdrawalCause;
}

/** How wishes are granted. */
export interface GrantOptions {
  /** Offers again what is published already, because the asset changed. */
  renew: boolean;
  /** Most publications the consumer may have. */
  maximum: number;
  /** Neither publishes nor withdraws anything; only renews. */
  freeze: boolean;
}

/** What the feed knows of one asset, without its state. */
export interface PublicationRow
  extends Pick<
    Publication,
    | 'assetId'
    | 'version'
    | 'tombstone'
    | 'cause'
    | 'pending'
    | 'entityRef'
    | 'error'
  > {
  tag: string;
}

/** What a consumer says of one publication. */
export interface Acknowledgement {
  assetId: string;
  version: number;
  error?: string;
  entityRef?: string;
}

/** The figures of a consumer. */
export interface PublicationTotals {
  published: number;
  withdrawing: number;
}

/** An asset others stand on: as the entity it becomes, or the one it is attached to. */
export interface Dependency {
  tag: string;
  category: AssetCategory;
  attachedRef?: string;
}

/** What each consumer wants to see, and has seen, of each asset. */
export interface PublicationStore {
  /**
   * Grants wishes. Assets that would exceed the maximum wait; the answer says
   * how many.
   */
  grant(
    transaction: Knex.Transaction,
    wishes: PublicationWish[],
    options: GrantOptions,
  ): Promise<{ waiting: number }>;
  /**
   * Present versions of assets, kept from changing until the transaction ends
   * where the database can.
   */
  lockVersions(
    transaction: Knex.Transaction,
    assetIds: string[],
  ): Promise<Map<string, number>>;
  /** Other providers' entities, by provider id. */
  foreignEntities(
    connection: Knex,
    providerIds: string[],
  ): Promise<Map<string, string>>;
  /** Assets whose attachment no longer agrees with the entity index. */
  wronglyAttached(limit: number): Promise<string[]>;
  /** Ids of all assets, in order, after this one. */
  assetIds(after: string, limit: number): Promise<string[]>;
  /** Which of these are published now. */
  published(assetIds: string[]): Promise<Set<string>>;
  totals(): Promise<PublicationTotals>;
  /** Wanted and not acknowledged, oldest first, but what is to be retried later. */
  pending(limit: number): Promise<PublicationRow[]>;
  /** What the consumer should hold, by asset id. */
  wanted(after: string, limit: number): Promise<PublicationRow[]>;
  /** The published assets each of these stands on. */
  dependencies(assetIds: string[]): Promise<Map<string, Dependency[]>>;
  acknowledge(items: Acknowledgement[]): Promise<number>;
  /** Offers again what is published or being withdrawn. */
  offerAgain(assetIds: string[]): Promise<number>;
  transaction<T>(
    use: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T>;
}
