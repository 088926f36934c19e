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

/** Facts gathered before anything is bought. */
export const planFacts: Record<string, FactDefinition> = {
  'model.vendorOffer': {
    title: 'Vendor offer',
    what: 'Products on the market for the need, with price, its date and how it is charged.',
    type: 'document',
    place: 'model',
    table22: ['SP1', 'LP1'],
  },
  'model.catalogueEntry': {
    title: 'Catalogue entry',
    what: 'The approved model or product in our own catalogue.',
    type: 'reference',
    place: 'model',
    refersTo: 'model',
    table22: ['SP2', 'LP2', 'SG1', 'LG1'],
  },
  'model.endOfSupportDate': {
    title: 'End of support dates',
    what: 'When sale, support and patches stop.',
    type: 'date',
    place: 'model',
    many: true,
    table22: ['SP3', 'LP3'],
  },
  'model.incidentRecord': {
    title: 'Incident record',
    what: 'Incidents with this model over two years, their impact and the rate per hundred.',
    type: 'report',
    place: 'report',
    table22: ['SP4'],
  },
  'model.feedback': {
    title: 'Feedback',
    what: 'How teams and users rate model and services.',
    type: 'record',
    place: 'model',
    table22: ['SP5', 'LP5'],
  },
  'model.vendorOutlook': {
    title: 'Vendor outlook',
    what: 'Roadmap, strategy or ownership news that could change the choice.',
    type: 'record',
    place: 'model',
    many: true,
    table22: ['SP6', 'LP6'],
  },
  'model.hardwareCompatibility': {
    title: 'Hardware compatibility',
    what: 'Platforms the product is certified on.',
    type: 'text',
    place: 'model',
    many: true,
    table22: ['LP4'],
  },
  'demand.forecast': {
    title: 'Demand forecast',
    what: 'Need of all teams over the period, maintenance included.',
    type: 'record',
    place: 'plan',
    table22: ['SP7', 'LP7'],
  },
  'plan.budgetLine': {
    title: 'Budget line',
    what: 'Where the money is planned for purchase, upgrade, replacement or subscription.',
    type: 'reference',
    place: 'plan',
    refersTo: 'budget',
    table22: ['SP8', 'LP8'],
  },
  'plan.licencePlan': {
    title: 'Licence plan',
    what: 'Rights the server will need and their origin.',
    type: 'record',
    place: 'plan',
    table22: ['SP8'],
  },
  'plan.quantityAndDate': {
    title: 'Quantity and date',
    what: 'Number, date needed, and for whom.',
    type: 'record',
    place: 'plan',
    table22: [],
  },
  'plan.sourcingOption': {
    title: 'Sourcing option',
    what: 'Alternatives compared over the whole life, and the one chosen.',
    type: 'enum',
    place: 'plan',
    values: ['reuse', 'buy', 'lease', 'subscribe', 'build', 'cloud'],
    table22: [],
  },
  'request.requirements': {
    title: 'Requirements',
    what: 'The need and its reason.',
    type: 'text',
    place: 'request',
    table22: ['SA1', 'LA1'],
  },
  'request.approval': {
    title: 'Approval',
    what: 'Who agreed, when, and to which amount.',
    type: 'record',
    place: 'request',
    table22: ['SA1', 'LA1'],
  },
};
