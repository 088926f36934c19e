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

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';

/** `itam.catalog`, as far as the catalog is concerned. */
export interface CatalogModuleSettings {
  /** How often the feed is asked. */
  poll: HumanDuration;
  /** How often register and catalog are compared. */
  sweep: HumanDuration;
  /** The group in whose name assets nobody owns are published. */
  unownedOwner: string;
  /** Lets any number of entities go at once. */
  allowMassRemoval: boolean;
  /** Address of the portal. */
  appBaseUrl?: string;
}

/** Reads the settings. */
export function readSettings(config: RootConfigService): CatalogModuleSettings {
  return {
    poll: durationOf(config, 'itam.catalog.poll') ?? { seconds: 5 },
    sweep: durationOf(config, 'itam.catalog.sweep') ?? { hours: 1 },
    unownedOwner:
      config.getOptionalString('itam.catalog.unownedOwner') ??
      'group:default/unowned',
    allowMassRemoval:
      config.getOptionalBoolean('itam.catalog.allowMassRemoval') ?? false,
    appBaseUrl: config.getOptionalString('app.baseUrl'),
  };
}

function durationOf(
  config: RootConfigService,
  key: string,
): HumanDuration | undefined {
  return config.has(key) ? readDurationFromConfig(config, { key }) : undefined;
}
