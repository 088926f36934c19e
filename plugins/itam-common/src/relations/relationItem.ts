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
import { relationTypeSchema } from './relation';
import { rolledUpFields } from './relationRule';

/** Most assets and entities a map can have. @public */
export const MAX_MAP_NODES = 500;

/** How far a map can reach. @public */
export const MAX_MAP_DEPTH = 6;

/** An asset at an end of a relation, as far as the caller may see it. @public */
export const relatedAssetSchema = z.object({
  id: z.string(),
  tag: z.string(),
  name: z.string(),
  type: z.string(),
  category: z.string(),
  status: z.string(),
  owner: z.string().optional(),
});

/** @public */
export type RelatedAsset = z.infer<typeof relatedAssetSchema>;

/** A catalog entity at the end of a relation. @public */
export const relatedEntitySchema = z.object({
  ref: z.string(),
  kind: z.string(),
  title: z.string().optional(),
  owner: z.string().optional(),
  system: z.string().optional(),
  domain: z.string().optional(),
  /** The catalog has it. */
  present: z.boolean(),
});

/** @public */
export type RelatedEntity = z.infer<typeof relatedEntitySchema>;

/**
 * A relation as the asset page shows it, seen from the asset asked for. With
 * neither `asset` nor `entityRef` the other end is an asset the caller may not
 * see.
 *
 * @public
 */
export const relationItemSchema = z.object({
  id: z.string(),
  type: z.string(),
  /** `out`: this asset has the relation; `in`: the other one has it. */
  direction: z.enum(['out', 'in']),
  /** `person`, or `source:<id>`. */
  origin: z.string(),
  since: z.string(),
  /** What the part takes over from its container. */
  rollUp: z.array(z.enum(rolledUpFields)),
  entityRef: z.string().optional(),
  asset: relatedAssetSchema.optional(),
});

/** @public */
export type RelationItem = z.infer<typeof relationItemSchema>;

const ends = {
  type: relationTypeSchema,
  /** Id or tag of the asset it leads to. */
  to: z.string().min(1).max(300).optional(),
  /** Ref of the catalog entity it leads to. */
  toEntityRef: z.string().min(1).max(255).optional(),
  reason: z.string().max(2000).optional(),
};

function leadsSomewhere({
  to,
  toEntityRef,
}: {
  to?: string;
  toEntityRef?: string;
}) {
  return (to === undefined) !== (toEntityRef === undefined);
}

const oneTarget = {
  path: ['to'],
  message:
    "give either 'to', the id or tag of an asset, or 'toEntityRef', the ref of a catalog entity",
};

/** A relation to be added. @public */
export const newRelationSchema = z
  .strictObject({
    ...ends,
    /** What the asset takes over from what it leads to, now and from now on. */
    rollUp: z.array(z.enum(rolledUpFields)).max(2).optional(),
  })
  .refine(leadsSomewhere, oneTarget);

/** @public */
export type NewRelation = z.infer<typeof newRelationSchema>;

/** A relation to be taken away. @public */
export const endedRelationSchema = z
  .strictObject(ends)
  .refine(leadsSomewhere, oneTarget);

/** @public */
export type EndedRelation = z.infer<typeof endedRelationSchema>;

/** What became of an asset whose relations were changed. @public */
export const relationChangeSchema = z.object({
  assetId: z.string(),
  tag: z.string(),
  /** The version of the asset with the change. */
  version: z.number().int(),
});

/** @public */
export type RelationChange = z.infer<typeof relationChangeSchema>;

/** A box of a relation map: an asset, or a catalog entity at its edge. @public */
export const mapNodeSchema = z.object({
  /** The id of the asset, or the ref of the entity. */
  id: z.string(),
  /** Steps from the asset asked for. */
  distance: z.number().int(),
  asset: relatedAssetSchema.optional(),
  entity: relatedEntitySchema.optional(),
});

/** @public */
export type MapNode = z.infer<typeof mapNodeSchema>;

/** A relation between two boxes of a map. @public */
export const mapEdgeSchema = z.object({
  from: z.string(),
  to: z.string(),
  type: z.string(),
});

/** @public */
export type MapEdge = z.infer<typeof mapEdgeSchema>;

/** What is around an asset. @public */
export const relationMapSchema = z.object({
  nodes: z.array(mapNodeSchema),
  edges: z.array(mapEdgeSchema),
  /** There is more than the limit lets through. */
  truncated: z.boolean(),
  /** Neighbours the caller may not see; the map does not go on behind them. */
  hidden: z.number().int(),
});

/** @public */
export type RelationMap = z.infer<typeof relationMapSchema>;
