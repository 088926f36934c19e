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

// What AWS counts about each type of resource, at list prices in USD. Prices
// are near the real ones and no promise; volumes are those of May.

import { awsVolumes } from './awsVolumes.mjs';
import { counted, hourly, small, stored } from './lines.mjs';

const instances = {
  't3.large': '0.0912',
  'c6i.4xlarge': '0.776',
  'm6i.large': '0.115',
  'm6i.xlarge': '0.23',
  'm6i.2xlarge': '0.46',
  'r6i.large': '0.152',
  'r6i.xlarge': '0.304',
  'r6i.2xlarge': '0.608',
  'mac2.metal': '0.65',
};
const databases = {
  'db.t4g.medium': '0.073',
  'db.r6g.large': '0.2705',
  'db.r6g.xlarge': '0.541',
};

const priced = (prices, size) => {
  if (!prices[size]) {
    throw new Error(`No price for ${size}`);
  }
  return prices[size];
};

/** Volumes of a resource, with what is usual where the table has none. */
const volumesOf = (resource, usual) => ({
  ...usual,
  ...awsVolumes[resource.called],
});

const machine = resource => {
  const { attributes, called } = resource;
  const size = attributes.instance_type;
  const price = priced(instances, size);
  switch (called) {
    case 'load_test':
      return [{ ...hourly('ec2', `${size} Linux`, price), every: 'day' }];
    case 'nightly_batch':
      return [hourly('ec2', `${size} Linux`, price, 0.375)];
    case 'runners.ios_signing':
      return [hourly('ec2', `${size} dedicated host`, price)];
    default:
      return [
        hourly('ec2', `${size} Linux`, price, 1, { commits: true }),
        small(counted('transfer', 'Transfer between zones', 'GB', '0.01', 900)),
      ];
  }
};

const nodes = resource => {
  const { instance_types: sizes, scaling_config: scaling } =
    resource.attributes;
  const price = priced(instances, sizes[0]);
  const count = scaling[0].desired_size;
  return [
    hourly('ec2', `${sizes[0]} Linux`, price, count, { commits: true }),
    stored('ebs', 'gp3 storage of nodes', '0.0952', count * 80, 1),
  ];
};

const relational = resource => {
  const { instance_class: size, multi_az: twice } = resource.attributes;
  const gib = resource.attributes.allocated_storage;
  const kind = twice ? `${size} Multi-AZ` : `${size} Single-AZ`;
  const times = twice ? 2 : 1;
  return [
    hourly('rds', `${kind} PostgreSQL`, priced(databases, size), times),
    stored('rds', 'gp3 storage', '0.127', gib * times, 1),
    small(stored('rds', 'Backup storage', '0.095', gib * 1.6, 1.02)),
  ];
};

const table = resource => {
  const { writes, reads, gib } = volumesOf(resource, {
    writes: 40,
    reads: 90,
    gib: 12,
  });
  const units = (what, price, amount) =>
    counted('dynamodb', what, '1M Requests', price, amount);
  return [
    units('Write request units', '1.4135', writes),
    units('Read request units', '0.283', reads),
    small(stored('dynamodb', 'Table storage', '0.283', gib)),
  ];
};

const bucket = resource => {
  const { gib, requests, grows } = volumesOf(resource, {
    gib: 400,
    requests: 2,
    grows: 1.03,
  });
  return [
    stored('s3', 'Standard storage', '0.023', gib, grows),
    small(counted('s3', 'Requests, tier 1', '1M Requests', '5', requests)),
  ];
};

const container = resource => {
  const { cpus, memory } = volumesOf(resource, { cpus: 8, memory: 16 });
  const fargate = (what, unit, price, amount) =>
    hourly('ecs', what, price, amount, { unit, demand: true, commits: true });
  return [
    fargate('Fargate vCPU', 'vCPU-Hours', '0.04456', cpus),
    fargate('Fargate memory', 'GB-Hours', '0.004865', memory),
  ];
};

const lambda = resource => {
  const { calls, work } = volumesOf(resource, { calls: 12, work: 900 });
  return [
    counted('lambda', 'Compute, Arm', '1K GB-Seconds', '0.013333', work),
    small(counted('lambda', 'Requests', '1M Requests', '0.2', calls)),
  ];
};

const balancer = resource => {
  const { units } = volumesOf(resource, { units: 7 });
  return [
    hourly('elb', 'Application load balancer', '0.0252'),
    hourly('elb', 'Load balancer capacity', '0.008', units, {
      unit: 'LCU-Hours',
      demand: true,
    }),
  ];
};

