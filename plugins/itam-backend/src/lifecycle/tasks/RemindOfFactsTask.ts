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

import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { LifecycleVocabulary } from '@itam/plugin-itam-common';
import type { Notifier } from '../../portal';
import type { LifecycleStore } from '../LifecycleStore';

const FACTS_AT_ONCE = 1000;
const DAY = 86_400_000;

/** Reminds people of facts that are due soon, and once more when they are late. */
export class RemindOfFactsTask {
  readonly #store: LifecycleStore;
  readonly #notifier: Notifier;
  readonly #vocabulary: LifecycleVocabulary;
  readonly #scheduler: SchedulerService;
  readonly #now: () => Date;

  constructor(options: {
    store: LifecycleStore;
    notifier: Notifier;
    vocabulary: LifecycleVocabulary;
    scheduler: SchedulerService;
    now?: () => Date;
  }) {
    this.#store = options.store;
    this.#notifier = options.notifier;
    this.#vocabulary = options.vocabulary;
    this.#scheduler = options.scheduler;
    this.#now = options.now ?? (() => new Date());
  }

  async start(): Promise<void> {
    await this.#scheduler.scheduleTask({
      id: 'itam-remind-of-open-facts',
      frequency: { hours: 6 },
      timeout: { minutes: 15 },
      initialDelay: { minutes: 2 },
      scope: 'global',
      fn: () => this.remind(),
    });
  }

  /** One message for each asset and person. */
  async remind(): Promise<void> {
    const now = this.#now();
    const today = now.toISOString().slice(0, 10);
    const tomorrow = new Date(now.getTime() + DAY).toISOString().slice(0, 10);
    const due = await this.#store.dueFacts(tomorrow, FACTS_AT_ONCE);
    const byPerson = new Map<string, typeof due>();
    for (const fact of due) {
      if (fact.assignee !== '') {
        const key = `${fact.assetId}|${fact.assignee}`;
        byPerson.set(key, [...(byPerson.get(key) ?? []), fact]);
      }
    }
    for (const facts of byPerson.values()) {
      const [{ assetId, tag, name, assignee }] = facts;
      this.#notifier.notify(
        {
          kind: 'open-fact-due',
          asset: { id: assetId, tag, name },
          facts: facts.map(({ fact, due: day }) => ({
            title: this.#titleOf(fact),
            due: day,
          })),
          overdue: facts.some(({ due: day }) => day < today),
        },
        { recipients: [assignee] },
      );
    }
    await this.#store.reminded(
      due.map(({ id }) => id),
      today,
    );
  }

  #titleOf(fact: string): string {
    const { facts, evidence } = this.#vocabulary;
    return (facts[fact] ?? evidence[fact])?.title ?? fact;
  }
}
