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

// The checkout, in production and staging.

import { each, inModule, owned } from '../rows.mjs';

const checkout = owned('payments', 'checkout', 'production');
const staging = owned('payments', 'checkout', 'staging');

export const checkoutRows = inModule('checkout', [
  {
    type: 'aws_db_instance',
    name: 'primary',
    database: 'checkout',
    multiZone: true,
    tags: { ...checkout, 'data-class': 'confidential' },
    needs: ['aws_db_subnet_group.main', 'random_password.checkout_db'],
  },
  {
    type: 'aws_db_instance',
    name: 'replica',
    database: 'checkout',
    zone: 'b',
    replicaOf: 'checkout-primary',
    // Who built it tagged it for the people who read from it.
    tags: owned('data-platform', 'checkout', 'production'),
    needs: ['module.checkout.aws_db_instance.primary'],
  },
  {
    type: 'aws_elasticache_replication_group',
    name: 'sessions',
    nodes: 3,
    tags: checkout,
    needs: ['aws_security_group.data'],
  },
  {
    type: 'aws_dynamodb_table',
    name: 'carts',
    hashKey: 'cartId',
    tags: owned('storefront', 'checkout', 'production'),
  },
  { type: 'aws_sqs_queue', name: 'confirmed_orders', tags: checkout },
  // A dead-letter queue nobody put an owner on.
  {
    type: 'aws_sqs_queue',
    name: 'confirmed_orders_dead',
    retention: 1209600,
    tags: { service: 'checkout', environment: 'production' },
  },
  { type: 'aws_s3_bucket', name: 'receipts', tags: checkout },
  // Left over from a migration: neither owner nor environment.
  {
    type: 'aws_s3_bucket',
    name: 'receipts_export_2023',
    tags: { service: 'checkout' },
  },
  {
    type: 'aws_s3_bucket_policy',
    name: 'receipts',
    bucket: 'perronova-checkout-receipts',
    needs: ['module.checkout.aws_s3_bucket.receipts'],
  },
  {
    type: 'aws_s3_bucket_public_access_block',
    name: 'receipts',
    bucket: 'perronova-checkout-receipts',
    needs: ['module.checkout.aws_s3_bucket.receipts'],
  },
  {
    type: 'aws_lambda_function',
    name: 'receipt_renderer',
    secretName: 'SIGNING_KEY',
    sensitive: ['environment.0.variables.SIGNING_KEY!'],
    tags: checkout,
    needs: [
      'module.checkout.aws_iam_role.functions',
      'module.checkout.aws_s3_bucket.receipts',
    ],
  },
  // This team was dissolved two reorganisations ago.
  {
    type: 'aws_lambda_function',
    name: 'cart_expiry',
    runtime: 'nodejs16.x',
    memory: 128,
    tags: owned('payment-team-old', 'checkout', 'production'),
    needs: [
      'module.checkout.aws_dynamodb_table.carts',
      'module.checkout.aws_iam_role.functions',
    ],
  },
  {
    type: 'aws_lambda_permission',
    name: 'receipt_renderer',
    target: 'checkout-receipt-renderer',
    needs: ['module.checkout.aws_lambda_function.receipt_renderer'],
  },
  {
    type: 'aws_lambda_event_source_mapping',
    name: 'receipts',
    target: 'checkout-receipt-renderer',
    queue: 'checkout-confirmed-orders',
    needs: [
      'module.checkout.aws_lambda_function.receipt_renderer',
      'module.checkout.aws_sqs_queue.confirmed_orders',
    ],
  },
  { type: 'aws_iam_role', name: 'functions', tags: checkout },
  {
    type: 'aws_iam_role_policy_attachment',
    name: 'functions',
    role: 'checkout-functions',
    policy: 'service-role/AWSLambdaBasicExecutionRole',
    needs: ['module.checkout.aws_iam_role.functions'],
  },
  {
    type: 'aws_lb',
    name: 'public',
    tags: checkout,
    needs: ['aws_security_group.edge', 'module.network.aws_subnet.public'],
  },
  { type: 'aws_lb_target_group', name: 'web', tags: checkout },
  {
    type: 'aws_lb_listener',
    name: 'https',
    balancer: 'public',
    tags: {},
    needs: [
      'module.checkout.aws_lb.public',
      'module.checkout.aws_lb_target_group.web',
    ],
  },
  ...each([0, 1], key => ({
    type: 'aws_instance',
    name: 'fulfilment',
    size: 'm6i.large',
    zone: 'ab'[key],
    bootSecret: true,
    tags: checkout,
    needs: ['module.network.aws_subnet.private'],
  })),
  ...each([0, 1], key => ({
    type: 'aws_ebs_volume',
    name: 'fulfilment_spool',
    zone: 'ab'[key],
    // The module was changed once the first volume existed.
    tags: key === 0 ? { Owner: 'payments', svc: 'checkout' } : checkout,
  })),
  ...each([0, 1], key => ({
    type: 'aws_volume_attachment',
    name: 'fulfilment_spool',
    instance: `module.checkout.aws_instance.fulfilment[${key}]`,
    volume: `module.checkout.aws_ebs_volume.fulfilment_spool[${key}]`,
    needs: [
      'module.checkout.aws_ebs_volume.fulfilment_spool',
      'module.checkout.aws_instance.fulfilment',
    ],
  })),
  {
    type: 'aws_kms_key',
    name: 'data',
    about: 'Checkout data at rest',
    tags: checkout,
  },
  {
    type: 'aws_kms_alias',
    name: 'data',
    needs: ['module.checkout.aws_kms_key.data'],
  },
  {
    type: 'aws_secretsmanager_secret',
    name: 'psp_credentials',
    about: 'Credentials of the payment provider',
    tags: checkout,
  },
  {
    type: 'aws_secretsmanager_secret_version',
    name: 'psp_credentials',
    needs: ['module.checkout.aws_secretsmanager_secret.psp_credentials'],
  },
  {
    type: 'aws_ecr_repository',
    name: 'image',
    tags: { team: 'Payments', service: 'Checkout', environment: 'production' },
  },
  {
    type: 'aws_ecs_service',
    name: 'web',
    cluster: 'services',
    count: 6,
    tags: checkout,
    needs: [
      'aws_ecs_cluster.services',
      'module.checkout.aws_lb_target_group.web',
    ],
  },
  { type: 'aws_ecs_task_definition', name: 'web', tags: checkout },
  { type: 'aws_cloudwatch_log_group', name: 'web', days: 90, tags: checkout },
]);

export const checkoutStagingRows = inModule('checkout["staging"]', [
  {
    type: 'aws_db_instance',
    name: 'primary',
    size: 'db.t4g.medium',
    storage: 20,
    version: '13.16',
    tags: staging,
  },
  {
    type: 'aws_elasticache_replication_group',
    name: 'sessions',
    nodes: 1,
    size: 'cache.t4g.small',
    tags: staging,
  },
  { type: 'aws_sqs_queue', name: 'confirmed_orders', tags: staging },
  {
    type: 'aws_s3_bucket',
    name: 'receipts',
    tags: { Team: 'payments', service: 'checkout', env: 'staging' },
  },
]);
