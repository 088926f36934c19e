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
import { catalogueModelFactsSchema } from './catalogueModel';
import { legalEntityFactsSchema } from './legalEntity';
import { locationFactsSchema } from './location';

/**
 * `itam.records`: shared records the configuration of the portal gives, known
 * by their codes. They are loaded at start and changed there only.
 *
 * @public
 */
export const configuredRecordsSchema = z.strictObject({
  locations: z.array(locationFactsSchema).default([]),
  legalEntities: z.array(legalEntityFactsSchema).default([]),
  models: z.array(catalogueModelFactsSchema).default([]),
});

/** @public */
export type ConfiguredRecords = z.infer<typeof configuredRecordsSchema>;
