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

import type { ConversionName } from './conversions';

/** A value in a table. */
export type Scalar = string | number | boolean;

/** A path into the attributes of a resource, for example `settings.0.tier`. */
export type AttributePathText = string;

/**
 * Where a typed attribute of an asset comes from: a path as it stands, the
 * first path that holds something, a conversion, a list of words, or a value
 * that is true of the whole type.
 */
export type Fact =
  | AttributePathText
  | {
      from: AttributePathText | AttributePathText[];
      as?: ConversionName;
      values?: Record<string, Scalar>;
    }
  | { always: Scalar };

/**
 * Attributes that hold the id, ARN or name of another resource of the same
 * state, with the types that resource may have.
 */
export type References = Record<AttributePathText, string | string[]>;

/** What becomes of the resources of one provider type. */
export interface TypeMapping {
  /** Id of the asset type. */
  type: string;
  unit: 'asset' | 'group' | 'fold';
  /** What it is called, first one that holds something. */
  name?: AttributePathText[];
  /** Provider id, strongest first; the provider's own order if left out. */
  id?: AttributePathText[];
  /** Further attributes others refer to it by. */
  aliases?: AttributePathText[];
  /** Service of the full resource name, where the provider gives no link. */
  service?: string;
  /** The part of an ARN after the account, where the provider gives no ARN. */
  arn?: { service: string; resource: string; global?: boolean };
  /** The id alone is unique in the whole world. */
  globalId?: boolean;
  /** The provider keeps no attribute `id` for this type. */
  withoutId?: boolean;
  facts?: Record<string, Fact>;
  status?: { from: AttributePathText; values: Record<string, string> };
  labels?: AttributePathText[];
  account?: AttributePathText[];
  region?: AttributePathText[];
  /** Further keys by type. */
  keys?: Record<string, AttributePathText>;
  /** For folds: what it is kept under, first one found. */
  under?: References;
  partOf?: References;
  runsOn?: References;
  /** A fold that ties two assets: the one depends on the other. */
  ties?: { dependent: References; on: References };
}

/** Mappings by provider type. */
export type MappingTable = Record<string, TypeMapping>;

type Rest = Omit<TypeMapping, 'type' | 'unit' | 'facts'>;

/** One asset of its own. */
export function asset(
  type: string,
  facts: Record<string, Fact> = {},
  rest: Rest = {},
): TypeMapping {
  return { type, unit: 'asset', facts, ...rest };
}

/** One record for a changing set. */
export function group(
  type: string,
  facts: Record<string, Fact> = {},
  rest: Rest = {},
): TypeMapping {
  return { type, unit: 'group', facts, ...rest };
}

/** Plumbing: kept under what it belongs to. */
export function fold(under: References = {}, rest: Rest = {}): TypeMapping {
  return { type: 'cloud-configuration', unit: 'fold', under, ...rest };
}

/** An asset of the type for everything without a type of its own. */
export function other(size?: Fact, rest: Rest = {}): TypeMapping {
  return asset('cloud-resource', size === undefined ? {} : { size }, rest);
}

/** Several types that are treated alike. */
export function alike(types: string[], mapping: TypeMapping): MappingTable {
  return Object.fromEntries(types.map(type => [type, mapping]));
}
