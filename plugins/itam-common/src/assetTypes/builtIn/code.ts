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

/** Built-in asset types of the category `code`. */
export const code: AssetTypeDefinition[] = [
  {
    id: 'repository',
    title: 'Repository',
    category: 'code',
    model: 'code',
    attrs: {
      host: 'text!',
      url: 'url!',
      visibility: 'enum(private|internal|public)!',
      mainLanguage: 'text',
      lastChange: 'date',
      codeLicence: 'text',
      activeContributors: 'number',
      escrow: 'boolean',
    },
    keyDates: ['planned-end', 'review'],
    depreciation: 'none',
    verify: { seen: 'P7D', attest: 'P12M' },
    keys: ['provider-id', 'url'],
  },
  {
    id: 'developed-application',
    title: 'Developed application',
    category: 'code',
    model: 'code',
    attrs: {
      component: 'entity(Component)!',
      builtBy: 'enum(in-house|contractor|mixed)',
      rightsHeld: 'enum(full|licence|unclear)!',
      buildCost: 'money',
      capitalised: 'boolean',
      lastRelease: 'date',
    },
    keyDates: ['planned-refresh', 'end-of-life'],
    depreciation: ['straight-line', 36, 0],
    verify: { attest: 'P12M' },
    keys: ['entity-ref'],
  },
  {
    id: 'iac-stack',
    title: 'IaC stack',
    category: 'code',
    model: 'code',
    attrs: {
      tool: 'enum(terraform|opentofu|cloudformation|pulumi|bicep|helm)!',
      stateLocation: 'url',
      stateSerial: 'number',
      lastApplied: 'date',
      resources: 'number',
      driftFound: 'boolean',
    },
    keyDates: ['review'],
    depreciation: 'none',
    verify: { seen: 'P7D' },
    keys: ['state-lineage', 'provider-id'],
  },
  {
    id: 'iac-module',
    title: 'IaC module',
    category: 'code',
    model: 'code',
    attrs: {
      source: 'url!',
      latestVersion: 'text',
      consumers: 'number',
      providerConstraints: 'text',
    },
    keyDates: ['end-of-support'],
    depreciation: 'none',
    verify: { seen: 'P30D', attest: 'P12M' },
    keys: ['url'],
  },
  {
    id: 'software-template',
    title: 'Software template',
    category: 'code',
    model: 'code',
    attrs: {
      template: 'entity(Template)!',
      usesLast90Days: 'number',
      outputs: 'multi(text)',
      lastChange: 'date',
    },
    keyDates: ['review'],
    depreciation: 'none',
    verify: { seen: 'P7D', attest: 'P12M' },
    keys: ['entity-ref'],
  },
  {
    id: 'library-package',
    title: 'Library package',
    category: 'code',
    model: 'code',
    attrs: {
      registry: 'text!',
      latestVersion: 'text',
      consumers: 'number',
      codeLicence: 'text',
      signed: 'boolean',
    },
    keyDates: ['end-of-support'],
    depreciation: 'none',
    verify: { seen: 'P30D', attest: 'P12M' },
    keys: ['purl'],
  },
  {
    id: 'api-definition',
    title: 'API definition',
    category: 'code',
    model: 'code',
    attrs: {
      api: 'entity(API)!',
      style: 'enum(openapi|asyncapi|graphql|grpc)',
      version: 'text',
      consumers: 'number',
      exposure: 'enum(internal|partner|public)!',
    },
    keyDates: ['end-of-life'],
    depreciation: 'none',
    verify: { seen: 'P30D', attest: 'P12M' },
    keys: ['entity-ref'],
  },
  {
    id: 'delivery-pipeline',
    title: 'Delivery pipeline',
    category: 'code',
    model: 'code',
    attrs: {
      platform: 'text!',
      definition: 'url',
      runnerKind: 'enum(shared|own)',
      minutesPerMonth: 'number(min)',
      deploysTo: 'multi(text)',
    },
    keyDates: [],
    depreciation: 'none',
    verify: { seen: 'P30D' },
    keys: ['provider-id'],
  },
  {
    id: 'automation-runbook',
    title: 'Automation runbook',
    category: 'code',
    model: 'code',
    attrs: {
      platform: 'text!',
      purpose: 'text!',
      privileged: 'boolean!',
      lastRun: 'date',
    },
    keyDates: ['review'],
    depreciation: 'none',
    verify: { seen: 'P90D', attest: 'P12M' },
    keys: ['url'],
  },
];
