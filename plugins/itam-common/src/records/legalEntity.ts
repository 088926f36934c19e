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
import { countrySchema, knownCurrencySchema } from './codes';
import { recordBaseSchema, recordNames, recordReason } from './record';

const facts = {
  ...recordNames,
  country: countrySchema,
  /** Its number in the register of companies. */
  registrationNumber: z.string().trim().max(64).optional(),
  /** The currency its books are kept in. */
  currency: knownCurrencySchema,
  /** What costs less is an expense, not a fixed asset. */
  capitalisationThreshold: moneySchema
    .refine(({ amount }) => !amount.startsWith('-'), 'must not be less than 0')
    .optional(),
};

/** What a person, or the configuration, says of a legal entity. @public */
export const legalEntityFactsSchema = z.strictObject(facts);

/** @public */
export type LegalEntityFacts = z.infer<typeof legalEntityFactsSchema>;

/** A change of a legal entity; `null` empties a fact. @public */
export const legalEntityPatchSchema = z
  .strictObject({
    code: facts.code,
    name: facts.name,
    country: facts.country,
    registrationNumber: facts.registrationNumber.nullable(),
    currency: facts.currency,
    capitalisationThreshold: facts.capitalisationThreshold.nullable(),
  })
  .partial()
  .extend(recordReason);

/** @public */
export type LegalEntityPatch = z.infer<typeof legalEntityPatchSchema>;

/** A legal entity: a company that owns assets and keeps books. @public */
export const legalEntityItemSchema = recordBaseSchema.extend({
  code: z.string(),
  name: z.string(),
  country: z.string(),
  registrationNumber: z.string().optional(),
  currency: z.string(),
  capitalisationThreshold: moneySchema.optional(),
});

/** @public */
export type LegalEntityItem = z.infer<typeof legalEntityItemSchema>;
