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

import type { EventsService } from '@backstage/plugin-events-node';
import { type AssetEventKind, assetEventTopic } from '@itam/plugin-itam-common';
import type { AnnouncedChange, RegisterAnnouncer } from '../register';
import { assetEventOf, eventKindOf } from './assetEvent';
import type { Outbox } from './Outbox';

/**
 * Publishes what happens to assets on the topics `itam.asset.*`: an event for a
 * single edit, one for each kind of change in a batch.
 */
export class AssetEvents implements RegisterAnnouncer {
  readonly #events: Pick<EventsService, 'publish'>;
  readonly #outbox: Outbox;

  constructor(options: {
    events: Pick<EventsService, 'publish'>;
    outbox: Outbox;
  }) {
    this.#events = options.events;
    this.#outbox = options.outbox;
  }

  announce(changes: AnnouncedChange[]): void {
    for (const { kind, alike } of byKindAndOrigin(changes)) {
      const event = {
        topic: assetEventTopic(kind),
        eventPayload: assetEventOf(alike),
      };
      this.#outbox.post(() => this.#events.publish(event));
    }
  }
}

function byKindAndOrigin(changes: AnnouncedChange[]) {
  const groups = new Map<
    string,
    { kind: AssetEventKind; alike: AnnouncedChange[] }
  >();
  for (const change of changes) {
    const kind = eventKindOf(change);
    const { origin } = change;
    const key = [
      kind,
      ...(origin.kind === 'source' ? [origin.sourceId, origin.runId] : []),
    ].join(' ');
    const group = groups.get(key) ?? { kind, alike: [] };
    group.alike.push(change);
    groups.set(key, group);
  }
  return groups.values();
}
