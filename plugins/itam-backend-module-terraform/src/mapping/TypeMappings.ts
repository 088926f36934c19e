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

import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import type { AssetTypeLibrary } from '@itam/plugin-itam-common';
import { AttributeAllowList } from '../state/types';
import { aws } from './aws';
import { azure } from './azure';
import { Fact, fold, MappingTable, other, TypeMapping } from './definition';
import { fallbackMapping } from './fallback';
import { github } from './github';
import { google } from './google';
import { kubernetes } from './kubernetes';
import { others } from './others';

/** What the configuration may say about a provider type. */
export interface TypeOverride {
  type?: string;
  unit?: 'asset' | 'group' | 'fold';
}

/** All tables in one. */
export const builtInMappings: MappingTable = {
  ...aws,
  ...azure,
  ...google,
  ...kubernetes,
  ...github,
  ...others,
};

/** Raised when the same table is read in another way. */
const READING = 1;

/** What every resource is asked for: what it is called and where it is. */
const commonPaths = [
  'account_id',
  'arn',
  'availability_zone',
  'id',
  'location',
  'name',
  'owner_id',
  'project',
  'region',
  'self_link',
  'zone',
];

const commonLabels = ['tags_all', 'tags', 'effective_labels', 'labels'];

/**
 * What becomes of each provider type: the tables, the configuration's
 * overrides, and a fallback for all others. Also the allow-list of what may
 * be read.
 */
export class TypeMappings implements AttributeAllowList {
  readonly #overrides: MappingTable;
  readonly #paths = new Map<string, string[]>();

  /** @throws InputError when an override names an asset type there is not. */
  static create(options: {
    overrides?: Record<string, TypeOverride>;
    assetTypes: Pick<AssetTypeLibrary, 'find'>;
    path?: string;
  }): TypeMappings {
    const overrides = Object.entries(options.overrides ?? {}).map(
      ([type, override]) => [
        type,
        overridden(type, override, options.assetTypes, options.path),
      ],
    );
    return new TypeMappings(Object.fromEntries(overrides));
  }

  private constructor(overrides: MappingTable) {
    this.#overrides = overrides;
  }

  of(type: string): TypeMapping {
    return this.#overrides[type] ?? mappingOf(type);
  }

  pathsOf(type: string): readonly string[] {
    const known = this.#paths.get(type);
    if (known) {
      return known;
    }
    const paths = [...new Set([...commonPaths, ...pathsIn(this.of(type))])];
    this.#paths.set(type, paths);
    return paths;
  }

  labelsOf(type: string): readonly string[] {
    return this.of(type).labels ?? commonLabels;
  }

  /** Changes whenever a file would be read in another way. */
  revision(): string {
    return createHash('sha256')
      .update(JSON.stringify([READING, builtInMappings, this.#overrides]))
      .digest('hex')
      .slice(0, 16);
  }
}

function mappingOf(type: string): TypeMapping {
  return Object.hasOwn(builtInMappings, type)
    ? builtInMappings[type]
    : fallbackMapping(type);
}

function overridden(
  type: string,
  override: TypeOverride,
  assetTypes: Pick<AssetTypeLibrary, 'find'>,
  path: string = 'types',
): TypeMapping {
  const base = mappingOf(type);
  if (override.type !== undefined) {
    const assetType = assetTypes.find(override.type);
    if (!assetType) {
      throw new InputError(
        `${path}.${type}.type: there is no asset type '${override.type}'`,
      );
    }
    const own = assetType.unit === 'quantity' ? 'asset' : assetType.unit;
    const same = override.type === base.type;
    return {
      ...base,
      type: override.type,
      unit: override.unit ?? own,
      facts: same ? base.facts : {},
      status: same ? base.status : undefined,
    };
  }
  if (override.unit === 'fold' && base.unit !== 'fold') {
    return { ...base, ...fold({ ...base.partOf, ...base.runsOn }) };
  }
  if (override.unit !== undefined && base.unit === 'fold') {
    return { ...base, ...other(), unit: override.unit };
  }
  return { ...base, unit: override.unit ?? base.unit };
}

/** The paths a mapping reads. */
export function pathsIn(mapping: TypeMapping): string[] {
  return [
    ...(mapping.name ?? []),
    ...(mapping.id ?? []),
    ...(mapping.aliases ?? []),
    ...(mapping.account ?? []),
    ...(mapping.region ?? []),
    ...Object.values(mapping.facts ?? {}).flatMap(pathsOfFact),
    ...(mapping.status ? [mapping.status.from] : []),
    ...Object.values(mapping.keys ?? {}),
    ...[
      mapping.under,
      mapping.partOf,
      mapping.runsOn,
      mapping.ties?.dependent,
      mapping.ties?.on,
    ].flatMap(references => Object.keys(references ?? {})),
  ];
}

/** The paths a fact is taken from. */
export function pathsOfFact(fact: Fact): string[] {
  if (typeof fact === 'string') {
    return [fact];
  }
  return 'from' in fact ? [fact.from].flat() : [];
}
