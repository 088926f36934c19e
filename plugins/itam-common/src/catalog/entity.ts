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

/** The API version of the kinds `Asset` and `Licence`. @public */
export const ITAM_API_VERSION = 'itam/v1alpha1';

/** The id of the asset an entity stands for. @public */
export const ANNOTATION_ASSET_ID = 'itam/asset-id';

/** The tag of the asset an entity stands for. @public */
export const ANNOTATION_ASSET_TAG = 'itam/asset-tag';

/** The id its cloud provider gave it. @public */
export const ANNOTATION_PROVIDER_ID = 'itam/provider-id';

/** The version of the publication an entity was made from. @public */
export const ANNOTATION_PUBLISHED_VERSION = 'itam/published-version';

/**
 * Which settings an entity was made with: entities made with others are made
 * again.
 *
 * @public
 */
export const ANNOTATION_PUBLISHED_FORM = 'itam/published-form';

const refs = z.array(z.string().min(1)).optional();

const assetSpec = {
  /** The asset type. */
  type: z.string().min(1),
  category: assetCategorySchema,
  /** The lifecycle status. */
  lifecycle: z.string().min(1),
  owner: z.string().min(1),
  system: z.string().min(1).optional(),
  dependsOn: refs,
  dependencyOf: refs,
  partOf: refs,
};

const metadata = z.looseObject({
  name: z.string().min(1).max(63),
  namespace: z.string().optional(),
  title: z.string().optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});

/**
 * The entity of an asset that is neither a licence nor a cloud resource.
 *
 * @public
 */
export const assetEntitySchema = z.looseObject({
  apiVersion: z.literal(ITAM_API_VERSION),
  kind: z.literal('Asset'),
  metadata,
  spec: z.looseObject(assetSpec),
});

/** @public */
export type AssetEntity = z.infer<typeof assetEntitySchema>;

/** The entity of a licence. @public */
export const licenceEntitySchema = z.looseObject({
  apiVersion: z.literal(ITAM_API_VERSION),
  kind: z.literal('Licence'),
  metadata,
  spec: z.looseObject({
    ...assetSpec,
    category: z.literal('licence'),
    product: z.string().optional(),
    metric: z.string().optional(),
    publisher: z.string().optional(),
  }),
});

/** @public */
export type LicenceEntity = z.infer<typeof licenceEntitySchema>;
