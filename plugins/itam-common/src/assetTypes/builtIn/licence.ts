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

/** Built-in asset types of the category `licence`. */
export const licence: AssetTypeDefinition[] = [
  {
    id: 'perpetual-licence',
    title: 'Perpetual licence',
    category: 'licence',
    model: 'software-licence',
    attrs: {
      product: 'text!',
      versionBought: 'text!',
      edition: 'text',
      metric:
        'enum(named-user|device|core|processor|socket|server|concurrent|value-unit|capacity|site|enterprise|headcount)!',
      quantity: 'number!',
      packSize: 'number',
      licensee: 'text!',
      territory: 'text',
    },
    keyDates: ['maintenance-renewal', 'end-of-support'],
    depreciation: ['straight-line', 36, 0],
    verify: { attest: 'P12M' },
    keys: ['entitlement-id', 'sku'],
  },
  {
    id: 'subscription-licence',
    title: 'Subscription licence',
    category: 'licence',
    model: 'software-licence',
    attrs: {
      product: 'text!',
      edition: 'text',
      metric:
        'enum(named-user|assigned-user|device|core|vcpu|server|instance|concurrent|capacity|headcount)!',
      quantity: 'number!',
      billing: 'enum(monthly|annual|upfront)',
      autoRenew: 'boolean!',
      licensee: 'text!',
    },
    keyDates: ['licence-expiry', 'notice', 'true-up'],
    depreciation: 'prepaid',
    verify: { attest: 'P3M' },
    keys: ['entitlement-id', 'subscription-id'],
  },
  {
    id: 'saas-subscription',
    title: 'SaaS subscription',
    category: 'licence',
    model: 'software-licence',
    attrs: {
      tenant: 'text!',
      plan: 'text!',
      metric:
        'enum(assigned-user|active-user|credit|transaction|capacity|flat)!',
      quantity: 'number!',
      ssoEnforced: 'boolean',
      autoRenew: 'boolean!',
      dataRegion: 'text',
    },
    keyDates: ['licence-expiry', 'notice', 'true-up'],
    depreciation: 'prepaid',
    verify: { seen: 'P7D', attest: 'P3M' },
    keys: ['subscription-id', 'tenant-id'],
  },
  {
    id: 'maintenance-entitlement',
    title: 'Maintenance entitlement',
    category: 'licence',
    model: 'software-licence',
    attrs: {
      baseEntitlement: 'entity(Asset)!',
      rights: 'multi(enum(new-version|support|mobility|cold-standby|step-up))',
      quantity: 'number!',
      supportLevel: 'text',
      reinstatementFee: 'number(%)',
    },
    keyDates: ['maintenance-renewal', 'notice'],
    depreciation: 'prepaid',
    verify: { attest: 'P12M' },
    keys: ['entitlement-id'],
  },
  {
    id: 'client-access-licence',
    title: 'Client access licence',
    category: 'licence',
    model: 'software-licence',
    attrs: {
      serverProduct: 'text!',
      versionCovered: 'text!',
      per: 'enum(user|device|external)!',
      quantity: 'number!',
      suite: 'text',
    },
    keyDates: ['maintenance-renewal', 'true-up'],
    depreciation: ['straight-line', 36, 0],
    verify: { attest: 'P12M' },
    keys: ['entitlement-id', 'sku'],
  },
  {
    id: 'oem-licence',
    title: 'OEM licence',
    category: 'licence',
    model: 'software-licence',
    attrs: {
      boundTo: 'entity(Asset)!',
      product: 'text!',
      edition: 'text',
      certificateLabel: 'text',
      reimagingAllowed: 'boolean',
    },
    keyDates: ['end-of-support'],
    depreciation: 'none',
    verify: { count: 'P12M' },
    keys: ['entitlement-id'],
  },
  {
    id: 'unlimited-agreement',
    title: 'Unlimited agreement',
    category: 'licence',
    model: 'software-licence',
    attrs: {
      products: 'multi(text)!',
      agreement: 'text!',
      certificationMethod: 'text',
      territory: 'text',
      entitiesCovered: 'multi(text)!',
      excludedEnvironments: 'multi(text)',
    },
    keyDates: ['licence-expiry', 'certification', 'notice'],
    depreciation: 'prepaid',
    verify: { attest: 'P6M' },
    keys: ['entitlement-id'],
  },
  {
    id: 'token-pool',
    title: 'Token or credit pool',
    category: 'licence',
    model: 'software-licence',
    attrs: {
      product: 'text!',
      unitName: 'text!',
      quantity: 'number!',
      expiresUnused: 'boolean!',
      overagePrice: 'money',
      resetPeriod: 'enum(none|month|quarter|year)',
    },
    keyDates: ['licence-expiry', 'reset', 'true-up'],
    depreciation: 'prepaid',
    verify: { seen: 'P7D', attest: 'P3M' },
    keys: ['subscription-id'],
  },
  {
    id: 'evaluation-licence',
    title: 'Evaluation licence',
    category: 'licence',
    model: 'software-licence',
    attrs: {
      product: 'text!',
      purpose: 'text!',
      quantity: 'number',
      productionForbidden: 'boolean!',
      sponsor: 'entity(User)',
    },
    keyDates: ['licence-expiry'],
    depreciation: 'none',
    verify: { attest: 'P1M' },
    keys: ['entitlement-id'],
  },
  {
    id: 'data-licence',
    title: 'Data licence',
    category: 'licence',
    model: 'software-licence',
    attrs: {
      dataset: 'text!',
      permittedUse: 'text!',
      users: 'number',
      redistribution: 'boolean',
      attribution: 'text',
    },
    keyDates: ['licence-expiry', 'notice'],
    depreciation: 'prepaid',
    verify: { attest: 'P12M' },
    keys: ['entitlement-id'],
  },
];
