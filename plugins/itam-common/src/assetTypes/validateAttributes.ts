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

import { z } from 'zod';
import { moneySchema } from '../costs/money';
import { joinPath } from '../lifecycle/parseAt';
import { AttributeDefinition } from './attributes';
import { AssetType } from './schema';

/** An attribute that cannot be kept, and why. */
export interface AttributeProblem {
  /** For instance `attributes.keyCustodians[1]`. */
  path: string;
  reason: string;
}

/** Attributes sorted into those to keep and what is wrong with the others. */
export interface AttributeValidation {
  accepted: Record<string, unknown>;
  problems: AttributeProblem[];
}

const valueSchemas = new WeakMap<AttributeDefinition, z.ZodType>();

/** Schema of all attributes of a type, each of them optional. */
export function attributesSchema(type: AssetType) {
  return z.strictObject(
    Object.fromEntries(
      type.attributes.map(attribute => [
        attribute.name,
        valueSchema(attribute).optional(),
      ]),
    ),
  );
}

/**
 * Checks attribute values one by one, so that one mistake does not cost the
 * rest. Values that are `undefined` or `null` count as not given. A required
 * attribute that is missing is no problem here, see
 * {@link missingRequiredAttributes}.
 */
export function validateAttributes(
  type: AssetType,
  values: Readonly<Record<string, unknown>>,
): AttributeValidation {
  const accepted: Record<string, unknown> = {};
  const problems: AttributeProblem[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) {
      continue;
    }
    const path = `attributes.${name}`;
    const attribute = type.attributes.find(known => known.name === name);
    if (!attribute) {
      const names = type.attributes.map(known => known.name).join(', ');
      problems.push({
        path,
        reason: `${type.title} has no such attribute; it has ${
          names || 'none'
        }`,
      });
      continue;
    }
    const result = valueSchema(attribute).safeParse(value);
    if (result.success) {
      accepted[name] = result.data;
    } else {
      problems.push(
        ...result.error.issues.map(issue => ({
          path: joinPath(path, issue.path),
          reason: issue.message,
        })),
      );
    }
  }
  return { accepted, problems };
}

/** Names of the attributes that have to be known before use and are not. */
export function missingRequiredAttributes(
  type: AssetType,
  values: Readonly<Record<string, unknown>>,
): string[] {
  return type.attributes
    .filter(({ required, name }) => required && isMissing(values[name]))
    .map(({ name }) => name);
}

function isMissing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

function valueSchema(attribute: AttributeDefinition): z.ZodType {
  const known = valueSchemas.get(attribute);
  if (known) {
    return known;
  }
  const single = singleValueSchema(attribute);
  const schema = attribute.multi ? z.array(single) : single;
  valueSchemas.set(attribute, schema);
  return schema;
}

function singleValueSchema(attribute: AttributeDefinition): z.ZodType {
  switch (attribute.kind) {
    case 'text':
      return z.string('must be text').min(1, 'must not be empty');
    case 'number':
      return z.number(
        attribute.unit
          ? `must be a number (${attribute.unit})`
          : 'must be a number',
      );
    case 'date':
      return z.iso.date('must be a date, YYYY-MM-DD');
    case 'money':
      return moneySchema;
    case 'boolean':
      return z.boolean('must be true or false');
    case 'enum': {
      const values = attribute.values ?? [];
      return z.enum(values, `must be one of ${values.join(', ')}`);
    }
    case 'entity':
      return entitySchema(attribute.entityKind ?? 'Asset');
    case 'url':
      return z.url('must be a URL');
    default:
      throw new Error(
        `Unknown kind of attribute: ${attribute.kind satisfies never}`,
      );
  }
}

/** Assets are named by id or tag, everything else by its full entity reference. */
function entitySchema(kind: string): z.ZodType {
  return kind === 'Asset'
    ? z.string('must be the id or tag of an asset').min(1, 'must not be empty')
    : z
        .string(`must be a reference to a ${kind}`)
        .regex(
          new RegExp(`^${kind}:[^:/\\s]+/[^:/\\s]+$`, 'i'),
          `must be an entity reference such as ${kind.toLowerCase()}:default/name`,
        );
}
