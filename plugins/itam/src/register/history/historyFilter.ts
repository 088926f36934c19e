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

import { historyActions, HistoryTime } from '@itam/plugin-itam-common';

/** What a reader narrows the history of an asset down by. */
export interface ShownFilter {
  actions: HistoryAction[];
  /** As typed. */
  actor: string;
  /** Days, or nothing. */
  from: string;
  to: string;
  time: HistoryTime;
}

/** @public */
export type HistoryAction = (typeof historyActions)[number];

export const noFilter: ShownFilter = {
  actions: [],
  actor: '',
  from: '',
  to: '',
  time: 'effective',
};

/** Whether it leaves anything out. */
export function isFiltering(filter: ShownFilter): boolean {
  const { actions, actor, from, to } = filter;
  return actions.length > 0 || [actor, from, to].some(text => text !== '');
}

/** What the API is asked with. */
export function queryOfFilter({ actions, actor, from, to, time }: ShownFilter) {
  return {
    action: actions.length > 0 ? actions.join(',') : undefined,
    actor: refOf(actor),
    from: from || undefined,
    to: to || undefined,
    time,
  };
}

/** A plain name stands for a person of the default namespace. */
function refOf(typed: string): string | undefined {
  const actor = typed.trim();
  if (actor === '' || actor.includes(':') || actor === 'erased') {
    return actor || undefined;
  }
  const name = actor.toLocaleLowerCase('en-GB');
  return name.includes('/') ? `user:${name}` : `user:default/${name}`;
}
