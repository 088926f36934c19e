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

const AMI = 'ami-0a1b2c3d4e5f60718';

export const awsComputeBuilders = {
  aws_instance: {
    schema: 1,
    minutes: 10,
    build: ({ size = 't3.large', zone = 'a', bootSecret = false }, c) => ({
      ami: AMI,
      arn: c.arn('ec2', `instance/${c.ownId('i')}`),
      associate_public_ip_address: false,
      availability_zone: `${c.region}${zone}`,
      cpu_core_count: 1,
      cpu_threads_per_core: 2,
      disable_api_termination: false,
      ebs_optimized: true,
      get_password_data: false,
      iam_instance_profile: `${c.called}-profile`,
      id: c.ownId('i'),
      instance_state: 'running',
      instance_type: size,
      key_name: 'platform-operators',
      metadata_options: [{ http_endpoint: 'enabled', http_tokens: 'required' }],
      monitoring: true,
      password_data: '',
      private_dns: `ip-10-20-1-${c.number(2)}.${c.region}.compute.internal`,
      private_ip: `10.20.1.${c.number(2)}`,
      public_ip: '',
      root_block_device: [
        {
          delete_on_termination: true,
          device_name: '/dev/xvda',
          encrypted: true,
          volume_id: c.ownId('vol'),
          volume_size: 30,
          volume_type: 'gp3',
        },
      ],
      subnet_id: c.idOf('subnet', `module.network.aws_subnet.private["a"]`),
      tenancy: 'default',
      timeouts: null,
      user_data: bootSecret
        ? `#!/bin/sh\nexport JOIN_TOKEN=${c.secret()}\n`
        : null,
      user_data_base64: null,
      ...named(c),
    }),
  },
  aws_ebs_volume: {
    minutes: 5,
    build: ({ gib = 200, zone = 'a' }, c) => ({
      arn: c.arn('ec2', `volume/${c.ownId('vol')}`),
      availability_zone: `${c.region}${zone}`,
      encrypted: true,
      final_snapshot: false,
      id: c.ownId('vol'),
      iops: 3000,
      multi_attach_enabled: false,
      size: gib,
      snapshot_id: '',
      throughput: 125,
      timeouts: null,
      type: 'gp3',
      ...named(c),
    }),
  },
  aws_volume_attachment: {
    minutes: 5,
    build: ({ instance, volume }, c) => ({
      device_name: '/dev/sdf',
      force_detach: null,
      id: `vai-${c.number(10)}`,
      instance_id: c.idOf('i', instance),
      stop_instance_before_detaching: null,
      timeouts: null,
      volume_id: c.idOf('vol', volume),
    }),
  },
  aws_launch_template: {
    build: ({ size = 'm6i.xlarge' }, c) => ({
      arn: c.arn('ec2', `launch-template/${c.ownId('lt')}`),
      default_version: 4,
      id: c.ownId('lt'),
      image_id: AMI,
      instance_type: size,
      latest_version: 4,
      name: c.called,
      user_data: Buffer.from(`RUNNER_TOKEN=${c.secret()}`).toString('base64'),
      ...tagged(c),
    }),
  },
  aws_autoscaling_group: {
    schema: 1,
    minutes: 10,
    build: ({ template, min = 2, max = 20, wanted = 6 }, c) => {
      const carried = Object.entries({ ...c.defaultTags, ...c.tags });
      return {
        arn: c.arn(
          'autoscaling',
          `autoScalingGroup:${c.uuid()}:autoScalingGroupName/${c.called}`,
        ),
        availability_zones: ['a', 'b', 'c'].map(zone => `${c.region}${zone}`),
        desired_capacity: wanted,
        health_check_type: 'EC2',
        id: c.called,
        launch_template: [
          { id: c.idOf('lt', template), name: '', version: '$Latest' },
        ],
        max_size: max,
        min_size: min,
        name: c.called,
        tag: carried.map(([key, value]) => ({
          key,
          propagate_at_launch: true,
          value,
        })),
        timeouts: null,
        vpc_zone_identifier: ['a', 'b', 'c'].map(zone =>
          c.idOf('subnet', `module.network.aws_subnet.private["${zone}"]`),
        ),
      };
    },
  },
  aws_lambda_function: {
    minutes: 10,
    build: ({ runtime = 'nodejs20.x', memory = 512, secretName }, c) => ({
      architectures: ['arm64'],
      arn: c.arn('lambda', `function:${c.called}`),
      description: '',
      environment: [
        {
          variables: {
            LOG_LEVEL: 'info',
            ...(secretName ? { [secretName]: c.secret() } : {}),
          },
        },
      ],
      filename: null,
      function_name: c.called,
      handler: 'index.handler',
      id: c.called,
      invoke_arn: c.arn('apigateway', `lambda:path/functions/${c.called}`),
      last_modified: '2026-10-21T09:40:12.000+0000',
      memory_size: memory,
      package_type: 'Zip',
      publish: false,
      qualified_arn: c.arn('lambda', `function:${c.called}:$LATEST`),
      role: `arn:aws:iam::${c.account}:role/${c.called}`,
      runtime,
      s3_bucket: 'perronova-artefacts',
      timeout: 30,
      timeouts: null,
      version: '$LATEST',
      ...tagged(c),
    }),
  },
  aws_lambda_permission: {
    build: ({ target }, c) => ({
      action: 'lambda:InvokeFunction',
      event_source_token: null,
      function_name: target,
      id: `AllowInvoke${c.hex(6)}`,
      principal: 'apigateway.amazonaws.com',
      source_arn: c.arn('execute-api', `${c.hex(10)}/*`),
      statement_id: `AllowInvoke${c.hex(6)}`,
    }),
  },
  aws_lambda_event_source_mapping: {
    build: ({ target, queue }, c) => ({
      batch_size: 10,
      enabled: true,
      event_source_arn: c.arn('sqs', queue),
      function_arn: c.arn('lambda', `function:${target}`),
      function_name: target,
      id: c.uuid(),
      state: 'Enabled',
      uuid: c.uuid(),
    }),
  },
  aws_ecs_cluster: {
    build: (_, c) => ({
      arn: c.arn('ecs', `cluster/${c.called}`),
      id: c.arn('ecs', `cluster/${c.called}`),
      name: c.called,
      setting: [{ name: 'containerInsights', value: 'enabled' }],
      ...tagged(c),
    }),
  },
  aws_ecs_service: {
    schema: 1,
    minutes: 20,
    build: ({ cluster, count = 3 }, c) => ({
      cluster: c.arn('ecs', `cluster/${cluster}`),
      deployment_maximum_percent: 200,
      deployment_minimum_healthy_percent: 100,
      desired_count: count,
      enable_ecs_managed_tags: true,
      id: c.arn('ecs', `service/${cluster}/${c.called}`),
      launch_type: 'FARGATE',
      name: c.called,
      platform_version: 'LATEST',
      scheduling_strategy: 'REPLICA',
      task_definition: c.arn('ecs', `task-definition/${c.called}:57`),
      timeouts: null,
      ...tagged(c),
    }),
  },
  aws_ecs_task_definition: {
    schema: 1,
    build: (_, c) => ({
      arn: c.arn('ecs', `task-definition/${c.called}:57`),
      arn_without_revision: c.arn('ecs', `task-definition/${c.called}`),
      container_definitions: JSON.stringify([
        {
          environment: [{ name: 'DATABASE_PASSWORD', value: c.secret() }],
          essential: true,
          image: `${c.account}.dkr.ecr.${c.region}.amazonaws.com/${c.called}`,
          name: c.called,
        },
      ]),
      cpu: '512',
      family: c.called,
      id: c.called,
      memory: '1024',
      network_mode: 'awsvpc',
      requires_compatibilities: ['FARGATE'],
      revision: 57,
      ...tagged(c),
    }),
  },
  aws_ecr_repository: {
    minutes: 20,
    build: (_, c) => ({
      arn: c.arn('ecr', `repository/${c.called}`),
      force_delete: null,
      id: c.called,
      image_scanning_configuration: [{ scan_on_push: true }],
      image_tag_mutability: 'IMMUTABLE',
      name: c.called,
      registry_id: c.account,
      repository_url: `${c.account}.dkr.ecr.${c.region}.amazonaws.com/${c.called}`,
      timeouts: null,
      ...tagged(c),
    }),
  },
  aws_eks_cluster: {
    schema: 1,
    minutes: 30,
    build: ({ version = '1.30' }, c) => ({
      arn: c.arn('eks', `cluster/${c.called}`),
      certificate_authority: [{ data: 'RVhBTVBMRQ==' }],
      cluster_id: null,
      created_at: '2025-03-04 10:12:44.301 +0000 UTC',
      endpoint: `https://${c.hex(32).toUpperCase()}.gr7.${
        c.region
      }.eks.amazonaws.com`,
      id: c.called,
      name: c.called,
      platform_version: 'eks.12',
      status: 'ACTIVE',
      timeouts: null,
      version,
      ...tagged(c),
    }),
  },
  aws_eks_node_group: {
    minutes: 60,
    build: ({ cluster, size, wanted = 4 }, c) => ({
      ami_type: 'AL2023_x86_64_STANDARD',
      arn: c.arn('eks', `nodegroup/${cluster}/${c.called}/${c.uuid()}`),
      capacity_type: 'ON_DEMAND',
      cluster_name: cluster,
      disk_size: 80,
      id: `${cluster}:${c.called}`,
      instance_types: [size],
      node_group_name: c.called,
      scaling_config: [{ desired_size: wanted, max_size: 12, min_size: 2 }],
      status: 'ACTIVE',
      timeouts: null,
      version: '1.30',
      ...tagged(c),
    }),
  },
};