const logs = resource => {
  const { gib } = volumesOf(resource, { gib: 500 });
  return [
    counted('cloudwatch', 'Log ingestion', 'GB', '0.57', gib),
    small(stored('cloudwatch', 'Log storage', '0.03', gib * 3, 1.02)),
  ];
};

const requests = (service, price) => resource => {
  const { requests: amount } = volumesOf(resource, { requests: 3 });
  return [small(counted(service, 'Requests', '1M Requests', price, amount))];
};

const fixed = (service, what, unit, price) => () =>
  [small(counted(service, what, unit, price, 1, { demand: false }))];

export const awsPrices = {
  aws_instance: machine,
  aws_ebs_volume: ({ attributes }) => [
    stored('ebs', 'gp3 storage', '0.0952', attributes.size, 1),
  ],
  aws_eks_cluster: () => [hourly('eks', 'Cluster', '0.1')],
  aws_eks_node_group: nodes,
  aws_db_instance: relational,
  aws_rds_cluster: () => [
    counted('rds', 'Aurora I/O', '1M Requests', '0.22', 2900),
    stored('rds', 'Aurora storage', '0.11', 1850, 1.03),
  ],
  aws_rds_cluster_instance: ({ attributes }) => [
    hourly('rds', `${attributes.instance_class} Aurora PostgreSQL`, '0.626'),
  ],
  // The pages of the edge are billed by node, see the unregistered.
  aws_elasticache_replication_group: ({ attributes, called }) =>
    called === 'edge.pages'
      ? []
      : [
          hourly(
            'elasticache',
            `${attributes.node_type} Redis`,
            '0.241',
            attributes.num_cache_clusters,
          ),
        ],
  aws_dynamodb_table: table,
  aws_opensearch_domain: ({
    attributes: {
      cluster_config: [config],
    },
  }) => [
    hourly('opensearch', config.instance_type, '0.2', config.instance_count),
    stored('opensearch', 'gp3 storage', '0.1616', 600, 1),
  ],
  aws_msk_cluster: ({ attributes }) => [
    hourly(
      'msk',
      'kafka.m7g.large',
      '0.2268',
      attributes.number_of_broker_nodes,
    ),
    small(stored('msk', 'Broker storage', '0.119', 1500, 1)),
  ],
  aws_kinesis_stream: () => [
    hourly('kinesis', 'Shard', '0.017', 8, { unit: 'Shard-Hours' }),
    counted('kinesis', 'PUT payload units', '1M Units', '0.0165', 2600),
  ],
  aws_efs_file_system: () => [stored('efs', 'Standard storage', '0.36', 1250)],
  aws_s3_bucket: bucket,
  aws_ecs_service: container,
  aws_lambda_function: lambda,
  aws_lb: balancer,
  aws_nat_gateway: resource => [
    hourly('vpc', 'NAT gateway', '0.048'),
    counted('vpc', 'Data through NAT', 'GB', '0.048', volumesOf(resource).gib),
  ],
  aws_cloudfront_distribution: () => [
    counted('cloudfront', 'Data out, Europe', 'GB', '0.085', 36500),
    counted('cloudfront', 'HTTPS requests', '10K Requests', '0.012', 48200),
  ],
  aws_wafv2_web_acl: () => [
    counted('waf', 'Requests looked at', '1M Requests', '0.6', 482),
    small(counted('waf', 'Rules', 'Months', '1', 14, { demand: false })),
  ],
  aws_api_gateway_rest_api: () => [
    counted('apigateway', 'API calls', '1M Requests', '3.5', 21),
  ],
  aws_cloudwatch_log_group: logs,
  aws_cloudtrail: () => [
    small(counted('cloudtrail', 'Data events', '1M Units', '1', 92)),
  ],
  aws_backup_vault: () => [
    stored('backup', 'Warm storage of backups', '0.055', 4300, 1.04),
  ],
  aws_sqs_queue: requests('sqs', '0.4'),
  aws_sns_topic: requests('sns', '0.5'),
  aws_ecr_repository: () => [small(stored('ecr', 'Image storage', '0.1', 85))],
  aws_kms_key: resource => [
    ...fixed('kms', 'Key', 'Months', '1')(),
    ...requests('kms', '3')(resource),
  ],
  aws_secretsmanager_secret: fixed('secrets', 'Secret', 'Months', '0.4'),
  aws_cloudwatch_metric_alarm: fixed('cloudwatch', 'Alarm', 'Months', '0.1'),
  aws_route53_zone: fixed('route53', 'Hosted zone', 'Months', '0.5'),
  aws_eip: () => [
    { ...hourly('vpc', 'Public IPv4 in use', '0.005'), every: 'month' },
  ],
};
