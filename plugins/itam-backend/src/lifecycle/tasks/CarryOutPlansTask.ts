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

import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { LifecycleRole, lifecycleRoles } from '@itam/plugin-itam-common';
import type { LifecycleService } from '../LifecycleService';
import type { DuePlan, LifecycleStore } from '../LifecycleStore';

const PLANS_AT_ONCE = 200;

/** Makes the transitions people planned, when their time has come. */
export class CarryOutPlansTask {
  readonly #store: LifecycleStore;
  readonly #service: LifecycleService;
  readonly #scheduler: SchedulerService;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    store: LifecycleStore;
    service: LifecycleService;
    scheduler: SchedulerService;
    logger: LoggerService;
    now?: () => Date;
  }) {
    this.#store = options.store;
    this.#service = options.service;
    this.#scheduler = options.scheduler;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
  }

  async start(): Promise<void> {
    await this.#scheduler.scheduleTask({
      id: 'itam-carry-out-planned-transitions',
      frequency: { minutes: 1 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 20 },
      scope: 'global',
      fn: () => this.carryOut(),
    });
  }

  /** Carries out what is due; what cannot be done says why on the plan. */
  async carryOut(): Promise<void> {
    for (;;) {
      const plans = await this.#store.duePlans(
        this.#now().toISOString(),
        PLANS_AT_ONCE,
      );
      for (const plan of plans) {
        await this.#carryOut(plan);
      }
      if (plans.length < PLANS_AT_ONCE) {
        return;
      }
    }
  }

  /** In the name, and with the roles, of who planned it. */
  async #carryOut(plan: DuePlan): Promise<void> {
    const roles = plan.roles.filter(isRole);
    const now = () => this.#now().toISOString();
    try {
      await this.#service.transition(
        {
          assetId: plan.assetId,
          request: { ...plan.request, effectiveAt: plan.plannedFor },
        },
        {
          ref: plan.plannedBy,
          rolesTowards: async ids => new Map(ids.map(id => [id, roles])),
          rolesTowardsDraft: async () => roles,
          mayForce: async () => new Set(),
          mayForceDraft: async () => false,
        },
      );
      await this.#store.settlePlan(plan.id, { state: 'done', now: now() });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#logger.warn(`Planned transition ${plan.id} refused: ${message}`);
      await this.#store.settlePlan(plan.id, {
        state: 'refused',
        error: message,
        now: now(),
      });
    }
  }
}

function isRole(role: string): role is LifecycleRole {
  return lifecycleRoles.some(known => known === role);
}
