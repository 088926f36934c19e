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

import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ANNOTATION_ENDS_ON } from '@itam/plugin-itam-common';
import { z } from 'zod';

const custodySchema = z.looseObject({
  endDateAnnotation: z.string().min(1).max(200).default(ANNOTATION_ENDS_ON),
  noticeDays: z.number().int().min(0).max(366).default(14),
  maximumShare: z.number().min(0).max(1).default(0.2),
  notify: z
    .array(
      z
        .string()
        .regex(
          /^(user|group):[^/:]+\/[^/:]+$/i,
          'must be a full ref such as group:default/it-asset-management',
        )
        .transform(ref => ref.toLocaleLowerCase('en-US')),
    )
    .default([]),
});

/** `itam.custody`. */
export type CustodySettings = z.output<typeof custodySchema> & {
  /** How often it is looked for what leavers left behind. */
  schedule: SchedulerServiceTaskScheduleDefinition;
};

/**
 * Reads `itam.custody`.
 *
 * @throws InputError with the place of a mistake.
 */
export function readCustodySettings(config: Config): CustodySettings {
  const parsed = custodySchema.safeParse(
    config.getOptional('itam.custody') ?? {},
  );
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(`${['itam.custody', ...path].join('.')}: ${message}`);
  }
  const schedule = config.getOptionalConfig('itam.custody.schedule');
  return {
    ...parsed.data,
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { hours: 24 },
          timeout: { minutes: 30 },
          initialDelay: { minutes: 5 },
          scope: 'global',
        },
  };
}
