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

export const formMessages = {
  required: 'Required',
  missing: 'must be given',
  nothing: 'Not set',
  neededBeforeUse: 'Needed before use',
  add: 'Add another',
  remove: 'Remove {{value}}',
  nth: '{{label}}, {{number}}',
  amountOf: 'Amount of {{label}}',
  currencyOf: 'Currency of {{label}}',
  addPair: 'Add a named value',
  pairName: 'Name',
  pairValue: 'Value',
  entityHelp: 'A {{kinds}} of the catalog; type to search.',
  entityProblem:
    'must be the entity ref of a {{kinds}}, such as group:default/payments',
  anyEntityProblem: 'must be an entity ref such as component:default/checkout',
  faults_one: '{{count}} field needs attention',
  faults_other: '{{count}} fields need attention',
  help: {
    owner: 'The group or user that funds it; type to search.',
    custodian: 'The person or team that keeps it right; type to search.',
    consumer: 'Who uses it; type to search.',
    supports: 'The services of the catalog it serves; type to search.',
    entityRef: 'The entity of the catalog it is, such as its repository.',
    legalEntity: 'The company that keeps its rights; type to search.',
    location: 'Type a part of its name or its code.',
    modelId: 'The entry of the model catalogue; type to search.',
    fixedAssetNumber: 'Number in the ledger; assets may share one.',
    sku: 'The article number of the supplier.',
    acquiredOn: 'First day it was ours or under our control.',
    purchaseCost: 'What was paid for it.',
    regulations: 'What applies to it, such as GDPR.',
  },
} as const;
