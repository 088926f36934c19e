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

import {
  AssetChange,
  AssetFacts,
  discoveredTag,
  isStrongKey,
  ObservedThing,
  ResolvedOwnership,
} from '@itam/plugin-itam-common';
import type { ObservationPayload, ResolvedRelations } from './ObservationStore';

/** Facts a source reports as they are. */
const reportedFacts = [
  'description',
  'ownership',
  'hosting',
  'manufacturer',
  'model',
  'serial',
  'provider',
  'account',
  'region',
  'entityRef',
] as const;

/** What a reading wants of the register for one asset. */
export interface ObservedChange {
  sourceId: string;
  runId: string;
  thing: ObservedThing;
  ownership: ResolvedOwnership;
  /** What the source said before; it takes back what it no longer says. */
  previous?: ObservationPayload;
  isNew: boolean;
  /** The asset was missing and is there again: the status to report. */
  reappearedAs?: string;
  relations: ResolvedRelations;
}

/** The change of the register that follows from what a source says of a thing. */
export function observedChange(observed: ObservedChange): AssetChange {
  const { thing, ownership, isNew, sourceId, runId } = observed;
  const previous = isNew ? undefined : observed.previous;
  return {
    origin: { kind: 'source', sourceId, runId },
    action: isNew ? 'register' : 'observe',
    ...(isNew && { type: thing.type, tag: tagOf(thing, sourceId) }),
    facts: {
      name: thing.name,
      status: thing.status ?? observed.reappearedAs,
      ...Object.fromEntries(
        reportedFacts.map(field => [
          field,
          nowOrNull(thing[field], previous?.[field]),
        ]),
      ),
      environment: nowOrNull(
        ownership.environment ?? thing.environment,
        previous?.resolved?.environment ?? previous?.environment,
      ),
      owner: nowOrNull(ownership.owner, previous?.resolved?.owner),
      attributes: {
        ...emptied(previous?.attributes),
        ...thing.attributes,
      },
      labels: thing.labels,
    },
    keys: thing.keys,
    relations: observed.relations,
    claims: ownership.claims,
  };
}

/**
 * The change that follows from a further sighting of an asset whose facts come
 * from another observation of the same source: relations and keys only.
 */
export function furtherSighting(options: {
  sourceId: string;
  runId: string;
  keys: ObservedThing['keys'];
  relations: ResolvedRelations;
}): AssetChange {
  const { sourceId, runId, keys, relations } = options;
  return {
    origin: { kind: 'source', sourceId, runId },
    action: 'relate',
    facts: {},
    keys,
    relations,
  };
}

/** The change that ends an asset no source sees any more. */
export function notSeenChange(options: {
  sourceId: string;
  runId: string;
  status: AssetFacts['status'];
  reason: string;
}): AssetChange {
  const { sourceId, runId, status, reason } = options;
  return {
    origin: { kind: 'source', sourceId, runId },
    action: 'observe',
    facts: { status },
    reason,
  };
}

/** Relations without doubles, in one order. */
export function unitedRelations(
  relations: ResolvedRelations,
): ResolvedRelations {
  const byText = new Map(
    relations.map(({ type, toAssetId, toEntityRef }) => [
      [type, toAssetId ?? '', toEntityRef ?? ''].join('|'),
      {
        type,
        ...(toAssetId !== undefined && { toAssetId }),
        ...(toEntityRef !== undefined && { toEntityRef }),
      },
    ]),
  );
  return [...byText.keys()].sort().flatMap(text => byText.get(text) ?? []);
}

function tagOf(thing: ObservedThing, sourceId: string): string {
  return discoveredTag({
    name: thing.name,
    key: thing.keys.find(({ type }) => isStrongKey(type)) ?? {
      type: 'source-key',
      value: `${sourceId} ${thing.sourceKey}`,
    },
  });
}

function nowOrNull<T>(
  now: T | undefined,
  before: unknown,
): T | null | undefined {
  return now ?? (before === undefined ? undefined : null);
}

function emptied(
  attributes: Record<string, unknown> = {},
): Record<string, unknown> {
  return Object.fromEntries(Object.keys(attributes).map(name => [name, null]));
}
