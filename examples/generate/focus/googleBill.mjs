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

// The bill of Google Cloud, in EUR.

import { hexOf } from './chance.mjs';
import { fee, flat, usageOf } from './charges.mjs';
import { fewDecimals } from './csv.mjs';
import { resourcesOf } from './estate.mjs';
import { amountOf, shareOf, sumOf } from './exact.mjs';
import { googlePrices } from './googlePrices.mjs';
import { counted, hourly, small, stored } from './lines.mjs';
import { ranIn } from './story.mjs';

const PROJECT = 'perronova-data-prod';
const ZONE = 'europe-west1-b';
const place = { account: PROJECT, region: 'europe-west1' };

const types = {
  google_compute_instance: 'compute.googleapis.com/Instance',
  google_compute_disk: 'compute.googleapis.com/Disk',
  google_sql_database_instance: 'sqladmin.googleapis.com/Instance',
  google_storage_bucket: 'storage.googleapis.com/Bucket',
  google_bigquery_dataset: 'bigquery.googleapis.com/Dataset',
};

export const bill = {
  name: 'google',
  provider: 'Google Cloud',
  publisher: 'Google Cloud',
  issuer: 'Google Cloud EMEA Limited',
  accountId: '01A2B3-000000-C4D5E6',
  accountName: 'Perronova',
  currency: 'EUR',
  amount: fewDecimals,
  subAccount: account => account,
  typeOf: resource => types[resource?.type],
  regions: { 'europe-west1': 'Belgium' },
  services: {
    compute: ['Compute Engine', 'Compute'],
    gke: ['Kubernetes Engine', 'Compute'],
    network: ['Networking', 'Networking'],
    sql: ['Cloud SQL', 'Databases'],
    redis: ['Cloud Memorystore for Redis', 'Databases'],
    bigquery: ['BigQuery', 'Analytics'],
    storage: ['Cloud Storage', 'Storage'],
    run: ['Cloud Run', 'Compute'],
    functions: ['Cloud Run Functions', 'Compute'],
    composer: ['Cloud Composer', 'Analytics'],
    pubsub: ['Cloud Pub/Sub', 'Integration'],
    registry: ['Artifact Registry', 'Developer Tools'],
    kms: ['Cloud Key Management Service (KMS)', 'Security'],
    secrets: ['Secret Manager', 'Security'],
    logging: ['Cloud Logging', 'Management and Governance'],
    vertex: ['Vertex AI', 'AI and Machine Learning'],
    support: ['Support', 'Other'],
    invoice: ['Invoice', 'Other'],
  },
};

const terms = { discount: 0 };
const resources = resourcesOf('google');

const unknown = (type, path, name) => ({
  ...place,
  type,
  id: `//compute.googleapis.com/projects/${PROJECT}/${path}/${name}`,
  name,
  at: '',
  zone: ZONE,
  tags: {},
});

/** The group is registered, its machines come and go. */
const importers = period =>
  [0, 1, 2, 3].map(number => ({
    resource: {
      ...unknown(
        'google_compute_instance',
        `zones/${ZONE}/instances`,
        `timetables-importers-${hexOf(4, 'importer', number, period.name)}`,
      ),
      tags: { service: 'timetable-importer' },
    },
    lines: [hourly('compute', 'e2-standard-4 in europe-west1', '0.1357')],
  }));

const forgotten = [
  {
    resource: unknown(
      'google_compute_instance',
      `zones/${ZONE}/instances`,
      'conference-demo-2025',
    ),
    lines: [hourly('compute', 'n2-standard-8 in europe-west1', '0.3928')],
  },
  {
    resource: unknown(
      'google_compute_snapshot',
      'global/snapshots',
      'notebook-before-gpu',
    ),
    lines: [small(stored('compute', 'Snapshot storage', '0.0614', 1700, 1))],
  },
];

const withoutResource = period =>
  [
    ['network', 'Data out to Internet', 'GiB', '0.0804', 1900],
    ['logging', 'Log ingestion', 'GiB', '0.473', 420],
    ['vertex', 'Requests to models', '1M Tokens', '1.18', 75],
  ].flatMap(line =>
    usageOf(counted(...line), { id: PROJECT, at: '' }, period, terms).map(
      charge => ({ ...charge, resource: undefined, place }),
    ),
  );

/** Google gives back a share of what ran the whole month, per machine. */
const sustainedUse = (period, usage) =>
  resources
    .filter(({ type }) => type === 'google_compute_instance')
    .map(resource => {
      const spent = usage.filter(charge => charge.resource === resource);
      return flat({
        period,
        category: 'Credit',
        amount: -shareOf(sumOf(spent.map(charge => charge.billed)), 8),
        service: 'compute',
        description: 'Sustained use discount',
        frequency: 'Usage-Based',
        resource,
      });
    })
    .filter(credit => credit.billed !== 0n);

const once = {
  '2026-06': period => [
    flat({
      period,
      category: 'Credit',
      amount: amountOf('-300'),
      service: 'invoice',
      description: 'Promotional credit',
    }),
  ],
  '2026-09': (period, periods) => [
    {
      ...flat({
        period: periods[3],
        category: 'Usage',
        frequency: 'Usage-Based',
        amount: amountOf('61.8837402'),
        service: 'bigquery',
        description: 'Analysis of August counted too low',
        resource: resources.find(({ called }) => called === 'warehouse.sales'),
      }),
      correction: true,
    },
  ],
};

const invoiceRows = (period, usage) => [
  fee({
    period,
    amount:
      amountOf('100') + shareOf(sumOf(usage.map(({ billed }) => billed)), 2),
    service: 'support',
    description: 'Standard Support',
  }),
  flat({
    period,
    category: 'Tax',
    amount: 0n,
    service: 'invoice',
    description: 'VAT, reverse charge',
    frequency: 'Recurring',
  }),
  flat({
    period,
    category: 'Adjustment',
    amount: amountOf('0.0031') - amountOf('0.0012') * BigInt(period.index),
    service: 'invoice',
    description: 'Rounding error',
  }),
];

export const chargesOf = (period, periods) => {
  const known = resources
    .filter(resource => googlePrices[resource.type])
    .filter(resource => ranIn(resource, period.index))
    .map(resource => ({
      resource,
      lines: googlePrices[resource.type](resource),
    }));
  const usage = [...known, ...importers(period), ...forgotten].flatMap(
    ({ resource, lines }) =>
      lines.flatMap(line => usageOf(line, resource, period, terms)),
  );
  return [
    ...usage,
    ...withoutResource(period),
    ...sustainedUse(period, usage),
    ...invoiceRows(period, usage),
    ...(once[period.name]?.(period, periods) ?? []),
  ];
};
