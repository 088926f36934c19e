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

const network = 'azurerm_virtual_network';
const subnet = 'azurerm_subnet';
const balancer = 'azurerm_lb';
const securityGroup = 'azurerm_network_security_group';
const publicZone = 'azurerm_dns_zone';
const privateZone = 'azurerm_private_dns_zone';

const records = ['a', 'aaaa', 'cname', 'mx', 'ptr', 'srv', 'txt'];

/** Networks, addresses, names and what delivers to the internet. */
export const azureNetwork: MappingTable = {
  azurerm_virtual_network: asset('virtual-network', {
    addressRange: 'address_space.0',
  }),
  azurerm_subnet: fold({ virtual_network_name: network }),
  ...alike(
    [
      'azurerm_subnet_network_security_group_association',
      'azurerm_subnet_route_table_association',
      'azurerm_subnet_nat_gateway_association',
      'azurerm_network_profile',
    ],
    fold({ subnet_id: subnet }),
  ),
  azurerm_network_interface: fold({
    virtual_machine_id: [
      'azurerm_linux_virtual_machine',
      'azurerm_windows_virtual_machine',
      'azurerm_virtual_machine',
    ],
    'ip_configuration.0.subnet_id': subnet,
  }),
  ...alike(
    [
      'azurerm_network_interface_security_group_association',
      'azurerm_network_interface_backend_address_pool_association',
    ],
    fold({ network_interface_id: 'azurerm_network_interface' }),
  ),
  azurerm_network_security_group: fold(),
  azurerm_network_security_rule: fold({
    network_security_group_name: securityGroup,
  }),
  azurerm_application_security_group: fold(),
  azurerm_route_table: fold(),
  azurerm_route: fold({ route_table_name: 'azurerm_route_table' }),
  azurerm_virtual_network_peering: asset(
    'private-interconnect',
    {
      kind: { always: 'peering' },
      remoteEnd: 'remote_virtual_network_id',
    },
    { partOf: { virtual_network_name: network } },
  ),
  azurerm_virtual_network_gateway: asset('private-interconnect', {
    kind: {
      from: 'type',
      values: { Vpn: 'vpn', ExpressRoute: 'dedicated' },
    },
  }),
  azurerm_virtual_network_gateway_connection: fold({
    virtual_network_gateway_id: 'azurerm_virtual_network_gateway',
  }),
  azurerm_local_network_gateway: fold(),
  azurerm_express_route_circuit: asset('private-interconnect', {
    kind: { always: 'dedicated' },
    bandwidth: { from: 'bandwidth_in_mbps', as: 'mbit/s' },
    remoteEnd: 'peering_location',
  }),
  azurerm_express_route_circuit_peering: fold({
    express_route_circuit_name: 'azurerm_express_route_circuit',
  }),
  azurerm_virtual_wan: other('type'),
  azurerm_virtual_hub: other('sku'),
  azurerm_public_ip: asset('public-address', { address: 'ip_address' }),
  azurerm_public_ip_prefix: other('prefix_length'),
  azurerm_nat_gateway: asset('nat-gateway', {}),
  azurerm_nat_gateway_public_ip_association: fold({
    nat_gateway_id: 'azurerm_nat_gateway',
  }),
  azurerm_bastion_host: other('sku'),
  azurerm_firewall: other('sku_tier'),
  azurerm_firewall_policy: fold(),
  ...alike(
    [
      'azurerm_firewall_application_rule_collection',
      'azurerm_firewall_nat_rule_collection',
      'azurerm_firewall_network_rule_collection',
    ],
    fold({ azure_firewall_name: 'azurerm_firewall' }),
  ),
  azurerm_firewall_policy_rule_collection_group: fold({
    firewall_policy_id: 'azurerm_firewall_policy',
  }),
  azurerm_network_watcher: fold(),
  azurerm_network_watcher_flow_log: fold({
    network_security_group_id: securityGroup,
  }),
  azurerm_network_ddos_protection_plan: other(),
  azurerm_private_endpoint: other(),
  azurerm_private_link_service: other(),

  azurerm_lb: asset('cloud-load-balancer', {
    kind: { always: 'network' },
    scheme: {
      from: 'frontend_ip_configuration.0.public_ip_address_id',
      as: 'present',
      values: { true: 'internet', false: 'internal' },
    },
  }),
  ...alike(
    [
      'azurerm_lb_backend_address_pool',
      'azurerm_lb_nat_pool',
      'azurerm_lb_nat_rule',
      'azurerm_lb_outbound_rule',
      'azurerm_lb_probe',
      'azurerm_lb_rule',
    ],
    fold({ loadbalancer_id: balancer }),
  ),
  azurerm_application_gateway: asset('cloud-load-balancer', {
    kind: { always: 'application' },
    listeners: { from: 'http_listener', as: 'count' },
    scheme: {
      from: 'frontend_ip_configuration.0.public_ip_address_id',
      as: 'present',
      values: { true: 'internet', false: 'internal' },
    },
  }),
  azurerm_web_application_firewall_policy: fold(),
  azurerm_traffic_manager_profile: other('traffic_routing_method'),
  azurerm_traffic_manager_azure_endpoint: fold({
    profile_id: 'azurerm_traffic_manager_profile',
  }),
  ...alike(
    [
      'azurerm_cdn_profile',
      'azurerm_frontdoor',
      'azurerm_cdn_frontdoor_profile',
    ],
    asset('cdn-distribution', {}),
  ),
  ...alike(
    [
      'azurerm_cdn_frontdoor_endpoint',
      'azurerm_cdn_frontdoor_origin_group',
      'azurerm_cdn_frontdoor_custom_domain',
      'azurerm_cdn_frontdoor_rule_set',
    ],
    fold({ cdn_frontdoor_profile_id: 'azurerm_cdn_frontdoor_profile' }),
  ),
  azurerm_cdn_endpoint: fold({ profile_name: 'azurerm_cdn_profile' }),

  azurerm_dns_zone: asset('dns-zone', {
    zoneName: 'name',
    visibility: { always: 'public' },
    records: 'number_of_record_sets',
  }),
  azurerm_private_dns_zone: asset('dns-zone', {
    zoneName: 'name',
    visibility: { always: 'private' },
    records: 'number_of_record_sets',
  }),
  ...alike(
    records.map(kind => `azurerm_dns_${kind}_record`),
    fold({ zone_name: publicZone }),
  ),
  ...alike(
    records.map(kind => `azurerm_private_dns_${kind}_record`),
    fold({ zone_name: privateZone }),
  ),
  azurerm_private_dns_zone_virtual_network_link: fold({
    private_dns_zone_name: privateZone,
  }),
};
