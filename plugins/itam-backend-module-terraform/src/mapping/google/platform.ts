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

import { alike, asset, fold, group, MappingTable, other } from '../definition';

const cluster = 'google_container_cluster';
const run = ['google_cloud_run_service', 'google_cloud_run_v2_service'];
const functions = [
  'google_cloudfunctions_function',
  'google_cloudfunctions2_function',
];
const secret = 'google_secret_manager_secret';
const key = 'google_kms_crypto_key';
const keyRing = 'google_kms_key_ring';
const account = 'google_service_account';
const managers = [
  'google_compute_instance_group_manager',
  'google_compute_region_instance_group_manager',
];

/** Machines, containers, functions, identities and keys. */
export const googlePlatform: MappingTable = {
  google_compute_instance: asset(
    'virtual-machine',
    {
      instanceType: 'machine_type',
      image: {
        from: 'boot_disk.0.initialize_params.0.image',
        as: 'last segment',
      },
      pricing: {
        from: 'scheduling.0.preemptible',
        values: { true: 'spot', false: 'on-demand' },
      },
    },
    {
      status: {
        from: 'current_status',
        values: {
          TERMINATED: 'stopped',
          STOPPED: 'stopped',
          SUSPENDED: 'stopped',
        },
      },
    },
  ),
  ...alike(managers, group('instance-group', {})),
  ...alike(
    ['google_compute_autoscaler', 'google_compute_region_autoscaler'],
    fold({ target: managers }),
  ),
  ...alike(
    [
      'google_compute_instance_template',
      'google_compute_region_instance_template',
      'google_compute_instance_group',
      'google_compute_project_metadata',
      'google_compute_project_metadata_item',
      'google_compute_resource_policy',
      'google_compute_node_template',
      'google_compute_health_check',
      'google_compute_region_health_check',
      'google_compute_http_health_check',
      'google_compute_https_health_check',
      'google_os_config_patch_deployment',
    ],
    fold(),
  ),
  google_compute_node_group: group('instance-group', {
    minimum: { from: ['autoscaling_policy.0.min_nodes', 'size'] },
    maximum: { from: ['autoscaling_policy.0.max_nodes', 'size'] },
  }),
  google_compute_attached_disk: fold(
    {
      disk: 'google_compute_disk',
      instance: 'google_compute_instance',
    },
    {
      ties: {
        dependent: { instance: 'google_compute_instance' },
        on: { disk: 'google_compute_disk' },
      },
    },
  ),
  google_container_cluster: asset(
    'kubernetes-cluster',
    { version: 'master_version', controlPlane: { always: 'managed' } },
    { service: 'container', labels: ['effective_labels', 'resource_labels'] },
  ),
  google_container_node_pool: group(
    'instance-group',
    {
      minimum: 'autoscaling.0.min_node_count',
      maximum: 'autoscaling.0.max_node_count',
      instanceType: 'node_config.0.machine_type',
    },
    { service: 'container', partOf: { cluster } },
  ),
  google_cloud_run_service: asset(
    'container-service',
    { platform: { always: 'cloud-run' } },
    {
      service: 'run',
      labels: ['metadata.0.effective_labels', 'metadata.0.labels'],
    },
  ),
  google_cloud_run_v2_service: asset(
    'container-service',
    {
      platform: { always: 'cloud-run' },
      cpu: {
        from: 'template.0.containers.0.resources.0.limits.cpu',
        as: 'cpu',
      },
      memory: {
        from: 'template.0.containers.0.resources.0.limits.memory',
        as: 'memory to GiB',
      },
      minimumInstances: 'template.0.scaling.0.min_instance_count',
    },
    { service: 'run' },
  ),
  google_cloud_run_v2_job: asset(
    'container-service',
    { platform: { always: 'cloud-run' } },
    { service: 'run' },
  ),
  ...alike(
    [
      'google_cloud_run_service_iam_member',
      'google_cloud_run_service_iam_binding',
      'google_cloud_run_v2_service_iam_member',
      'google_cloud_run_v2_service_iam_binding',
    ],
    fold({ service: run, name: run }),
  ),
  google_cloud_run_domain_mapping: fold({ 'spec.0.route_name': run }),
  google_cloudfunctions_function: asset(
    'serverless-function',
    {
      runtime: 'runtime',
      memory: { from: 'available_memory_mb', as: 'mib' },
      timeout: { from: 'timeout', as: 's' },
    },
    { service: 'cloudfunctions' },
  ),
  google_cloudfunctions2_function: asset(
    'serverless-function',
    {
      runtime: 'build_config.0.runtime',
      memory: {
        from: 'service_config.0.available_memory',
        as: 'memory to MiB',
      },
      timeout: { from: 'service_config.0.timeout_seconds', as: 's' },
    },
    { service: 'cloudfunctions' },
  ),
  ...alike(
    [
      'google_cloudfunctions_function_iam_member',
      'google_cloudfunctions2_function_iam_member',
    ],
    fold({ cloud_function: functions }),
  ),
  google_app_engine_application: other('serving_status', {
    service: 'appengine',
  }),
  google_app_engine_standard_app_version: fold({
    project: 'google_app_engine_application',
  }),
  google_vertex_ai_endpoint: asset(
    'ai-model-endpoint',
    { modelName: 'display_name', dataRegion: 'location' },
    { service: 'aiplatform', name: ['display_name'] },
  ),
  google_notebooks_instance: other('machine_type', { service: 'notebooks' }),
  google_composer_environment: other(undefined, { service: 'composer' }),
  google_dataflow_job: other('machine_type', { service: 'dataflow' }),
  google_cloud_scheduler_job: fold({
    'pubsub_target.0.topic_name': 'google_pubsub_topic',
    'http_target.0.uri': [...run, ...functions],
  }),
  google_cloud_tasks_queue: asset(
    'message-queue',
    { kind: { always: 'queue' } },
    { service: 'cloudtasks' },
  ),
  google_workflows_workflow: other(undefined, { service: 'workflows' }),
  google_cloudbuild_trigger: asset(
    'delivery-pipeline',
    { platform: { always: 'cloud-build' } },
    { service: 'cloudbuild' },
  ),
  google_artifact_registry_repository: asset(
    'container-registry',
    { immutableTags: 'docker_config.0.immutable_tags' },
    { service: 'artifactregistry', name: ['repository_id'] },
  ),
  google_artifact_registry_repository_iam_member: fold({
    repository: 'google_artifact_registry_repository',
  }),
  google_container_registry: asset(
    'container-registry',
    {},
    { service: 'storage' },
  ),

  google_project: asset(
    'cloud-account',
    {
      provider: { always: 'gcp' },
      accountId: 'project_id',
      parent: { from: ['folder_id', 'org_id'] },
    },
    {
      service: 'cloudresourcemanager',
      account: ['project_id'],
    },
  ),
  ...alike(
    [
      'google_folder',
      'google_project_service',
      'google_project_iam_member',
      'google_project_iam_binding',
      'google_project_iam_policy',
      'google_project_iam_audit_config',
      'google_project_iam_custom_role',
      'google_organization_iam_member',
      'google_organization_policy',
      'google_project_organization_policy',
      'google_folder_iam_member',
      'google_iam_workload_identity_pool',
      'google_iam_workload_identity_pool_provider',
      'google_logging_metric',
      'google_logging_project_sink',
      'google_monitoring_alert_policy',
      'google_monitoring_dashboard',
      'google_monitoring_notification_channel',
      'google_monitoring_uptime_check_config',
      'google_billing_budget',
    ],
    fold(),
  ),
  google_service_account: fold({}, { name: ['email'] }),
  ...alike(
    [
      'google_service_account_iam_member',
      'google_service_account_iam_binding',
      'google_service_account_iam_policy',
    ],
    fold({ service_account_id: account }),
  ),
  google_service_account_key: asset(
    'credential',
    {
      kind: { always: 'service-account' },
      heldIn: { always: 'google-iam' },
      lastRotated: { from: 'valid_after', as: 'date' },
    },
    { service: 'iam', name: ['service_account_id'] },
  ),
  google_apikeys_key: asset(
    'credential',
    { kind: { always: 'api-key' }, heldIn: { always: 'google-api-keys' } },
    { service: 'apikeys' },
  ),
  google_kms_key_ring: fold(),
  google_kms_crypto_key: asset(
    'encryption-key',
    {
      keyKind: {
        from: 'purpose',
        values: {
          ENCRYPT_DECRYPT: 'symmetric',
          ASYMMETRIC_SIGN: 'asymmetric',
          ASYMMETRIC_DECRYPT: 'asymmetric',
          MAC: 'hmac',
        },
      },
      rotation: { from: 'rotation_period', as: 'present' },
      deletionWindow: {
        from: 'destroy_scheduled_duration',
        as: 'duration to d',
      },
    },
    { service: 'cloudkms' },
  ),
  ...alike(
    [
      'google_kms_crypto_key_iam_member',
      'google_kms_crypto_key_iam_binding',
      'google_kms_crypto_key_version',
    ],
    fold({ crypto_key_id: key, crypto_key: key }),
  ),
  google_kms_key_ring_iam_member: fold({ key_ring_id: keyRing }),
  google_secret_manager_secret: asset(
    'credential',
    { kind: { always: 'token' }, heldIn: { always: 'google-secret-manager' } },
    { service: 'secretmanager', name: ['secret_id'] },
  ),
  ...alike(
    [
      'google_secret_manager_secret_version',
      'google_secret_manager_secret_iam_member',
      'google_secret_manager_secret_iam_binding',
    ],
    fold({ secret, secret_id: secret }),
  ),
};
