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

// Everything money passes through: checkout, payment gateway, orders, refunds.

import { awsNetwork, inModule, owned } from '../rows.mjs';
import { checkoutRows, checkoutStagingRows } from './paymentsCheckout.mjs';
import { gatewayRows } from './paymentsGateway.mjs';

const network = { owner: 'platform', environment: 'production' };
const orders = owned('storefront', 'order-api', 'production');
const refunds = owned('payments', 'refunds-worker', 'production');

const orderRows = inModule('order_api', [
  {
    type: 'aws_db_instance',
    name: 'orders',
    database: 'orders',
    size: 'db.r6g.xlarge',
    storage: 400,
    multiZone: true,
    tags: orders,
    needs: ['aws_db_subnet_group.main', 'random_password.orders_db'],
  },
  {
    type: 'aws_db_instance',
    name: 'orders_reporting',
    database: 'orders',
    replicaOf: 'order-api-orders',
    tags: { service: 'order-api', environment: 'production' },
    needs: ['module.order_api.aws_db_instance.orders'],
  },
  { type: 'aws_elasticache_replication_group', name: 'quotes', tags: orders },
  { type: 'aws_dynamodb_table', name: 'reservations', tags: orders },
  { type: 'aws_sqs_queue', name: 'ticket_issue', tags: orders },
  {
    type: 'aws_sqs_queue',
    name: 'ticket_issue_dead',
    retention: 1209600,
    tags: { service: 'order-api', environment: 'production' },
  },
  { type: 'aws_sns_topic', name: 'order_events', tags: orders },
  {
    type: 'aws_sns_topic_subscription',
    name: 'ticket_issue',
    topic: 'order-api-order-events',
    queue: 'order-api-ticket-issue',
    needs: [
      'module.order_api.aws_sns_topic.order_events',
      'module.order_api.aws_sqs_queue.ticket_issue',
    ],
  },
  { type: 'aws_s3_bucket', name: 'ticket_pdfs', tags: orders },
  {
    type: 'aws_s3_bucket_public_access_block',
    name: 'ticket_pdfs',
    bucket: 'perronova-order-api-ticket-pdfs',
    needs: ['module.order_api.aws_s3_bucket.ticket_pdfs'],
  },
  {
    type: 'aws_lambda_function',
    name: 'ticket_renderer',
    memory: 1024,
    secretName: 'BARCODE_KEY',
    tags: orders,
  },
  {
    type: 'aws_lb',
    name: 'internal',
    internal: true,
    tags: orders,
    needs: ['module.network.aws_subnet.private'],
  },
  { type: 'aws_lb_target_group', name: 'api', tags: orders },
  {
    type: 'aws_ecr_repository',
    name: 'image',
    tags: { owner: 'STOREFRONT', service: 'order-api' },
  },
  {
    type: 'aws_kms_key',
    name: 'tickets',
    about: 'Signs travel documents',
    tags: orders,
  },
  {
    type: 'aws_ecs_service',
    name: 'api',
    cluster: 'services',
    count: 4,
    tags: orders,
    needs: [
      'aws_ecs_cluster.services',
      'module.order_api.aws_lb_target_group.api',
    ],
  },
  { type: 'aws_cloudwatch_log_group', name: 'api', tags: orders },
]);

const refundRows = inModule('refunds', [
  { type: 'aws_sqs_queue', name: 'requests', tags: refunds },
  {
    type: 'aws_lambda_function',
    name: 'worker',
    secretName: 'BANK_TOKEN',
    tags: refunds,
    needs: ['module.refunds.aws_sqs_queue.requests'],
  },
  {
    type: 'aws_lambda_event_source_mapping',
    name: 'requests',
    target: 'refunds-worker',
    queue: 'refunds-requests',
    needs: [
      'module.refunds.aws_lambda_function.worker',
      'module.refunds.aws_sqs_queue.requests',
    ],
  },
  { type: 'aws_dynamodb_table', name: 'decisions', tags: refunds },
  {
    type: 'aws_cloudwatch_metric_alarm',
    name: 'backlog',
    metric: 'ApproximateNumberOfMessagesVisible',
    tags: refunds,
  },
  {
    type: 'aws_ssm_parameter',
    name: 'bank_endpoint_token',
    path: '/refunds/bank-token',
    tags: refunds,
  },
]);

