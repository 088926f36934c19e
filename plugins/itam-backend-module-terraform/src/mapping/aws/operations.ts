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
import { httpApi, lambda, restApi } from './targets';

const queue = 'aws_sqs_queue';
const topic = 'aws_sns_topic';
const logGroup = 'aws_cloudwatch_log_group';

/** Messages, interfaces, observation and delivery. */
export const operations: MappingTable = {
  aws_sqs_queue: asset('message-queue', {
    kind: { always: 'queue' },
    retention: { from: 'message_retention_seconds', as: 'seconds to d' },
    encrypted: {
      from: ['sqs_managed_sse_enabled', 'kms_master_key_id'],
      as: 'present',
    },
  }),
  ...alike(
    [
      'aws_sqs_queue_policy',
      'aws_sqs_queue_redrive_policy',
      'aws_sqs_queue_redrive_allow_policy',
    ],
    fold({ queue_url: queue }),
  ),
  aws_sns_topic: asset('message-queue', {
    kind: { always: 'topic' },
    encrypted: { from: 'kms_master_key_id', as: 'present' },
  }),
  aws_sns_topic_policy: fold({ arn: topic }),
  aws_sns_topic_data_protection_policy: fold({ arn: topic }),
  aws_sns_topic_subscription: fold(
    { topic_arn: topic },
    {
      ties: {
        dependent: { endpoint: [queue, lambda] },
        on: { topic_arn: topic },
      },
    },
  ),
  aws_kinesis_stream: asset('message-queue', {
    kind: { always: 'stream' },
    retention: { from: 'retention_period', as: 'hours to d' },
    encrypted: {
      from: 'encryption_type',
      values: { KMS: true, NONE: false },
    },
  }),
  aws_kinesis_stream_consumer: fold({ stream_arn: 'aws_kinesis_stream' }),
  aws_kinesis_firehose_delivery_stream: asset('message-queue', {
    kind: { always: 'stream' },
  }),
  ...alike(
    ['aws_msk_cluster', 'aws_msk_serverless_cluster'],
    asset(
      'message-queue',
      { kind: { always: 'stream' } },
      { name: ['cluster_name'] },
    ),
  ),
  aws_msk_configuration: fold(),
  aws_msk_scram_secret_association: fold({ cluster_arn: 'aws_msk_cluster' }),
  aws_mq_broker: asset(
    'message-queue',
    { kind: { always: 'queue' } },
    { name: ['broker_name'] },
  ),
  aws_mq_configuration: fold(),
  aws_cloudwatch_event_bus: asset('message-queue', { kind: { always: 'bus' } }),
  aws_cloudwatch_event_rule: fold({
    event_bus_name: 'aws_cloudwatch_event_bus',
  }),
  aws_cloudwatch_event_target: fold({
    arn: [lambda, queue, topic],
    rule: 'aws_cloudwatch_event_rule',
  }),
  aws_cloudwatch_event_permission: fold({
    event_bus_name: 'aws_cloudwatch_event_bus',
  }),
  aws_pipes_pipe: fold({ target: [lambda, queue] }),
  aws_scheduler_schedule: fold({ 'target.0.arn': [lambda, queue, topic] }),
  aws_sfn_state_machine: other('type'),

  aws_api_gateway_rest_api: asset(
    'api-gateway',
    { kind: { always: 'rest' } },
    { id: ['arn'] },
  ),
  ...alike(
    [
      'aws_api_gateway_authorizer',
      'aws_api_gateway_base_path_mapping',
      'aws_api_gateway_deployment',
      'aws_api_gateway_documentation_part',
      'aws_api_gateway_gateway_response',
      'aws_api_gateway_integration',
      'aws_api_gateway_integration_response',
      'aws_api_gateway_method',
      'aws_api_gateway_method_response',
      'aws_api_gateway_method_settings',
      'aws_api_gateway_model',
      'aws_api_gateway_request_validator',
      'aws_api_gateway_resource',
      'aws_api_gateway_rest_api_policy',
      'aws_api_gateway_stage',
    ],
    fold({ rest_api_id: restApi, api_id: restApi }),
  ),
  aws_api_gateway_account: fold(),
  aws_api_gateway_client_certificate: fold(),
  aws_api_gateway_domain_name: fold(),
  aws_api_gateway_usage_plan: fold({ 'api_stages.0.api_id': restApi }),
  aws_api_gateway_usage_plan_key: fold({
    usage_plan_id: 'aws_api_gateway_usage_plan',
  }),
  aws_api_gateway_api_key: asset('credential', {
    kind: { always: 'api-key' },
    heldIn: { always: 'aws-api-gateway' },
    lastRotated: { from: 'created_date', as: 'date' },
  }),
  ...alike(['aws_api_gateway_vpc_link', 'aws_apigatewayv2_vpc_link'], fold()),
  aws_apigatewayv2_api: asset('api-gateway', {
    kind: {
      from: 'protocol_type',
      values: { HTTP: 'http', WEBSOCKET: 'websocket' },
    },
  }),
  ...alike(
    [
      'aws_apigatewayv2_api_mapping',
      'aws_apigatewayv2_authorizer',
      'aws_apigatewayv2_deployment',
      'aws_apigatewayv2_integration',
      'aws_apigatewayv2_integration_response',
      'aws_apigatewayv2_model',
      'aws_apigatewayv2_route',
      'aws_apigatewayv2_route_response',
      'aws_apigatewayv2_stage',
    ],
    fold({ api_id: httpApi }),
  ),
  aws_apigatewayv2_domain_name: fold(),
  aws_appsync_graphql_api: asset('api-gateway', {
    kind: { always: 'graphql' },
    authentication: 'authentication_type',
  }),
  ...alike(
    [
      'aws_appsync_datasource',
      'aws_appsync_function',
      'aws_appsync_resolver',
      'aws_appsync_api_key',
    ],
    fold({ api_id: 'aws_appsync_graphql_api' }),
  ),

  aws_cloudwatch_log_group: other(),
  ...alike(
    [
      'aws_cloudwatch_log_metric_filter',
      'aws_cloudwatch_log_stream',
      'aws_cloudwatch_log_subscription_filter',
      'aws_cloudwatch_log_data_protection_policy',
    ],
    fold({ log_group_name: logGroup }),
  ),
  ...alike(
    [
      'aws_cloudwatch_composite_alarm',
      'aws_cloudwatch_dashboard',
      'aws_cloudwatch_log_resource_policy',
      'aws_cloudwatch_metric_alarm',
      'aws_cloudwatch_query_definition',
    ],
    fold(),
  ),
  aws_cloudtrail: other(undefined, { id: ['arn'] }),
  aws_synthetics_canary: other('runtime_version'),
  aws_xray_sampling_rule: fold(),
  aws_grafana_workspace: other(),
  aws_prometheus_workspace: other(undefined, { name: ['alias'] }),

  aws_cloudformation_stack: asset(
    'iac-stack',
    { tool: { always: 'cloudformation' } },
    { id: ['id'] },
  ),
  aws_cloudformation_stack_set: fold(),
  aws_ecr_repository: asset('container-registry', {
    scanning: 'image_scanning_configuration.0.scan_on_push',
    immutableTags: {
      from: 'image_tag_mutability',
      values: { IMMUTABLE: true, MUTABLE: false },
    },
  }),
  aws_ecrpublic_repository: asset(
    'container-registry',
    {},
    { name: ['repository_name'] },
  ),
  ...alike(
    ['aws_ecr_lifecycle_policy', 'aws_ecr_repository_policy'],
    fold({ repository: 'aws_ecr_repository' }),
  ),
  aws_ecr_registry_policy: fold(),
  aws_ecr_replication_configuration: fold(),
  aws_ecr_pull_through_cache_rule: fold(),
  aws_codecommit_repository: asset(
    'repository',
    { url: 'clone_url_http', host: { always: 'codecommit' } },
    { name: ['repository_name'], keys: { url: 'clone_url_http' } },
  ),
  aws_codepipeline: asset('delivery-pipeline', {
    platform: { always: 'codepipeline' },
  }),
  aws_codebuild_project: asset('delivery-pipeline', {
    platform: { always: 'codebuild' },
  }),
  aws_codedeploy_app: fold(),
  aws_codedeploy_deployment_group: fold({ app_name: 'aws_codedeploy_app' }),
  aws_codeartifact_repository: other(undefined, { name: ['repository'] }),
  aws_ses_domain_identity: other(undefined, { name: ['domain'] }),
  aws_sesv2_email_identity: other(undefined, { name: ['email_identity'] }),
  ...alike(
    [
      'aws_ses_domain_dkim',
      'aws_ses_domain_mail_from',
      'aws_ses_domain_identity_verification',
    ],
    fold({ domain: 'aws_ses_domain_identity' }),
  ),
  ...alike(
    [
      'aws_ssm_association',
      'aws_ssm_document',
      'aws_ssm_maintenance_window',
      'aws_ssm_patch_baseline',
      'aws_budgets_budget',
      'aws_ce_anomaly_monitor',
      'aws_ce_anomaly_subscription',
      'aws_resourcegroups_group',
      'aws_service_discovery_http_namespace',
      'aws_servicequotas_service_quota',
      'aws_ram_resource_share',
      'aws_ram_resource_association',
      'aws_ram_principal_association',
    ],
    fold(),
  ),
  aws_workspaces_workspace: other('workspace_properties.0.compute_type_name', {
    name: ['user_name'],
  }),
  aws_transfer_server: other(),
  aws_transfer_user: fold({ server_id: 'aws_transfer_server' }),
  aws_savingsplans_plan: asset('cloud-commitment', {
    kind: { always: 'savings-plan' },
    scope: 'savings_plan_type',
  }),
};
