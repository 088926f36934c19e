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

// The payment gateway and the fraud scoring beside it.

import { each, inModule, owned } from '../rows.mjs';

const gateway = owned('payments', 'payment-gateway', 'production');
const api = 'module.payment_gateway.aws_api_gateway_rest_api.webhooks';
const resource = 'module.payment_gateway.aws_api_gateway_resource.notify';
const fraud = owned('payments', 'fraud-scoring', 'production');

export const gatewayRows = [
  ...inModule('payment_gateway', [
    {
      type: 'aws_rds_cluster',
      name: 'ledger',
      tags: { ...gateway, 'data-class': 'secret' },
      needs: ['aws_db_subnet_group.main', 'random_password.ledger_db'],
    },
    ...each([0, 1], {
      type: 'aws_rds_cluster_instance',
      name: 'ledger',
      cluster: 'payment-gateway-ledger',
      tags: gateway,
      needs: ['module.payment_gateway.aws_rds_cluster.ledger'],
    }),
    {
      type: 'aws_elasticache_replication_group',
      name: 'tokens',
      tags: gateway,
    },
    { type: 'aws_sqs_queue', name: 'captures', tags: gateway },
    {
      type: 'aws_sqs_queue',
      name: 'captures_dead',
      retention: 1209600,
      tags: gateway,
    },
    {
      type: 'aws_sns_topic',
      name: 'payment_events',
      tags: { team: 'payments', service: 'payment-gateway' },
    },
    {
      type: 'aws_lambda_function',
      name: 'provider_webhook',
      secretName: 'WEBHOOK_SECRET',
      sensitive: ['environment.0.variables.WEBHOOK_SECRET!'],
      tags: gateway,
      needs: ['module.payment_gateway.aws_iam_role.webhook'],
    },
    {
      type: 'aws_lambda_permission',
      name: 'provider_webhook',
      target: 'payment-gateway-provider-webhook',
      needs: ['module.payment_gateway.aws_lambda_function.provider_webhook'],
    },
    { type: 'aws_iam_role', name: 'webhook', tags: gateway },
    {
      type: 'aws_iam_role_policy_attachment',
      name: 'webhook',
      role: 'payment-gateway-webhook',
      policy: 'service-role/AWSLambdaBasicExecutionRole',
      needs: ['module.payment_gateway.aws_iam_role.webhook'],
    },
    {
      type: 'aws_api_gateway_rest_api',
      name: 'webhooks',
      about: 'Calls from payment providers',
      tags: gateway,
    },
    {
      type: 'aws_api_gateway_resource',
      name: 'notify',
      path: 'notify',
      api,
      needs: ['module.payment_gateway.aws_api_gateway_rest_api.webhooks'],
    },
    {
      type: 'aws_api_gateway_method',
      name: 'notify',
      api,
      resource,
      needs: ['module.payment_gateway.aws_api_gateway_resource.notify'],
    },
    ...each(['200', '400'], {
      type: 'aws_api_gateway_method_response',
      name: 'notify',
      api,
      resource,
      needs: ['module.payment_gateway.aws_api_gateway_method.notify'],
    }),
    {
      type: 'aws_kms_key',
      name: 'card_data',
      about: 'Card tokens',
      tags: { ...gateway, owner: 'security' },
    },
    {
      type: 'aws_kms_alias',
      name: 'card_data',
      needs: ['module.payment_gateway.aws_kms_key.card_data'],
    },
    { type: 'aws_s3_bucket', name: 'settlement_files', tags: gateway },
    {
      type: 'aws_s3_bucket_policy',
      name: 'settlement_files',
      bucket: 'perronova-payment-gateway-settlement-files',
      needs: ['module.payment_gateway.aws_s3_bucket.settlement_files'],
    },
    { type: 'aws_ecr_repository', name: 'image', tags: gateway },
    {
      type: 'aws_ecs_service',
      name: 'core',
      cluster: 'services',
      count: 4,
      tags: gateway,
      needs: ['aws_ecs_cluster.services'],
    },
    {
      type: 'aws_cloudwatch_log_group',
      name: 'core',
      days: 400,
      tags: gateway,
    },
    // The acquirer still fetches its files with a key of 2024.
    { type: 'aws_iam_user', name: 'acquirer', tags: {} },
    {
      type: 'aws_iam_access_key',
      name: 'acquirer',
      user: 'payment-gateway-acquirer',
      needs: ['module.payment_gateway.aws_iam_user.acquirer'],
    },
  ]),
  ...inModule('fraud', [
    { type: 'aws_kinesis_stream', name: 'payment_attempts', tags: fraud },
    {
      type: 'aws_lambda_function',
      name: 'score',
      runtime: 'python3.12',
      memory: 2048,
      tags: fraud,
      needs: ['module.fraud.aws_kinesis_stream.payment_attempts'],
    },
    {
      type: 'aws_dynamodb_table',
      name: 'signals',
      tags: { Owner: 'Payments', svc: 'fraud-scoring' },
    },
    {
      type: 'aws_s3_bucket',
      name: 'models',
      tags: { service: 'fraud-scoring' },
    },
  ]),
];
