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

import type { QueryEntitiesInitialRequest } from '@backstage/catalog-client';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_ASSET_ID,
  comparableProviderId,
} from '@itam/plugin-itam-common';

/** The kinds the register needs to know of. */
export const indexedKinds = [
  'Component',
  'System',
  'Domain',
  'Group',
  'User',
  'API',
  'Resource',
  'Template',
];

/** What entities are asked for by. */
export type EntityPredicate = NonNullable<QueryEntitiesInitialRequest['query']>;

/** Everything of these kinds, but what we publish ourselves. */
export const indexedEntities: EntityPredicate = {
  $all: [
    { kind: { $in: indexedKinds } },
    {
      $not: {
        [`metadata.annotations.${ANNOTATION_ASSET_ID}`]: { $exists: true },
      },
    },
  ],
};

/** What is asked of the catalog for each of them. */
export const indexedFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec.owner',
  'spec.system',
  'spec.domain',
  'spec.subdomainOf',
  'spec.parent',
  'spec.profile.displayName',
];

/** What is asked of groups beforehand: parents may be named by either side. */
export const groupFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'spec.children',
];

/** Columns of the index hold this much text. */
const MAX_TEXT = 255;
const MAX_PROVIDER_ID = 1000;

/** A row of the entity index; empty text stands for nothing. */
export interface IndexRow {
  ref: string;
  kind: string;
  title: string | undefined;
  owner_ref: string;
  system_ref: string;
  domain_ref: string;
  parent_ref: string;
  provider_id: string | undefined;
  /** The last day of a person or team, YYYY-MM-DD. */
  ends_on?: string;
}

/** The groups that a group names as its children. */
export function childrenOf(group: Entity): string[] {
  const children = group.spec?.children;
  return Array.isArray(children)
    ? children.flatMap(
        child => refOf(child, 'Group', group.metadata.namespace) || [],
      )
    : [];
}

/** The row of an entity; none for the entities we publish ourselves. */
export function toIndexRow(
  entity: Entity,
  options: {
    providerIdAnnotations: string[];
    /** Annotation of people and teams that says which day is their last. */
    endDateAnnotation?: string;
    /** The parents of groups that are named as children. */
    parents: Map<string, string>;
  },
): IndexRow[] {
  const annotations = entity.metadata.annotations ?? {};
  if (ANNOTATION_ASSET_ID in annotations) {
    return [];
  }
  const spec = entity.spec ?? {};
  const ref = stringifyEntityRef(entity);
  const refTo = (value: unknown, defaultKind: string) =>
    refOf(value, defaultKind, entity.metadata.namespace);
  return [
    {
      ref,
      kind: entity.kind.toLocaleLowerCase('en-US'),
      title: titleOf(entity)?.slice(0, MAX_TEXT),
      owner_ref: refTo(spec.owner, 'Group'),
      system_ref: refTo(spec.system, 'System'),
      domain_ref: refTo(spec.domain ?? spec.subdomainOf, 'Domain'),
      parent_ref: refTo(spec.parent, 'Group') || options.parents.get(ref) || '',
      provider_id:
        entity.kind === 'Resource'
          ? providerIdOf(annotations, options.providerIdAnnotations)
          : undefined,
      ends_on:
        entity.kind === 'User' || entity.kind === 'Group'
          ? dayOf(annotations[options.endDateAnnotation ?? ''])
          : undefined,
    },
  ];
}

function titleOf(entity: Entity): string | undefined {
  const profile = entity.spec?.profile;
  const displayName =
    typeof profile === 'object' && profile !== null && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return (
    entity.metadata.title ??
    (typeof displayName === 'string' ? displayName : undefined)
  );
}

function refOf(
  value: unknown,
  defaultKind: string,
  defaultNamespace: string | undefined,
): string {
  if (typeof value !== 'string' || value === '') {
    return '';
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(value, { defaultKind, defaultNamespace }),
    ).slice(0, MAX_TEXT);
  } catch {
    return '';
  }
}

/** A day as it is written; anything else says nothing. */
function dayOf(text: string | undefined): string | undefined {
  const day = text?.trim().slice(0, 10) ?? '';
  const read = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(read.getTime()) &&
    read.toISOString().slice(0, 10) === day
    ? day
    : undefined;
}

function providerIdOf(
  annotations: Record<string, string>,
  names: string[],
): string | undefined {
  const name = names.find(candidate => annotations[candidate]);
  return name
    ? comparableProviderId(annotations[name]).slice(0, MAX_PROVIDER_ID)
    : undefined;
}
