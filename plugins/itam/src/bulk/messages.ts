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

export const bulkMessages = {
  kind: {
    edit: 'Bulk edit',
    transition: 'Bulk transition',
    import: 'Import',
    undo: 'Undo',
  },
  outcome: {
    created: 'New',
    updated: 'Changed',
    unchanged: 'Unchanged',
    rejected: 'Refused',
  },
  bar: {
    label: 'Change several assets',
    selected_one: '{{count}} selected',
    selected_other: '{{count}} selected',
    all_one: 'All {{count}} that match',
    all_other: 'All {{count}} that match',
    takeAll_one: 'Take the {{count}} that matches',
    takeAll_other: 'Take all {{count}} that match',
    edit: 'Edit',
    transition: 'Move on',
    leave: 'Leave',
    export: 'Export',
    exportCsv: 'As CSV',
    exportJson: 'As JSON',
    exportFailed: 'The export did not come through',
    import: 'Import',
  },
  edit: {
    title_one: 'Edit {{count}} asset',
    title_other: 'Edit {{count}} assets',
    fields: 'Facts to change',
    fieldsPlaceholder: 'Choose what to change',
    emptied: 'What is left empty here is emptied on every asset.',
    reason: 'Reason',
    preview: 'Preview',
    apply_one: 'Change {{count}} asset',
    apply_other: 'Change {{count}} assets',
    again: 'Change what is asked',
    cancel: 'Cancel',
  },
  transition: {
    title_one: 'Move {{count}} asset on',
    title_other: 'Move {{count}} assets on',
    which: 'Transition',
    hint: 'The transitions are those of {{name}}. What cannot make the one chosen is refused with the reason; the others are moved.',
    none: 'There is no transition that leaves the status of {{name}}.',
  },
  preview: {
    title: 'What it would do',
  },
  run: {
    title: '{{kind}} of {{time}}',
    dryRun: 'Tried out, nothing kept',
    outcome: 'Outcome',
    progress: 'Progress of the run',
    done: '{{done}} rows done',
    doneOf: '{{done}} of {{total}} rows done',
    counts:
      '{{read}} rows: {{created}} new, {{updated}} changed, {{unchanged}} unchanged, {{rejected}} refused',
    wouldCount:
      '{{read}} rows: {{created}} would be new, {{updated}} changed, {{unchanged}} unchanged, {{rejected}} refused',
    failed: 'The run failed',
    cancelled: 'The run was stopped',
    cancel: 'Stop',
    cancelling: 'Stops after the rows in hand',
    undo: 'Undo',
    undoTitle: 'Undo this run?',
    undoHint:
      'Every asset nobody changed since gets back what it had. Assets that were registered stay; take them out by hand.',
    undoAction: 'Undo the run',
    undone: 'Undone by another run',
    undoOf: 'Takes back another run',
    requestedBy: 'Requested by',
    file: 'File',
    started: 'Started',
    ended: 'Ended',
    duration: 'Duration',
    details: 'Show the run',
    notes: 'How it was read',
    refusals: 'Download what was refused',
  },
  rows: {
    title: 'Rows',
    filter: 'Outcome',
    all: 'All',
    empty: 'No rows.',
    column: {
      row: 'Row',
      asset: 'Asset',
      outcome: 'Outcome',
      what: 'What',
    },
    from: '{{field}}: {{from}} → {{to}}',
    nothing: 'nothing',
    problem: '{{field}}: {{reason}}',
  },
  runs: {
    title: 'Bulk runs',
    introduction:
      'Changes of many assets in one go, and imports: what each did, row by row, and the way to take it back.',
    empty: 'No bulk run yet.',
    column: {
      run: 'Run',
      status: 'Status',
      counts: 'Counts',
      by: 'Requested by',
    },
  },
  import: {
    title: 'Import',
    introduction:
      'Assets from a CSV or JSON file. What is exported here can be changed in a table and imported again.',
    file: '1. File',
    choose: 'Choose a file',
    chooseLabel: 'File with assets, CSV or JSON',
    chooseOther: 'Choose another file',
    form: '{{name}}: {{format}}, {{encoding}}',
    problems: 'What is wrong with the file',
    columns: '2. Columns',
    mapping: 'Mapping',
    mappingNone: 'As the headers say',
    suggested: '{{name}} (fits this file)',
    header: 'Column',
    samples: 'Examples',
    goesTo: 'Goes to',
    leaveOut: 'Leave out',
    goesToLabel: 'Where {{header}} goes',
    dateFormat: 'Written as',
    dateFormatLabel: 'How {{header}} writes days',
    dateFormatFound: 'As found',
    guess: 'guessed',
    unknown: 'choose where it goes',
    save: 'Save the mapping',
    saveName: 'Name of the mapping',
    saved: 'Saved as {{name}}',
    options: '3. What to do',
    mode: 'Rows',
    modes: {
      upsert: 'Change what is there, register what is not',
      create: 'Only register new assets',
      update: 'Only change what is there',
    },
    blank: 'An empty cell',
    blanks: {
      leave: 'leaves the value as it is',
      clear: 'empties the value',
    },
    onError: 'When a row is refused',
    onErrors: {
      'keep-good': 'take the others',
      'all-or-nothing': 'change nothing at all',
    },
    type: 'Type of rows that name none',
    noType: 'None',
    currency: 'Currency of amounts that name none',
    reason: 'Reason',
    check: 'Try it out',
    checkFailed: 'The file cannot be read like this',
    checked: '4. What it would do',
    apply: 'Import',
    imported: '5. Import',
    again: 'Import another file',
  },
} as const;
