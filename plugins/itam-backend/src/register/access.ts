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

import type { PermissionCriteria } from '@backstage/plugin-permission-common';

/** How an asset can concern a person or group. */
export const accessReasons = [
  'owner',
  'custodian',
  'consumer',
  'supports',
] as const;

/**
 * How an asset concerns somebody: as its owner, custodian or consumer, or as
 * the owner of an entity it supports.
 */
export type AccessReason = (typeof accessReasons)[number];

/** One condition of a permission on assets, as the stores understand it. */
export type AssetCondition =
  | { kind: 'claim'; reason: AccessReason; refs: string[] }
  | { kind: 'category'; values: string[] }
  | { kind: 'type'; values: string[] }
  | { kind: 'location'; values: string[] };

/** The assets a caller may use a permission on: all, or those that meet the criteria. */
export type AssetAccess = 'all' | PermissionCriteria<AssetCondition>;

/**
 * The word, among location ids and codes, for being nowhere: `inLocation` of it
 * is met by assets without a location.
 */
export const NOWHERE = 'none';

/** A location, as conditions name it. */
export interface Place {
  id: string;
  code: string;
}

/** What other slices ask the register: which assets are there for a caller. */
export interface PermittedAssets {
  /** The id of an asset named by id or tag, if it is in the access. */
  locate(idOrTag: string, access: AssetAccess): Promise<string | undefined>;
  /** Which of these assets are in the access. */
  within(ids: string[], access: AssetAccess): Promise<Set<string>>;
  /**
   * These locations with those they lie in, by their ids: what conditions look
   * at of an asset that is not there yet.
   */
  placesOf(locationIds: string[]): Promise<Map<string, Place[]>>;
}
