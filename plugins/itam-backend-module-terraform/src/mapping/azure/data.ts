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

const storageAccount = 'azurerm_storage_account';
const sqlServer = ['azurerm_mssql_server', 'azurerm_sql_server'];
const postgres = [
  'azurerm_postgresql_flexible_server',
  'azurerm_postgresql_server',
];
const mysql = ['azurerm_mysql_flexible_server', 'azurerm_mysql_server'];
const cosmos = 'azurerm_cosmosdb_account';
const serviceBus = 'azurerm_servicebus_namespace';
const eventHubs = 'azurerm_eventhub_namespace';

/** Storage, databases, caches and messages. */
export const azureData: MappingTable = {
  azurerm_storage_account: asset('object-storage', {
    storageClass: { from: ['access_tier', 'account_tier'] },
    publicAccess: {
      from: ['allow_nested_items_to_be_public', 'allow_blob_public_access'],
    },
    versioning: 'blob_properties.0.versioning_enabled',
    encrypted: { always: true },
  }),
  ...alike(
    [
      'azurerm_storage_account_network_rules',
      'azurerm_storage_blob',
      'azurerm_storage_container',
      'azurerm_storage_management_policy',
      'azurerm_storage_queue',
      'azurerm_storage_table',
      'azurerm_storage_data_lake_gen2_filesystem',
    ],
    fold({
      storage_account_id: storageAccount,
      storage_account_name: storageAccount,
    }),
  ),
  azurerm_storage_share: asset(
    'file-share',
    {
      size: { from: 'quota', as: 'gib to GB' },
      protocol: {
        from: 'enabled_protocol',
        values: { SMB: 'smb', NFS: 'nfs' },
      },
      encrypted: { always: true },
    },
    {
      id: ['resource_manager_id', 'id'],
      partOf: {
        storage_account_id: storageAccount,
        storage_account_name: storageAccount,
      },
    },
  ),
  azurerm_managed_disk: asset('block-volume', {
    size: { from: 'disk_size_gb', as: 'gib to GB' },
    volumeType: 'storage_account_type',
    iops: 'disk_iops_read_write',
    encrypted: { always: true },
  }),
  azurerm_snapshot: asset('snapshot', {
    kind: { always: 'volume' },
    size: { from: 'disk_size_gb', as: 'gib to GB' },
  }),
  ...alike(
    ['azurerm_image', 'azurerm_shared_image_version'],
    asset('snapshot', { kind: { always: 'image' } }),
  ),
  azurerm_shared_image_gallery: fold(),
  azurerm_shared_image: fold(),
  azurerm_netapp_volume: asset('file-share', {
    size: { from: 'storage_quota_in_gb', as: 'gib to GB' },
  }),
  azurerm_netapp_account: fold(),
  azurerm_netapp_pool: other('service_level'),

  ...alike(sqlServer, other('version')),
  ...alike(
    ['azurerm_mssql_database', 'azurerm_sql_database'],
    asset(
      'cloud-database',
      {
        engine: { always: 'sqlserver' },
        instanceClass: {
          from: ['sku_name', 'requested_service_objective_name'],
        },
        storage: { from: 'max_size_gb', as: 'gib to GB' },
        highAvailability: 'zone_redundant',
        encrypted: 'transparent_data_encryption_enabled',
        licenceModel: {
          from: 'license_type',
          values: { LicenseIncluded: 'included', BasePrice: 'own' },
        },
      },
      { partOf: { server_id: sqlServer, server_name: sqlServer } },
    ),
  ),
  azurerm_mssql_elasticpool: other('sku.0.name'),
  azurerm_mssql_managed_instance: asset('cloud-database', {
    engine: { always: 'sqlserver' },
    instanceClass: 'sku_name',
    vcpus: 'vcores',
    storage: { from: 'storage_size_in_gb', as: 'gib to GB' },
    licenceModel: {
      from: 'license_type',
      values: { LicenseIncluded: 'included', BasePrice: 'own' },
    },
  }),
  ...alike(
    [
      'azurerm_mssql_firewall_rule',
      'azurerm_mssql_virtual_network_rule',
      'azurerm_mssql_server_security_alert_policy',
      'azurerm_sql_firewall_rule',
    ],
    fold({ server_id: sqlServer, server_name: sqlServer }),
  ),
  ...alike(
    postgres,
    asset('cloud-database', {
      engine: { always: 'postgres' },
      engineVersion: 'version',
      instanceClass: 'sku_name',
      storage: { from: 'storage_mb', as: 'mib to GB' },
      highAvailability: { from: 'high_availability', as: 'present' },
      encrypted: { always: true },
      licenceModel: { always: 'open-source' },
    }),
  ),
  ...alike(
    [
      'azurerm_postgresql_flexible_server_database',
      'azurerm_postgresql_flexible_server_configuration',
      'azurerm_postgresql_flexible_server_firewall_rule',
      'azurerm_postgresql_database',
      'azurerm_postgresql_firewall_rule',
      'azurerm_postgresql_configuration',
    ],
    fold({ server_id: postgres, server_name: postgres }),
  ),
  ...alike(
    mysql,
    asset('cloud-database', {
      engine: { always: 'mysql' },
      engineVersion: 'version',
      instanceClass: 'sku_name',
      storage: { from: 'storage.0.size_gb', as: 'gib to GB' },
      highAvailability: { from: 'high_availability', as: 'present' },
      encrypted: { always: true },
      licenceModel: { always: 'open-source' },
    }),
  ),
  ...alike(
    [
      'azurerm_mysql_flexible_database',
      'azurerm_mysql_flexible_server_configuration',
      'azurerm_mysql_flexible_server_firewall_rule',
      'azurerm_mysql_database',
    ],
    fold({ server_name: mysql }),
  ),
  azurerm_cosmosdb_account: asset('cloud-database', {
    engine: {
      from: 'kind',
      values: { GlobalDocumentDB: 'cosmosdb', MongoDB: 'cosmosdb-mongodb' },
    },
    encrypted: { always: true },
  }),
  ...alike(
    [
      'azurerm_cosmosdb_sql_database',
      'azurerm_cosmosdb_sql_container',
      'azurerm_cosmosdb_mongo_database',
      'azurerm_cosmosdb_mongo_collection',
      'azurerm_cosmosdb_table',
    ],
    fold({ account_name: cosmos }),
  ),
  azurerm_redis_cache: asset('cache', {
    engine: { always: 'redis' },
    engineVersion: 'redis_version',
    nodeType: 'sku_name',
    encrypted: { always: true },
  }),
  azurerm_redis_enterprise_cluster: asset('cache', {
    engine: { always: 'redis' },
    nodeType: 'sku_name',
  }),
  azurerm_redis_firewall_rule: fold({
    redis_cache_name: 'azurerm_redis_cache',
  }),
  azurerm_search_service: other('sku'),
  azurerm_synapse_workspace: asset('data-warehouse', {
    engine: { always: 'synapse' },
    encrypted: { always: true },
  }),
  azurerm_synapse_sql_pool: other('sku_name'),
  azurerm_synapse_firewall_rule: fold({
    synapse_workspace_id: 'azurerm_synapse_workspace',
  }),
  azurerm_kusto_cluster: asset('data-warehouse', {
    engine: { always: 'kusto' },
    capacityUnits: 'sku.0.capacity',
  }),
  azurerm_data_factory: other(),
  azurerm_databricks_workspace: other('sku'),

  azurerm_servicebus_namespace: asset('message-queue', {
    kind: { always: 'queue' },
    encrypted: { always: true },
  }),
  azurerm_eventhub_namespace: asset('message-queue', {
    kind: { always: 'stream' },
    encrypted: { always: true },
  }),
  ...alike(
    [
      'azurerm_servicebus_queue',
      'azurerm_servicebus_topic',
      'azurerm_servicebus_namespace_authorization_rule',
    ],
    fold({ namespace_id: serviceBus, namespace_name: serviceBus }),
  ),
  azurerm_servicebus_subscription: fold({
    topic_id: 'azurerm_servicebus_topic',
  }),
  ...alike(
    [
      'azurerm_eventhub',
      'azurerm_eventhub_consumer_group',
      'azurerm_eventhub_authorization_rule',
      'azurerm_eventhub_namespace_authorization_rule',
    ],
    fold({ namespace_id: eventHubs, namespace_name: eventHubs }),
  ),
  azurerm_eventgrid_topic: asset('message-queue', {
    kind: { always: 'topic' },
  }),
  azurerm_eventgrid_system_topic: fold({
    source_arm_resource_id: storageAccount,
  }),
  azurerm_eventgrid_event_subscription: fold({
    scope: ['azurerm_eventgrid_topic', storageAccount],
  }),
};
