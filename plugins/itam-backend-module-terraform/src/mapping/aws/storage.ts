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
import { bucket, subnet } from './targets';

const database = asset('cloud-database', {
  engine: 'engine',
  engineVersion: { from: ['engine_version_actual', 'engine_version'] },
  instanceClass: 'instance_class',
  storage: { from: 'allocated_storage', as: 'gib to GB' },
  highAvailability: 'multi_az',
  encrypted: 'storage_encrypted',
  licenceModel: {
    from: 'license_model',
    values: {
      'license-included': 'included',
      'bring-your-own-license': 'own',
      'general-public-license': 'open-source',
      'postgresql-license': 'open-source',
    },
  },
});

const cluster = asset(
  'cloud-database',
  {
    engine: 'engine',
    engineVersion: { from: ['engine_version_actual', 'engine_version'] },
    instanceClass: 'db_cluster_instance_class',
    storage: { from: 'allocated_storage', as: 'gib to GB' },
    encrypted: 'storage_encrypted',
  },
  { name: ['cluster_identifier'] },
);

const member = (clusterType: string) =>
  asset(
    'cloud-database',
    {
      engine: 'engine',
      engineVersion: { from: ['engine_version_actual', 'engine_version'] },
      instanceClass: 'instance_class',
      encrypted: 'storage_encrypted',
    },
    { name: ['identifier'], partOf: { cluster_identifier: clusterType } },
  );

const search = asset(
  'cloud-database',
  {
    engine: { always: 'opensearch' },
    engineVersion: { from: ['engine_version', 'elasticsearch_version'] },
    instanceClass: 'cluster_config.0.instance_type',
    storage: { from: 'ebs_options.0.volume_size', as: 'gib to GB' },
    highAvailability: 'cluster_config.0.zone_awareness_enabled',
    encrypted: 'encrypt_at_rest.0.enabled',
  },
  { name: ['domain_name'] },
);

