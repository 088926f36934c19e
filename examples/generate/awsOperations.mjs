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

import { tagged } from './awsTags.mjs';

export const awsOperationsBuilders = {
  aws_api_gateway_rest_api: {
    build: ({ about }, c) => {
      const id = c.hex(10);
      return {
        api_key_source: 'HEADER',
        arn: `arn:aws:apigateway:${c.region}::/restapis/${id}`,
        created_date: '2025-06-11T14:20:51Z',
        description: about,
        disable_execute_api_endpoint: false,
        endpoint_configuration: [{ types: ['REGIONAL'] }],
        execution_arn: c.arn('execute-api', id),
        id,
        name: c.called,
        root_resource_id: c.hex(10, 'root'),
        ...tagged(c),
      };
    },
  },
  aws_api_gateway_resource: {
    build: ({ path, api }, c) => ({
      id: c.hex(6),
      parent_id: c.hexOf(`${api}|root`, 10),
      path: `/${path}`,
      path_part: path,
      rest_api_id: c.hexOf(api, 10),
    }),
  },
  aws_api_gateway_method: {
    build: ({ api, resource, method = 'POST' }, c) => ({
      authorization: 'NONE',
      http_method: method,
      id: `agm-${c.hexOf(api, 10)}-${c.hexOf(resource, 6)}-${method}`,
      resource_id: c.hexOf(resource, 6),
      rest_api_id: c.hexOf(api, 10),
    }),
  },
  aws_api_gateway_method_response: {
    build: ({ key, api, resource, method = 'POST' }, c) => ({
      http_method: method,
      id: `agmr-${c.hexOf(api, 10)}-${c.hexOf(resource, 6)}-${method}-${key}`,
      resource_id: c.hexOf(resource, 6),
      response_models: {},
      rest_api_id: c.hexOf(api, 10),
      status_code: key,
    }),
  },
  aws_cloudwatch_log_group: {
    build: ({ days = 30 }, c) => ({
      arn: c.arn('logs', `log-group:/perronova/${c.called}`),
      id: `/perronova/${c.called}`,
      kms_key_id: '',
      log_group_class: 'STANDARD',
      name: `/perronova/${c.called}`,
      retention_in_days: days,
      skip_destroy: false,
      ...tagged(c),
    }),
  },
  aws_cloudwatch_metric_alarm: {
    schema: 1,
    build: ({ metric }, c) => ({
      actions_enabled: true,
      alarm_name: c.called,
      arn: c.arn('cloudwatch', `alarm:${c.called}`),
      comparison_operator: 'GreaterThanThreshold',
      evaluation_periods: 3,
      id: c.called,
      metric_name: metric,
      namespace: 'AWS/SQS',
      period: 300,
      statistic: 'Maximum',
      threshold: 100,
      ...tagged(c),
    }),
  },
  aws_cloudtrail: {
    build: ({ bucket }, c) => ({
      arn: c.arn('cloudtrail', `trail/${c.called}`),
      enable_log_file_validation: true,
      home_region: c.region,
      id: c.arn('cloudtrail', `trail/${c.called}`),
      is_multi_region_trail: true,
      is_organization_trail: true,
      name: c.called,
      s3_bucket_name: bucket,
      ...tagged(c),
    }),
  },
};
