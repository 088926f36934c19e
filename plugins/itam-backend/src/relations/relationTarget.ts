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
  AssetState,
  endWords,
  mayStandAt,
  oneOf,
  RelationRule,
  targetWords,
} from '@itam/plugin-itam-common';
import type { KnownEntities } from './entities';

/** Where a relation leads, found and checked. */
export type RelationTarget =
  | { asset: AssetState; entityRef?: undefined }
  | { asset?: undefined; entityRef: string };

/** @throws InputError when the asset cannot have relations of the kind. */
export function refuseWrongBeginning(
  rule: RelationRule,
  from: AssetState,
): void {
  if (!mayStandAt(rule.from, from)) {
    throw new InputError(
      `body.type: ${from.tag} is a ${from.type} and cannot be '${
        rule.type
      }'; ${endWords(rule.from)} can`,
    );
  }
}

/** @throws InputError when relations of the kind do not lead to the asset. */
export function refuseWrongEnd(
  rule: RelationRule,
  from: AssetState,
  to: AssetState,
): void {
  if (from.id === to.id) {
    throw new InputError(
      `body.to: ${to.tag} is the asset itself; name another one`,
    );
  }
  if (!rule.to || !mayStandAt(rule.to, to)) {
    throw new InputError(
      `body.to: ${to.tag} is a ${to.type}; '${
        rule.type
      }' leads to ${targetWords(rule)}`,
    );
  }
}

/**
 * The ref of an entity in full.
 *
 * @throws InputError when it is no ref, or relations of the kind do not lead to
 * entities of its kind.
 */
export function readEntityRef(rule: RelationRule, given: string): string {
  const ref = fullRef(given);
  if (!rule.toEntities.includes(ref.split(':')[0])) {
    throw new InputError(
      `body.toEntityRef: '${rule.type}' leads to ${targetWords(
        rule,
      )}, not to ${ref}`,
    );
  }
  return ref;
}

/** @throws InputError when it is no entity ref. */
export function fullRef(given: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(given));
  } catch {
    throw new InputError(
      `body.toEntityRef: '${given}' is no entity ref; write kind:namespace/name`,
    );
  }
}

/** Refs are checked as soon as the catalog was read once. */
export async function refuseUnknownEntity(
  entities: KnownEntities,
  ref: string,
): Promise<void> {
  if ((await entities.digest()) === '') {
    return;
  }
  if (!(await entities.find([ref])).has(ref)) {
    throw new InputError(
      `body.toEntityRef: the catalog has no ${ref}; register it there first`,
    );
  }
}

/** @throws InputError when something is wanted that this target cannot give. */
export function refuseWrongRollUp(
  rule: RelationRule,
  fields: readonly ('owner' | 'location')[],
  { asset }: RelationTarget,
): void {
  if (fields.length === 0) {
    return;
  }
  if (!rule.rollUp || !asset) {
    throw new InputError(
      `body.rollUp: nothing is taken over by '${rule.type}'; leave it out`,
    );
  }
  const missing = fields.filter(field => !asset[field]);
  if (missing.length > 0) {
    throw new InputError(
      `body.rollUp: ${asset.tag} has no ${oneOf(
        missing,
      )} to take over; give it one first, or leave ${oneOf(missing)} out`,
    );
  }
}
