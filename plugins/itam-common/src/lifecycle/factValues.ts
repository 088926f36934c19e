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
import { z } from 'zod';
import { moneySchema } from '../costs/money';
import type { FactDefinition, FactType } from './facts';
import { LifecycleVocabulary } from './vocabulary';

/** A warranty that there is not is a fact too. */
const NONE_ALLOWED = 'date.warrantyEnd';

const text = z.string().trim().min(1, 'must not be empty').max(4000);
const record = z.union([
  text,
  z
    .record(z.string(), z.unknown())
    .refine(value => Object.keys(value).length > 0, 'must say something'),
]);
const reference = z.union([text, z.looseObject({ id: text })]);

const schemas: Record<
  Exclude<FactType, 'entity' | 'enum' | 'report'>,
  z.ZodType
> = {
  attributes: z.union([text, z.record(z.string(), z.unknown())]),
  date: z.iso.date('must be a day as YYYY-MM-DD'),
  document: reference,
  money: moneySchema,
  record,
  reference,
  secret: z
    .string()
    .regex(
      /^[a-z][a-z0-9+.-]*:\S+$/i,
      'must be a reference to where the secret is kept, never the secret',
    ),
  text,
};

/**
 * Checks what somebody gives as facts of a transition, each by the type of the
 * fact; entity refs come back in full. `null` is no value.
 *
 * @throws InputError that names the fact at fault and says what would be right.
 *
 * @public
 */
export function parseFacts(
  given: Readonly<Record<string, unknown>>,
  vocabulary: Pick<LifecycleVocabulary, 'facts'>,
): Record<string, unknown> {
  const parsed: Record<string, unknown> = {};
  for (const [fact, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === '') {
      continue;
    }
    if (!Object.hasOwn(vocabulary.facts, fact)) {
      throw new InputError(`facts.${fact}: there is no fact of this name`);
    }
    parsed[fact] = parseFact(fact, vocabulary.facts[fact], value);
  }
  return parsed;
}

function parseFact(
  name: string,
  definition: FactDefinition,
  value: unknown,
): unknown {
  if (!definition.many || !Array.isArray(value)) {
    return parseOne(name, definition, value);
  }
  return value.map((item, index) =>
    parseOne(`${name}.${index}`, definition, item),
  );
}

type Valued = Pick<
  FactDefinition,
  'type' | 'values' | 'entityKinds' | 'members'
>;

function parseOne(path: string, definition: Valued, value: unknown): unknown {
  const { type } = definition;
  if (path === NONE_ALLOWED && value === 'none') {
    return value;
  }
  if (type === 'report') {
    throw new InputError(
      `facts.${path}: is worked out by the register and cannot be given`,
    );
  }
  if (type === 'entity') {
    return parseEntity(path, definition, value);
  }
  const schema =
    type === 'enum'
      ? z.enum(
          definition.values ?? [],
          `must be one of ${(definition.values ?? []).join(', ')}`,
        )
      : schemas[type];
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new InputError(`facts.${path}: ${messageOf(result.error.issues[0])}`);
  }
  return withMembers(path, definition, result.data);
}

/** Each member by its type; a record may say more than its members. */
function withMembers(
  path: string,
  { members }: Valued,
  value: unknown,
): unknown {
  if (!members || typeof value !== 'object' || value === null) {
    return value;
  }
  const told: Record<string, unknown> = { ...value };
  for (const member of members) {
    const { name, required } = member;
    const given = told[name];
    if (given === undefined || given === null || given === '') {
      if (required) {
        throw new InputError(
          `facts.${path}.${name}: is missing (${member.title})`,
        );
      }
      delete told[name];
    } else if (typeof given === 'object' || member.type !== 'text') {
      told[name] =
        member.type === 'text'
          ? given
          : parseOne(`${path}.${name}`, member, given);
    }
  }
  return told;
}

/** Of the branches of a union, what the last one says. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') {
    return issue.message;
  }
  const nested = issue.errors.at(-1)?.[0];
  return nested ? messageOf(nested) : issue.message;
}

function parseEntity(
  path: string,
  { entityKinds = [] }: Valued,
  value: unknown,
): string {
  const kinds = entityKinds.map(kind => kind.toLowerCase());
  try {
    const ref = stringifyEntityRef(
      parseEntityRef(z.string().parse(value), {
        ...(kinds.length === 1 && { defaultKind: kinds[0] }),
      }),
    );
    if (kinds.length === 0 || kinds.includes(ref.split(':')[0])) {
      return ref;
    }
  } catch {
    // said below
  }
  throw new InputError(
    `facts.${path}: must be the entity ref of a ${
      entityKinds.join(' or ') || 'catalog entity'
    }, such as ${kinds[0] ?? 'component'}:default/name`,
  );
}
