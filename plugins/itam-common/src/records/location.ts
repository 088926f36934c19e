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
import { countrySchema, permittedRegionSchema } from './codes';
import {
  namedRecordSchema,
  recordBaseSchema,
  recordNames,
  recordReason,
} from './record';

/** What a location can be, from the outside in. @public */
export const locationKinds = [
  'site',
  'building',
  'floor',
  'room',
  'rack',
  'stockroom',
] as const;

/** @public */
export type LocationKind = (typeof locationKinds)[number];

/** How far inside each kind lies. */
const depth: Record<LocationKind, number> = {
  site: 0,
  building: 1,
  floor: 2,
  room: 3,
  stockroom: 3,
  rack: 4,
};

/**
 * Whether a location of one kind can lie in one of another kind: from the
 * outside in, steps may be left out; sites may be parts of larger ones.
 *
 * @public
 */
export function canContain(outer: LocationKind, inner: LocationKind): boolean {
  return depth[outer] < depth[inner] || (outer === 'site' && inner === 'site');
}

/** Who to ask at a location. @public */
export const locationContactSchema = z
  .strictObject({
    /** A name, if the person or team is not in the catalog. */
    name: z.string().trim().min(1, 'must not be empty').max(200).optional(),
    /** Ref of a user or group. */
    ref: z.string().max(255).optional(),
    phone: z
      .string()
      .trim()
      .regex(
        /^\+?[0-9][0-9 ()./-]{2,39}$/,
        'must be a phone number such as +31 20 555 0100',
      )
      .optional(),
    mail: z.email('must be a mail address such as desk@example.com').optional(),
  })
  .refine(
    contact => contact.name !== undefined || contact.ref !== undefined,
    'needs a name or the ref of a user or group',
  );

/** @public */
export type LocationContact = z.infer<typeof locationContactSchema>;

const facts = {
  ...recordNames,
  kind: z.enum(locationKinds),
  /** Id or code of the location it lies in. */
  parent: z.string().max(64).optional(),
  address: z.string().trim().max(500).optional(),
  country: countrySchema.optional(),
  contacts: z.array(locationContactSchema).max(20).optional(),
  /** The region its equipment and the data on it may not leave. */
  permittedRegion: permittedRegionSchema.optional(),
  /** Of a stockroom: the ref of the user or group that keeps it. */
  keeper: z.string().max(255).optional(),
};

/** What a person, or the configuration, says of a location. @public */
export const locationFactsSchema = z.strictObject(facts);

/** @public */
export type LocationFacts = z.infer<typeof locationFactsSchema>;

/** A change of a location; `null` empties a fact. @public */
export const locationPatchSchema = z
  .strictObject({
    code: facts.code,
    name: facts.name,
    kind: facts.kind,
    parent: facts.parent.nullable(),
    address: facts.address.nullable(),
    country: facts.country.nullable(),
    contacts: facts.contacts.nullable(),
    permittedRegion: facts.permittedRegion.nullable(),
    keeper: facts.keeper.nullable(),
  })
  .partial()
  .extend(recordReason);

/** @public */
export type LocationPatch = z.infer<typeof locationPatchSchema>;

/** A location. @public */
export const locationItemSchema = recordBaseSchema.extend({
  code: z.string(),
  name: z.string(),
  kind: z.enum(locationKinds),
  /** Id of the location it lies in. */
  parent: z.string().optional(),
  address: z.string().optional(),
  country: z.string().optional(),
  contacts: z.array(
    z.object({
      name: z.string().optional(),
      ref: z.string().optional(),
      phone: z.string().optional(),
      mail: z.string().optional(),
    }),
  ),
  permittedRegion: z.string().optional(),
  keeper: z.string().optional(),
  /** The locations it lies in, from the outside in. */
  path: z.array(namedRecordSchema),
  /** How many locations in use lie directly in it. */
  children: z.number().int(),
});

/** @public */
export type LocationItem = z.infer<typeof locationItemSchema>;