const sharedRows = [
  ...awsNetwork({
    tags: network,
    natAddress: '203.0.113.24',
    endpointTags: { ...network, services: 'checkout,order-api,refunds-worker' },
  }),
  ...['edge', 'services', 'data'].map(name => ({
    type: 'aws_security_group',
    name,
    about: `Traffic of the ${name} tier`,
    tags: network,
    needs: ['module.network.aws_vpc.main'],
  })),
  ...[
    ['edge', 443],
    ['services', 8080],
    ['data', 5432],
    ['data', 6379],
  ].map(([group, port]) => ({
    type: 'aws_security_group_rule',
    name: `${group}_${port}`,
    group: `aws_security_group.${group}`,
    port,
    needs: [`aws_security_group.${group}`],
  })),
  {
    type: 'aws_db_subnet_group',
    name: 'main',
    called: 'payments-main',
    tags: network,
    needs: ['module.network.aws_subnet.private'],
  },
  {
    type: 'aws_db_parameter_group',
    name: 'postgres16',
    called: 'payments-postgres16',
    tags: network,
  },
  { type: 'aws_ecs_cluster', name: 'services', tags: network },
  // One machine does the nightly jobs of two services.
  {
    type: 'aws_instance',
    name: 'nightly_batch',
    size: 'm6i.2xlarge',
    tags: owned('payments', 'checkout,order-api', 'production'),
  },
  {
    type: 'aws_ebs_volume',
    name: 'nightly_batch',
    gib: 1000,
    tags: { owner: 'payments', services: 'checkout,order-api' },
    needs: ['aws_instance.nightly_batch'],
  },
  // Tried once, never cleaned up: no tag at all, only the account is known.
  { type: 'aws_instance', name: 'load_test', size: 'c6i.4xlarge' },
  { type: 'aws_ebs_volume', name: 'load_test', gib: 300 },
  { type: 'aws_s3_bucket', name: 'load_test_results' },
  {
    type: 'aws_route53_record',
    name: 'pay',
    host: 'pay',
    to: 'checkout-public.eu-west-1.elb.amazonaws.com',
    needs: ['module.checkout.aws_lb.public'],
  },
  {
    type: 'aws_acm_certificate',
    name: 'pay',
    domain: 'pay.perronova.example',
    tags: { owner: 'payments' },
  },
  ...['checkout_db', 'orders_db', 'ledger_db'].map(name => ({
    type: 'random_password',
    name,
    provider: 'random',
  })),
  {
    mode: 'data',
    type: 'aws_caller_identity',
    name: 'current',
    attributes: {
      account_id: '100000000001',
      arn: 'arn:aws:sts::100000000001:assumed-role/terraform/apply',
      id: '100000000001',
      user_id: 'AROAEXAMPLE:apply',
    },
  },
  {
    mode: 'data',
    type: 'aws_region',
    name: 'current',
    attributes: { id: 'eu-west-1', name: 'eu-west-1' },
  },
];

export const paymentsStack = {
  name: 'payments-infra',
  terraformVersion: '1.9.8',
  serial: 412,
  firstSecret: 1001,
  defaultProvider: 'aws',
  providers: {
    aws: {
      account: '100000000001',
      region: 'eu-west-1',
      defaultTags: { 'managed-by': 'terraform', stack: 'payments-infra' },
    },
    random: {},
  },
  outputs: secret => ({
    checkout_database_url: {
      value: `postgres://app_owner:${secret()}@checkout-primary:5432/checkout`,
      type: 'string',
      sensitive: true,
    },
    vpc_cidr: { value: '10.20.0.0/16', type: 'string' },
  }),
  rows: [
    ...sharedRows,
    ...checkoutRows,
    ...checkoutStagingRows,
    ...orderRows,
    ...refundRows,
    ...gatewayRows,
  ],
};
