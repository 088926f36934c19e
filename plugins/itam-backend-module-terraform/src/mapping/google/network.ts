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

const network = 'google_compute_network';
const backend = 'google_compute_backend_service';
const urlMap = 'google_compute_url_map';

const rule = asset('cloud-load-balancer', {
  scheme: {
    from: 'load_balancing_scheme',
    values: {
      EXTERNAL: 'internet',
      EXTERNAL_MANAGED: 'internet',
      INTERNAL: 'internal',
      INTERNAL_MANAGED: 'internal',
      INTERNAL_SELF_MANAGED: 'internal',
    },
  },
});
const address = asset('public-address', { address: 'address' });

/** Networks, addresses, names and what delivers to the internet. */
export const googleNetwork: MappingTable = {
  google_compute_network: asset('virtual-network', {}),
  ...alike(
    [
      'google_compute_subnetwork',
      'google_compute_firewall',
      'google_compute_route',
      'google_compute_router',
      'google_compute_network_peering_routes_config',
      'google_service_networking_connection',
      'google_compute_network_endpoint_group',
      'google_compute_network_firewall_policy_association',
    ],
    fold({ network }),
  ),
  google_compute_subnetwork_iam_member: fold({
    subnetwork: 'google_compute_subnetwork',
  }),
  google_compute_router_nat: asset(
    'nat-gateway',
    {},
    { partOf: { router: 'google_compute_router' } },
  ),
  ...alike(
    ['google_compute_router_interface', 'google_compute_router_peer'],
    fold({ router: 'google_compute_router' }),
  ),
  google_compute_network_peering: asset('private-interconnect', {
    kind: { always: 'peering' },
    remoteEnd: { from: 'peer_network', as: 'last segment' },
  }),
  google_compute_vpn_tunnel: asset('private-interconnect', {
    kind: { always: 'vpn' },
    remoteEnd: 'peer_ip',
  }),
  ...alike(
    [
      'google_compute_vpn_gateway',
      'google_compute_ha_vpn_gateway',
      'google_compute_external_vpn_gateway',
    ],
    fold({ network }),
  ),
  google_compute_interconnect_attachment: asset('private-interconnect', {
    kind: { always: 'dedicated' },
    bandwidth: { from: 'bandwidth', as: 'bandwidth to Mbit/s' },
  }),
  google_vpc_access_connector: other('machine_type', { service: 'vpcaccess' }),
  google_compute_shared_vpc_host_project: fold(),
  google_compute_shared_vpc_service_project: fold(),
  ...alike(
    ['google_compute_address', 'google_compute_global_address'],
    address,
  ),
  ...alike(
    ['google_compute_forwarding_rule', 'google_compute_global_forwarding_rule'],
    rule,
  ),
  ...alike(
    [
      'google_compute_target_http_proxy',
      'google_compute_target_https_proxy',
      'google_compute_region_target_http_proxy',
    ],
    fold({ url_map: urlMap }),
  ),
  google_compute_target_tcp_proxy: fold({ backend_service: backend }),
  google_compute_target_pool: fold(),
  google_compute_backend_bucket: fold({ bucket_name: 'google_storage_bucket' }),
  ...alike(
    [
      'google_compute_url_map',
      'google_compute_region_url_map',
      'google_compute_backend_service',
      'google_compute_region_backend_service',
      'google_compute_security_policy',
      'google_compute_ssl_policy',
    ],
    fold(),
  ),
  google_compute_ssl_certificate: asset('tls-certificate', {}),
  google_compute_managed_ssl_certificate: asset('tls-certificate', {
    commonName: 'managed.0.domains.0',
    alternativeNames: 'subject_alternative_names',
    autoRenewed: { always: true },
  }),
  google_certificate_manager_certificate: asset(
    'tls-certificate',
    { alternativeNames: 'san_dnsnames' },
    { service: 'certificatemanager' },
  ),
  google_dns_managed_zone: asset(
    'dns-zone',
    {
      zoneName: 'dns_name',
      visibility: {
        from: 'visibility',
        values: { public: 'public', private: 'private' },
      },
      dnssec: {
        from: 'dnssec_config.0.state',
        values: { on: true, off: false, transfer: true },
      },
    },
    { service: 'dns' },
  ),
  google_dns_record_set: fold({ managed_zone: 'google_dns_managed_zone' }),
  google_dns_policy: fold(),
};
