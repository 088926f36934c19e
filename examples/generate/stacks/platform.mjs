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

// What all teams stand on, and the services of the shop front: two AWS
// accounts (platform, and the edge the provider alias "edge" reaches) and a
// small corner of Azure for copies of backups.

import { awsNetwork, each, inModule, owned } from '../rows.mjs';
import { edgeRows } from './platformEdge.mjs';
import { identityRows, mobileRows, searchRows } from './platformServices.mjs';

const platform = { owner: 'platform', environment: 'production' };
const runners = owned('developer-experience', 'ci-runners', 'production');
const observability = owned('platform', 'observability', 'production');

const clusterRows = inModule('cluster', [
  {
    type: 'aws_eks_cluster',
    name: 'main',
    tags: platform,
    needs: ['module.network.aws_subnet.private'],
  },
  {
    type: 'aws_eks_node_group',
    name: 'general',
    cluster: 'cluster-main',
    size: 'm6i.2xlarge',
    wanted: 6,
    tags: platform,
    needs: ['module.cluster.aws_eks_cluster.main'],
  },
  {
    type: 'aws_eks_node_group',
    name: 'memory',
    cluster: 'cluster-main',
    size: 'r6i.2xlarge',
    wanted: 3,
    tags: { Team: 'platform' },
    needs: ['module.cluster.aws_eks_cluster.main'],
  },
  {
    type: 'aws_iam_role',
    name: 'nodes',
    by: 'ec2.amazonaws.com',
    tags: platform,
  },
  ...each(['AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy'], policy => ({
    type: 'aws_iam_role_policy_attachment',
    name: 'nodes',
    role: 'cluster-nodes',
    policy,
    needs: ['module.cluster.aws_iam_role.nodes'],
  })),
  { type: 'aws_efs_file_system', name: 'shared', tags: platform },
  {
    type: 'aws_kms_key',
    name: 'secrets',
    about: 'Envelope key of the cluster',
    tags: { ...platform, owner: 'security' },
  },
]);

const runnerRows = inModule('runners', [
  { type: 'aws_launch_template', name: 'linux', tags: runners },
  {
    type: 'aws_autoscaling_group',
    name: 'linux',
    template: 'module.runners.aws_launch_template.linux',
    tags: runners,
    needs: ['module.runners.aws_launch_template.linux'],
  },
  {
    type: 'aws_autoscaling_group',
    name: 'linux_large',
    template: 'module.runners.aws_launch_template.linux',
    max: 6,
    wanted: 1,
    tags: { team: 'developer-experience' },
    needs: ['module.runners.aws_launch_template.linux'],
  },
  { type: 'aws_s3_bucket', name: 'cache', tags: { service: 'ci-runners' } },
  // A build machine under somebody's desk, moved to the cloud as it was.
  {
    type: 'aws_instance',
    name: 'ios_signing',
    size: 'mac2.metal',
    tags: { environment: 'production' },
  },
  {
    type: 'aws_key_pair',
    name: 'operators',
    tags: runners,
    needs: ['tls_private_key.operators'],
  },
]);

const observabilityRows = inModule('observability', [
  ...each([0, 1, 2], key => ({
    type: 'aws_instance',
    name: 'metrics',
    size: 'r6i.xlarge',
    zone: 'abc'[key],
    bootSecret: true,
    tags: observability,
  })),
  ...each([0, 1, 2], key => ({
    type: 'aws_ebs_volume',
    name: 'metrics',
    gib: 2000,
    zone: 'abc'[key],
    tags: key === 2 ? {} : observability,
  })),
  ...each([0, 1, 2], key => ({
    type: 'aws_volume_attachment',
    name: 'metrics',
    instance: `module.observability.aws_instance.metrics[${key}]`,
    volume: `module.observability.aws_ebs_volume.metrics[${key}]`,
    needs: [
      'module.observability.aws_ebs_volume.metrics',
      'module.observability.aws_instance.metrics',
    ],
  })),
  { type: 'aws_s3_bucket', name: 'traces', tags: observability },
  {
    type: 'aws_msk_cluster',
    name: 'events',
    tags: { ...observability, services: 'observability,search-api' },
  },
]);

const sharedRows = [
  ...awsNetwork({ tags: platform, natAddress: '198.51.100.61' }),
  { type: 'aws_s3_bucket', name: 'terraform_states', tags: platform },
  {
    type: 'aws_s3_bucket',
    name: 'artefacts',
    tags: owned('developer-experience', 'ci-runners', 'production'),
  },
  { type: 'aws_s3_bucket', name: 'old_website', tags: {} },
  {
    type: 'aws_s3_bucket_public_access_block',
    name: 'terraform_states',
    bucket: 'perronova-terraform-states',
    needs: ['aws_s3_bucket.terraform_states'],
  },
  {
    type: 'aws_backup_vault',
    name: 'main',
    tags: { owner: 'it-asset-management' },
  },
  {
    type: 'aws_cloudtrail',
    name: 'organisation',
    bucket: 'perronova-audit-trail',
    tags: { owner: 'security' },
  },
  { type: 'random_password', name: 'accounts_db', provider: 'random' },
  { type: 'tls_private_key', name: 'operators', provider: 'tls' },
  ...[
    { type: 'azurerm_resource_group', name: 'backup', tags: platform },
    {
      type: 'azurerm_storage_account',
      name: 'backup',
      account: 'perronovabackup',
      tags: platform,
      needs: ['azurerm_resource_group.backup'],
    },
    {
      type: 'azurerm_key_vault',
      name: 'backup',
      vault: 'perronova-backup',
      tags: { Owner: 'Security' },
      needs: ['azurerm_resource_group.backup'],
    },
  ].map(row => ({ ...row, provider: 'azurerm' })),
  {
    mode: 'data',
    type: 'aws_availability_zones',
    name: 'available',
    attributes: {
      id: 'eu-central-1',
      names: ['a', 'b', 'c'].map(zone => `eu-central-1${zone}`),
    },
  },
];

export const platformStack = {
  name: 'platform-infra',
  terraformVersion: '1.9.8',
  serial: 1287,
  firstSecret: 2001,
  defaultProvider: 'aws',
  providers: {
    aws: {
      account: '100000000002',
      region: 'eu-central-1',
      defaultTags: { 'managed-by': 'terraform', stack: 'platform-infra' },
    },
    'aws.edge': {
      account: '100000000003',
      region: 'eu-central-1',
      defaultTags: { 'managed-by': 'terraform', environment: 'production' },
    },
    azurerm: {
      subscription: '5f0c1d2e-0000-4000-a000-000000000004',
      tenant: '5f0c1d2e-0000-4000-a000-00000000000a',
      group: 'rg-backup-weu',
      region: 'westeurope',
    },
    random: {},
    tls: {},
  },
  outputs: secret => ({
    cluster_name: { value: 'cluster-main', type: 'string' },
    runner_registration_token: {
      value: secret(),
      type: 'string',
      sensitive: true,
    },
  }),
  rows: [
    ...sharedRows,
    ...clusterRows,
    ...searchRows,
    ...identityRows,
    ...mobileRows,
    ...runnerRows,
    ...observabilityRows,
    ...edgeRows,
  ],
};
