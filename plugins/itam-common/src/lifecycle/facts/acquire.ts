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

/** Facts of ordering, receiving and registering. */
export const acquireFacts: Record<string, FactDefinition> = {
  'stock.available': {
    title: 'Availability',
    what: 'Free or reclaimable units, parts or rights right now.',
    type: 'report',
    place: 'report',
    table22: ['SA2', 'SG2', 'LA2', 'LG2'],
  },
  'stock.substitutionRule': {
    title: 'Substitution rule',
    what: 'What may stand in when short, and if it did.',
    type: 'reference',
    place: 'model',
    refersTo: 'rule',
    table22: ['SA3', 'SG4', 'LA3', 'LG5'],
  },
  'stock.movementRule': {
    title: 'Movement rule',
    what: 'How stock may move between stores, sites and entities.',
    type: 'reference',
    place: 'model',
    refersTo: 'rule',
    table22: ['SA4', 'SG4'],
  },
  'licence.transferRule': {
    title: 'Transfer rule',
    what: 'To whom and how often the right may move.',
    type: 'reference',
    place: 'entitlement',
    refersTo: 'rule',
    table22: ['LA4', 'LG5'],
  },
  'order.line': {
    title: 'Order line',
    what: 'Order, supplier, date, price and expected delivery.',
    type: 'reference',
    place: 'order',
    refersTo: 'order-line',
    table22: ['SA5', 'LA5'],
  },
  'order.receipt': {
    title: 'Goods receipt',
    what: 'What was delivered, when, to whom and in which condition.',
    type: 'reference',
    place: 'order',
    refersTo: 'goods-receipt',
    table22: ['SA5', 'LA5'],
  },
  'order.invoice': {
    title: 'Invoice',
    what: 'The bill for the order.',
    type: 'document',
    place: 'finance',
    table22: ['SA5', 'LA5'],
  },
  'acquisition.date': {
    title: 'Acquisition date',
    what: 'First day it was ours or under our control.',
    type: 'date',
    place: 'asset',
    table22: ['SA6', 'LA7'],
  },
  'acquisition.method': {
    title: 'Acquisition method',
    what: 'How it came to us.',
    type: 'enum',
    place: 'asset',
    values: [
      'purchase',
      'lease',
      'rent',
      'subscription',
      'upgrade',
      'transfer-in',
      'donation-in',
      'built',
    ],
    table22: [],
  },
  'identity.registerId': {
    title: 'Register tag',
    what: 'Tag in the register; a used one is never given again.',
    type: 'text',
    place: 'asset',
    table22: ['SA7', 'SA8', 'LA6'],
  },
  'identity.serial': {
    title: 'Serial number',
    what: 'The maker’s serial or service tag.',
    type: 'text',
    place: 'asset',
    table22: ['SA8'],
  },
  'identity.barcode': {
    title: 'Barcode',
    what: 'The code printed on its label.',
    type: 'text',
    place: 'asset',
    table22: ['SA8'],
  },
  'identity.sku': {
    title: 'Part number',
    what: 'The supplier’s article number.',
    type: 'text',
    place: 'asset',
    table22: ['SA8', 'LA6'],
  },
  'identity.softwareTag': {
    title: 'Software tag',
    what: 'SWID or similar tag from the publisher.',
    type: 'text',
    place: 'entitlement',
    table22: ['LA6'],
  },
  'identity.fixedAssetNumber': {
    title: 'Fixed-asset number',
    what: 'Number in the ledger; assets may share one.',
    type: 'text',
    place: 'finance',
    table22: [],
  },
  'finance.expenseRef': {
    title: 'Ledger entry',
    what: 'The expense or capital item, linked both ways.',
    type: 'reference',
    place: 'finance',
    refersTo: 'ledger-line',
    table22: ['SA9', 'LA8'],
  },
  owner: {
    title: 'Owner',
    what: 'Group that pays for it and keeps the rights.',
    type: 'entity',
    place: 'asset',
    entityKinds: ['Group'],
    table22: ['SA10', 'LA9'],
  },
  legalEntity: {
    title: 'Legal entity',
    what: 'Company that owns it or is the licensee.',
    type: 'reference',
    place: 'asset',
    refersTo: 'legal-entity',
    table22: [],
  },
  'date.leaseEnd': {
    title: 'Lease end',
    what: 'Last day of the lease and of notice or return.',
    type: 'date',
    place: 'keyDate',
    table22: ['SA11'],
  },
  'date.renewal': {
    title: 'Renewal',
    what: 'When the related contract renews.',
    type: 'date',
    place: 'keyDate',
    table22: ['SA11'],
  },
  'date.warrantyEnd': {
    title: 'Warranty end',
    what: 'Last day of warranty, or a statement that there is none.',
    type: 'date',
    place: 'keyDate',
    table22: ['SA11'],
  },
  'contract.support': {
    title: 'Support contract',
    what: 'Agreements that cover it and how to make use of them.',
    type: 'reference',
    place: 'contract',
    refersTo: 'contract',
    table22: ['SA12', 'LA11'],
  },
  'entitlement.proof': {
    title: 'Proof of purchase',
    what: 'The proof, with who authenticated it and when.',
    type: 'document',
    place: 'entitlement',
    table22: ['LA6'],
  },
  'entitlement.right': {
    title: 'Right',
    what: 'Product, edition, version, metric, quantity, permitted use.',
    type: 'record',
    place: 'entitlement',
    table22: ['LA6'],
  },
  'entitlement.term': {
    title: 'Term',
    what: 'Perpetual or from-to, with the end of maintenance.',
    type: 'enum',
    place: 'entitlement',
    values: ['perpetual', 'fixed'],
    table22: [],
  },
  'entitlement.key': {
    title: 'Activation key',
    what: 'Reference to the secret that holds the key.',
    type: 'secret',
    place: 'entitlement',
    table22: ['LA6', 'LG3'],
  },
  'media.installation': {
    title: 'Installation package',
    what: 'Package or medium kept in the media library.',
    type: 'reference',
    place: 'media',
    refersTo: 'media',
    table22: ['LG3'],
  },
  'date.licenceExpiry': {
    title: 'Licence expiry',
    what: 'Last day of the right.',
    type: 'date',
    place: 'keyDate',
    table22: ['LA10'],
  },
  'date.trueUp': {
    title: 'True-up',
    what: 'Next day on which use is declared.',
    type: 'date',
    place: 'keyDate',
    table22: ['LA10'],
  },
  'date.maintenanceRenewal': {
    title: 'Maintenance renewal',
    what: 'End of maintenance and last day to prolong it.',
    type: 'date',
    place: 'keyDate',
    table22: ['LA10'],
  },
  'date.endOfSupport': {
    title: 'End of support',
    what: 'When support for our version stops.',
    type: 'date',
    place: 'keyDate',
    table22: ['LA10'],
  },
};
