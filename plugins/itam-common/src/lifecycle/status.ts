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

import { InputError } from '@backstage/errors';
import { LifecycleModel, LifecycleStatus, ReportedNeed } from './schema';
import { LifecycleStage } from './stages';

/**
 * A status of a model.
 *
 * @throws InputError when the model has no such status.
 */
export function statusOf(
  model: LifecycleModel,
  status: string,
): LifecycleStatus {
  if (!Object.hasOwn(model.statuses, status)) {
    throw new InputError(
      `status: '${status}' is not a status of ${
        model.title
      }; use one of ${Object.keys(model.statuses).join(', ')}`,
    );
  }
  return model.statuses[status];
}

/**
 * The stage a status belongs to.
 *
 * @throws InputError when the model has no such status.
 */
export function stageOf(model: LifecycleModel, status: string): LifecycleStage {
  return statusOf(model, status).stage;
}

/** Whether a source may report this status; false for an unknown one. */
export function canReport(model: LifecycleModel, status: string): boolean {
  return model.observableStatuses.includes(status);
}

/**
 * The status of a thing a source reports for the first time, given what is
 * known about it. Undefined where the model is not for reported things.
 */
export function reportedInitialStatus(
  model: LifecycleModel,
  known: Partial<Record<ReportedNeed, boolean>>,
): string | undefined {
  const { reported } = model;
  if (!reported) {
    return undefined;
  }
  return reported.needs.every(need => known[need])
    ? reported.status
    : reported.otherwise;
}
