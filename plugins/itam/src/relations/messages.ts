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

export const relationsMessages = {
  title: 'Relations',
  empty: 'No relation is known.',
  map: 'Map of the neighbours of {{name}}; the list below it holds the same',
  person: 'stated by a person',
  source: 'from {{source}}',
  more_one: '+{{count}} more',
  more_other: '+{{count}} more',
  moreHint: 'In the list below',
  showAll: 'Show all {{total}}',
  showFewer: 'Show fewer',
  out: {
    supports: 'Supports',
    'part-of': 'Part of',
    'runs-on': 'Runs on',
    'installed-on': 'Installed on',
    'depends-on': 'Depends on',
    'provisioned-by': 'Provisioned by',
    'covered-by': 'Covered by',
    'licensed-by': 'Licensed by',
  },
  in: {
    supports: 'Supported by',
    'part-of': 'Has parts',
    'runs-on': 'Carries',
    'installed-on': 'Has installed',
    'depends-on': 'Needed by',
    'provisioned-by': 'Provisions',
    'covered-by': 'Covers',
    'licensed-by': 'Licenses',
  },
} as const;
