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

// What Google counts about each type of resource, at list prices in EUR.
// Prices are near the real ones and no promise; volumes are those of May.

import { counted, hourly, small, stored } from './lines.mjs';

const machines = {
  'e2-standard-4': '0.1357',
  'n2-standard-8': '0.3928',
  'a2-highgpu-1g': '3.3724',
};

const databases = {
  'db-custom-4-15360': '0.2631',
  'db-f1-micro': '0.0096',
};

const volumes = {
  // GiB, and how fast it grows
  'ridership.raw': { gib: 24500, grows: 1.06 },
  'ridership.curated': { gib: 11200, grows: 1.05 },
  'forecast.models': { gib: 2600, grows: 1.03 },
  'recommendations.vectors': { gib: 1900, grows: 1.04 },
  'timetables.operator_feeds': { gib: 3400, grows: 1.02 },
  'warehouse.exports': { gib: 6900, grows: 1.05 },
  'staging.raw': { gib: 800, grows: 1 },
  // BigQuery: TiB looked through, GiB kept
  'warehouse.sales': { scanned: 148, gib: 9800 },
  'warehouse.finance': { scanned: 46, gib: 2100 },
  'warehouse.marketing': { scanned: 71, gib: 3300 },
  'ridership.ridership': { scanned: 94, gib: 16400 },
  'staging.scratch': { scanned: 9, gib: 640 },
  // Cloud Run: thousands of vCPU-hours
  'forecast.api': { cpus: 3.4 },
  'recommendations.api': { cpus: 6.2 },
};

const tier = ({ settings: [{ tier: size, availability_type: kind }] }) => {
  const times = kind === 'REGIONAL' ? 2 : 1;
  return { size, times };
};

const messages = ({ called }) => [
  small(
    counted(
      'pubsub',
      'Message delivery',
      'TiB',
      '37.8',
      /dead/.test(called) ? 0.001 : 1.4,
    ),
  ),
];

const machine = ({ attributes }) => [
  hourly(
    'compute',
    `${attributes.machine_type} in europe-west1`,
    machines[attributes.machine_type],
  ),
];

const pool = ({ attributes }) => {
  const [{ machine_type: size }] = attributes.node_config;
  // Training runs at night only.
  const share = size.startsWith('a2') ? 0.3 : 1;
  return [
    hourly(
      'gke',
      `${size} in europe-west1`,
      machines[size],
      attributes.node_count * share,
    ),
  ];
};

export const googlePrices = {
  google_compute_instance: machine,
  google_compute_disk: ({ attributes }) => [
    stored('compute', 'Balanced disk', '0.0946', attributes.size, 1),
  ],
  google_compute_address: () => [
    small(hourly('network', 'Static address in use', '0.0037')),
  ],
  google_container_cluster: () => [
    hourly('gke', 'Cluster management', '0.0946'),
  ],
  google_container_node_pool: pool,
  google_sql_database_instance: ({ attributes }) => {
    const { size, times } = tier(attributes);
    const [{ disk_size: gib }] = attributes.settings;
    return [
      hourly('sql', `PostgreSQL ${size}`, databases[size], times),
      stored('sql', 'SSD storage', '0.1608', gib * times, 1.02),
    ];
  },
  google_redis_instance: ({ attributes }) => [
    hourly('redis', 'Standard tier', '0.0437', attributes.memory_size_gb, {
      unit: 'GB-Hours',
    }),
  ],
  google_bigquery_dataset: ({ called }) => [
    counted('bigquery', 'Analysis', 'TiB', '5.9', volumes[called].scanned),
    stored(
      'bigquery',
      'Active logical storage',
      '0.0189',
      volumes[called].gib,
      1.04,
    ),
  ],
  google_storage_bucket: ({ called }) => [
    stored(
      'storage',
      'Standard storage',
      '0.0189',
      volumes[called].gib,
      volumes[called].grows,
    ),
    small(counted('storage', 'Class A operations', '1M Requests', '4.73', 6)),
  ],
  google_cloud_run_v2_service: ({ called }) => [
    counted('run', 'vCPU', '1K vCPU-Hours', '61.2', volumes[called].cpus),
    counted('run', 'Memory', '1K GB-Hours', '6.8', volumes[called].cpus * 2),
  ],
  google_cloudfunctions2_function: () => [
    counted('functions', 'CPU', '1K GHz-Seconds', '0.0095', 5200),
  ],
  google_composer_environment: () => [
    hourly('composer', 'Small environment', '0.3312'),
    counted('composer', 'Compute of Airflow', 'vCPU-Hours', '0.0426', 5900),
  ],
  google_pubsub_topic: messages,
  google_pubsub_subscription: messages,
  google_artifact_registry_repository: () => [
    small(stored('registry', 'Storage', '0.0946', 260)),
  ],
  google_kms_crypto_key: () => [
    small(
      counted('kms', 'Key versions', 'Months', '0.057', 3, { demand: false }),
    ),
  ],
  google_secret_manager_secret: () => [
    small(
      counted('secrets', 'Secret versions', 'Months', '0.057', 1, {
        demand: false,
      }),
    ),
  ],
};
