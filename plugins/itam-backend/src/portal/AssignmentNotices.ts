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

import type { AnnouncedChange, RegisterAnnouncer } from '../register';
import type { HolderRole, NotifiedAsset, Notifier } from './Notifier';

/** For so long assignments are collected into one notice for each recipient. */
const COLLECT_MS = 2000;

const roles: HolderRole[] = ['custodian', 'consumer'];

/** What somebody was given since the last notice. */
interface Assigned {
  count: number;
  /** The first of them, and how they have it. */
  asset: NotifiedAsset;
  as: HolderRole[];
  /** Who gave it. */
  by: Set<string>;
}

/**
 * Tells people and teams that an asset is theirs to keep or to use, when
 * somebody else made it so. Several at once, as a bulk edit gives them, make
 * one notice.
 */
export class AssignmentNotices implements RegisterAnnouncer {
  readonly #notifier: Notifier;
  #assigned = new Map<string, Assigned>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: { notifier: Notifier }) {
    this.#notifier = options.notifier;
  }

  announce(changes: AnnouncedChange[]): void {
    for (const change of changes) {
      if (change.origin.kind === 'person') {
        this.#collect(change, change.origin.ref);
      }
    }
    if (this.#assigned.size > 0) {
      this.#timer ??= setTimeout(() => this.flush(), COLLECT_MS).unref();
    }
  }

  /** Sends what was collected. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const assigned = this.#assigned;
    this.#assigned = new Map();
    for (const [recipient, { count, asset, as, by }] of assigned) {
      this.#notifier.notify(
        count === 1
          ? { kind: 'assigned-to-you', asset, as }
          : { kind: 'several-assigned-to-you', count },
        { recipients: [recipient], except: [...by] },
      );
    }
  }

  #collect({ before, after }: AnnouncedChange, actor: string): void {
    for (const [recipient, as] of newHolders(before, after)) {
      if (recipient === actor) {
        continue;
      }
      const earlier = this.#assigned.get(recipient);
      if (!earlier) {
        const { id, tag, name } = after;
        this.#assigned.set(recipient, {
          count: 1,
          asset: { id, tag, name },
          as,
          by: new Set([actor]),
        });
      } else if (earlier.count === 1 && earlier.asset.id === after.id) {
        earlier.as = [...new Set([...earlier.as, ...as])];
        earlier.by.add(actor);
      } else {
        earlier.count += 1;
        earlier.by.add(actor);
      }
    }
  }
}

function newHolders(
  before: AnnouncedChange['before'],
  after: AnnouncedChange['after'],
): Map<string, HolderRole[]> {
  const holders = new Map<string, HolderRole[]>();
  for (const role of roles) {
    const holder = after[role];
    if (holder && holder !== before?.[role]) {
      holders.set(holder, [...(holders.get(holder) ?? []), role]);
    }
  }
  return holders;
}
