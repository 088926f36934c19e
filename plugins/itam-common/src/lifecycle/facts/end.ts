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

import { FactDefinition } from './types';

/** Facts of taking back, giving up and leaving the model. */
export const endFacts: Record<string, FactDefinition> = {
  'decommission.cause': {
    title: 'Decommission cause',
    what: 'Why it is taken out of use.',
    type: 'enum',
    place: 'transition',
    values: [
      'request',
      'change',
      'loan-end',
      'obsolete',
      'unused',
      'defective',
      'lost',
      'stolen',
      'leaver',
      'unapproved-use',
      'duplicate',
    ],
    table22: [],
  },
  'usage.unapproved': {
    title: 'Unapproved use',
    what: 'The discrepancy that shows forbidden use.',
    type: 'reference',
    place: 'transition',
    refersTo: 'discrepancy',
    table22: ['LD1'],
  },
  'impact.assessment': {
    title: 'Impact assessment',
    what: 'Affected services, contracts, licences and holds, each answered.',
    type: 'record',
    place: 'transition',
    table22: [],
  },
  'decommission.date': {
    title: 'Decommission date',
    what: 'Day it was taken back.',
    type: 'date',
    place: 'transition',
    table22: ['SD1', 'LD2'],
  },
  'decommission.operator': {
    title: 'Decommissioned by',
    what: 'Person who took it back.',
    type: 'entity',
    place: 'transition',
    entityKinds: ['User'],
    table22: ['SD1', 'LD2'],
  },
  'decommission.decision': {
    title: 'Decommission decision',
    what: 'What happens to it next.',
    type: 'enum',
    place: 'transition',
    values: ['return-to-stock', 'dispose', 'transfer'],
    table22: ['SD2', 'LD3'],
  },
  condition: {
    title: 'Condition',
    what: 'The state it is in.',
    type: 'enum',
    place: 'asset',
    values: ['new', 'good', 'worn', 'damaged', 'defective'],
    table22: [],
  },
  'data.handling': {
    title: 'Data handling',
    what: 'How data on it was dealt with: sanitised (method, tool, operator, verifier, serials), no media, media kept, or preserved under hold.',
    type: 'record',
    place: 'transition',
    table22: ['SD3'],
  },
  'disposal.date': {
    title: 'Disposal date',
    what: 'Day it left for good.',
    type: 'date',
    place: 'transition',
    table22: ['SX1', 'LX1'],
  },
  'disposal.operator': {
    title: 'Disposed by',
    what: 'Person or supplier who did it.',
    type: 'entity',
    place: 'transition',
    entityKinds: ['User'],
    table22: ['SX1', 'LX1'],
  },
  'disposal.reason': {
    title: 'Disposal reason',
    what: 'Why it is given up.',
    type: 'enum',
    place: 'transition',
    values: [
      'obsolete',
      'out-of-order',
      'damaged',
      'stolen',
      'lost',
      'surplus',
      'lease-end',
    ],
    table22: ['SX2'],
  },
  'disposal.decision': {
    title: 'Disposal decision',
    what: 'The way in which it leaves.',
    type: 'enum',
    place: 'transition',
    values: [
      'return-to-lessor',
      'resale',
      'destruction',
      'recycling',
      'donation',
      'return-to-supplier',
      'written-off',
      'scrapped',
      'returned-to-publisher',
      'terminated',
      'superseded',
    ],
    table22: ['SX3', 'LX2'],
  },
  'disposal.proof': {
    title: 'Disposal proof',
    what: 'Certificate by serial of proper electronic waste treatment.',
    type: 'document',
    place: 'media',
    table22: ['SX4'],
  },
  'disposal.recipient': {
    title: 'Recipient',
    what: 'Who took it; for a recycler with registration number.',
    type: 'reference',
    place: 'transition',
    refersTo: 'supplier',
    table22: [],
  },
  'disposal.money': {
    title: 'Disposal proceeds and cost',
    what: 'What it brought in and what it cost.',
    type: 'money',
    place: 'finance',
    table22: [],
  },
  'loss.report': {
    title: 'Loss report',
    what: 'Last sighting, circumstances, data at risk, who reports.',
    type: 'record',
    place: 'transition',
    table22: [],
  },
  'hold.matter': {
    title: 'Hold matter',
    what: 'Matter, scope, who placed the hold and when.',
    type: 'record',
    place: 'asset',
    table22: [],
  },
  'exception.reason': {
    title: 'Reason for the exception',
    what: 'Why the model was left and what has to follow by when.',
    type: 'record',
    place: 'transition',
    table22: [],
  },
  reservation: {
    title: 'Reservation',
    what: 'For whom, and from when until when.',
    type: 'record',
    place: 'assignment',
    table22: [],
  },
  'transfer.acceptance': {
    title: 'Acceptance',
    what: 'The new holder and their agreement.',
    type: 'record',
    place: 'transition',
    table22: [],
  },
  'consumer.reason': {
    title: 'Reason to keep',
    what: 'Why the consumer keeps it and how long.',
    type: 'text',
    place: 'transition',
    table22: [],
  },
};
