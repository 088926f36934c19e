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
import { booleanParameter } from '../http';
import { dateFormats } from './dateFormats';
import { decimalMarks } from './numberFormats';

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be a currency code of ISO 4217 such as EUR');

/** Where the cells of one column go, and how they are written. @public */
export const importColumnSchema = z.strictObject({
  /** A field, `attributes.<name>` or `dates.<kind>`; `null` leaves it out. */
  to: z.string().min(1).max(200).nullable(),
  dateFormat: z.enum(dateFormats).optional(),
  decimal: z.enum(decimalMarks).optional(),
  /** Of amounts in this column that name none. */
  currency: currency.optional(),
  /** What words of the file are in words of the register. */
  values: z.record(z.string().max(500), z.string().max(500)).optional(),
});

/** @public */
export type ImportColumn = z.infer<typeof importColumnSchema>;

/**
 * Columns of a file by their headers; a field name is short for
 * `{ to: <field> }`, `null` leaves the column out.
 *
 * @public
 */
export const importColumnsSchema = z.record(
  z.string().min(1).max(500),
  z.union([
    importColumnSchema,
    z
      .string()
      .min(1)
      .max(200)
      .transform((to): ImportColumn => ({ to })),
    z.null().transform((): ImportColumn => ({ to: null })),
  ]),
);

/** @public */
export type ImportColumns = z.output<typeof importColumnsSchema>;

/** What rows of a file become. @public */
export const importSubjects = ['assets', 'locations', 'users'] as const;

/** What to do with rows that match, and with those that do not. @public */
export const importModes = ['create', 'update', 'upsert'] as const;

/** How a file is read and what is done with it. @public */
export const importOptionsSchema = z.strictObject({
  mode: z.enum(importModes).default('upsert'),
  dryRun: z.boolean().default(false),
  /** Name of a saved or ready mapping. */
  mapping: z.string().max(100).optional(),
  columns: importColumnsSchema.default({}),
  /** Columns nobody mapped: refuse the file, or leave them out. */
  unmapped: z.enum(['refuse', 'ignore']).default('refuse'),
  /** What an empty cell means for an asset that is there. */
  blank: z.enum(['leave', 'clear']).default('leave'),
  onError: z.enum(['keep-good', 'all-or-nothing']).default('keep-good'),
  format: z.enum(['csv', 'json']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  encoding: z
    .enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
    .optional(),
  /** Of rows that name no type. */
  type: z.string().max(100).optional(),
  /** Of new rows that name no status; else the first of the type's model. */
  status: z.string().max(64).optional(),
  currency: currency.optional(),
  dateFormat: z.enum(dateFormats).optional(),
  decimal: z.enum(decimalMarks).optional(),
  reason: z.string().max(2000).optional(),
});

/** @public */
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** The options of an import as query parameters; `columns` is JSON. @public */
export const importQuerySchema = z.object({
  ...importOptionsSchema.partial().shape,
  dryRun: booleanParameter.optional(),
  columns: z.string().max(60_000).optional(),
});

/** @public */
export const mappingNameSchema = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$/,
    'must be 1 to 100 letters, digits, spaces, dots, hyphens or underscores',
  );

/** A mapping as it is saved under a name. @public */
export const importMappingSchema = z.strictObject({
  title: z.string().max(200).optional(),
  into: z.enum(importSubjects).default('assets'),
  columns: importColumnsSchema,
  unmapped: z.enum(['refuse', 'ignore']).optional(),
  type: z.string().max(100).optional(),
  status: z.string().max(64).optional(),
  currency: currency.optional(),
  dateFormat: z.enum(dateFormats).optional(),
  decimal: z.enum(decimalMarks).optional(),
});

/** @public */
export type ImportMapping = z.infer<typeof importMappingSchema>;

/** A saved or ready mapping as lists show it. @public */
export const importMappingItemSchema = importMappingSchema.extend({
  name: z.string(),
  columns: z.record(z.string(), importColumnSchema),
  /** It comes with the register and cannot be changed. */
  ready: z.boolean(),
  updatedAt: z.string().optional(),
  updatedBy: z.string().optional(),
});

/** @public */
export type ImportMappingItem = z.infer<typeof importMappingItemSchema>;
