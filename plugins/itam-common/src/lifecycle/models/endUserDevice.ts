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
import { datacentreHardware } from './datacentreHardware';

type TransitionDefinition = LifecycleModelDefinition['transitions'][number];

/** Handing a device to a person is a request, not a change to the infrastructure. */
const unneededFacts = ['change.ref', 'ci.ref'];
const unneededGuards = ['change-approved', 'licence-impact-assessed'];
/** These devices leave the building, so what happened to their data is always asked. */
const dataHandlingAsked = ['return-to-stock', 'transfer', 'dispose'];
const lossReports = ['report-lost', 'report-stolen'];

const ship: TransitionDefinition = {
  id: 'ship',
  from: ['being-prepared'],
  to: 'in-transit',
  roles: ['TE', 'SM'],
  block: ['assignee', 'imac.date', 'imac.operator'],
  evidence: ['chain-of-custody'],
  guards: ['named-person', 'media-protected'],
  effects: ['notify'],
};

const confirmReceipt: TransitionDefinition = {
  id: 'confirm-receipt',
  from: ['in-transit'],
  to: 'in-use',
  roles: ['CO', 'SD', 'SYS'],
  block: ['custodian', 'assignee', 'imac.date', 'imac.operator'],
  evidence: ['handover-receipt'],
  guards: ['named-person', 'policy-accepted', 'receiver-accepts'],
  effects: [
    'open-assignment',
    'start-books',
    'set-key-dates',
    'publish',
    'recompute-positions',
    'mark-verified',
  ],
};

const shipmentReturned: TransitionDefinition = {
  id: 'shipment-returned',
  from: ['in-transit'],
  to: 'being-prepared',
  roles: ['SM', 'TE'],
  block: ['exception.reason', 'condition'],
  effects: ['notify'],
};

const orderStandard: TransitionDefinition = {
  id: 'order-standard',
  title: 'Order under the standard-request rule',
  from: [],
  to: 'ordered',
  roles: ['PM', 'SD'],
  block: ['order.line', 'acquisition.method', 'identity.sku'],
  auto: ['model.catalogueEntry', 'stock.available'],
  evidence: ['purchase-order'],
  guards: ['model-approved', 'approved-request', 'supplier-approved'],
  effects: ['create-expected', 'set-key-dates'],
};

/**
 * Devices of people: laptops, telephones, screens. Follows the data centre
 * model with check-out to a named consumer and shipping instead of changes and
 * configuration items.
 */
export const endUserDevice: LifecycleModelDefinition = {
  ...datacentreHardware,
  id: 'end-user-device',
  title: 'End-user device',
  statuses: {
    ...datacentreHardware.statuses,
    'in-transit': { stage: 'assign' },
  },
  transitions: [
    ...datacentreHardware.transitions.map(adapt),
    orderStandard,
    ship,
    confirmReceipt,
    shipmentReturned,
  ],
};

function adapt(transition: TransitionDefinition): TransitionDefinition {
  const lighter: TransitionDefinition = {
    ...transition,
    block: transition.block?.filter(
      item => typeof item !== 'string' || !unneededFacts.includes(item),
    ),
    guards: transition.guards?.filter(
      item => typeof item !== 'string' || !unneededGuards.includes(item),
    ),
  };
  if (transition.id === 'deploy') {
    return {
      ...lighter,
      title: 'Check out',
      block: [
        'custodian',
        'assignee',
        'imac.kind',
        'imac.date',
        'imac.operator',
      ],
      guards: ['named-person', 'policy-accepted', 'licence-cover'],
    };
  }
  if (dataHandlingAsked.includes(transition.id)) {
    return { ...lighter, block: [...(lighter.block ?? []), 'data.handling'] };
  }
  if (lossReports.includes(transition.id)) {
    return { ...lighter, from: [...transition.from, 'in-transit'] };
  }
  return lighter;
}
