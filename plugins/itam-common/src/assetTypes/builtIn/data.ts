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

/** Built-in asset types of the category `data`. */
export const data: AssetTypeDefinition[] = [
  {
    id: 'dataset',
    title: 'Data set',
    category: 'data',
    model: 'data',
    attrs: {
      classification: 'enum(public|internal|confidential|secret)!',
      personalData: 'enum(none|ordinary|special)!',
      legalBasis: 'text',
      steward: 'entity(User)!',
      records: 'number',
      retention: 'number(months)!',
      residency: 'text',
      storedIn: 'entity(Asset)',
    },
    keyDates: ['retention-end', 'review'],
    depreciation: 'none',
    verify: { seen: 'P30D', attest: 'P12M' },
    keys: ['provider-id', 'urn'],
  },
  {
    id: 'database-schema',
    title: 'Database schema',
    category: 'data',
    model: 'data',
    attrs: {
      classification: 'enum(public|internal|confidential|secret)!',
      personalData: 'enum(none|ordinary|special)!',
      storedIn: 'entity(Asset)!',
      tables: 'number',
      size: 'number(GB)',
      retention: 'number(months)',
    },
    keyDates: ['retention-end'],
    depreciation: 'none',
    verify: { seen: 'P30D', attest: 'P12M' },
    keys: ['urn'],
  },
  {
    id: 'data-stream',
    title: 'Data stream',
    category: 'data',
    model: 'data',
    attrs: {
      classification: 'enum(public|internal|confidential|secret)!',
      schema: 'url',
      producer: 'entity(Component)',
      consumers: 'multi(entity(Component))',
      retention: 'number(d)',
    },
    keyDates: ['review'],
    depreciation: 'none',
    verify: { seen: 'P30D', attest: 'P12M' },
    keys: ['urn'],
  },
  {
    id: 'report',
    title: 'Report',
    category: 'data',
    model: 'data',
    attrs: {
      tool: 'text!',
      audience: 'text',
      refresh: 'enum(live|hourly|daily|weekly|monthly)',
      viewsLast90Days: 'number',
      sources: 'multi(entity(Asset))',
      classification: 'enum(public|internal|confidential|secret)!',
    },
    keyDates: ['review'],
    depreciation: 'none',
    verify: { seen: 'P30D', attest: 'P12M' },
    keys: ['provider-id', 'url'],
  },
  {
    id: 'document-collection',
    title: 'Document collection',
    category: 'data',
    model: 'data',
    attrs: {
      repository: 'url!',
      classification: 'enum(public|internal|confidential|secret)!',
      retention: 'number(months)!',
      recordsSeries: 'text',
      steward: 'entity(User)',
    },
    keyDates: ['retention-end', 'review'],
    depreciation: 'none',
    verify: { attest: 'P12M' },
    keys: ['url'],
  },
  {
    id: 'machine-learning-model',
    title: 'Machine learning model',
    category: 'data',
    model: 'data',
    attrs: {
      task: 'text!',
      trainedOn: 'multi(entity(Asset))',
      version: 'text!',
      riskClass: 'enum(minimal|limited|high|prohibited)',
      modelLicence: 'text',
      lastEvaluated: 'date',
    },
    keyDates: ['review', 'end-of-life'],
    depreciation: 'none',
    verify: { seen: 'P30D', attest: 'P6M' },
    keys: ['provider-id', 'purl'],
  },
  {
    id: 'backup-set',
    title: 'Backup set',
    category: 'data',
    model: 'data',
    attrs: {
      protects: 'multi(entity(Asset))!',
      kind: 'enum(full|incremental|image|archive)',
      location: 'text!',
      encrypted: 'boolean!',
      lastRestoreTest: 'date',
      retention: 'number(months)!',
    },
    keyDates: ['retention-end', 'next-restore-test'],
    depreciation: 'none',
    verify: { seen: 'P7D', attest: 'P12M' },
    keys: ['provider-id'],
  },
  {
    id: 'credential',
    title: 'Credential',
    category: 'data',
    model: 'expiring-artefact',
    attrs: {
      kind: 'enum(service-account|api-key|certificate-key|ssh-key|token)!',
      heldIn: 'text!',
      usedBy: 'multi(entity(Component))',
      privileged: 'boolean!',
      lastRotated: 'date',
    },
    keyDates: ['credential-expiry', 'credential-rotation'],
    depreciation: 'none',
    verify: { seen: 'P7D', attest: 'P6M' },
    keys: ['provider-id'],
  },
];
