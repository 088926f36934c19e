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
import { InputError } from '@backstage/errors';
import {
  defaultProviderIdAnnotations,
  defaultPublishRules,
  PublishRule,
  publishRuleSchema,
  RelationLibrary,
} from '@itam/plugin-itam-common';
import { z } from 'zod';

/** Most assets that become entities unless the portal says otherwise. */
const DEFAULT_MAXIMUM = 50_000;

const catalogConfigSchema = z.looseObject({
  enabled: z.boolean().default(true),
  dryRun: z.boolean().default(false),
  maximum: z.number().int().min(0).default(DEFAULT_MAXIMUM),
  publish: z.array(publishRuleSchema).default(defaultPublishRules),
  providerIdAnnotations: z
    .array(z.string())
    .default(defaultProviderIdAnnotations),
});

/** `itam.catalog`, as far as the register is concerned. */
export interface CatalogSettings {
  /** No rules at all when publishing is switched off. */
  rules: PublishRule[];
  /** Says in the log what the rules would do, and does not do it. */
  dryRun: boolean;
  maximum: number;
  providerIdAnnotations: string[];
}

/**
 * Reads `itam.catalog`.
 *
 * @throws InputError with the place of a mistake.
 */
export function readCatalogSettings(config: Config): CatalogSettings {
  const parsed = catalogConfigSchema.safeParse(
    config.getOptional('itam.catalog') ?? {},
  );
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `${['itam.catalog', ...issue.path].join('.')}: ${issue.message}`,
    );
  }
  const { enabled, publish, dryRun, maximum, providerIdAnnotations } =
    parsed.data;
  return {
    rules: enabled ? publish : [],
    dryRun,
    maximum,
    providerIdAnnotations,
  };
}

/** @throws InputError when a rule names a kind of relation there is none of. */
export function refuseUnknownRelations(
  { rules }: CatalogSettings,
  relationKinds: Pick<RelationLibrary, 'find'>,
): void {
  rules.forEach(({ relation = [] }, index) => {
    const unknown = [relation].flat().find(type => !relationKinds.find(type));
    if (unknown !== undefined) {
      throw new InputError(
        `itam.catalog.publish.${index}.relation: there is no kind of relation '${unknown}'; add it to itam.relations or name another`,
      );
    }
  });
}
