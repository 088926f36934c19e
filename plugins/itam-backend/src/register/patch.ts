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
import { InputError } from '@backstage/errors';
import {
  type AssetChange,
  type AssetPatch,
  type AssetState,
  keyDateKinds,
} from '@itam/plugin-itam-common';
import type { EntityIndex } from '../catalog/EntityIndex';
import type { KnownRecords } from '../records';

/** What is asked of the catalog to check refs. */
export type KnownEntities = Pick<EntityIndex, 'find' | 'digest'>;

/** Kinds of entity each field of a patch may name. */
const kindsAllowed = {
  owner: ['group', 'user'],
  custodian: ['group', 'user'],
  consumer: undefined,
  entityRef: undefined,
} as const;

/**
 * The change a person wants, with refs in full.
 *
 * @throws InputError that names the field with a ref that is no ref, or that
 * the catalog does not know.
 */
export async function changeOfPatch(options: {
  patch: AssetPatch;
  /** The relations the asset has. */
  relations: AssetState['relations'];
  actor: string;
  expectedVersion?: number;
  entities: KnownEntities;
  records: KnownRecords;
}): Promise<AssetChange> {
  const { patch, relations, actor, expectedVersion, entities } = options;
  const { supports, unlock, reason, ...facts } = patch;
  refuseKeyDates(patch);
  const refs = {
    owner: readRef('owner', patch.owner),
    custodian: readRef('custodian', patch.custodian),
    consumer: readRef('consumer', patch.consumer),
    entityRef: readRef('entityRef', patch.entityRef),
  };
  const records = await recordIds(options.records, patch);
  const supported = supports?.map((ref, index) =>
    parseRef(`supports.${index}`, ref),
  );
  await requireKnown(entities, [
    ...Object.entries(refs),
    ...(supported ?? []).map((ref, index): [string, string] => [
      `supports.${index}`,
      ref,
    ]),
  ]);
  return {
    origin: { kind: 'person', ref: actor },
    action: 'update',
    facts: { ...facts, ...refs, ...records },
    relations: supported && relationsOf(relations, supported),
    unlock,
    reason,
    expectedVersion,
  };
}

/** What persons say of relations already, with other entities supported. */
function relationsOf(
  relations: AssetState['relations'],
  supported: string[],
): AssetChange['relations'] {
  return [
    ...relations.filter(
      ({ origin, type }) => origin === 'person' && type !== 'supports',
    ),
    ...supported.map(toEntityRef => ({
      type: 'supports' as const,
      toEntityRef,
    })),
  ];
}

function readRef(
  field: keyof typeof kindsAllowed,
  ref: string | null | undefined,
): string | null | undefined {
  if (!ref) {
    return ref === undefined ? undefined : null;
  }
  const full = parseRef(field, ref);
  const kinds: readonly string[] | undefined = kindsAllowed[field];
  if (kinds && !kinds.includes(full.split(':')[0])) {
    throw new InputError(
      `body.${field}: '${ref}' is no ${kinds.join(
        ' or ',
      )}; name one, for example group:default/payments`,
    );
  }
  return full;
}

function parseRef(field: string, ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    throw new InputError(
      `body.${field}: '${ref}' is no entity ref; write kind:namespace/name`,
    );
  }
}

/** Fields that name a record assets share, by id or code; kept by id. */
async function recordIds(
  records: KnownRecords,
  patch: AssetPatch,
): Promise<Pick<AssetChange['facts'], 'location' | 'legalEntity' | 'modelId'>> {
  const lookups = {
    location: (names: string[]) => records.locations(names),
    legalEntity: (names: string[]) => records.legalEntities(names),
    modelId: (names: string[]) => records.models(names),
  };
  const ids: Record<string, string> = {};
  for (const [field, lookup] of Object.entries(lookups)) {
    const name: unknown = Reflect.get(patch, field);
    if (typeof name !== 'string' || name === '') {
      continue;
    }
    const found = (await lookup([name])).get(name);
    if (!found || found.retired) {
      throw new InputError(
        `body.${field}: ${
          found ? `${name} is retired` : `there is no ${name}`
        }; choose one of the settings, or add it there`,
      );
    }
    ids[field] = found.id;
  }
  return ids;
}

function refuseKeyDates({ dates }: AssetPatch): void {
  const unknown = Object.keys(dates ?? {}).find(
    kind => !Object.hasOwn(keyDateKinds, kind),
  );
  if (unknown !== undefined) {
    throw new InputError(
      `body.dates.${unknown}: no kind of key date; use one of ${Object.keys(
        keyDateKinds,
      ).join(', ')}`,
    );
  }
}

/** Refs are checked as soon as the catalog was read once. */
async function requireKnown(
  entities: KnownEntities,
  named: Array<[string, string | null | undefined]>,
): Promise<void> {
  const refs = named.flatMap(([, ref]) => ref ?? []);
  if (refs.length === 0 || (await entities.digest()) === '') {
    return;
  }
  const known = await entities.find(refs);
  for (const [field, ref] of named) {
    if (ref && !known.get(ref)?.present) {
      throw new InputError(
        `body.${field}: the catalog has no ${ref}; register it there first`,
      );
    }
  }
}
