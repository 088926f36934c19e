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

import { isFiltering, noFilter, queryOfFilter } from './historyFilter';

describe('the filter of a history', () => {
  it('takes a plain name for a person', () => {
    const actorOf = (actor: string) =>
      queryOfFilter({ ...noFilter, actor }).actor;
    expect(actorOf(' Ada ')).toBe('user:default/ada');
    expect(actorOf('team-a/ada')).toBe('user:team-a/ada');
    expect(actorOf('source:aws')).toBe('source:aws');
    expect(actorOf('erased')).toBe('erased');
    expect(actorOf('')).toBeUndefined();
  });

  it('says whether it leaves anything out', () => {
    expect(isFiltering(noFilter)).toBe(false);
    expect(isFiltering({ ...noFilter, time: 'recorded' })).toBe(false);
    expect(isFiltering({ ...noFilter, actions: ['update'] })).toBe(true);
    expect(isFiltering({ ...noFilter, to: '2026-01-01' })).toBe(true);
  });
});
