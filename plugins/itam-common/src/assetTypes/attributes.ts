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

import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** The kinds of value an attribute may have. */
export const attributeKinds = [
  'text',
  'number',
  'date',
  'money',
  'boolean',
  'enum',
  'entity',
  'url',
] as const;

/** An attribute of an asset type. */
export const attributeDefinitionSchema = z.object({
  name: z.string(),
  kind: z.enum(attributeKinds),
  /** Unit of a number, for instance `GiB`. */
  unit: z.string().optional(),
  /** Words an `enum` may take. */
  values: z.array(z.string()).optional(),
  /** Kind an `entity` refers to; `Asset` is a record of the register. */
  entityKind: z.string().optional(),
  /** More than one value. */
  multi: z.boolean(),
  /**
   * Has to be known before use. A source is never refused for it: the missing
   * value becomes an open fact.
   */
  required: z.boolean(),
});

/** The kinds of value an attribute may have. */
export type AttributeKind = (typeof attributeKinds)[number];

/** An attribute of an asset type. */
export type AttributeDefinition = z.infer<typeof attributeDefinitionSchema>;

type Value = Pick<
  AttributeDefinition,
  'kind' | 'unit' | 'values' | 'entityKind'
>;

const plainKinds = [
  'text',
  'number',
  'date',
  'money',
  'boolean',
  'url',
] as const;

/**
 * Parses the compact notation of an attribute: `text`, `number`,
 * `number(GiB)`, `date`, `money`, `boolean`, `url`, `enum(a|b)`,
 * `entity(Kind)` or `multi(...)` of one of these. A trailing `!` marks it as
 * required before use.
 *
 * @param path - where the attribute stands, for messages; its name if left out
 * @throws InputError with path and reason of a mistake.
 */
export function parseAttribute(
  name: string,
  notation: string,
  path: string = name,
): AttributeDefinition {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) {
    fail(path, `'${name}' is not an attribute name; write it in camelCase`);
  }
  const text = notation.trim();
  const required = text.endsWith('!');
  const body = required ? text.slice(0, -1) : text;
  const many = /^multi\((.*)\)$/.exec(body);
  if (many && many[1].startsWith('multi')) {
    fail(path, 'multi cannot stand inside multi');
  }
  return {
    name,
    ...parseValue(many ? many[1] : body, path),
    multi: many !== null,
    required,
  };
}

function parseValue(text: string, path: string): Value {
  const plain = plainKinds.find(kind => kind === text);
  if (plain) {
    return { kind: plain };
  }
  const call = /^([a-z]+)\(([^()]*)\)$/.exec(text);
  if (!call) {
    return fail(
      path,
      `'${text}' is not an attribute notation; write text, number, number(unit), date, money, boolean, url, enum(a|b), entity(Kind) or multi(...)`,
    );
  }
  const [, kind, inner] = call;
  switch (kind) {
    case 'number':
      return { kind, unit: parseUnit(inner, path) };
    case 'enum':
      return { kind, values: parseEnumValues(inner, path) };
    case 'entity':
      return { kind, entityKind: parseEntityKind(inner, path) };
    default:
      return fail(path, `'${kind}' takes nothing in brackets or is unknown`);
  }
}

function parseUnit(text: string, path: string): string {
  return text.trim() === ''
    ? fail(path, 'number() needs a unit in its brackets, or none at all')
    : text;
}

function parseEnumValues(text: string, path: string): string[] {
  const values = text.split('|');
  if (values.some(value => !/^\S+$/.test(value))) {
    fail(path, 'enum needs words separated by |, without spaces');
  }
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) {
    fail(path, `enum names '${twice}' twice`);
  }
  return values;
}

function parseEntityKind(text: string, path: string): string {
  return /^[A-Z][A-Za-z]*$/.test(text)
    ? text
    : fail(path, 'entity needs a kind such as Asset, User or Component');
}

function fail(path: string, reason: string): never {
  throw new InputError(`${path}: ${reason}`);
}
