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

// Services the platform team hosts for others: search, identity, mobile.

import { each, inModule, owned } from '../rows.mjs';

const search = owned('storefront', 'search-api', 'production');
const identity = owned('security', 'identity-service', 'production');
const mobile = owned('mobile', 'mobile-bff', 'production');

export const searchRows = inModule('search', [
  { type: 'aws_opensearch_domain', name: 'journeys', tags: search },
  {
    type: 'aws_elasticache_replication_group',
    name: 'results',
    nodes: 2,
    tags: search,
  },
  { type: 'aws_dynamodb_table', name: 'stations', tags: search },
  { type: 'aws_sqs_queue', name: 'reindex', tags: search },
  {
    type: 'aws_sqs_queue',
    name: 'reindex_dead',
    tags: { service: 'search-api' },
  },
  {
    type: 'aws_lambda_function',
    name: 'indexer',
    memory: 1536,
    secretName: 'INDEX_PASSWORD',
    tags: search,
    needs: [
      'module.search.aws_opensearch_domain.journeys',
      'module.search.aws_sqs_queue.reindex',
    ],
  },
  {
    type: 'aws_lambda_event_source_mapping',
    name: 'reindex',
    target: 'search-indexer',
    queue: 'search-reindex',
    needs: ['module.search.aws_lambda_function.indexer'],
  },
  { type: 'aws_s3_bucket', name: 'snapshots', tags: search },
  { type: 'aws_lb', name: 'api', internal: true, tags: search },
  {
    type: 'aws_ecr_repository',
    name: 'image',
    tags: { team: 'storefront', service: 'search-api' },
  },
  {
    type: 'aws_kms_key',
    name: 'index',
    about: 'Search index at rest',
    tags: search,
  },
  ...each([0, 1], {
    type: 'aws_instance',
    name: 'suggest',
    size: 'r6i.large',
    tags: { ...search, owner: 'search-guild' },
  }),
  { type: 'aws_cloudwatch_log_group', name: 'api', tags: search },
]);

export const identityRows = inModule('identity', [
  {
    type: 'aws_db_instance',
    name: 'accounts',
    database: 'accounts',
    multiZone: true,
    tags: identity,
    needs: ['random_password.accounts_db'],
  },
  {
    type: 'aws_elasticache_replication_group',
    name: 'sessions',
    tags: identity,
  },
  {
    type: 'aws_kms_key',
    name: 'tokens',
    about: 'Signs sign-in tokens',
    tags: identity,
  },
  {
    type: 'aws_secretsmanager_secret',
    name: 'federation',
    about: 'Partner identity providers',
    tags: identity,
  },
  {
    type: 'aws_secretsmanager_secret_version',
    name: 'federation',
    needs: ['module.identity.aws_secretsmanager_secret.federation'],
  },
  {
    type: 'aws_ecr_repository',
    name: 'image',
    tags: { service: 'identity-service', environment: 'production' },
  },
]);

export const mobileRows = inModule('mobile', [
  { type: 'aws_lb', name: 'api', tags: mobile },
  { type: 'aws_dynamodb_table', name: 'devices', tags: mobile },
  { type: 'aws_sns_topic', name: 'push', tags: mobile },
  {
    type: 'aws_lambda_function',
    name: 'push_sender',
    secretName: 'PUSH_KEY',
    tags: { Owner: 'Mobile', svc: 'mobile-bff' },
  },
  { type: 'aws_ecr_repository', name: 'image', tags: mobile },
]);