/** Storage, databases, caches and warehouses. */
export const storage: MappingTable = {
  aws_s3_bucket: asset(
    'object-storage',
    {
      versioning: 'versioning.0.enabled',
      // What is not told here is encrypted by the provider's default.
      encrypted: {
        from: 'server_side_encryption_configuration',
        as: 'present',
        values: { true: true },
      },
    },
    { name: ['bucket'], globalId: true },
  ),
  aws_s3_directory_bucket: asset('object-storage', {}, { name: ['bucket'] }),
  aws_glacier_vault: asset('object-storage', {
    storageClass: { always: 'glacier' },
  }),
  ...alike(
    [
      'aws_s3_bucket_accelerate_configuration',
      'aws_s3_bucket_acl',
      'aws_s3_bucket_analytics_configuration',
      'aws_s3_bucket_cors_configuration',
      'aws_s3_bucket_intelligent_tiering_configuration',
      'aws_s3_bucket_inventory',
      'aws_s3_bucket_lifecycle_configuration',
      'aws_s3_bucket_logging',
      'aws_s3_bucket_metric',
      'aws_s3_bucket_notification',
      'aws_s3_bucket_object',
      'aws_s3_bucket_object_lock_configuration',
      'aws_s3_bucket_ownership_controls',
      'aws_s3_bucket_policy',
      'aws_s3_bucket_public_access_block',
      'aws_s3_bucket_replication_configuration',
      'aws_s3_bucket_request_payment_configuration',
      'aws_s3_bucket_server_side_encryption_configuration',
      'aws_s3_bucket_versioning',
      'aws_s3_bucket_website_configuration',
      'aws_s3_object',
      'aws_s3_access_point',
    ],
    fold({ bucket }),
  ),
  aws_s3_account_public_access_block: fold(),

  aws_ebs_volume: asset('block-volume', {
    size: { from: 'size', as: 'gib to GB' },
    volumeType: 'type',
    iops: 'iops',
    encrypted: 'encrypted',
  }),
  ...alike(
    ['aws_ebs_snapshot', 'aws_ebs_snapshot_copy'],
    asset('snapshot', {
      kind: { always: 'volume' },
      size: { from: 'volume_size', as: 'gib to GB' },
      taken: { from: 'start_time', as: 'date' },
      encrypted: 'encrypted',
    }),
  ),
  ...alike(
    ['aws_ami', 'aws_ami_copy', 'aws_ami_from_instance'],
    asset('snapshot', { kind: { always: 'image' } }),
  ),
  ...alike(
    ['aws_db_snapshot', 'aws_db_cluster_snapshot'],
    asset(
      'snapshot',
      {
        kind: { always: 'database' },
        size: { from: 'allocated_storage', as: 'gib to GB' },
        taken: { from: 'snapshot_create_time', as: 'date' },
        encrypted: { from: ['encrypted', 'storage_encrypted'] },
      },
      {
        id: ['db_snapshot_arn', 'db_cluster_snapshot_arn'],
        name: ['db_snapshot_identifier', 'db_cluster_snapshot_identifier'],
      },
    ),
  ),
  aws_ebs_encryption_by_default: fold(),
  aws_ebs_default_kms_key: fold(),
  aws_dlm_lifecycle_policy: fold(),
  aws_efs_file_system: asset('file-share', {
    protocol: { always: 'nfs' },
    throughput: {
      from: 'provisioned_throughput_in_mibps',
      as: 'mib/s to MB/s',
    },
    encrypted: 'encrypted',
  }),
  ...alike(
    [
      'aws_efs_mount_target',
      'aws_efs_access_point',
      'aws_efs_backup_policy',
      'aws_efs_file_system_policy',
    ],
    fold({ file_system_id: 'aws_efs_file_system' }),
  ),
  aws_fsx_lustre_file_system: asset('file-share', {
    protocol: { always: 'lustre' },
    size: { from: 'storage_capacity', as: 'gib to GB' },
    encrypted: { always: true },
  }),
  aws_fsx_windows_file_system: asset('file-share', {
    protocol: { always: 'smb' },
    size: { from: 'storage_capacity', as: 'gib to GB' },
    throughput: { from: 'throughput_capacity', as: 'mb/s' },
    encrypted: { always: true },
  }),
  aws_fsx_ontap_file_system: asset('file-share', {
    size: { from: 'storage_capacity', as: 'gib to GB' },
    encrypted: { always: true },
  }),
  aws_backup_vault: asset('backup-vault', {
    recoveryPoints: 'recovery_points',
  }),
  aws_backup_vault_policy: fold({ backup_vault_name: 'aws_backup_vault' }),
  aws_backup_vault_lock_configuration: fold({
    backup_vault_name: 'aws_backup_vault',
  }),
  aws_backup_plan: fold(),
  aws_backup_selection: fold({ plan_id: 'aws_backup_plan' }),

  aws_db_instance: { ...database, name: ['identifier'] },
  aws_rds_cluster: cluster,
  aws_rds_cluster_instance: member('aws_rds_cluster'),
  aws_rds_global_cluster: fold(),
  aws_docdb_cluster: cluster,
  aws_docdb_cluster_instance: member('aws_docdb_cluster'),
  aws_neptune_cluster: {
    ...cluster,
    facts: { ...cluster.facts, engine: { always: 'neptune' } },
  },
  aws_neptune_cluster_instance: member('aws_neptune_cluster'),
  aws_dynamodb_table: asset(
    'cloud-database',
    { engine: { always: 'dynamodb' }, instanceClass: 'billing_mode' },
    { aliases: ['stream_arn'] },
  ),
  aws_dynamodb_global_table: fold(),
  aws_dynamodb_table_item: fold({ table_name: 'aws_dynamodb_table' }),
  aws_dynamodb_kinesis_streaming_destination: fold({
    table_name: 'aws_dynamodb_table',
  }),
  aws_keyspaces_table: asset('cloud-database', {
    engine: { always: 'cassandra' },
  }),
  aws_timestreamwrite_database: asset('cloud-database', {
    engine: { always: 'timestream' },
  }),
  ...alike(['aws_opensearch_domain', 'aws_elasticsearch_domain'], search),
  aws_opensearch_domain_policy: fold({ domain_name: 'aws_opensearch_domain' }),
  aws_opensearchserverless_collection: asset('cloud-database', {
    engine: { always: 'opensearch' },
  }),
  ...alike(
    [
      'aws_db_parameter_group',
      'aws_db_option_group',
      'aws_db_subnet_group',
      'aws_db_event_subscription',
      'aws_rds_cluster_parameter_group',
      'aws_docdb_subnet_group',
      'aws_docdb_cluster_parameter_group',
      'aws_neptune_subnet_group',
      'aws_elasticache_subnet_group',
      'aws_elasticache_parameter_group',
      'aws_redshift_subnet_group',
      'aws_redshift_parameter_group',
    ],
    fold({ 'subnet_ids.0': subnet }),
  ),
  aws_db_proxy: other('engine_family'),
  aws_db_proxy_default_target_group: fold({ db_proxy_name: 'aws_db_proxy' }),
  aws_db_proxy_target: fold({ db_proxy_name: 'aws_db_proxy' }),
  aws_rds_cluster_endpoint: fold({ cluster_identifier: 'aws_rds_cluster' }),
  aws_rds_cluster_role_association: fold({
    db_cluster_identifier: 'aws_rds_cluster',
  }),
  aws_db_instance_role_association: fold({
    db_instance_identifier: 'aws_db_instance',
  }),

  aws_elasticache_cluster: asset(
    'cache',
    {
      engine: 'engine',
      engineVersion: { from: ['engine_version_actual', 'engine_version'] },
      nodeType: 'node_type',
      nodes: 'num_cache_nodes',
    },
    {
      name: ['cluster_id'],
      partOf: { replication_group_id: 'aws_elasticache_replication_group' },
    },
  ),
  aws_elasticache_replication_group: asset(
    'cache',
    {
      engine: 'engine',
      engineVersion: { from: ['engine_version_actual', 'engine_version'] },
      nodeType: 'node_type',
      nodes: { from: ['num_cache_clusters', 'number_cache_clusters'] },
      encrypted: 'at_rest_encryption_enabled',
    },
    { name: ['replication_group_id'] },
  ),
  aws_elasticache_serverless_cache: asset('cache', {
    engine: 'engine',
    engineVersion: { from: ['full_engine_version', 'major_engine_version'] },
  }),
  aws_elasticache_user: fold(),
  aws_elasticache_user_group: fold(),
  aws_memorydb_cluster: asset('cache', {
    engine: { always: 'memorydb' },
    engineVersion: 'engine_version',
    nodeType: 'node_type',
    nodes: 'num_shards',
  }),
  aws_dax_cluster: asset(
    'cache',
    { engine: { always: 'dax' }, nodeType: 'node_type' },
    { name: ['cluster_name'] },
  ),

  aws_redshift_cluster: asset(
    'data-warehouse',
    {
      engine: { always: 'redshift' },
      capacityUnits: 'number_of_nodes',
      encrypted: 'encrypted',
    },
    { name: ['cluster_identifier'] },
  ),
  aws_redshiftserverless_workgroup: asset(
    'data-warehouse',
    { engine: { always: 'redshift' }, capacityUnits: 'base_capacity' },
    { name: ['workgroup_name'] },
  ),
  aws_redshiftserverless_namespace: fold(),
  aws_athena_workgroup: fold(),
  aws_athena_database: fold({ bucket }),
  aws_glue_catalog_database: fold(),
  aws_glue_catalog_table: fold({ database_name: 'aws_glue_catalog_database' }),
  aws_glue_crawler: fold(),
  aws_glue_job: other('worker_type'),
  aws_storagegateway_gateway: other('gateway_type'),
  aws_ebs_fast_snapshot_restore: fold({ snapshot_id: 'aws_ebs_snapshot' }),
  aws_dms_replication_instance: other('replication_instance_class', {
    id: ['replication_instance_arn'],
    name: ['replication_instance_id'],
  }),
  aws_dms_endpoint: fold(),
  aws_dms_replication_task: fold({
    replication_instance_arn: 'aws_dms_replication_instance',
  }),
  aws_datasync_task: fold(),
};
