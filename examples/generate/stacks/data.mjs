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

// The data platform on Google Cloud: one project for production, one for
// staging. Labels are lower case there and carry no commas.

import { each, inModule, owned } from '../rows.mjs';
import { forecastRows, otherRows } from './dataServices.mjs';

const PROJECT = 'perronova-data-prod';
const network = { owner: 'data-platform', environment: 'production' };
const ridership = owned('data-platform', 'ridership-pipeline', 'production');
const warehouse = owned('data-platform', 'analytics-warehouse', 'production');
const serviceAccount = name =>
  `serviceAccount:${name}@${PROJECT}.iam.gserviceaccount.com`;

const foundationRows = [
  ...each(
    ['bigquery', 'pubsub', 'container', 'composer'].map(
      api => `${api}.googleapis.com`,
    ),
    { type: 'google_project_service', name: 'enabled' },
  ),
  { type: 'google_compute_network', name: 'main' },
  ...['services', 'jobs'].map((name, index) => ({
    type: 'google_compute_subnetwork',
    name,
    cidr: `10.64.${index * 16}.0/20`,
    needs: ['google_compute_network.main'],
  })),
  {
    type: 'google_compute_firewall',
    name: 'internal_https',
    port: 443,
    needs: ['google_compute_network.main'],
  },
  {
    type: 'google_compute_firewall',
    name: 'internal_postgres',
    port: 5432,
    needs: ['google_compute_network.main'],
  },
  {
    type: 'google_compute_router',
    name: 'main',
    needs: ['google_compute_network.main'],
  },
  {
    type: 'google_compute_router_nat',
    name: 'main',
    router: 'main',
    needs: ['google_compute_address.nat', 'google_compute_router.main'],
  },
  {
    type: 'google_compute_address',
    name: 'nat',
    address: '192.0.2.77',
    tags: network,
  },
  { type: 'google_kms_key_ring', name: 'data' },
  {
    type: 'google_kms_crypto_key',
    name: 'warehouse',
    ring: 'data',
    tags: warehouse,
    needs: ['google_kms_key_ring.data'],
  },
  {
    type: 'google_artifact_registry_repository',
    name: 'services',
    tags: network,
  },
  {
    type: 'google_artifact_registry_repository',
    name: 'models',
    format: 'GENERIC',
    tags: { team: 'data-platform' },
  },
  {
    type: 'google_container_cluster',
    name: 'jobs',
    tags: network,
    needs: ['google_compute_subnetwork.jobs'],
  },
  ...each(['batch', 'training'], size => ({
    type: 'google_container_node_pool',
    name: 'pools',
    cluster: 'jobs',
    size: size === 'batch' ? 'n2-standard-8' : 'a2-highgpu-1g',
    tags: network,
    needs: ['google_container_cluster.jobs'],
  })),
  ...each(
    ['roles/logging.logWriter', 'roles/monitoring.metricWriter'],
    role => ({
      type: 'google_project_iam_member',
      name: 'jobs',
      role,
      member: serviceAccount('ridership-loader'),
      needs: ['module.ridership.google_service_account.loader'],
    }),
  ),
  {
    mode: 'data',
    type: 'google_project',
    name: 'current',
    attributes: {
      id: `projects/${PROJECT}`,
      name: 'Data production',
      number: '400000000001',
      project_id: PROJECT,
    },
  },
];

