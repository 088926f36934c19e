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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  AssetKey,
  AssetTypeLibrary,
  keyId,
  normaliseKey,
  observationForm,
  ObservedThing,
  observedThingSchema,
  RejectedThing,
  RelationLibrary,
} from '@itam/plugin-itam-common';
import { sha256, SourceDocument } from '@itam/plugin-itam-node';
import { isStorable, storable } from '../database';
import { abortable, breathe } from './abortable';
import type { NewReject } from './RunStore';

/** A thing with the hash of all its source says of it. */
export interface ReadThing {
  thing: ObservedThing;
  hash: string;
}

/** Everything a document says, sorted into what can be taken and what not. */
export interface DocumentThings {
  things: ReadThing[];
  rejects: NewReject[];
}

const THINGS_PER_BREATH = 500;

/**
 * Reads a document to its end before anything of it is applied, because a
 * document is applied whole or refused whole.
 *
 * @throws what the source throws: the document is refused.
 */
export async function readThings(options: {
  document: SourceDocument;
  assetTypes: AssetTypeLibrary;
  relationKinds: Pick<RelationLibrary, 'find'>;
  signal: AbortSignal;
}): Promise<DocumentThings> {
  const { document, signal } = options;
  const things = new Map<string, ReadThing>();
  const rejects: NewReject[] = [];
  let read = 0;
  for await (const item of abortable(document.things(), signal)) {
    read += 1;
    if (read % THINGS_PER_BREATH === 0) {
      await breathe(signal);
    }
    const result = isRejected(item)
      ? toReject(item)
      : parseThing(item, options);
    if ('kind' in result) {
      rejects.push(result);
    } else if (things.has(result.thing.sourceKey)) {
      const { sourceKey, place } = result.thing;
      rejects.push({
        kind: 'thing',
        place,
        field: 'sourceKey',
        reason: `'${sourceKey}' stands twice in the document; the first one was taken`,
      });
    } else {
      things.set(result.thing.sourceKey, result);
    }
  }
  return { things: [...things.values()], rejects };
}

/** What comes from a module is looked at before it is believed. */
function isRejected(item: unknown): item is RejectedThing {
  return typeof item === 'object' && item !== null && 'rejected' in item;
}

function toReject({ place, field, reason }: RejectedThing): NewReject {
  return { kind: 'thing', place, field, reason };
}

function parseThing(
  item: unknown,
  options: {
    document: SourceDocument;
    assetTypes: AssetTypeLibrary;
    relationKinds: Pick<RelationLibrary, 'find'>;
  },
): ReadThing | NewReject {
  const parsed = observedThingSchema.safeParse(item);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      kind: 'thing',
      place: placeOf(item) ?? options.document.scope,
      field: issue.path.join('.') || undefined,
      reason: issue.message,
    };
  }
  const thing = storable(parsed.data);
  const reject = (field: string | undefined, reason: string): NewReject => ({
    kind: 'thing',
    place: thing.place,
    field,
    reason,
  });
  if (thing.unit !== 'fold' && !options.assetTypes.find(thing.type)) {
    return reject('type', `there is no asset type '${thing.type}'`);
  }
  const unknown = thing.relations.findIndex(
    ({ type }) => !options.relationKinds.find(type),
  );
  if (unknown >= 0) {
    return reject(
      `relations.${unknown}.type`,
      `there is no kind of relation '${thing.relations[unknown].type}'; add it to itam.relations`,
    );
  }
  const { sourceKey, keys } = parsed.data;
  if (![sourceKey, ...keys.map(keyId)].every(isStorable)) {
    return reject('sourceKey', 'holds a NUL character, or half a character');
  }
  try {
    const normalised = normaliseThing(thing);
    return { thing: normalised, hash: sha256(observationForm(normalised)) };
  } catch (error) {
    return reject(
      undefined,
      error instanceof Error ? error.message : String(error),
    );
  }
}

function normaliseThing(thing: ObservedThing): ObservedThing {
  return {
    ...thing,
    keys: normaliseKeys(thing.keys, thing.manufacturer),
    ...(thing.entityRef && { entityRef: normaliseRef(thing.entityRef) }),
    relations: thing.relations.map(relation => ({
      ...relation,
      to: normaliseTarget(relation.to),
    })),
    ...(thing.parent && { parent: normaliseTarget(thing.parent) }),
  };
}

function normaliseTarget(
  target: NonNullable<ObservedThing['parent']>,
): NonNullable<ObservedThing['parent']> {
  if ('entityRef' in target) {
    return { entityRef: normaliseRef(target.entityRef) };
  }
  return 'key' in target
    ? { key: normaliseKey(target.key) ?? target.key }
    : target;
}

function normaliseRef(ref: string): string {
  return stringifyEntityRef(parseEntityRef(ref));
}

function normaliseKeys(
  keys: AssetKey[],
  manufacturer: string | undefined,
): AssetKey[] {
  const normalised = keys.flatMap(
    key => normaliseKey(key, { manufacturer }) ?? [],
  );
  return [...new Map(normalised.map(key => [keyId(key), key])).values()];
}

function placeOf(item: unknown): string | undefined {
  return typeof item === 'object' &&
    item !== null &&
    'place' in item &&
    typeof item.place === 'string'
    ? item.place
    : undefined;
}
