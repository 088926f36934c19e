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

/** Built-in asset types of the category `service`. */
export const service: AssetTypeDefinition[] = [
  {
    id: 'managed-service',
    title: 'Managed service',
    category: 'service',
    model: 'service',
    attrs: {
      scope: 'text!',
      serviceLevel: 'text!',
      assetDuties: 'multi(enum(receive|store|assign|repair|count|dispose))',
      dataAccess: 'enum(none|metadata|content)!',
      supportHours: 'text',
      exitTerms: 'text',
    },
    keyDates: ['contract-end', 'notice', 'service-review'],
    depreciation: 'contract',
    verify: { attest: 'P12M' },
    keys: ['contract-number'],
  },
  {
    id: 'saas-application',
    title: 'SaaS application',
    category: 'service',
    model: 'service',
    attrs: {
      url: 'url!',
      sanctioned: 'enum(approved|tolerated|forbidden|unknown)!',
      dataClass: 'enum(public|internal|confidential|secret)!',
      dataRegion: 'text',
      singleSignOn: 'boolean!',
      activeUsers: 'number',
      discoveredBy: 'text',
    },
    keyDates: ['contract-end', 'notice', 'review'],
    depreciation: 'contract',
    verify: { seen: 'P30D', attest: 'P12M' },
    keys: ['tenant-id', 'hostname'],
  },
  {
    id: 'support-service',
    title: 'Support service',
    category: 'service',
    model: 'service',
    attrs: {
      coverage: 'enum(next-business-day|8x5|24x7|4h)!',
      activation: 'text!',
      partsIncluded: 'boolean',
      diskRetention: 'boolean',
      covers: 'multi(text)',
    },
    keyDates: ['contract-end', 'notice', 'renewal'],
    depreciation: 'prepaid',
    verify: { attest: 'P12M' },
    keys: ['contract-number'],
  },
  {
    id: 'colocation-service',
    title: 'Colocation service',
    category: 'service',
    model: 'service',
    attrs: {
      site: 'entity(Asset)!',
      racks: 'number',
      power: 'number(kW)!',
      accessList: 'url',
      remoteHands: 'boolean',
    },
    keyDates: ['contract-end', 'notice'],
    depreciation: 'contract',
    verify: { attest: 'P12M' },
    keys: ['contract-number'],
  },
  {
    id: 'telecom-plan',
    title: 'Telecom plan',
    category: 'service',
    model: 'service',
    attrs: {
      carrier: 'text!',
      lines: 'number',
      dataAllowance: 'number(GB)',
      monthlyFee: 'money',
      pooled: 'boolean',
    },
    keyDates: ['contract-end', 'notice'],
    depreciation: 'contract',
    verify: { seen: 'P60D', attest: 'P12M' },
    keys: ['contract-number'],
  },
  {
    id: 'data-feed',
    title: 'Data feed',
    category: 'service',
    model: 'service',
    attrs: {
      provider: 'text!',
      content: 'text!',
      permittedUse: 'text',
      deliveries: 'enum(stream|daily|weekly|monthly)',
      users: 'number',
    },
    keyDates: ['contract-end', 'notice', 'true-up'],
    depreciation: 'prepaid',
    verify: { attest: 'P12M' },
    keys: ['contract-number'],
  },
  {
    id: 'disposal-service',
    title: 'Disposal service',
    category: 'service',
    model: 'service',
    attrs: {
      certifications: 'multi(text)!',
      certificationEnd: 'date!',
      methods: 'multi(enum(clear|purge|destroy|resale|recycling))!',
      downstreamKnown: 'boolean!',
      chargesPerUnit: 'money',
    },
    keyDates: ['contract-end', 'certification-end'],
    depreciation: 'contract',
    verify: { attest: 'P12M' },
    keys: ['contract-number'],
  },
];
