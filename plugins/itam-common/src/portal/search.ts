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
import { assetCategorySchema } from '../assetTypes';
import { lifecycleStageSchema } from '../lifecycle';

/** The type of our documents in the search of the portal. @public */
export const ASSET_DOCUMENT_TYPE = 'itam-asset';

/** Most assets of one page of the search feed. @public */
export const SEARCH_PAGE_SIZE = 500;

/**
 * What everybody who may search learns of an asset: what it is and how it is
 * called. Who has it, what it costs, its serial number and what people wrote
 * about it stay in the register.
 *
 * @public
 */
export const searchableAssetSchema = z.object({
  id: z.string(),
  tag: z.string(),
  name: z.string(),
  type: z.string(),
  typeTitle: z.string(),
  category: assetCategorySchema,
  status: z.string(),
  statusTitle: z.string(),
  stage: lifecycleStageSchema,
  manufacturer: z.string().optional(),
  model: z.string().optional(),
  environment: z.string().optional(),
});

/** @public */
export type SearchableAsset = z.infer<typeof searchableAssetSchema>;

/**
 * An asset as a document of the search index.
 *
 * @public
 */
export const assetSearchDocumentSchema = z.object({
  /** Name of the asset. */
  title: z.string(),
  /** What it is found by beside its name. */
  text: z.string(),
  /** Path of its page. */
  location: z.string(),
  tag: z.string(),
  assetType: z.string(),
  category: assetCategorySchema,
  status: z.string(),
  stage: lifecycleStageSchema,
});

/** @public */
export type AssetSearchDocument = z.infer<typeof assetSearchDocumentSchema>;

/** What the search finds an asset by, and shows of it. @public */
export function assetSearchDocumentOf(
  asset: SearchableAsset,
): AssetSearchDocument {
  const words = [
    asset.tag,
    asset.typeTitle,
    asset.manufacturer,
    asset.model,
    asset.statusTitle,
    asset.environment,
  ];
  return {
    title: asset.name,
    text: words.filter(Boolean).join(' · '),
    location: assetPath(asset.tag),
    tag: asset.tag,
    assetType: asset.typeTitle,
    category: asset.category,
    status: asset.statusTitle,
    stage: asset.stage,
  };
}

/** The path of the page of an asset in the portal. @public */
export function assetPath(tag: string): string {
  return `/itam/assets/${encodeURIComponent(tag)}`;
}
