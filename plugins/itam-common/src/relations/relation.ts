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

/**
 * The kinds of relation every register has; configuration adds others, see
 * `RelationLibrary`. `supports` points to a catalog entity, the others to
 * another asset.
 *
 * @public
 */
export const relationTypes = [
  'supports',
  'part-of',
  'runs-on',
  'installed-on',
  'depends-on',
  'provisioned-by',
  'covered-by',
  'licensed-by',
] as const;

/**
 * The name of a kind of relation. Whether the register has it is up to its
 * `RelationLibrary`.
 *
 * @public
 */
export const relationTypeSchema = z
  .string()
  .max(32)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'must be lower-case words joined by hyphens, such as part-of',
  );

/** @public */
export type RelationType = z.infer<typeof relationTypeSchema>;

/**
 * A relation of an asset, to another asset or to a catalog entity. The origin
 * is `person` or `source:<id>`: each origin replaces only its own relations.
 *
 * @public
 */
export const assetRelationSchema = z
  .object({
    type: relationTypeSchema,
    toAssetId: z.string().optional(),
    toEntityRef: z.string().optional(),
    origin: z.string(),
  })
  .refine(
    relation => Boolean(relation.toAssetId) !== Boolean(relation.toEntityRef),
    'a relation points either to an asset or to an entity',
  );

/** @public */
export type AssetRelation = z.infer<typeof assetRelationSchema>;

/** Two relations are the same if kind, target and origin are. @public */
export function relationKey(relation: AssetRelation): string {
  return [
    relation.type,
    relation.toAssetId ?? '',
    relation.toEntityRef ?? '',
    relation.origin,
  ].join('|');
}
