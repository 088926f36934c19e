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

// The edge account: names, certificates and the shop front.

import { inModule, owned } from '../rows.mjs';

const platform = { owner: 'platform', environment: 'production' };
const storefront = owned('storefront', 'storefront-web', 'production');

export const edgeRows = inModule('edge', [
  { type: 'aws_route53_zone', name: 'public', tags: platform },
  {
    type: 'aws_route53_zone',
    name: 'internal',
    domain: 'internal.perronova.example',
    inside: true,
    tags: platform,
  },
  ...[
    ['www', 'CNAME'],
    ['api', 'CNAME'],
    ['mail', 'TXT'],
  ].map(([host, kind]) => ({
    type: 'aws_route53_record',
    name: host,
    host,
    kind,
    to: 'edge.perronova.example',
    needs: ['module.edge.aws_route53_zone.public'],
  })),
  {
    type: 'aws_cloudfront_distribution',
    name: 'shop',
    domain: 'www.perronova.example',
    tags: storefront,
    needs: [
      'module.edge.aws_acm_certificate.www',
      'module.edge.aws_s3_bucket.shop_static',
    ],
  },
  {
    type: 'aws_acm_certificate',
    name: 'www',
    domain: 'www.perronova.example',
    tags: storefront,
  },
  {
    type: 'aws_wafv2_web_acl',
    name: 'shop',
    tags: { ...storefront, owner: 'security' },
  },
  { type: 'aws_s3_bucket', name: 'shop_static', tags: storefront },
  { type: 'aws_s3_bucket', name: 'shop_images', tags: storefront },
  {
    type: 'aws_s3_bucket',
    name: 'shop_access_logs',
    tags: { service: 'storefront-web' },
  },
  {
    type: 'aws_s3_bucket_policy',
    name: 'shop_static',
    bucket: 'perronova-edge-shop-static',
    needs: ['module.edge.aws_s3_bucket.shop_static'],
  },
  { type: 'aws_lb', name: 'shop', tags: storefront },
  {
    type: 'aws_elasticache_replication_group',
    name: 'pages',
    tags: storefront,
  },
  {
    type: 'aws_lambda_function',
    name: 'image_resize',
    memory: 1024,
    tags: { team: 'Storefront', service: 'storefront-web' },
  },
  { type: 'aws_dynamodb_table', name: 'feature_flags', tags: storefront },
  { type: 'aws_ecr_repository', name: 'storefront_web', tags: storefront },
  {
    type: 'aws_kms_key',
    name: 'cookies',
    about: 'Signs session cookies of the shop',
    tags: storefront,
  },
  { type: 'aws_sqs_queue', name: 'newsletter_signups', tags: storefront },
]).map(row => ({ ...row, provider: 'aws.edge' }));
