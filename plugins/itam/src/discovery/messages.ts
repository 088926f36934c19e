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

export const discoveryMessages = {
  title: 'Discovery',
  introduction:
    'Sources observe assets where they live. Each reading is a run; the register takes what it may and keeps the rest as a discrepancy.',
  sources: {
    column: {
      source: 'Source',
      state: 'State',
      holds: 'Holds',
      lastSuccess: 'Last success',
      lastRun: 'Last run',
    },
    empty: 'No source is configured',
    emptyHint:
      'Add one under itam.sources in the configuration of this portal; its first run starts by itself.',
    neverRun: 'Not read yet',
    assets_one: '{{count}} asset',
    assets_other: '{{count}} assets',
    foldedToo: '{{folded}} folded',
    charges: 'Charges',
    chargesRead: '{{charges}} charges',
  },
  sourceState: {
    idle: 'Ready',
    running: 'Reading',
    failing: 'Failing',
    disabled: 'Disabled',
    held: 'Held for a decision',
  },
  runStatus: {
    queued: 'Queued',
    running: 'Running',
    succeeded: 'Succeeded',
    failed: 'Failed',
    held: 'Held',
    cancelled: 'Cancelled',
  },
  trigger: {
    schedule: 'by schedule',
    person: 'by hand',
    push: 'file pushed',
  },
  source: {
    schedule: 'Read every',
    noSchedule: 'Only on request',
    locations: 'Locations',
    assets: 'Assets',
    folded: 'Folded',
    lastSuccess: 'Last success',
    showAssets: 'Show its assets',
    showCosts: 'Show its costs',
    charges: 'Charges',
    failing: 'The last run failed; the last good state is kept.',
    disabled: 'This source is disabled. Correct its configuration:',
    readNow: 'Read now',
    upload: 'Upload a file',
    uploadLabel: 'File to read with this source',
    emptyFile: '{{name}} is empty. Choose the file again once it is written.',
    startFailed: 'The run could not be started',
  },
  documents: {
    title: 'Documents',
    empty: 'Nothing has been read yet.',
    column: {
      document: 'Document',
      state: 'State',
      serial: 'Serial',
      lastRead: 'Last read whole',
    },
    state: { read: 'Read', refused: 'Refused' },
  },
  runs: {
    title: 'Runs',
    empty: 'This source has not been read yet.',
    column: {
      started: 'Started',
      status: 'Status',
      trigger: 'Trigger',
      counts: 'Counts',
      duration: 'Duration',
    },
  },
  run: {
    title: 'Run of {{time}}',
    latest: 'Latest run',
    outcome: 'Outcome',
    reading: 'Reading {{document}}',
    documentsDone_one: '{{count}} document done',
    documentsDone_other: '{{count}} documents done',
    progress: 'Progress of the run',
    counts:
      'Read {{read}} = {{assets}} assets + {{folded}} folded + {{grouped}} grouped + {{rejected}} rejected',
    countsOfBills:
      'Read {{read}} = {{charges}} charges + {{rejected}} rejected',
    countsWithCharges:
      'Read {{read}} = {{assets}} assets + {{folded}} folded + {{grouped}} grouped + {{charges}} charges + {{rejected}} rejected',
    effect:
      '{{created}} created, {{updated}} updated, {{unchanged}} unchanged; discrepancies: {{discrepancies}}',
    documents_one:
      '{{count}} document: {{read}} read, {{unchanged}} unchanged, {{refused}} refused',
    documents_other:
      '{{count}} documents: {{read}} read, {{unchanged}} unchanged, {{refused}} refused',
    missing_one: '{{count}} asset was not found any more',
    missing_other: '{{count}} assets were not found any more',
    error: 'The run failed. The last good state is kept.',
    details: 'Show the run',
    requestedBy: 'Requested by',
    file: 'File',
    started: 'Started',
    ended: 'Ended',
    held: 'This run waits for a decision',
    heldHint:
      'More assets than usual are no longer there. If that is right, apply it; if the reading was incomplete, cancel it and nothing goes missing.',
    apply: 'Apply what was found',
    cancel: 'Cancel the run',
    decisionFailed: 'The decision could not be made',
  },
  rejects: {
    title: 'Rejects',
    empty: 'Everything read was taken.',
    column: {
      kind: 'What',
      place: 'Place',
      field: 'Field',
      reason: 'Reason',
    },
    kind: {
      document: 'Document',
      thing: 'Thing',
      value: 'Value',
      ambiguous: 'Ambiguous',
    },
  },
} as const;
