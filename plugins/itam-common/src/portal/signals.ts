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

/** The channel on which open pages learn that assets changed. @public */
export const ASSETS_CHANNEL = 'itam:assets';

/** Most assets one signal names. @public */
export const MAX_ASSETS_IN_SIGNAL = 50;

/**
 * Which assets changed: the versions they are at now, by id, or only that many
 * did. It says nothing else, because everybody who has the portal open hears
 * it.
 *
 * @public
 */
export const assetSignalSchema = z.object({
  versions: z.record(z.string(), z.number().int()),
  /** More changed than are named: whoever shows assets had better look again. */
  many: z.boolean(),
});

/** @public */
export type AssetSignal = z.infer<typeof assetSignalSchema>;
