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

/** Types that stand for the same kind of thing, as targets of references. */
export const vpc = ['aws_vpc', 'aws_default_vpc'];
export const subnet = ['aws_subnet', 'aws_default_subnet'];
export const routeTable = ['aws_route_table', 'aws_default_route_table'];
export const securityGroup = [
  'aws_security_group',
  'aws_default_security_group',
];
export const networkAcl = ['aws_network_acl', 'aws_default_network_acl'];
export const loadBalancer = ['aws_lb', 'aws_alb'];
export const targetGroup = ['aws_lb_target_group', 'aws_alb_target_group'];
export const listener = ['aws_lb_listener', 'aws_alb_listener'];
export const instance = ['aws_instance', 'aws_spot_instance_request'];
export const lambda = 'aws_lambda_function';
export const bucket = 'aws_s3_bucket';
export const restApi = 'aws_api_gateway_rest_api';
export const httpApi = 'aws_apigatewayv2_api';
