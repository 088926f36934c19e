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

import { alike, asset, fold, MappingTable, other } from './definition';

const zone = 'cloudflare_zone';
const gitlabProject = 'gitlab_project';

/**
 * Providers with few types worth telling apart, and those that make nothing
 * outside Terraform.
 */
export const others: MappingTable = {
  ...alike(
    [
      'archive_file',
      'cloudinit_config',
      'external',
      'http',
      'local_file',
      'local_sensitive_file',
      'null_resource',
      'random_bytes',
      'random_id',
      'random_integer',
      'random_password',
      'random_pet',
      'random_shuffle',
      'random_string',
      'random_uuid',
      'template_dir',
      'terraform_data',
      'time_offset',
      'time_rotating',
      'time_sleep',
      'time_static',
      'tls_cert_request',
      'tls_locally_signed_cert',
      'tls_private_key',
      'tls_self_signed_cert',
    ],
    fold(),
  ),
  cloudflare_zone: asset(
    'dns-zone',
    { zoneName: { from: ['zone', 'name'] }, visibility: { always: 'public' } },
    { globalId: true, name: ['zone', 'name'] },
  ),
  ...alike(
    [
      'cloudflare_dns_record',
      'cloudflare_filter',
      'cloudflare_firewall_rule',
      'cloudflare_page_rule',
      'cloudflare_record',
      'cloudflare_ruleset',
      'cloudflare_zone_settings_override',
    ],
    fold({ zone_id: zone }),
  ),
  cloudflare_worker_script: asset('serverless-function', {
    runtime: { always: 'workers' },
  }),
  cloudflare_workers_script: asset('serverless-function', {
    runtime: { always: 'workers' },
  }),
  cloudflare_r2_bucket: asset('object-storage', {}),
  gitlab_project: asset(
    'repository',
    {
      host: { from: 'web_url', as: 'host' },
      url: 'web_url',
      visibility: {
        from: 'visibility_level',
        values: { private: 'private', internal: 'internal', public: 'public' },
      },
    },
    {
      name: ['path_with_namespace', 'name'],
      keys: { url: 'web_url' },
      status: { from: 'archived', values: { true: 'archived' } },
    },
  ),
  ...alike(
    [
      'gitlab_branch_protection',
      'gitlab_project_hook',
      'gitlab_project_membership',
      'gitlab_project_variable',
    ],
    fold({ project: gitlabProject }),
  ),
  digitalocean_droplet: asset('virtual-machine', {
    instanceType: 'size',
    vcpus: 'vcpus',
    memory: { from: 'memory', as: 'mib to GiB' },
    image: 'image',
  }),
  digitalocean_database_cluster: asset('cloud-database', {
    engine: 'engine',
    engineVersion: 'version',
    instanceClass: 'size',
  }),
  hcloud_server: asset('virtual-machine', {
    instanceType: 'server_type',
    image: 'image',
  }),
  mongodbatlas_cluster: asset('cloud-database', {
    engine: { always: 'mongodb' },
    engineVersion: { from: ['mongo_db_version', 'mongo_db_major_version'] },
    instanceClass: 'provider_instance_size_name',
  }),
  postgresql_database: other(),
  ...alike(
    [
      'postgresql_grant',
      'postgresql_role',
      'postgresql_default_privileges',
      'postgresql_extension',
      'postgresql_schema',
    ],
    fold({ database: 'postgresql_database' }),
  ),
  ...alike(
    ['datadog_dashboard', 'datadog_monitor', 'datadog_service_level_objective'],
    fold(),
  ),
  datadog_api_key: asset('credential', {
    kind: { always: 'api-key' },
    heldIn: { always: 'datadog' },
  }),
  ...alike(
    [
      'vault_policy',
      'vault_mount',
      'vault_generic_secret',
      'vault_kv_secret_v2',
    ],
    fold(),
  ),
  ...alike(
    [
      'pagerduty_escalation_policy',
      'pagerduty_service_integration',
      'pagerduty_schedule',
      'pagerduty_team',
    ],
    fold(),
  ),
};
