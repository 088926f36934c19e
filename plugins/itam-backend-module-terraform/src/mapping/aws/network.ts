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
import {
  instance,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from './targets';

/** Networks, addresses, names and what delivers to the internet. */
export const network: MappingTable = {
  ...alike(
    ['aws_vpc', 'aws_default_vpc'],
    asset('virtual-network', { addressRange: 'cidr_block' }),
  ),
  ...alike(
    [
      'aws_subnet',
      'aws_default_subnet',
      'aws_internet_gateway',
      'aws_egress_only_internet_gateway',
      'aws_route_table',
      'aws_default_route_table',
      'aws_security_group',
      'aws_default_security_group',
      'aws_network_acl',
      'aws_default_network_acl',
      'aws_vpc_dhcp_options_association',
      'aws_vpc_ipv4_cidr_block_association',
      'aws_main_route_table_association',
      'aws_flow_log',
      'aws_vpn_gateway_attachment',
      'aws_internet_gateway_attachment',
    ],
    fold({ vpc_id: vpc }),
  ),
  aws_vpc_dhcp_options: fold(),
  aws_default_vpc_dhcp_options: fold(),
  aws_route: fold({ route_table_id: routeTable }),
  aws_route_table_association: fold({
    route_table_id: routeTable,
    subnet_id: subnet,
  }),
  aws_network_acl_rule: fold({ network_acl_id: networkAcl }),
  aws_network_acl_association: fold({ network_acl_id: networkAcl }),
  ...alike(
    [
      'aws_security_group_rule',
      'aws_vpc_security_group_ingress_rule',
      'aws_vpc_security_group_egress_rule',
    ],
    fold({ security_group_id: securityGroup }),
  ),
  aws_ec2_managed_prefix_list: fold(),
  aws_eip: asset(
    'public-address',
    {
      address: 'public_ip',
      inUse: { from: 'association_id', as: 'present' },
    },
    {
      name: ['public_ip'],
      arn: { service: 'ec2', resource: 'elastic-ip/{id}' },
    },
  ),
  aws_eip_association: fold(
    { allocation_id: 'aws_eip', instance_id: instance },
    {
      ties: {
        dependent: { instance_id: instance },
        on: { allocation_id: 'aws_eip' },
      },
    },
  ),
  aws_nat_gateway: asset(
    'nat-gateway',
    {},
    { arn: { service: 'ec2', resource: 'natgateway/{id}' } },
  ),
  aws_vpc_endpoint: other('vpc_endpoint_type', {
    name: ['service_name'],
    partOf: { vpc_id: vpc },
  }),
  ...alike(
    [
      'aws_vpc_endpoint_policy',
      'aws_vpc_endpoint_route_table_association',
      'aws_vpc_endpoint_subnet_association',
      'aws_vpc_endpoint_security_group_association',
    ],
    fold({ vpc_endpoint_id: 'aws_vpc_endpoint' }),
  ),
  aws_vpc_endpoint_service: other('service_type', { name: ['service_name'] }),
  aws_vpc_peering_connection: asset(
    'private-interconnect',
    { kind: { always: 'peering' }, remoteEnd: 'peer_vpc_id' },
    { arn: { service: 'ec2', resource: 'vpc-peering-connection/{id}' } },
  ),
  aws_vpc_peering_connection_accepter: fold({
    vpc_peering_connection_id: 'aws_vpc_peering_connection',
    vpc_id: vpc,
  }),
  aws_vpc_peering_connection_options: fold({
    vpc_peering_connection_id: 'aws_vpc_peering_connection',
  }),
  aws_vpn_connection: asset('private-interconnect', {
    kind: { always: 'vpn' },
    remoteEnd: 'customer_gateway_id',
  }),
  aws_vpn_connection_route: fold({ vpn_connection_id: 'aws_vpn_connection' }),
  aws_vpn_gateway: fold({ vpc_id: vpc }),
  aws_customer_gateway: fold(),
  aws_ec2_client_vpn_endpoint: asset('private-interconnect', {
    kind: { always: 'vpn' },
  }),
  aws_ec2_client_vpn_network_association: fold({
    client_vpn_endpoint_id: 'aws_ec2_client_vpn_endpoint',
  }),
  aws_ec2_client_vpn_authorization_rule: fold({
    client_vpn_endpoint_id: 'aws_ec2_client_vpn_endpoint',
  }),
  aws_dx_connection: asset('private-interconnect', {
    kind: { always: 'dedicated' },
    bandwidth: { from: 'bandwidth', as: 'bandwidth to Mbit/s' },
    remoteEnd: 'location',
  }),
  aws_dx_gateway: fold(),
  aws_dx_gateway_association: fold({ dx_gateway_id: 'aws_dx_gateway' }),
  aws_dx_private_virtual_interface: fold({
    connection_id: 'aws_dx_connection',
  }),
  aws_ec2_transit_gateway: other(),
  aws_ec2_transit_gateway_vpc_attachment: fold({
    transit_gateway_id: 'aws_ec2_transit_gateway',
    vpc_id: vpc,
  }),
  ...alike(
    [
      'aws_ec2_transit_gateway_route',
      'aws_ec2_transit_gateway_route_table_association',
      'aws_ec2_transit_gateway_route_table_propagation',
    ],
    fold({
      transit_gateway_route_table_id: 'aws_ec2_transit_gateway_route_table',
    }),
  ),
  aws_ec2_transit_gateway_route_table: fold({
    transit_gateway_id: 'aws_ec2_transit_gateway',
  }),
  aws_networkfirewall_firewall: other(undefined, { partOf: { vpc_id: vpc } }),
  aws_networkfirewall_firewall_policy: fold(),
  aws_networkfirewall_rule_group: fold(),

  aws_route53_zone: asset(
    'dns-zone',
    {
      zoneName: 'name',
      visibility: {
        from: 'vpc',
        as: 'present',
        values: { true: 'private', false: 'public' },
      },
    },
    {
      arn: { service: 'route53', resource: 'hostedzone/{id}', global: true },
    },
  ),
  ...alike(
    [
      'aws_route53_record',
      'aws_route53_zone_association',
      'aws_route53_query_log',
      'aws_route53_vpc_association_authorization',
      'aws_route53_hosted_zone_dnssec',
    ],
    fold({ zone_id: 'aws_route53_zone', hosted_zone_id: 'aws_route53_zone' }),
  ),
  aws_route53_health_check: fold(),
  aws_route53_resolver_endpoint: other(),
  aws_route53_resolver_rule: fold({
    resolver_endpoint_id: 'aws_route53_resolver_endpoint',
  }),
  aws_route53_resolver_rule_association: fold({ vpc_id: vpc }),
  aws_route53domains_registered_domain: asset(
    'dns-domain',
    {
      autoRenew: 'auto_renew',
      registrar: 'registrar_name',
      registrarLock: 'transfer_lock',
    },
    { name: ['domain_name'], keys: { hostname: 'domain_name' } },
  ),
  aws_cloudfront_distribution: asset(
    'cdn-distribution',
    {
      domains: 'aliases',
      firewall: { from: 'web_acl_id', as: 'present' },
    },
    { name: ['aliases.0', 'domain_name'] },
  ),
  ...alike(
    [
      'aws_cloudfront_cache_policy',
      'aws_cloudfront_function',
      'aws_cloudfront_key_group',
      'aws_cloudfront_monitoring_subscription',
      'aws_cloudfront_origin_access_control',
      'aws_cloudfront_origin_access_identity',
      'aws_cloudfront_origin_request_policy',
      'aws_cloudfront_public_key',
      'aws_cloudfront_response_headers_policy',
    ],
    fold({ distribution_id: 'aws_cloudfront_distribution' }),
  ),
  aws_globalaccelerator_accelerator: other('ip_address_type'),
  aws_globalaccelerator_listener: fold({
    accelerator_arn: 'aws_globalaccelerator_accelerator',
  }),
  aws_globalaccelerator_endpoint_group: fold({
    listener_arn: 'aws_globalaccelerator_listener',
  }),
  aws_service_discovery_private_dns_namespace: asset('dns-zone', {
    zoneName: 'name',
    visibility: { always: 'private' },
  }),
  aws_service_discovery_service: fold({
    namespace_id: 'aws_service_discovery_private_dns_namespace',
  }),
};
