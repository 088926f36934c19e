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

// The bill of Microsoft Azure, in EUR. One resource is written in as many
// ways as there are meters.

import { flat, usageOf } from './charges.mjs';
import { fewDecimals } from './csv.mjs';
import { resourcesOf } from './estate.mjs';
import { amountOf, shareOf, sumOf } from './exact.mjs';
import { counted, hourly, small, stored } from './lines.mjs';

const SUBSCRIPTION = '5f0c1d2e-0000-4000-a000-000000000004';
const place = { account: SUBSCRIPTION, region: 'westeurope' };

const types = {
  azurerm_storage_account: 'Storage account',
  azurerm_key_vault: 'Key vault',
  azurerm_virtual_machine: 'Virtual machine',
  azurerm_managed_disk: 'Disk',
};

export const bill = {
  name: 'azure',
  provider: 'Microsoft',
  publisher: 'Microsoft',
  issuer: 'Microsoft',
  accountId: '/providers/Microsoft.Billing/billingAccounts/90000001',
  accountName: 'Perronova',
  currency: 'EUR',
  amount: fewDecimals,
  subAccount: account => `/subscriptions/${account}`,
  typeOf: resource => types[resource?.type],
  regions: { westeurope: 'West Europe' },
  services: {
    storage: ['Storage Accounts', 'Storage'],
    vault: ['Key Vault', 'Security'],
    machines: ['Virtual Machines', 'Compute'],
    bandwidth: ['Bandwidth', 'Networking'],
    invoice: ['Invoice', 'Other'],
  },
};

const resources = resourcesOf('azurerm');

const inCaseOf = {
  'Hot LRS data': id => id.toLowerCase(),
  'Archive data': id => id.replace(/rg-[\w-]+/, group => group.toUpperCase()),
  'Write operations': id => id.toUpperCase(),
};

const prices = {
  azurerm_storage_account: [
    stored('storage', 'Hot LRS data', '0.0184', 21500, 1.04),
    stored('storage', 'Archive data', '0.0018', 96000, 1.05),
    counted('storage', 'Write operations', '10K Operations', '0.0498', 620),
  ],
  azurerm_key_vault: [
    counted('vault', 'Operations', '10K Operations', '0.0277', 18),
  ],
};

const unknown = (type, path, name) => ({
  ...place,
  type,
  id: `/subscriptions/${SUBSCRIPTION}/resourcegroups/rg-restore-test/providers/microsoft.compute/${path}/${name}`,
  name,
  at: '',
  zone: '',
  tags: {},
});

const unregistered = [
  {
    resource: unknown(
      'azurerm_virtual_machine',
      'virtualmachines',
      'vm-restore-01',
    ),
    lines: [hourly('machines', 'D2s v5', '0.1062')],
  },
  {
    resource: unknown('azurerm_managed_disk', 'disks', 'vm-restore-01-data'),
    lines: [small(stored('storage', 'Premium SSD P10', '0.1541', 128, 1))],
  },
];

const once = {
  '2026-07': (_, [, june]) => [
    {
      ...flat({
        period: june,
        category: 'Usage',
        frequency: 'Usage-Based',
        amount: amountOf('-12.6'),
        service: 'storage',
        description: 'Refund: archive data billed as hot',
        resource: resources.find(({ type }) => /storage/.test(type)),
      }),
      correction: true,
    },
  ],
};

export const chargesOf = (period, periods) => {
  const known = resources
    .filter(resource => prices[resource.type])
    .map(resource => ({ resource, lines: prices[resource.type] }));
  const usage = [...known, ...unregistered]
    .flatMap(({ resource, lines }) =>
      lines.flatMap(line => usageOf(line, resource, period, { discount: 0 })),
    )
    .map(charge => {
      const { resource, description } = charge;
      const id = inCaseOf[description]?.(resource.id) ?? resource.id;
      return { ...charge, resource: { ...resource, id } };
    });
  const bandwidth = usageOf(
    small(counted('bandwidth', 'Data out', 'GB', '0.0737', 90)),
    { id: SUBSCRIPTION, at: '' },
    period,
    { discount: 0 },
  ).map(charge => ({ ...charge, resource: undefined, place }));
  const net = sumOf([...usage, ...bandwidth].map(({ billed }) => billed));
  return [
    ...usage,
    ...bandwidth,
    flat({
      period,
      category: 'Tax',
      amount: shareOf(net, 19),
      service: 'invoice',
      description: 'VAT 19 %',
      frequency: 'Recurring',
      place: { account: SUBSCRIPTION },
    }),
    ...(once[period.name]?.(period, periods) ?? []),
  ];
};