const ridershipRows = inModule('ridership', [
  { type: 'google_pubsub_topic', name: 'gate_events', tags: ridership },
  {
    type: 'google_pubsub_topic',
    name: 'gate_events_dead',
    tags: { service: 'ridership-pipeline' },
  },
  {
    type: 'google_pubsub_subscription',
    name: 'loader',
    topic: 'ridership-gate-events',
    tags: ridership,
    needs: ['module.ridership.google_pubsub_topic.gate_events'],
  },
  {
    type: 'google_storage_bucket',
    name: 'raw',
    coldAfter: 90,
    tags: ridership,
  },
  { type: 'google_storage_bucket', name: 'curated', tags: ridership },
  {
    type: 'google_storage_bucket_iam_member',
    name: 'raw_loader',
    bucket: `${PROJECT}-ridership-raw`,
    role: 'roles/storage.objectAdmin',
    member: serviceAccount('ridership-loader'),
    needs: [
      'module.ridership.google_service_account.loader',
      'module.ridership.google_storage_bucket.raw',
    ],
  },
  {
    type: 'google_storage_bucket_iam_member',
    name: 'curated_reader',
    bucket: `${PROJECT}-ridership-curated`,
    role: 'roles/storage.objectViewer',
    member: 'group:data-platform@perronova.example',
    needs: ['module.ridership.google_storage_bucket.curated'],
  },
  {
    type: 'google_bigquery_dataset',
    name: 'ridership',
    dataset: 'ridership',
    about: 'Journeys counted at the gates',
    tags: ridership,
  },
  ...each(['gate_events', 'daily_counts', 'stations'], table => ({
    type: 'google_bigquery_table',
    name: 'tables',
    dataset: 'ridership',
    table,
    rows: 48210377,
    tags: ridership,
    needs: ['module.ridership.google_bigquery_dataset.ridership'],
  })),
  {
    type: 'google_bigquery_dataset_iam_member',
    name: 'analysts',
    dataset: 'ridership',
    role: 'roles/bigquery.dataViewer',
    member: 'group:finance@perronova.example',
    needs: ['module.ridership.google_bigquery_dataset.ridership'],
  },
  {
    type: 'google_cloudfunctions2_function',
    name: 'normalise',
    secretName: 'HASH_SALT',
    tags: ridership,
    needs: ['module.ridership.google_pubsub_topic.gate_events'],
  },
  {
    type: 'google_compute_instance',
    name: 'sftp_intake',
    bootSecret: true,
    tags: { ...ridership, owner: 'integration-squad' },
  },
  {
    type: 'google_compute_disk',
    name: 'sftp_intake',
    gib: 800,
    tags: { env: 'production', svc: 'ridership-pipeline' },
    needs: ['module.ridership.google_compute_instance.sftp_intake'],
  },
  { type: 'google_redis_instance', name: 'dedupe', tags: ridership },
  {
    type: 'google_service_account',
    name: 'loader',
    about: 'Loads gate events',
  },
  {
    type: 'google_service_account_key',
    name: 'loader',
    account: 'ridership-loader',
    needs: ['module.ridership.google_service_account.loader'],
  },
  { type: 'google_cloud_scheduler_job', name: 'nightly', cron: '15 2 * * *' },
]);

const warehouseRows = inModule('warehouse', [
  ...['sales', 'finance', 'marketing'].map(dataset => ({
    type: 'google_bigquery_dataset',
    name: dataset,
    dataset,
    about: `Reports of ${dataset}`,
    tags: dataset === 'marketing' ? { environment: 'production' } : warehouse,
  })),
  ...each(['orders', 'refunds', 'fares'], table => ({
    type: 'google_bigquery_table',
    name: 'sales',
    dataset: 'sales',
    table,
    rows: 9120441,
    tags: warehouse,
    needs: ['module.warehouse.google_bigquery_dataset.sales'],
  })),
  {
    type: 'google_bigquery_dataset_iam_member',
    name: 'finance',
    dataset: 'finance',
    role: 'roles/bigquery.dataEditor',
    member: 'group:finance@perronova.example',
    needs: ['module.warehouse.google_bigquery_dataset.finance'],
  },
  { type: 'google_composer_environment', name: 'schedules', tags: warehouse },
  {
    type: 'google_storage_bucket',
    name: 'exports',
    coldAfter: 30,
    tags: { ...warehouse, owner: 'finance' },
  },
  { type: 'google_secret_manager_secret', name: 'booking_db', tags: warehouse },
  {
    type: 'google_secret_manager_secret_version',
    name: 'booking_db',
    of: 'warehouse-booking-db',
    needs: ['module.warehouse.google_secret_manager_secret.booking_db'],
  },
]);

export const dataStack = {
  name: 'data-infra',
  terraformVersion: '1.9.5',
  serial: 203,
  firstSecret: 3001,
  defaultProvider: 'google',
  providers: {
    google: {
      project: PROJECT,
      projectNumber: '400000000001',
      region: 'europe-west1',
      defaultTags: { 'goog-terraform-provisioned': 'true' },
    },
    'google.staging': {
      project: 'perronova-data-staging',
      projectNumber: '400000000002',
      region: 'europe-west1',
      defaultTags: { 'goog-terraform-provisioned': 'true' },
    },
  },
  outputs: secret => ({
    loader_key: { value: secret(), type: 'string', sensitive: true },
    warehouse_project: { value: PROJECT, type: 'string' },
  }),
  rows: [
    ...foundationRows,
    ...ridershipRows,
    ...forecastRows,
    ...warehouseRows,
    ...otherRows,
  ],
};
