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
  map: {
    title: 'Map around {{name}}',
    label: 'Map around {{name}}; every box leads to its page',
    open: 'Whole map',
    back: 'Back to the asset',
    controls: 'What the map shows',
    depth: 'Reach',
    steps_one: '{{count}} step',
    steps_other: '{{count}} steps',
    kinds: 'Kinds of relation',
    allKinds: 'All',
    empty: 'Nothing is related this way.',
    away_one: '{{count}} step away',
    away_other: '{{count}} steps away',
    truncated_one: 'There is more than the {{count}} box shown.',
    truncated_other:
      'There is more than the {{count}} boxes shown: reach less far, or choose a kind of relation.',
    hidden_one: '{{count}} neighbour you may not see is left out.',
    hidden_other: '{{count}} neighbours you may not see are left out.',
  },
  hiddenEnd: 'An asset you may not see',
  reason: 'Reason',
  reasonHint: 'Kept in the history, for those who ask later.',
  cancel: 'Cancel',
  add: {
    open: 'Add relation',
    title: 'Relate {{name}}',
    kind: 'Relation',
    kindPlaceholder: 'Choose a relation',
    asset: 'Asset',
    assetHint: 'Search by name, tag or serial number: {{ends}}.',
    entity: 'Catalog entity',
    entityHint: 'Search by name: {{kinds}}.',
    save: 'Add',
    failed: 'The relation was not added',
  },
  end: {
    open: 'Take away: {{relation}} {{name}}',
    title: 'Take the relation away?',
    question: '{{asset}} will no longer be related: {{relation}} {{name}}.',
    rollUp:
      'What it took over from there stays as it is and no longer follows.',
    save: 'Take away',
    failed: 'The relation was not taken away',
  },
  rollUp: {
    label: 'Take over from the container',
    hint: 'Copied now, and changed with the container from now on. A value that somebody gives the part itself stays.',
    owner: 'owner',
    location: 'location',
    take: { owner: 'Owner', location: 'Location' },
    out: 'Follows it in: {{fields}}',
    in: 'Takes over: {{fields}}',
  },
  impact: {
    title: 'If this stops…',
    none: 'Nothing else is known to stop.',
    noneHint:
      'Relations say what stands on this asset. Add what supports, runs on or is part of what.',
    services_one: '{{count}} service or other catalog entity stops too',
    services_other: '{{count}} services and other catalog entities stop too',
    assets_one: 'and {{count}} other asset',
    assets_other: 'and {{count}} other assets',
    cost: 'Cost of what stops, {{month}}',
    servicesTitle: 'Services and other catalog entities',
    assetsTitle: 'Assets',
    owners: 'Whose they are',
    systems: 'Systems',
    domains: 'Domains',
    why: 'Because: {{path}}',
    hidden_one:
      '{{count}} affected asset you may not see is left out, with what stands on it.',
    hidden_other:
      '{{count}} affected assets you may not see are left out, with what stands on them.',
    truncated: 'More is affected than was looked at.',
  },
  person: 'stated by a person',
  source: 'from {{source}}',
  more_one: '+{{count}} more',
  more_other: '+{{count}} more',
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
