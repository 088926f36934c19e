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

import { tagged } from './awsTags.mjs';

export const awsDatabaseBuilders = {
  aws_db_instance: {
    schema: 2,
    minutes: 60,
    sensitive: ['password'],
    build: (row, c) => ({
      address: `${c.called}.c${c.hex(11)}.${c.region}.rds.amazonaws.com`,
      allocated_storage: row.storage ?? 100,
      arn: c.arn('rds', `db:${c.called}`),
      auto_minor_version_upgrade: true,
      availability_zone: `${c.region}${row.zone ?? 'a'}`,
      backup_retention_period: 14,
      ca_cert_identifier: 'rds-ca-rsa2048-g1',
      db_name: row.database ?? 'app',
      deletion_protection: true,
      endpoint: `${c.called}.c${c.hex(11)}.${c.region}.rds.amazonaws.com:5432`,
      engine: 'postgres',
      engine_version: row.version ?? '16.4',
      engine_version_actual: row.version ?? '16.4',
      id: `db-${c.hex(26).toUpperCase()}`,
      identifier: c.called,
      instance_class: row.size ?? 'db.r6g.large',
      iops: 3000,
      kms_key_id: c.arn('kms', `key/${c.uuid()}`),
      license_model: 'postgresql-license',
      maintenance_window: 'sun:03:00-sun:04:00',
      max_allocated_storage: 500,
      multi_az: row.multiZone ?? false,
      password: c.secret(),
      port: 5432,
      publicly_accessible: false,
      replicate_source_db: row.replicaOf ?? '',
      resource_id: `db-${c.hex(26).toUpperCase()}`,
      status: 'available',
      storage_encrypted: true,
      storage_type: 'gp3',
      timeouts: null,
      username: 'app_owner',
      ...tagged(c),
    }),
  },
  aws_db_subnet_group: {
    build: (_, c) => ({
      arn: c.arn('rds', `subgrp:${c.called}`),
      description: 'Private subnets for databases',
      id: c.called,
      name: c.called,
      vpc_id: c.idOf('vpc', 'module.network.aws_vpc.main'),
      ...tagged(c),
    }),
  },
  aws_db_parameter_group: {
    build: (_, c) => ({
      arn: c.arn('rds', `pg:${c.called}`),
      description: 'Managed by Terraform',
      family: 'postgres16',
      id: c.called,
      name: c.called,
      parameter: [
        {
          apply_method: 'immediate',
          name: 'log_min_duration_statement',
          value: '500',
        },
      ],
      ...tagged(c),
    }),
  },
  aws_rds_cluster: {
    minutes: 120,
    sensitive: ['master_password'],
    build: (_, c) => ({
      arn: c.arn('rds', `cluster:${c.called}`),
      availability_zones: ['a', 'b', 'c'].map(zone => `${c.region}${zone}`),
      backup_retention_period: 35,
      cluster_identifier: c.called,
      cluster_resource_id: `cluster-${c.hex(26).toUpperCase()}`,
      database_name: 'ledger',
      deletion_protection: true,
      endpoint: `${c.called}.cluster-c${c.hex(11)}.${
        c.region
      }.rds.amazonaws.com`,
      engine: 'aurora-postgresql',
      engine_mode: 'provisioned',
      engine_version: '16.4',
      id: c.called,
      master_password: c.secret(),
      master_username: 'ledger_owner',
      port: 5432,
      storage_encrypted: true,
      timeouts: null,
      ...tagged(c),
    }),
  },
  aws_rds_cluster_instance: {
    minutes: 90,
    build: ({ cluster, key, size = 'db.r6g.xlarge' }, c) => ({
      arn: c.arn('rds', `db:${c.called}`),
      availability_zone: `${c.region}${'abc'[key]}`,
      cluster_identifier: cluster,
      engine: 'aurora-postgresql',
      engine_version: '16.4',
      id: c.called,
      identifier: c.called,
      instance_class: size,
      port: 5432,
      promotion_tier: key,
      publicly_accessible: false,
      storage_encrypted: true,
      timeouts: null,
      writer: key === 0,
      ...tagged(c),
    }),
  },
  aws_elasticache_replication_group: {
    schema: 2,
    minutes: 60,
    sensitive: ['auth_token'],
    build: ({ nodes = 2, size = 'cache.r7g.large' }, c) => ({
      arn: c.arn('elasticache', `replicationgroup:${c.called}`),
      at_rest_encryption_enabled: true,
      auth_token: c.secret(),
      automatic_failover_enabled: nodes > 1,
      cluster_enabled: false,
      description: 'Managed by Terraform',
      engine: 'redis',
      engine_version: '7.1',
      engine_version_actual: '7.1.0',
      id: c.called,
      multi_az_enabled: nodes > 1,
      node_type: size,
      num_cache_clusters: nodes,
      port: 6379,
      primary_endpoint_address: `master.${c.called}.${c.hex(
        6,
      )}.euw1.cache.amazonaws.com`,
      replication_group_id: c.called,
      timeouts: null,
      transit_encryption_enabled: true,
      ...tagged(c),
    }),
  },
  aws_dynamodb_table: {
    schema: 1,
    minutes: 30,
    build: ({ hashKey = 'id' }, c) => ({
      arn: c.arn('dynamodb', `table/${c.called}`),
      attribute: [{ name: hashKey, type: 'S' }],
      billing_mode: 'PAY_PER_REQUEST',
      deletion_protection_enabled: true,
      hash_key: hashKey,
      id: c.called,
      name: c.called,
      point_in_time_recovery: [{ enabled: true }],
      server_side_encryption: [],
      stream_enabled: false,
      table_class: 'STANDARD',
      timeouts: null,
      ...tagged(c),
    }),
  },
  aws_opensearch_domain: {
    minutes: 60,
    build: ({ nodes = 3 }, c) => ({
      arn: c.arn('es', `domain/${c.called}`),
      cluster_config: [
        { instance_count: nodes, instance_type: 'r6g.large.search' },
      ],
      domain_id: `${c.account}/${c.called}`,
      domain_name: c.called,
      ebs_options: [
        { ebs_enabled: true, volume_size: 200, volume_type: 'gp3' },
      ],
      endpoint: `vpc-${c.called}-${c.hex(24)}.${c.region}.es.amazonaws.com`,
      engine_version: 'OpenSearch_2.13',
      id: c.arn('es', `domain/${c.called}`),
      timeouts: null,
      ...tagged(c),
    }),
  },
};
