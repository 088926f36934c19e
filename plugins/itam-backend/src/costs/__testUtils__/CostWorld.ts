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

import type { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type {
  CostFigures,
  CostGrouping,
  CostReport,
} from '@itam/plugin-itam-common';
import { DiscoveryWorld } from '../../discovery/__testUtils__/DiscoveryWorld';
import { aThing } from '../../discovery/__testUtils__/ListedSource';
import { ListedBill } from './statements';

type DatabaseId = Parameters<TestDatabases['init']>[0];

const hourly = { frequency: { hours: 1 }, timeout: { minutes: 5 } };

/** A register that gets bills: one source of things, one of charges. */
export class CostWorld {
  readonly discovery: DiscoveryWorld;

  static async create(
    databases: TestDatabases,
    id: DatabaseId,
    itam: JsonObject = {},
  ): Promise<CostWorld> {
    const world = new CostWorld(
      await DiscoveryWorld.create(databases, id, {
        sources: {
          listed: {
            estate: { schedule: hourly },
            bill: { schedule: hourly },
          },
        },
        ...itam,
      }),
    );
    world.at('2026-11-03T08:00:00.000Z');
    return world;
  }

  private constructor(discovery: DiscoveryWorld) {
    this.discovery = discovery;
  }

  /** Sets the clock. */
  at(moment: string): void {
    this.discovery.now = new Date(moment);
  }

  get service() {
    return this.discovery.costs.service;
  }

  /** Registers things that support these entities, and are owned. */
  async register(
    things: Record<string, { owner?: string; supports?: string[] }>,
  ): Promise<void> {
    this.discovery.listing().documents = [
      {
        scope: 'estate.json',
        things: Object.keys(things).map(key => aThing({ sourceKey: key })),
      },
    ];
    await this.discovery.read();
    for (const [key, { owner, supports = [] }] of Object.entries(things)) {
      await this.change(key, { owner, supports });
    }
  }

  /** What a person changes of a thing. */
  async change(
    key: string,
    { owner, supports }: { owner?: string; supports?: string[] },
  ): Promise<void> {
    const { register } = this.discovery;
    const id = await this.idOf(key);
    await register.apply({
      changes: [
        {
          assetId: id,
          change: {
            origin: { kind: 'person', ref: 'user:default/ida' },
            action: 'update',
            facts: owner ? { owner } : {},
            relations: supports?.map(toEntityRef => ({
              type: 'supports' as const,
              toEntityRef,
            })),
          },
        },
      ],
    });
  }

  async idOf(key: string): Promise<string> {
    const found = await this.discovery.register.identify([
      { type: 'provider-id', value: `arn:${key}` },
    ]);
    return [...found.values()][0][0];
  }

  /** What the source of charges holds. */
  bills(...bills: ListedBill[]): void {
    this.discovery.listing('bill').documents = bills;
  }

  read(options: { dryRun?: boolean } = {}) {
    return this.discovery.read({ sourceId: 'bill', ...options });
  }

  /** Pushes a bill as a file. */
  push({ scope, ...bill }: ListedBill) {
    return this.discovery.read({
      sourceId: 'bill',
      file: { name: scope, content: Buffer.from(JSON.stringify(bill)) },
    });
  }

  follow() {
    return this.discovery.costs.follow();
  }

  report(
    groupBy: CostGrouping,
    query: Partial<Parameters<typeof this.service.report>[0]> = {},
  ): Promise<CostReport> {
    return this.service.report({ groupBy, limit: 200, ...query });
  }

  /** Effective costs by group, `none` for what is unattributed. */
  async effective(groupBy: CostGrouping, month?: string) {
    const report = await this.report(groupBy, { from: month, to: month });
    const groups = report.items.map(({ key, costs }) => [key, text(costs)]);
    return Object.fromEntries(
      groupBy === 'entity' || groupBy === 'owner'
        ? [...groups, ['none', text(report.unattributed.costs)]]
        : groups,
    );
  }

  stop() {
    return this.discovery.stop();
  }
}

/** Effective amounts as `12.50 EUR`. */
export function text(costs: CostFigures[]): string {
  return costs
    .map(({ effective, currency }) => `${effective} ${currency}`)
    .join(' + ');
}
