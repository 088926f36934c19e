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

// How each Google Cloud resource type looks in a state.

import { googleDataBuilders } from './googleData.mjs';

const COMPUTE = 'https://www.googleapis.com/compute/v1';

/** Labels as written, and with what the provider adds. */
export const labelled = c => ({
  effective_labels: { ...c.defaultTags, ...c.tags },
  labels: Object.keys(c.tags).length > 0 ? c.tags : null,
  terraform_labels: { ...c.defaultTags, ...c.tags },
});

const global = (c, kind) => `projects/${c.project}/global/${kind}/${c.called}`;
const regional = (c, kind) =>
  `projects/${c.project}/regions/${c.region}/${kind}/${c.called}`;
const zonal = (c, kind, zone) =>
  `projects/${c.project}/zones/${c.region}-${zone}/${kind}/${c.called}`;

const networkLink = c =>
  `${COMPUTE}/projects/${c.project}/global/networks/main`;

export const googleBuilders = {
  ...googleDataBuilders(labelled),
  google_project_service: {
    minutes: 20,
    build: ({ key }, c) => ({
      disable_dependent_services: null,
      disable_on_destroy: false,
      id: `${c.project}/${key}`,
      project: c.project,
      service: key,
      timeouts: null,
    }),
  },
  google_project_iam_member: {
    build: ({ role, member }, c) => ({
      condition: [],
      etag: 'BwYnExample=',
      id: `${c.project}/${role}/${member}`,
      member,
      project: c.project,
      role,
    }),
  },
  google_compute_network: {
    schema: 0,
    minutes: 20,
    build: (_, c) => ({
      auto_create_subnetworks: false,
      description: '',
      id: global(c, 'networks'),
      mtu: 1460,
      name: c.called,
      project: c.project,
      routing_mode: 'REGIONAL',
      self_link: `${COMPUTE}/${global(c, 'networks')}`,
      timeouts: null,
    }),
  },
  google_compute_subnetwork: {
    minutes: 20,
    build: ({ cidr }, c) => ({
      gateway_address: cidr.replace('.0/20', '.1'),
      id: regional(c, 'subnetworks'),
      ip_cidr_range: cidr,
      name: c.called,
      network: networkLink(c),
      private_ip_google_access: true,
      project: c.project,
      region: c.region,
      self_link: `${COMPUTE}/${regional(c, 'subnetworks')}`,
      timeouts: null,
    }),
  },
  google_compute_firewall: {
    schema: 1,
    minutes: 20,
    build: ({ port }, c) => ({
      allow: [{ ports: [`${port}`], protocol: 'tcp' }],
      deny: [],
      direction: 'INGRESS',
      disabled: false,
      id: global(c, 'firewalls'),
      name: c.called,
      network: networkLink(c),
      priority: 1000,
      project: c.project,
      self_link: `${COMPUTE}/${global(c, 'firewalls')}`,
      source_ranges: ['10.64.0.0/16'],
      timeouts: null,
    }),
  },
  google_compute_router: {
    minutes: 20,
    build: (_, c) => ({
      bgp: [],
      id: regional(c, 'routers'),
      name: c.called,
      network: networkLink(c),
      project: c.project,
      region: c.region,
      self_link: `${COMPUTE}/${regional(c, 'routers')}`,
      timeouts: null,
    }),
  },
  google_compute_router_nat: {
    minutes: 20,
    build: ({ router }, c) => ({
      id: `${c.project}/${c.region}/${router}/${c.called}`,
      name: c.called,
      nat_ip_allocate_option: 'MANUAL_ONLY',
      project: c.project,
      region: c.region,
      router,
      timeouts: null,
    }),
  },
  google_compute_address: {
    minutes: 20,
    build: ({ address }, c) => ({
      address,
      address_type: 'EXTERNAL',
      id: regional(c, 'addresses'),
      name: c.called,
      network_tier: 'PREMIUM',
      project: c.project,
      region: c.region,
      self_link: `${COMPUTE}/${regional(c, 'addresses')}`,
      timeouts: null,
      ...labelled(c),
    }),
  },
  google_compute_instance: {
    schema: 6,
    minutes: 20,
    build: ({ size = 'e2-standard-4', zone = 'b', bootSecret }, c) => ({
      allow_stopping_for_update: true,
      boot_disk: [
        {
          auto_delete: true,
          device_name: 'persistent-disk-0',
          disk_encryption_key_raw: '',
          initialize_params: [{ size: 50, type: 'pd-balanced' }],
          mode: 'READ_WRITE',
        },
      ],
      can_ip_forward: false,
      cpu_platform: 'AMD Rome',
      current_status: 'RUNNING',
      deletion_protection: false,
      id: zonal(c, 'instances', zone),
      instance_id: c.number(19),
      machine_type: size,
      metadata: bootSecret ? { 'join-token': c.secret() } : {},
      metadata_startup_script: null,
      name: c.called,
      network_interface: [
        { name: 'nic0', network: networkLink(c), network_ip: '10.64.0.9' },
      ],
      project: c.project,
      self_link: `${COMPUTE}/${zonal(c, 'instances', zone)}`,
      tags: ['internal'],
      timeouts: null,
      zone: `${c.region}-${zone}`,
      ...labelled(c),
    }),
  },
  google_compute_disk: {
    minutes: 20,
    build: ({ gib = 500, zone = 'b' }, c) => ({
      disk_encryption_key: [],
      disk_id: c.number(19),
      id: zonal(c, 'disks', zone),
      name: c.called,
      project: c.project,
      self_link: `${COMPUTE}/${zonal(c, 'disks', zone)}`,
      size: gib,
      timeouts: null,
      type: 'pd-ssd',
      zone: `${c.region}-${zone}`,
      ...labelled(c),
    }),
  },
  google_compute_instance_group_manager: {
    minutes: 15,
    build: ({ zone = 'b', wanted = 4 }, c) => ({
      base_instance_name: c.called,
      id: zonal(c, 'instanceGroupManagers', zone),
      instance_group: `${COMPUTE}/${zonal(c, 'instanceGroups', zone)}`,
      name: c.called,
      project: c.project,
      self_link: `${COMPUTE}/${zonal(c, 'instanceGroupManagers', zone)}`,
      target_size: wanted,
      timeouts: null,
      zone: `${c.region}-${zone}`,
    }),
  },
  google_container_cluster: {
    schema: 2,
    minutes: 40,
    build: (_, c) => ({
      deletion_protection: true,
      enable_autopilot: null,
      endpoint: '10.64.240.2',
      id: `projects/${c.project}/locations/${c.region}/clusters/${c.called}`,
      location: c.region,
      master_auth: [
        {
          client_certificate: '',
          client_key: c.secret(),
          cluster_ca_certificate: 'RVhBTVBMRQ==',
        },
      ],
      master_version: '1.30.5-gke.1014001',
      name: c.called,
      network: `projects/${c.project}/global/networks/main`,
      project: c.project,
      resource_labels: c.tags,
      effective_labels: { ...c.defaultTags, ...c.tags },
      terraform_labels: { ...c.defaultTags, ...c.tags },
      self_link: `https://container.googleapis.com/v1/projects/${c.project}/locations/${c.region}/clusters/${c.called}`,
      timeouts: null,
    }),
    sensitive: ['master_auth.0.client_key'],
  },
  google_container_node_pool: {
    schema: 1,
    minutes: 30,
    build: ({ cluster, size, key }, c) => ({
      autoscaling: [{ max_node_count: 10, min_node_count: 1 }],
      cluster,
      id: `projects/${c.project}/locations/${c.region}/clusters/${cluster}/nodePools/${key}`,
      location: c.region,
      name: key,
      node_config: [
        { disk_size_gb: 100, labels: c.tags, machine_type: size, spot: false },
      ],
      node_count: 3,
      project: c.project,
      timeouts: null,
      version: '1.30.5-gke.1014001',
    }),
  },
  google_cloud_run_v2_service: {
    schema: 1,
    minutes: 20,
    build: ({ secretName }, c) => ({
      id: `projects/${c.project}/locations/${c.region}/services/${c.called}`,
      ingress: 'INGRESS_TRAFFIC_INTERNAL_ONLY',
      launch_stage: 'GA',
      location: c.region,
      name: c.called,
      project: c.project,
      template: [
        {
          containers: [
            {
              env: secretName
                ? [{ name: secretName, value: c.secret(), value_source: [] }]
                : [],
              image: `${c.region}-docker.pkg.dev/${c.project}/services/${c.called}`,
            },
          ],
        },
      ],
      timeouts: null,
      uid: c.uuid(),
      uri: `https://${c.called}-${c.hex(10)}-ew.a.run.app`,
      ...labelled(c),
    }),
  },
  google_cloudfunctions2_function: {
    minutes: 60,
    build: ({ runtime = 'python312', secretName }, c) => ({
      build_config: [{ entry_point: 'main', runtime }],
      environment: 'GEN_2',
      id: `projects/${c.project}/locations/${c.region}/functions/${c.called}`,
      location: c.region,
      name: c.called,
      project: c.project,
      service_config: [
        {
          available_memory: '512M',
          environment_variables: secretName ? { [secretName]: c.secret() } : {},
          max_instance_count: 40,
        },
      ],
      state: 'ACTIVE',
      timeouts: null,
      url: `https://${c.region}-${c.project}.cloudfunctions.net/${c.called}`,
      ...labelled(c),
    }),
  },
};
