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

/** The nine categories every asset type belongs to one of. */
export const assetCategories = [
  'hardware',
  'network',
  'software',
  'licence',
  'cloud',
  'code',
  'data',
  'facility',
  'service',
] as const;

/** Parses a category. */
export const assetCategorySchema = z.enum(assetCategories);

/** A category of asset types. */
export type AssetCategory = z.infer<typeof assetCategorySchema>;

/** What one record of a type stands for. */
export const units = ['asset', 'group', 'quantity', 'fold'] as const;

/** Parses a unit of management. */
export const unitSchema = z.enum(units);

/**
 * Unit of management: `asset` one thing, `group` a changing set, `quantity`
 * counted per store, `fold` an observation kept under its parent.
 */
export type UnitOfManagement = z.infer<typeof unitSchema>;
