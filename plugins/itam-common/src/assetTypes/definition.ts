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
import { parseAt } from '../lifecycle/parseAt';
import { parseAttribute } from './attributes';
import { assetCategorySchema, unitSchema } from './categories';
import {
  AssetType,
  Depreciation,
  isoDurationSchema,
  verificationSchema,
} from './schema';

const id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'must be lower-case words joined by hyphens',
  );
const word = z.string().min(1);

const depreciationDefinitionSchema = z.union([
  z.enum(['expense', 'prepaid', 'charges', 'contract', 'none']),
  z.tuple([
    z.literal('straight-line'),
    z.number().int().positive(),
    z.number().min(0).max(100),
  ]),
]);

/**
 * The compact form asset types are written in, by us and in the configuration
 * `itam.assetTypes`.
 */
export const assetTypeDefinitionSchema = z.strictObject({
  id,
  title: word.optional(),
  category: assetCategorySchema,
  /** Id of the lifecycle model. */
  model: word,
  unit: unitSchema.optional(),
  /** Attribute notations by name, see `parseAttribute`. */
  attrs: z.record(z.string(), z.string()).optional(),
  metricInputs: z.array(word).optional(),
  keyDates: z.array(word).optional(),
  /** `['straight-line', months, residual percent]` or a treatment. */
  depreciation: depreciationDefinitionSchema.optional(),
  verify: z
    .strictObject({
      seen: isoDurationSchema.optional(),
      count: isoDurationSchema.optional(),
      attest: isoDurationSchema.optional(),
    })
    .optional(),
  keys: z.array(word).optional(),
});

/** What a definition needs at least: the id of what it adds to or overrides. */
export const assetTypeOverrideSchema = assetTypeDefinitionSchema
  .partial()
  .required({ id: true });

/** An asset type in its compact form. */
export type AssetTypeDefinition = z.infer<typeof assetTypeDefinitionSchema>;

/**
 * Lays an override over a definition: what it names replaces, attributes are
 * replaced or added one by one.
 */
export function overrideDefinition(
  base: AssetTypeDefinition | undefined,
  override: unknown,
  path: string,
): AssetTypeDefinition {
  const given = parseAt(assetTypeOverrideSchema, override, path);
  const merged = {
    ...base,
    ...given,
    attrs: { ...base?.attrs, ...given.attrs },
  };
  return parseAt(assetTypeDefinitionSchema, merged, path);
}

/**
 * Expands a compact definition. References to models and key dates are
 * resolved by `AssetTypeLibrary`.
 *
 * @throws InputError with path and reason of a mistake.
 */
export function expandAssetType(
  definition: AssetTypeDefinition,
  path: string,
): AssetType {
  return {
    id: definition.id,
    title: definition.title ?? humanise(definition.id),
    category: definition.category,
    lifecycleModel: definition.model,
    unit: definition.unit ?? 'asset',
    attributes: Object.entries(definition.attrs ?? {}).map(([name, notation]) =>
      parseAttribute(name, notation, `${path}.attrs.${name}`),
    ),
    metricInputs: definition.metricInputs ?? [],
    keyDates: definition.keyDates ?? [],
    depreciation: expandDepreciation(definition.depreciation ?? 'none'),
    verify: verificationSchema.parse(definition.verify ?? {}),
    keys: definition.keys ?? [],
  };
}

function expandDepreciation(
  definition: z.infer<typeof depreciationDefinitionSchema>,
): Depreciation {
  if (typeof definition === 'string') {
    return { treatment: definition };
  }
  const [method, months, residualPercent] = definition;
  return { method, months, residualPercent };
}

function humanise(name: string): string {
  return (name.charAt(0).toUpperCase() + name.slice(1)).replace(/-/g, ' ');
}
