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

import { FactMember } from './types';

const id = (title: string): FactMember => ({
  name: 'id',
  title,
  type: 'text',
  required: true,
});
const person = (name: string, title: string, required?: true): FactMember => ({
  name,
  title,
  type: 'entity',
  entityKinds: ['User'],
  required,
});
const text = (name: string, title: string, required?: true): FactMember => ({
  name,
  title,
  type: 'text',
  required,
});
const day = (name: string, title: string, required?: true): FactMember => ({
  name,
  title,
  type: 'date',
  required,
});
const money = (name: string, title: string): FactMember => ({
  name,
  title,
  type: 'money',
});

/**
 * What the records are made of that guards look at, and people are asked for.
 * A record may have further members.
 */
export const factMembers: Record<string, FactMember[]> = {
  'plan.budgetLine': [id('Budget line'), money('amount', 'Amount planned')],
  'request.approval': [
    person('by', 'Approved by', true),
    day('on', 'Approved on'),
    money('amount', 'Up to'),
  ],
  'order.line': [
    id('Order and line'),
    text('supplier', 'Supplier'),
    text('quantity', 'Quantity'),
    text('sku', 'Part number'),
    money('price', 'Price'),
    day('expected', 'Expected on'),
  ],
  'order.receipt': [
    id('Receipt'),
    day('on', 'Received on'),
    text('quantity', 'Quantity'),
    text('sku', 'Part number'),
  ],
  'policy.applied': [
    id('Policy and version'),
    person('acceptedBy', 'Accepted by'),
  ],
  'change.ref': [
    id('Change or request'),
    {
      name: 'state',
      title: 'State',
      type: 'enum',
      values: [
        'requested',
        'approved',
        'scheduled',
        'in-progress',
        'implemented',
        'completed',
        'closed',
        'rejected',
      ],
      required: true,
    },
  ],
  'impact.assessment': [
    text('summary', 'What is affected, and the answer to each'),
    text('waived', 'Tags of what may stay behind'),
  ],
  'data.handling': [
    {
      name: 'kind',
      title: 'What was done',
      type: 'enum',
      values: ['sanitised', 'no-media', 'media-kept', 'preserved'],
      required: true,
    },
    text('method', 'Method and tool'),
    person('operator', 'Done by'),
    person('verifier', 'Verified by'),
    {
      name: 'backup',
      title: 'Backup',
      type: 'enum',
      values: ['confirmed', 'waived', 'not-needed'],
    },
    text('serials', 'Serials of the media'),
  ],
  'disposal.proof': [id('Certificate'), text('serials', 'Serials it names')],
  'disposal.recipient': [
    id('Who took it'),
    text('registration', 'Registration number'),
  ],
  'transfer.acceptance': [
    person('by', 'Accepted by', true),
    day('on', 'Accepted on'),
  ],
  'loss.report': [
    text('circumstances', 'What happened', true),
    day('lastSeen', 'Last seen'),
    text('dataAtRisk', 'Data at risk'),
    text('result', 'Result of the investigation'),
  ],
  'maintenance.record': [
    text('kind', 'Kind and cause', true),
    text('provider', 'Provider'),
    day('start', 'Start'),
    day('end', 'End'),
    money('cost', 'Cost'),
    text('result', 'Result, parts swapped'),
  ],
  reservation: [
    person('for', 'For'),
    day('from', 'From', true),
    day('until', 'Until', true),
  ],
};
