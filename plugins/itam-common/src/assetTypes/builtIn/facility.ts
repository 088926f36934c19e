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

import { AssetTypeDefinition } from '../definition';

/** Built-in asset types of the category `facility`. */
export const facility: AssetTypeDefinition[] = [
  {
    id: 'datacentre',
    title: 'Data centre',
    category: 'facility',
    model: 'fixed-installation',
    attrs: {
      address: 'text!',
      tier: 'enum(1|2|3|4)',
      powerCapacity: 'number(kW)',
      powerUsageEffectiveness: 'number',
      siteContact: 'text!',
      occupancy: 'enum(own|leased|colocation)',
    },
    keyDates: ['lease-end', 'notice', 'certification-end'],
    depreciation: 'contract',
    verify: { attest: 'P12M' },
    keys: ['asset-tag'],
  },
  {
    id: 'server-room',
    title: 'Server room',
    category: 'facility',
    model: 'fixed-installation',
    attrs: {
      site: 'text!',
      floorArea: 'number(m2)',
      powerCapacity: 'number(kW)',
      coolingCapacity: 'number(kW)',
      accessZone: 'text!',
      fireProtection: 'text',
    },
    keyDates: ['next-inspection'],
    depreciation: 'none',
    verify: { count: 'P12M' },
    keys: ['asset-tag'],
  },
  {
    id: 'stockroom',
    title: 'Stockroom',
    category: 'facility',
    model: 'fixed-installation',
    attrs: {
      site: 'text!',
      keeper: 'entity(User)!',
      access: 'enum(open|badge|locked|caged)!',
      bins: 'number',
      holdsDataBearing: 'boolean!',
    },
    keyDates: ['next-count'],
    depreciation: 'none',
    verify: { count: 'P6M' },
    keys: ['asset-tag'],
  },
  {
    id: 'rack',
    title: 'Rack',
    category: 'facility',
    model: 'fixed-installation',
    attrs: {
      heightUnits: 'number(U)!',
      usedUnits: 'number',
      powerFeeds: 'multi(text)',
      maxLoad: 'number(kg)',
      maxPower: 'number(kW)',
      room: 'entity(Asset)!',
    },
    keyDates: [],
    depreciation: ['straight-line', 120, 0],
    verify: { count: 'P12M' },
    keys: ['asset-tag'],
  },
  {
    id: 'power-distribution-unit',
    title: 'Power distribution unit',
    category: 'facility',
    model: 'fixed-installation',
    attrs: {
      phases: 'enum(1|3)',
      ratedCurrent: 'number(A)',
      outlets: 'number',
      metered: 'boolean',
      rack: 'entity(Asset)',
    },
    keyDates: ['warranty-end', 'next-inspection'],
    depreciation: ['straight-line', 84, 0],
    verify: { seen: 'P30D', count: 'P12M' },
    keys: ['serial'],
  },
  {
    id: 'cooling-unit',
    title: 'Cooling unit',
    category: 'facility',
    model: 'fixed-installation',
    attrs: {
      capacity: 'number(kW)!',
      refrigerant: 'text',
      redundancy: 'text',
      lastService: 'date',
    },
    keyDates: ['next-maintenance', 'next-inspection', 'warranty-end'],
    depreciation: ['straight-line', 144, 0],
    verify: { count: 'P12M' },
    keys: ['serial'],
  },
  {
    id: 'generator',
    title: 'Generator',
    category: 'facility',
    model: 'fixed-installation',
    attrs: {
      power: 'number(kVA)!',
      fuel: 'enum(diesel|gas|hydrogen)',
      tank: 'number(l)',
      runtimeFull: 'number(h)',
      lastLoadTest: 'date',
    },
    keyDates: ['next-maintenance', 'next-inspection'],
    depreciation: ['straight-line', 180, 0],
    verify: { count: 'P12M' },
    keys: ['serial'],
  },
  {
    id: 'office-site',
    title: 'Office site',
    category: 'facility',
    model: 'fixed-installation',
    attrs: {
      address: 'text!',
      workplaces: 'number',
      siteContact: 'text!',
      occupancy: 'enum(own|leased|serviced)',
      timezone: 'text',
    },
    keyDates: ['lease-end', 'notice'],
    depreciation: 'contract',
    verify: { attest: 'P12M' },
    keys: ['asset-tag'],
  },
  {
    id: 'vehicle',
    title: 'Vehicle',
    category: 'facility',
    model: 'fixed-installation',
    attrs: {
      registration: 'text!',
      vin: 'text!',
      drive: 'enum(petrol|diesel|hybrid|electric)',
      odometer: 'number(km)',
      telematicsId: 'text',
    },
    keyDates: [
      'lease-end',
      'next-inspection',
      'insurance-end',
      'next-maintenance',
    ],
    depreciation: ['straight-line', 60, 20],
    verify: { count: 'P12M' },
    keys: ['vin', 'asset-tag'],
  },
];
