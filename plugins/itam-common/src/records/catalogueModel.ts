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
import { recordDaySchema } from './codes';
import {
  namedRecordSchema,
  recordBaseSchema,
  recordNames,
  recordReason,
} from './record';

const text = (length: number) => z.string().trim().max(length).optional();

const facts = {
  ...recordNames,
  /** Id of the asset type its assets have. */
  type: z.string().max(100),
  manufacturer: z.string().trim().min(1, 'must not be empty').max(200),
  edition: text(200),
  /** The maker's part number, or the supplier's. */
  partNumber: text(100),
  listPrice: moneySchema
    .refine(({ amount }) => !amount.startsWith('-'), 'must not be less than 0')
    .optional(),
  /** The day the list price was taken. */
  listPriceOn: recordDaySchema.optional(),
  /** It may be bought. */
  approved: z.boolean().default(false),
  /** Under which conditions it may be bought. */
  approvalConditions: text(2000),
  endOfSale: recordDaySchema.optional(),
  endOfSupport: recordDaySchema.optional(),
  /** From this day on there are no security patches. */
  endOfPatches: recordDaySchema.optional(),
  /** Ids or codes of models that may be taken instead, best first. */
  substitutes: z.array(z.string().max(64)).max(20).optional(),
  /** Attributes every asset of the model begins with. */
  attributes: z.record(z.string(), z.unknown()).optional(),
};

/** What a person, or the configuration, says of a catalogue model. @public */
export const catalogueModelFactsSchema = z.strictObject(facts);

/** @public */
export type CatalogueModelFacts = z.infer<typeof catalogueModelFactsSchema>;

/** A change of a catalogue model; `null` empties a fact. @public */
export const catalogueModelPatchSchema = z
  .strictObject({
    code: facts.code,
    name: facts.name,
    type: facts.type,
    manufacturer: facts.manufacturer,
    edition: facts.edition.nullable(),
    partNumber: facts.partNumber.nullable(),
    listPrice: facts.listPrice.nullable(),
    listPriceOn: facts.listPriceOn.nullable(),
    approved: z.boolean(),
    approvalConditions: facts.approvalConditions.nullable(),
    endOfSale: facts.endOfSale.nullable(),
    endOfSupport: facts.endOfSupport.nullable(),
    endOfPatches: facts.endOfPatches.nullable(),
    substitutes: facts.substitutes.nullable(),
    attributes: facts.attributes.nullable(),
  })
  .partial()
  .extend(recordReason);

/** @public */
export type CatalogueModelPatch = z.infer<typeof catalogueModelPatchSchema>;

/** An entry of the model catalogue: what the assets of one make share. @public */
export const catalogueModelItemSchema = recordBaseSchema.extend({
  code: z.string(),
  name: z.string(),
  type: z.string(),
  manufacturer: z.string(),
  edition: z.string().optional(),
  partNumber: z.string().optional(),
  listPrice: moneySchema.optional(),
  listPriceOn: z.string().optional(),
  approved: z.boolean(),
  approvalConditions: z.string().optional(),
  endOfSale: z.string().optional(),
  endOfSupport: z.string().optional(),
  endOfPatches: z.string().optional(),
  substitutes: z.array(namedRecordSchema),
  attributes: z.record(z.string(), z.unknown()),
});

/** @public */
export type CatalogueModelItem = z.infer<typeof catalogueModelItemSchema>;
