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

import type { z as zodOfScaffolder } from 'zod/v3';

/** The zod the scaffolder works with, which is not the one of our contracts. */
export type ScaffolderZod = typeof zodOfScaffolder;

/** What is said of a new asset beside its type and name. */
export const newAssetInputs = {
  description: (z: ScaffolderZod) => z.string().optional(),
  owner: (z: ScaffolderZod) =>
    z
      .string()
      .optional()
      .describe('Who funds it and keeps the rights: the ref of a group'),
  custodian: (z: ScaffolderZod) =>
    z
      .string()
      .optional()
      .describe('Who keeps its record right: the ref of a user or group'),
  consumer: (z: ScaffolderZod) =>
    z.string().optional().describe('Who is to use it: the ref of a user'),
  location: (z: ScaffolderZod) =>
    z.string().optional().describe('Code or id of a location'),
  environment: (z: ScaffolderZod) => z.string().optional(),
  model: (z: ScaffolderZod) =>
    z.string().optional().describe('Code or id of a catalogue model'),
  supports: (z: ScaffolderZod) =>
    z
      .array(z.string())
      .optional()
      .describe('Refs of the catalog entities it serves'),
  attributes: (z: ScaffolderZod) =>
    z
      .record(z.any())
      .optional()
      .describe('Technical facts by name, as the asset type declares them'),
  facts: (z: ScaffolderZod) =>
    z
      .record(z.any())
      .optional()
      .describe('Facts its lifecycle asks for, by name'),
};

/** What templates learn of an asset. */
export const assetOutputs = {
  tag: (z: ScaffolderZod) => z.string().describe('What it is known by'),
  assetId: (z: ScaffolderZod) => z.string(),
  status: (z: ScaffolderZod) => z.string(),
  path: (z: ScaffolderZod) =>
    z.string().describe('The path of its page in the portal'),
};
