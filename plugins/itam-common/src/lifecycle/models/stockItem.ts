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

import { LifecycleModelDefinition } from '../definition';

/** Accessories, consumables and spare parts, counted by quantity per store. */
export const stockItem: LifecycleModelDefinition = {
  id: 'stock-item',
  version: 1,
  title: 'Stock item',
  statuses: {
    'on-order': 'acquire',
    'in-stock': 'acquire',
    issued: 'use',
    consumed: { stage: 'dispose', terminal: true },
    scrapped: { stage: 'dispose', terminal: true },
    'returned-to-supplier': { stage: 'dispose', terminal: true },
  },
  transitions: [
    {
      id: 'order',
      from: [],
      to: 'on-order',
      roles: ['PM', 'SM'],
      block: ['order.line', 'identity.sku'],
      auto: ['stock.available'],
      evidence: ['purchase-order'],
      guards: ['approved-request', 'supplier-approved'],
      effects: ['create-expected'],
    },
    {
      id: 'receive',
      from: ['on-order'],
      to: 'in-stock',
      roles: ['SM'],
      block: ['order.receipt', 'stock.location'],
      evidence: ['delivery-slip'],
      guards: ['delivery-matches-order'],
      effects: ['post-receipt', 'stock-in', 'open-discrepancy'],
    },
    {
      id: 'register-found',
      from: [],
      to: 'in-stock',
      roles: ['SM', 'AM'],
      block: ['identity.sku', 'stock.location', 'exception.reason'],
      effects: ['stock-in', 'open-fact-debts', 'mark-verified'],
    },
    {
      id: 'issue',
      from: ['in-stock'],
      to: 'issued',
      roles: ['SM', 'SD'],
      block: ['assignee', 'imac.date', 'imac.operator'],
      auto: ['stock.available', 'stock.substitutionRule'],
      guards: ['named-person', 'no-legal-hold'],
      effects: ['stock-out', 'open-assignment'],
    },
    {
      id: 'return',
      from: ['issued'],
      to: 'in-stock',
      roles: ['SM'],
      block: ['condition', 'stock.location'],
      guards: ['condition-fit', 'no-legal-hold'],
      effects: ['close-assignment', 'stock-in'],
    },
    {
      id: 'fit-into-asset',
      from: ['in-stock', 'issued'],
      to: 'consumed',
      roles: ['TE'],
      block: ['ci.ref', 'imac.date', 'imac.operator'],
      guards: ['no-legal-hold'],
      effects: ['stock-out', 'capitalise-addition'],
    },
    {
      id: 'consume',
      from: ['issued'],
      to: 'consumed',
      roles: ['CO', 'CU', 'SM'],
      guards: ['no-legal-hold'],
      effects: ['close-assignment'],
    },
    {
      id: 'count',
      title: 'Correct the count',
      from: ['in-stock'],
      to: 'in-stock',
      roles: ['SM'],
      block: ['exception.reason'],
      auto: ['stock.available'],
      effects: ['open-discrepancy', 'mark-verified'],
    },
    {
      id: 'scrap',
      from: ['in-stock', 'issued'],
      to: 'scrapped',
      roles: ['SM'],
      block: [
        'disposal.date',
        'disposal.operator',
        'disposal.reason',
        'disposal.proof',
      ],
      guards: ['no-legal-hold'],
      effects: ['stock-out', 'close-books', 'retain-record'],
    },
    {
      id: 'return-to-supplier',
      from: ['in-stock'],
      to: 'returned-to-supplier',
      roles: ['SM'],
      block: ['disposal.date', 'disposal.operator', 'disposal.recipient'],
      evidence: ['return-slip'],
      guards: ['no-legal-hold'],
      effects: ['stock-out', 'claim-supplier', 'retain-record'],
    },
  ],
  observableStatuses: ['in-stock', 'issued'],
  reported: { status: 'in-stock' },
};
