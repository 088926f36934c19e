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
import {
  defaultMissingPolicy,
  MissingPolicy,
  OwnershipRule,
  ownershipRuleSchema,
} from '@itam/plugin-itam-common';
import { Duration } from 'luxon';

/** What to do with a thing the register does not have. */
export const noMatchPolicies = ['register', 'discrepancy', 'ignore'] as const;

export type NoMatchPolicy = (typeof noMatchPolicies)[number];

/** What every source has, whatever its kind. */
export interface SourceSettings {
  title?: string;
  /** How often it is read, and how long one reading may take. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  onNoMatch: NoMatchPolicy;
  missing: MissingPolicy;
}

const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 1 },
  timeout: { minutes: 30 },
};

/**
 * Reads what stands below `itam.sources.<kind>.<id>` for every kind.
 *
 * @throws InputError naming the field at fault.
 */
export function readSourceSettings(config: Config): SourceSettings {
  return {
    title: config.getOptionalString('title'),
    schedule: config.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : defaultSchedule,
    onNoMatch: readNoMatchPolicy(config),
    missing: {
      missingAfter: readNumber(config, 'missingAfter', {
        fallback: defaultMissingPolicy.missingAfter,
        min: 1,
        max: 100,
        whole: true,
      }),
      missingShare: readNumber(config, 'missingShare', {
        fallback: defaultMissingPolicy.missingShare,
        min: 0,
        max: 1,
      }),
    },
  };
}

/**
 * Reads `itam.ownership`.
 *
 * @throws InputError naming the rule and the field at fault.
 */
export function readOwnershipRules(config: Config): OwnershipRule[] {
  const rules = config.getOptional('itam.ownership') ?? [];
  const parsed = ownershipRuleSchema.array().safeParse(rules);
  if (parsed.success) {
    return parsed.data;
  }
  throw new InputError(
    parsed.error.issues
      .map(({ path, message }) => `${pathText(path)}: ${message}`)
      .join('; '),
  );
}

/** How long one reading may take, in milliseconds. */
export function readingTimeout(settings: SourceSettings): number {
  return Duration.fromDurationLike(settings.schedule.timeout).toMillis();
}

/** How often a source is read: an ISO 8601 duration, or a cron pattern. */
export function scheduleText(settings: SourceSettings): string | undefined {
  const { frequency } = settings.schedule;
  if ('cron' in frequency) {
    return frequency.cron;
  }
  if ('trigger' in frequency) {
    return undefined;
  }
  return Duration.fromDurationLike(frequency).toISO() ?? undefined;
}

function pathText(path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : `${text}.${String(part)}`,
    'itam.ownership',
  );
}

function readNoMatchPolicy(config: Config): NoMatchPolicy {
  const text = config.getOptionalString('onNoMatch') ?? 'register';
  const policy = noMatchPolicies.find(known => known === text);
  if (!policy) {
    throw new InputError(
      `onNoMatch: '${text}' is not known; use ${noMatchPolicies.join(', ')}`,
    );
  }
  return policy;
}

function readNumber(
  config: Config,
  field: string,
  options: { fallback: number; min: number; max: number; whole?: boolean },
): number {
  const value = config.getOptionalNumber(field) ?? options.fallback;
  if (
    value < options.min ||
    value > options.max ||
    (options.whole && !Number.isInteger(value))
  ) {
    throw new InputError(
      `${field}: ${value} is not a ${
        options.whole ? 'whole ' : ''
      }number from ${options.min} to ${options.max}`,
    );
  }
  return value;
}
