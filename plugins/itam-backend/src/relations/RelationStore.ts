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
  MapEdge,
  RelatedAsset,
  RelationItem,
  RolledUpField,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { AssetAccess } from '../register/access';
import type { Page, PageQuery } from '../register/AssetStore';

/** Kinds of relation to follow from an asset: along, and against them. */
export interface Followed {
  out: string[];
  in: string[];
}

/** What one step from an asset leads to: an asset, seen or not, or an entity. */
export interface Neighbour {
  /** The asset the step begins at. */
  anchor: string;
  type: string;
  direction: 'out' | 'in';
  /** The id of the asset, or the ref of the entity. */
  id: string;
  kind: 'asset' | 'entity' | 'hidden';
  asset?: RelatedAsset;
}

/** A part that takes facts over from a container. */
export interface FollowingPart {
  partId: string;
  containerId: string;
  fields: RolledUpField[];
  owner?: string;
  location?: string;
}

/** The relations between assets, as the slice asks for them. */
export interface RelationStore {
  /** Both ways; another asset is told only if it is in the access. */
  list(
    assetId: string,
    page: PageQuery,
    access: AssetAccess,
  ): Promise<Page<RelationItem>>;

  asset(assetId: string): Promise<RelatedAsset | undefined>;

  /**
   * What is one step from any of the assets and not yet known, at most that
   * many: entities first, then each kind of relation in turn.
   */
  neighbours(question: {
    from: string[];
    known: string[];
    follow: Followed;
    access: AssetAccess;
    limit: number;
  }): Promise<Neighbour[]>;

  /** The relations among these assets and entities. */
  edges(question: {
    assetIds: string[];
    entityRefs: string[];
    types: string[];
    limit: number;
  }): Promise<MapEdge[]>;

  /** Whether relations of a kind lead from one asset to another. */
  leadsTo(type: string, from: string, to: string): Promise<boolean>;

  /** Lets one after the other change what must stay without circles. */
  lockStructure(transaction: Knex.Transaction): Promise<void>;

  /** A relation a person stated among these that closes a circle, if one does. */
  findCircle(
    transaction: Knex.Transaction,
    among: { from: string[]; to: string[]; types: string[] },
  ): Promise<{ assetId: string; type: string } | undefined>;

  /** One of these assets that has several relations of a kind. */
  findCrowd(
    transaction: Knex.Transaction,
    among: { from: string[]; types: string[] },
  ): Promise<{ assetId: string; type: string } | undefined>;

  /** What a part takes over by the relation a person stated. */
  rollUpOf(relation: {
    from: string;
    type: string;
    to: string;
  }): Promise<RolledUpField[]>;

  setRollUp(
    transaction: Knex.Transaction,
    relation: { from: string; type: string; to: string },
    fields: RolledUpField[],
  ): Promise<void>;

  /** The parts that take facts over from these containers. */
  followingParts(
    transaction: Knex.Transaction,
    containerIds: string[],
  ): Promise<FollowingPart[]>;

  /** The version of an asset, which stays until the transaction ends. */
  heldVersion(
    transaction: Knex.Transaction,
    assetId: string,
  ): Promise<number | undefined>;
}
