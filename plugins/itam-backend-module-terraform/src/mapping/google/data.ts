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

import { alike, asset, fold, MappingTable, other } from '../definition';

const bucket = 'google_storage_bucket';
const sql = 'google_sql_database_instance';
const topic = 'google_pubsub_topic';
const subscription = 'google_pubsub_subscription';
const dataset = 'google_bigquery_dataset';
const bigtable = 'google_bigtable_instance';
const spanner = 'google_spanner_instance';

/** Storage, databases, caches, warehouses and messages. */
export const googleData: MappingTable = {
  google_storage_bucket: asset(
    'object-storage',
    {
      storageClass: 'storage_class',
      versioning: 'versioning.0.enabled',
      publicAccess: {
        from: 'public_access_prevention',
        values: { enforced: false },
      },
      encrypted: { always: true },
    },
    { globalId: true },
  ),
  ...alike(
    [
      'google_storage_bucket_access_control',
      'google_storage_bucket_acl',
      'google_storage_bucket_iam_binding',
      'google_storage_bucket_iam_member',
      'google_storage_bucket_iam_policy',
      'google_storage_bucket_object',
      'google_storage_default_object_acl',
      'google_storage_notification',
    ],
    fold({ bucket }),
  ),
  ...alike(
    ['google_compute_disk', 'google_compute_region_disk'],
    asset('block-volume', {
      size: { from: 'size', as: 'gib to GB' },
      volumeType: 'type',
      iops: 'provisioned_iops',
      encrypted: { always: true },
    }),
  ),
  google_compute_disk_resource_policy_attachment: fold({
    disk: 'google_compute_disk',
  }),
  google_compute_snapshot: asset('snapshot', {
    kind: { always: 'volume' },
    size: { from: 'disk_size_gb', as: 'gib to GB' },
    taken: { from: 'creation_timestamp', as: 'date' },
    encrypted: { always: true },
  }),
  ...alike(
    ['google_compute_image', 'google_compute_machine_image'],
    asset('snapshot', {
      kind: { always: 'image' },
      size: { from: 'disk_size_gb', as: 'gib to GB' },
      taken: { from: 'creation_timestamp', as: 'date' },
      encrypted: { always: true },
    }),
  ),
  google_filestore_instance: asset(
    'file-share',
    {
      protocol: { always: 'nfs' },
      size: { from: 'file_shares.0.capacity_gb', as: 'gib to GB' },
      encrypted: { always: true },
    },
    { service: 'file' },
  ),
  google_sql_database_instance: asset(
    'cloud-database',
    {
      engine: { from: 'database_version', as: 'engine name' },
      engineVersion: { from: 'database_version', as: 'engine version' },
      instanceClass: 'settings.0.tier',
      storage: { from: 'settings.0.disk_size', as: 'gib to GB' },
      highAvailability: {
        from: 'settings.0.availability_type',
        values: { REGIONAL: true, ZONAL: false },
      },
      encrypted: { always: true },
    },
    { service: 'cloudsql', labels: ['settings.0.user_labels'] },
  ),
  ...alike(
    ['google_sql_database', 'google_sql_user', 'google_sql_ssl_cert'],
    fold({ instance: sql }),
  ),
  google_spanner_instance: asset(
    'cloud-database',
    { engine: { always: 'spanner' }, encrypted: { always: true } },
    { service: 'spanner' },
  ),
  google_spanner_database: fold({ instance: spanner }),
  google_bigtable_instance: asset(
    'cloud-database',
    { engine: { always: 'bigtable' }, encrypted: { always: true } },
    { service: 'bigtable' },
  ),
  ...alike(
    [
      'google_bigtable_table',
      'google_bigtable_gc_policy',
      'google_bigtable_app_profile',
    ],
    fold({ instance_name: bigtable, instance: bigtable }),
  ),
  google_firestore_database: asset(
    'cloud-database',
    { engine: { always: 'firestore' }, encrypted: { always: true } },
    { service: 'firestore' },
  ),
  google_firestore_index: fold({ database: 'google_firestore_database' }),
  google_alloydb_cluster: asset(
    'cloud-database',
    {
      engine: { always: 'alloydb' },
      engineVersion: { from: 'database_version', as: 'engine version' },
      encrypted: { always: true },
    },
    { service: 'alloydb', name: ['cluster_id'] },
  ),
  google_alloydb_instance: asset(
    'cloud-database',
    {
      engine: { always: 'alloydb' },
      vcpus: 'machine_config.0.cpu_count',
      encrypted: { always: true },
    },
    {
      service: 'alloydb',
      name: ['instance_id'],
      partOf: { cluster: 'google_alloydb_cluster' },
    },
  ),
  google_redis_instance: asset(
    'cache',
    {
      engine: { always: 'redis' },
      engineVersion: { from: 'redis_version', as: 'engine version' },
      nodeType: 'tier',
    },
    { service: 'redis' },
  ),
  google_memcache_instance: asset(
    'cache',
    {
      engine: { always: 'memcached' },
      engineVersion: { from: 'memcache_version', as: 'engine version' },
      nodes: 'node_count',
    },
    { service: 'memcache' },
  ),
  google_bigquery_dataset: asset(
    'data-warehouse',
    { engine: { always: 'bigquery' }, encrypted: { always: true } },
    { name: ['dataset_id'] },
  ),
  ...alike(
    [
      'google_bigquery_table',
      'google_bigquery_routine',
      'google_bigquery_dataset_access',
      'google_bigquery_dataset_iam_member',
      'google_bigquery_dataset_iam_binding',
      'google_bigquery_table_iam_member',
    ],
    fold({ dataset_id: dataset }),
  ),
  google_bigquery_reservation: asset(
    'cloud-commitment',
    { kind: { always: 'reserved' }, scope: { always: 'bigquery' } },
    { service: 'bigqueryreservation' },
  ),
  google_bigquery_job: fold(),
  google_bigquery_data_transfer_config: fold({
    destination_dataset_id: dataset,
  }),
  google_dataproc_cluster: other(
    'cluster_config.0.master_config.0.machine_type',
    { service: 'dataproc' },
  ),
  google_pubsub_topic: asset(
    'message-queue',
    {
      kind: { always: 'topic' },
      retention: { from: 'message_retention_duration', as: 'duration to d' },
      encrypted: { always: true },
    },
    { service: 'pubsub' },
  ),
  google_pubsub_subscription: asset(
    'message-queue',
    {
      kind: { always: 'queue' },
      retention: { from: 'message_retention_duration', as: 'duration to d' },
      encrypted: { always: true },
    },
    { service: 'pubsub', partOf: { topic } },
  ),
  google_pubsub_schema: fold(),
  ...alike(
    ['google_pubsub_topic_iam_member', 'google_pubsub_topic_iam_binding'],
    fold({ topic }),
  ),
  google_pubsub_subscription_iam_member: fold({ subscription }),
};
