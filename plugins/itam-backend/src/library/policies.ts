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

import type { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import type { Policies } from '@itam/plugin-itam-common';
import { readCatalogSettings } from '../catalog/CatalogSettings';
import {
  readOwnershipRules,
  readSourceSettings,
  scheduleText,
} from '../discovery/sourceSettings';

/** The policies as configured: rules and numbers, nothing that is secret. */
export function readPolicies(config: Config): Policies {
  const { rules, dryRun, maximum } = readCatalogSettings(config);
  return {
    publish: {
      enabled: config.getOptionalBoolean('itam.catalog.enabled') ?? true,
      dryRun,
      maximum,
      rules,
    },
    ownership: readOwnershipRules(config),
    sources: readSources(config.getOptionalConfig('itam.sources')),
    costs: {
      reportingCurrency: config.getOptionalString('itam.reportingCurrency'),
      closeAfterDays: config.getOptionalNumber('itam.costs.closeAfterDays'),
    },
  };
}

function readSources(sources: Config | undefined): Policies['sources'] {
  if (!sources) {
    return [];
  }
  return sources.keys().flatMap(kind => {
    const ofKind = sources.getConfig(kind);
    return ofKind.keys().map(id => readSource(kind, id, ofKind.getConfig(id)));
  });
}

function readSource(
  kind: string,
  id: string,
  config: Config,
): Policies['sources'][number] {
  const title = config.getOptionalString('title') ?? id;
  try {
    const settings = readSourceSettings(config);
    return {
      id,
      kind,
      title,
      schedule: scheduleText(settings),
      onNoMatch: settings.onNoMatch,
      ...settings.missing,
    };
  } catch (error) {
    return { id, kind, title, error: toError(error).message };
  }
}
