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

// What AWS bills although no stack and nobody else registered it.

import { hexOf } from './chance.mjs';
import { hourly, small, stored } from './lines.mjs';

const PAYMENTS = { account: '100000000001', region: 'eu-west-1' };
const PLATFORM = { account: '100000000002', region: 'eu-central-1' };
const EDGE = { account: '100000000003', region: 'eu-central-1' };

const unknown = (place, type, id, more = {}) => ({
  ...place,
  type,
  id,
  at: '',
  name: '',
  tags: {},
  ...more,
});

const ec2Id = (kind, ...words) => `${kind}-${hexOf(17, ...words)}`;
const ec2Arn = ({ region, account }, path) =>
  `arn:aws:ec2:${region}:${account}:${path}`;

/** Machines of the fleets: other ids every month, and only the tag tells. */
const runners = period =>
  ['a', 'b', 'c'].map(zone => ({
    resource: unknown(
      PLATFORM,
      'aws_instance',
      ec2Id('i', 'runner', zone, period.name),
      { zone: `eu-central-1${zone}`, tags: { service: 'ci-runners' } },
    ),
    lines: [hourly('ec2', 'm6i.xlarge Linux', '0.23', 1.3)],
  }));

const forgottenMachine = [
  {
    resource: unknown(PLATFORM, 'aws_instance', ec2Id('i', 'migration-2024'), {
      name: 'migration-2024-tmp',
      zone: 'eu-central-1b',
    }),
    lines: [hourly('ec2', 'r5.4xlarge Linux', '1.216')],
  },
  {
    resource: unknown(PLATFORM, 'aws_ebs_volume', ec2Id('vol', 'migration'), {
      zone: 'eu-central-1b',
    }),
    lines: [stored('ebs', 'gp2 storage', '0.119', 2000, 1)],
  },
];

const oldAddress = {
  resource: unknown(
    PAYMENTS,
    'aws_eip',
    ec2Arn(PAYMENTS, `elastic-ip/${ec2Id('eipalloc', 'old-bank-link')}`),
  ),
  lines: [small(hourly('vpc', 'Public IPv4 idle', '0.005'))],
};

const snapshots = ['ledger-2023', 'orders-2024', 'before-upgrade'].map(
  (about, index) => ({
    resource: unknown(
      PAYMENTS,
      'aws_ebs_snapshot',
      ec2Arn(PAYMENTS, `snapshot/${ec2Id('snap', about)}`),
    ),
    lines: [small(stored('ebs', 'Snapshots', '0.05', 900 + 700 * index, 1))],
  }),
);

/** Caches are billed by node; the register knows the group. */
const cacheNodes = ['001', '002'].map(node => ({
  resource: unknown(
    EDGE,
    'aws_elasticache_replication_group',
    `arn:aws:elasticache:${EDGE.region}:${EDGE.account}:cluster:edge-pages-${node}`,
    { tags: { owner: 'storefront', service: 'storefront-web' } },
  ),
  lines: [hourly('elasticache', 'cache.r7g.large Redis', '0.241')],
}));

/** Root volumes come with their machine and are nobody's row in a stack. */
const rootVolumes = resources =>
  resources
    .filter(
      ({ type, called }) => type === 'aws_instance' && called !== 'load_test',
    )
    .map(machine => ({
      resource: unknown(
        { account: machine.account, region: machine.region },
        'aws_ebs_volume',
        machine.attributes.root_block_device[0].volume_id,
        { zone: machine.zone },
      ),
      lines: [small(stored('ebs', 'gp3 storage', '0.0952', 30, 1))],
    }));

export const awsUnregistered = (resources, period) => [
  ...runners(period),
  ...forgottenMachine,
  oldAddress,
  ...snapshots,
  ...cacheNodes,
  ...rootVolumes(resources),
];
