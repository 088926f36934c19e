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

import { named, tagged } from './awsTags.mjs';

const objectArn = c => `arn:aws:s3:::perronova-${c.called}`;

export const awsStorageBuilders = {
  aws_s3_bucket: {
    minutes: 20,
    build: (_, c) => ({
      acceleration_status: '',
      arn: objectArn(c),
      bucket: `perronova-${c.called}`,
      bucket_domain_name: `perronova-${c.called}.s3.amazonaws.com`,
      bucket_prefix: '',
      bucket_regional_domain_name: `perronova-${c.called}.s3.${c.region}.amazonaws.com`,
      force_destroy: false,
      hosted_zone_id: 'Z1BKCTXD74EZPE',
      id: `perronova-${c.called}`,
      object_lock_enabled: false,
      region: c.region,
      request_payer: 'BucketOwner',
      timeouts: null,
      versioning: [{ enabled: true, mfa_delete: false }],
      ...tagged(c),
    }),
  },
  aws_s3_bucket_policy: {
    build: ({ bucket }) => ({
      bucket,
      id: bucket,
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'DenyPlainHttp',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: `arn:aws:s3:::${bucket}/*`,
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      }),
    }),
  },
  aws_s3_bucket_public_access_block: {
    build: ({ bucket }) => ({
      block_public_acls: true,
      block_public_policy: true,
      bucket,
      id: bucket,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    }),
  },
  aws_sqs_queue: {
    build: ({ retention = 345600 }, c) => {
      const url = `https://sqs.${c.region}.amazonaws.com/${c.account}/${c.called}`;
      return {
        arn: c.arn('sqs', c.called),
        content_based_deduplication: false,
        delay_seconds: 0,
        fifo_queue: false,
        id: url,
        kms_master_key_id: '',
        max_message_size: 262144,
        message_retention_seconds: retention,
        name: c.called,
        policy: '',
        sqs_managed_sse_enabled: true,
        url,
        visibility_timeout_seconds: 120,
        ...tagged(c),
      };
    },
  },
  aws_sns_topic: {
    build: (_, c) => ({
      arn: c.arn('sns', c.called),
      display_name: '',
      fifo_topic: false,
      id: c.arn('sns', c.called),
      kms_master_key_id: '',
      name: c.called,
      owner: c.account,
      ...tagged(c),
    }),
  },
  aws_sns_topic_subscription: {
    build: ({ topic, queue }, c) => ({
      arn: c.arn('sns', `${topic}:${c.uuid()}`),
      endpoint: c.arn('sqs', queue),
      id: c.arn('sns', `${topic}:${c.uuid()}`),
      owner_id: c.account,
      pending_confirmation: false,
      protocol: 'sqs',
      raw_message_delivery: true,
      topic_arn: c.arn('sns', topic),
    }),
  },
  aws_kinesis_stream: {
    schema: 1,
    minutes: 5,
    build: ({ shards = 2 }, c) => ({
      arn: c.arn('kinesis', `stream/${c.called}`),
      encryption_type: 'KMS',
      id: c.arn('kinesis', `stream/${c.called}`),
      name: c.called,
      retention_period: 48,
      shard_count: shards,
      stream_mode_details: [{ stream_mode: 'PROVISIONED' }],
      timeouts: null,
      ...tagged(c),
    }),
  },
  aws_msk_cluster: {
    minutes: 120,
    build: (_, c) => {
      const arn = c.arn('kafka', `cluster/${c.called}/${c.uuid()}-4`);
      return {
        arn,
        bootstrap_brokers_tls: `b-1.${c.called}.${c.hex(6)}.c4.kafka.${
          c.region
        }.amazonaws.com:9094`,
        broker_node_group_info: [
          {
            az_distribution: 'DEFAULT',
            instance_type: 'kafka.m7g.large',
            storage_info: [{ ebs_storage_info: [{ volume_size: 500 }] }],
          },
        ],
        cluster_name: c.called,
        id: arn,
        kafka_version: '3.6.0',
        number_of_broker_nodes: 3,
        storage_mode: 'LOCAL',
        timeouts: null,
        ...tagged(c),
      };
    },
  },
  aws_efs_file_system: {
    build: (_, c) => ({
      arn: c.arn('elasticfilesystem', `file-system/${c.ownId('fs')}`),
      availability_zone_name: '',
      creation_token: `terraform-${c.number(20)}`,
      dns_name: `${c.ownId('fs')}.efs.${c.region}.amazonaws.com`,
      encrypted: true,
      id: c.ownId('fs'),
      name: c.called,
      owner_id: c.account,
      performance_mode: 'generalPurpose',
      throughput_mode: 'elastic',
      ...named(c),
    }),
  },
  aws_backup_vault: {
    minutes: 10,
    build: (_, c) => ({
      arn: c.arn('backup', `backup-vault:${c.called}`),
      force_destroy: false,
      id: c.called,
      kms_key_arn: c.arn('kms', `key/${c.uuid()}`),
      name: c.called,
      recovery_points: 412,
      timeouts: null,
      ...tagged(c),
    }),
  },
};
