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

import { alike, asset, fold, group, MappingTable, other } from '../definition';
import {
  instance,
  lambda,
  listener,
  loadBalancer,
  subnet,
  targetGroup,
  vpc,
} from './targets';

const machine = asset(
  'virtual-machine',
  {
    instanceType: 'instance_type',
    vcpus: { from: ['cpu_core_count', 'cpu_threads_per_core'], as: 'product' },
    hyperThreading: { from: 'cpu_threads_per_core', as: 'several' },
    image: 'ami',
  },
  {
    status: {
      from: 'instance_state',
      values: {
        stopped: 'stopped',
        stopping: 'stopped',
        'shutting-down': 'pending-deletion',
        terminated: 'deleted',
      },
    },
  },
);

const balancer = asset('cloud-load-balancer', {
  scheme: {
    from: 'internal',
    values: { true: 'internal', false: 'internet' },
  },
  kind: {
    from: 'load_balancer_type',
    values: {
      application: 'application',
      network: 'network',
      gateway: 'gateway',
    },
  },
});

/** Machines, containers, functions and what stands in front of them. */
export const compute: MappingTable = {
  aws_instance: machine,
  aws_spot_instance_request: {
    ...machine,
    facts: { ...machine.facts, pricing: { always: 'spot' } },
    id: ['spot_instance_id', 'id'],
    arn: { service: 'ec2', resource: 'instance/{id}' },
  },
  aws_ec2_host: other('instance_type'),
  aws_lightsail_instance: asset('virtual-machine', {
    instanceType: 'bundle_id',
    vcpus: 'cpu_count',
    memory: { from: 'ram_size', as: 'gib' },
    image: 'blueprint_id',
  }),
  aws_autoscaling_group: group(
    'instance-group',
    { minimum: 'min_size', maximum: 'max_size' },
    { labels: ['tag', 'tags'] },
  ),
  aws_ec2_fleet: group('instance-group', {}),
  aws_spot_fleet_request: group('instance-group', {
    maximum: 'target_capacity',
  }),
  aws_eks_node_group: group(
    'instance-group',
    {
      minimum: 'scaling_config.0.min_size',
      maximum: 'scaling_config.0.max_size',
      instanceType: 'instance_types.0',
    },
    {
      name: ['node_group_name'],
      partOf: { cluster_name: 'aws_eks_cluster' },
    },
  ),
  aws_emr_cluster: other('release_label'),
  aws_batch_compute_environment: group(
    'instance-group',
    {},
    { name: ['compute_environment_name', 'name'] },
  ),
  aws_eks_cluster: asset('kubernetes-cluster', {
    version: 'version',
    controlPlane: { always: 'managed' },
  }),
  aws_ecs_cluster: asset('container-service', { platform: { always: 'ecs' } }),
  aws_ecs_service: asset(
    'container-service',
    {
      platform: {
        from: 'launch_type',
        values: { FARGATE: 'ecs-fargate', EC2: 'ecs-ec2', EXTERNAL: 'ecs' },
      },
      minimumInstances: 'desired_count',
    },
    {
      id: ['arn', 'id'],
      runsOn: { cluster: 'aws_ecs_cluster' },
    },
  ),
  aws_apprunner_service: asset(
    'container-service',
    {
      platform: { always: 'app-runner' },
      cpu: { from: 'instance_configuration.0.cpu', as: 'cpu units' },
    },
    { name: ['service_name'] },
  ),
  aws_elastic_beanstalk_environment: asset('container-service', {
    platform: 'solution_stack_name',
  }),
  aws_elastic_beanstalk_application: fold(),
  aws_lambda_function: asset(
    'serverless-function',
    {
      runtime: { from: ['runtime', 'package_type'] },
      memory: { from: 'memory_size', as: 'mib' },
      timeout: { from: 'timeout', as: 's' },
    },
    { name: ['function_name'], aliases: ['qualified_arn'] },
  ),
  aws_sagemaker_endpoint: asset('ai-model-endpoint', {
    modelName: 'endpoint_config_name',
    pricing: { always: 'instance' },
  }),
  aws_bedrock_provisioned_model_throughput: asset('ai-model-endpoint', {
    modelName: 'model_arn',
    pricing: { always: 'provisioned' },
  }),
  aws_sagemaker_notebook_instance: other('instance_type'),

  ...alike(['aws_lb', 'aws_alb'], balancer),
  aws_elb: asset('cloud-load-balancer', {
    scheme: {
      from: 'internal',
      values: { true: 'internal', false: 'internet' },
    },
  }),
  ...alike(
    ['aws_lb_listener', 'aws_alb_listener'],
    fold({ load_balancer_arn: loadBalancer }),
  ),
  ...alike(
    [
      'aws_lb_listener_rule',
      'aws_alb_listener_rule',
      'aws_lb_listener_certificate',
    ],
    fold({ listener_arn: listener }),
  ),
  ...alike(
    ['aws_lb_target_group', 'aws_alb_target_group'],
    fold({ 'load_balancer_arns.0': loadBalancer, vpc_id: vpc }),
  ),
  ...alike(
    ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'],
    fold({ target_group_arn: targetGroup, target_id: instance }),
  ),
  aws_elb_attachment: fold({ elb: 'aws_elb' }),

  aws_launch_configuration: fold(),
  aws_launch_template: fold(),
  aws_placement_group: fold(),
  aws_autoscaling_policy: fold({
    autoscaling_group_name: 'aws_autoscaling_group',
  }),
  aws_autoscaling_schedule: fold({
    autoscaling_group_name: 'aws_autoscaling_group',
  }),
  aws_autoscaling_attachment: fold({
    autoscaling_group_name: 'aws_autoscaling_group',
  }),
  aws_autoscaling_lifecycle_hook: fold({
    autoscaling_group_name: 'aws_autoscaling_group',
  }),
  aws_autoscaling_notification: fold(),
  aws_appautoscaling_target: fold({
    resource_id: ['aws_ecs_service', 'aws_dynamodb_table'],
  }),
  aws_appautoscaling_policy: fold({
    resource_id: ['aws_appautoscaling_target'],
  }),
  aws_appautoscaling_scheduled_action: fold({
    resource_id: ['aws_appautoscaling_target'],
  }),
  aws_key_pair: fold(),
  aws_volume_attachment: fold(
    { volume_id: 'aws_ebs_volume', instance_id: instance },
    {
      ties: {
        dependent: { instance_id: instance },
        on: { volume_id: 'aws_ebs_volume' },
      },
    },
  ),
  aws_ecs_task_definition: fold(),
  aws_ecs_capacity_provider: fold(),
  aws_ecs_cluster_capacity_providers: fold({
    cluster_name: 'aws_ecs_cluster',
  }),
  aws_eks_addon: fold({ cluster_name: 'aws_eks_cluster' }),
  aws_eks_fargate_profile: fold({ cluster_name: 'aws_eks_cluster' }),
  aws_eks_access_entry: fold({ cluster_name: 'aws_eks_cluster' }),
  aws_eks_access_policy_association: fold({ cluster_name: 'aws_eks_cluster' }),
  aws_eks_identity_provider_config: fold({ cluster_name: 'aws_eks_cluster' }),
  aws_eks_pod_identity_association: fold({ cluster_name: 'aws_eks_cluster' }),
  aws_batch_job_definition: fold(),
  aws_batch_job_queue: fold(),
  ...alike(
    [
      'aws_lambda_permission',
      'aws_lambda_alias',
      'aws_lambda_function_url',
      'aws_lambda_function_event_invoke_config',
      'aws_lambda_provisioned_concurrency_config',
    ],
    fold({ function_name: lambda }),
  ),
  aws_lambda_event_source_mapping: fold(
    { function_arn: lambda, function_name: lambda },
    {
      ties: {
        dependent: { function_arn: lambda },
        on: {
          event_source_arn: [
            'aws_sqs_queue',
            'aws_kinesis_stream',
            'aws_dynamodb_table',
            'aws_msk_cluster',
            'aws_mq_broker',
          ],
        },
      },
    },
  ),
  aws_lambda_layer_version: fold(),
  aws_sagemaker_endpoint_configuration: fold(),
  aws_sagemaker_model: fold(),
  aws_network_interface: fold({
    'attachment.0.instance': instance,
    subnet_id: subnet,
  }),
  aws_network_interface_attachment: fold({ instance_id: instance }),
  aws_network_interface_sg_attachment: fold(),
};
