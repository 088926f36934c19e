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

export const registerMessages = {
  list: {
    title: 'Assets',
    ofEntity: 'Only the assets of',
    leaveEntity: 'Show all assets',
    search: 'Search assets',
    searchPlaceholder: 'Name, tag, serial or provider id',
    total_one: '{{count}} asset',
    total_other: '{{count}} assets',
    pageSize: '{{size}} per page',
    clear: 'Clear filters',
    disputed: 'Disputed only',
    unowned: 'Nobody',
    any: 'Any',
    filters: 'Filters',
    disputedHint:
      'A source contradicts the register on this asset. Open it to see what is said.',
    noOwner: 'Nobody',
    empty: 'The register is empty',
    emptyHint:
      'Assets come from sources: Terraform states, clouds, files. Configure one and read it.',
    emptyAction: 'Go to Discovery',
    emptyEntity: 'No assets belong here yet',
    emptyEntityHint:
      'Assets get here when a source says that they support this entity, for example by a tag, an account or the stack that provisioned them, or when this team or person owns them.',
    nothingFound: 'No asset fits these filters',
    nothingFoundHint: 'Take a filter away, or search for something else.',
  },
  field: {
    tag: 'Tag',
    name: 'Name',
    type: 'Type',
    category: 'Category',
    status: 'Status',
    owner: 'Owner',
    supports: 'Supports',
    environment: 'Environment',
    updatedAt: 'Updated',
    provider: 'Provider',
    source: 'Source',
    account: 'Account',
    region: 'Region',
    manufacturer: 'Manufacturer',
    model: 'Model',
    serial: 'Serial',
    keys: 'Keys',
    description: 'Description',
    custodian: 'Custodian',
    consumer: 'Consumer',
    legalEntity: 'Legal entity',
    ownership: 'Ownership',
    hosting: 'Hosting',
    criticality: 'Criticality',
    location: 'Location',
    lastVerifiedAt: 'Last verified',
    entityRef: 'Catalog entity',
  },
  asset: {
    disputed: 'Disputed',
    edit: 'Edit',
    openEntity: 'Open in the catalog',
    group: {
      identity: 'Identity',
      custody: 'Custody',
      place: 'Where it is',
      attributes: 'Technical facts',
      labels: 'Labels',
    },
    setByPerson: 'Set by a person on {{date}}; kept against sources',
    setBySource: 'From {{source}} since {{date}}',
    contradicted: '{{source}} says {{value}} instead',
    contradictedEmpty: '{{source}} says nothing is set',
    noLabels: 'No labels.',
  },
  edit: {
    title: 'Edit {{name}}',
    lock: 'What you set here is kept: sources no longer change it, they are shown beside it.',
    ownerHint:
      'A group or user of the catalog, for example group:default/payments. Empty: nobody.',
    criticalityNone: 'Not rated',
    criticality: {
      '1': '1, critical',
      '2': '2, high',
      '3': '3, medium',
      '4': '4, low',
    },
    reason: 'Reason',
    reasonHint: 'Kept in the history.',
    save: 'Save',
    cancel: 'Cancel',
    nothing: 'Nothing is changed yet.',
    conflict: 'Someone else changed this asset meanwhile',
    conflictHint:
      'Nothing was saved. Reload to see the present values, then make your change again.',
    reload: 'Reload',
    failed: 'The change was not saved',
  },
  history: {
    title: 'History',
    empty: 'No change is recorded.',
    action: {
      register: 'Registered',
      update: 'Changed',
      observe: 'Observed',
      relate: 'Related',
    },
    by: 'by {{actor}}',
    effective: 'Happened',
    recorded: 'Recorded',
    reason: 'Reason: {{reason}}',
    change: '{{field}}: {{from}} → {{to}}',
    set: '{{field}}: {{to}}',
    nothing: 'empty',
    more_one: 'and {{count}} more field',
    more_other: 'and {{count}} more fields',
  },
  observations: {
    title: 'Seen by',
    empty: 'No source has seen it; a person registered it.',
    state: { present: 'Present', missing: 'Missing' },
    seen: 'first {{first}}, last {{last}}',
  },
  folded: {
    title: 'Folded under it',
    hint: 'Parts without value of their own: rules, attachments, policies.',
    search: 'Search folded things',
    empty: 'Nothing is folded under this asset.',
    nothingFound: 'Nothing folded fits this search.',
    column: { name: 'Name', type: 'Type', place: 'Place', seen: 'Last seen' },
  },
  card: {
    title: 'IT assets',
    assetTitle: 'IT asset',
    total_one: '{{count}} asset',
    total_other: '{{count}} assets',
    byCategory: 'By category',
    byStatus: 'By status',
    attention: 'Needs attention',
    unowned_one: '{{count}} owned by nobody',
    unowned_other: '{{count}} owned by nobody',
    disputed_one: '{{count}} disputed',
    disputed_other: '{{count}} disputed',
    nothingToDo: 'All have an owner, none is disputed.',
    readings: 'Last reading',
    failing: 'failing',
    stale: 'stale',
    neverRead: 'not read yet',
    showAll: 'Show all',
    showAsset: 'Show the asset',
  },
} as const;
