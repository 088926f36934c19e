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

const machineTypes = [
  'azurerm_linux_virtual_machine',
  'azurerm_windows_virtual_machine',
  'azurerm_virtual_machine',
];
const scaleSetTypes = [
  'azurerm_linux_virtual_machine_scale_set',
  'azurerm_windows_virtual_machine_scale_set',
  'azurerm_orchestrated_virtual_machine_scale_set',
];
const functionTypes = [
  'azurerm_function_app',
  'azurerm_linux_function_app',
  'azurerm_windows_function_app',
];
const webTypes = [
  'azurerm_app_service',
  'azurerm_linux_web_app',
  'azurerm_windows_web_app',
];
const vault = 'azurerm_key_vault';
const disk = 'azurerm_managed_disk';

/** Machines, containers, applications, identities and what watches them. */
export const azurePlatform: MappingTable = {
  ...alike(
    machineTypes,
    asset('virtual-machine', {
      instanceType: { from: ['size', 'vm_size'] },
      image: {
        from: [
          'source_image_id',
          'source_image_reference.0.sku',
          'storage_image_reference.0.sku',
        ],
      },
      pricing: {
        from: ['priority', 'license_type'],
        values: {
          Spot: 'spot',
          Windows_Server: 'own-licence',
          Windows_Client: 'own-licence',
        },
      },
    }),
  ),
  ...alike(
    scaleSetTypes,
    group('instance-group', {
      instanceType: { from: ['sku', 'sku_name'] },
    }),
  ),
  azurerm_virtual_machine_data_disk_attachment: fold(
    { managed_disk_id: disk, virtual_machine_id: machineTypes },
    {
      ties: {
        dependent: { virtual_machine_id: machineTypes },
        on: { managed_disk_id: disk },
      },
    },
  ),
  azurerm_virtual_machine_extension: fold({ virtual_machine_id: machineTypes }),
  azurerm_virtual_machine_scale_set_extension: fold({
    virtual_machine_scale_set_id: scaleSetTypes,
  }),
  azurerm_availability_set: fold(),
  azurerm_proximity_placement_group: fold(),
  azurerm_ssh_public_key: fold(),
  azurerm_dedicated_host: other('sku_name'),
  azurerm_monitor_autoscale_setting: fold({
    target_resource_id: [...scaleSetTypes, 'azurerm_service_plan'],
  }),

  azurerm_kubernetes_cluster: asset('kubernetes-cluster', {
    version: 'kubernetes_version',
    nodes: 'default_node_pool.0.node_count',
    controlPlane: { always: 'managed' },
  }),
  azurerm_kubernetes_cluster_node_pool: group(
    'instance-group',
    {
      minimum: 'min_count',
      maximum: 'max_count',
      instanceType: 'vm_size',
    },
    { partOf: { kubernetes_cluster_id: 'azurerm_kubernetes_cluster' } },
  ),
  azurerm_container_registry: asset('container-registry'),
  azurerm_container_registry_webhook: fold({
    registry_name: 'azurerm_container_registry',
  }),
  azurerm_container_group: asset('container-service', {
    platform: { always: 'container-instances' },
    cpu: 'container.0.cpu',
    memory: { from: 'container.0.memory', as: 'gib' },
  }),
  azurerm_container_app_environment: fold(),
  azurerm_container_app: asset('container-service', {
    platform: { always: 'container-apps' },
    cpu: 'template.0.container.0.cpu',
    memory: { from: 'template.0.container.0.memory', as: 'memory to GiB' },
    minimumInstances: 'template.0.min_replicas',
  }),
  ...alike(
    functionTypes,
    asset('serverless-function', {
      runtime: {
        from: [
          'site_config.0.application_stack.0.node_version',
          'site_config.0.application_stack.0.python_version',
          'site_config.0.application_stack.0.java_version',
          'site_config.0.application_stack.0.dotnet_version',
          'site_config.0.linux_fx_version',
        ],
      },
    }),
  ),
  ...alike(
    webTypes,
    asset('container-service', { platform: { always: 'app-service' } }),
  ),
  azurerm_app_service_plan: other('sku.0.size'),
  azurerm_service_plan: other('sku_name'),
  azurerm_static_web_app: other('sku_size'),
  azurerm_static_site: other('sku_size'),
  ...alike(
    [
      'azurerm_app_service_custom_hostname_binding',
      'azurerm_app_service_slot',
      'azurerm_app_service_virtual_network_swift_connection',
      'azurerm_linux_web_app_slot',
      'azurerm_windows_web_app_slot',
    ],
    fold({ app_service_id: [...webTypes, ...functionTypes] }),
  ),
  azurerm_cognitive_account: asset('ai-model-endpoint', {
    modelName: 'kind',
    dataRegion: 'location',
    pricing: { always: 'token' },
  }),
  azurerm_cognitive_deployment: fold({
    cognitive_account_id: 'azurerm_cognitive_account',
  }),
  azurerm_logic_app_workflow: other(),
  azurerm_automation_account: other('sku_name'),
  azurerm_automation_runbook: fold({
    automation_account_name: 'azurerm_automation_account',
  }),
  azurerm_batch_account: other(),
  azurerm_batch_pool: group('instance-group', { instanceType: 'vm_size' }),
  azurerm_api_management: asset('api-gateway', { kind: { always: 'http' } }),
  ...alike(
    [
      'azurerm_api_management_api',
      'azurerm_api_management_api_operation',
      'azurerm_api_management_backend',
      'azurerm_api_management_product',
      'azurerm_api_management_product_api',
      'azurerm_api_management_named_value',
    ],
    fold({ api_management_name: 'azurerm_api_management' }),
  ),

  azurerm_key_vault: other('sku_name'),
  ...alike(
    ['azurerm_key_vault_access_policy', 'azurerm_key_vault_certificate_issuer'],
    fold({ key_vault_id: vault }),
  ),
  azurerm_key_vault_key: asset(
    'encryption-key',
    {
      keyKind: {
        from: 'key_type',
        values: {
          RSA: 'asymmetric',
          'RSA-HSM': 'asymmetric',
          EC: 'asymmetric',
          'EC-HSM': 'asymmetric',
          oct: 'symmetric',
          'oct-HSM': 'symmetric',
        },
      },
      rotation: { from: 'rotation_policy', as: 'present' },
    },
    { id: ['resource_versionless_id', 'id'], partOf: { key_vault_id: vault } },
  ),
  azurerm_key_vault_secret: asset(
    'credential',
    {
      kind: { always: 'token' },
      heldIn: { always: 'azure-key-vault' },
    },
    { id: ['resource_versionless_id', 'id'], partOf: { key_vault_id: vault } },
  ),
  azurerm_key_vault_certificate: asset(
    'tls-certificate',
    {
      fingerprint: 'thumbprint',
      commonName: 'certificate_policy.0.x509_certificate_properties.0.subject',
    },
    {
      id: ['resource_manager_versionless_id', 'id'],
      keys: { fingerprint: 'thumbprint' },
      partOf: { key_vault_id: vault },
    },
  ),
  azurerm_user_assigned_identity: fold(),
  ...alike(
    [
      'azurerm_role_assignment',
      'azurerm_role_definition',
      'azurerm_federated_identity_credential',
      'azurerm_management_group',
      'azurerm_management_group_subscription_association',
      'azurerm_policy_definition',
      'azurerm_policy_assignment',
      'azurerm_resource_group_policy_assignment',
      'azurerm_subscription_policy_assignment',
      'azurerm_management_lock',
      'azurerm_resource_provider_registration',
    ],
    fold({
      scope: [
        ...machineTypes,
        'azurerm_storage_account',
        'azurerm_kubernetes_cluster',
        'azurerm_container_registry',
        vault,
      ],
    }),
  ),
  azurerm_resource_group: fold(),
  azurerm_resource_group_template_deployment: fold(),
  azurerm_subscription: asset('cloud-account', {
    provider: { always: 'azure' },
    accountId: 'subscription_id',
  }),

  azurerm_log_analytics_workspace: other('sku'),
  azurerm_log_analytics_solution: fold({
    workspace_resource_id: 'azurerm_log_analytics_workspace',
  }),
  azurerm_application_insights: other('application_type'),
  ...alike(
    [
      'azurerm_monitor_action_group',
      'azurerm_monitor_activity_log_alert',
      'azurerm_monitor_metric_alert',
      'azurerm_monitor_scheduled_query_rules_alert',
      'azurerm_monitor_scheduled_query_rules_alert_v2',
      'azurerm_consumption_budget_resource_group',
      'azurerm_consumption_budget_subscription',
    ],
    fold(),
  ),
  azurerm_monitor_diagnostic_setting: fold({
    target_resource_id: [
      'azurerm_kubernetes_cluster',
      'azurerm_mssql_database',
      'azurerm_application_gateway',
      'azurerm_lb',
      vault,
    ],
  }),
  azurerm_recovery_services_vault: asset('backup-vault', {
    immutable: {
      from: 'immutability',
      values: { Locked: true, Unlocked: true, Disabled: false },
    },
  }),
  azurerm_data_protection_backup_vault: asset('backup-vault'),
  ...alike(
    ['azurerm_backup_policy_vm', 'azurerm_backup_protected_vm'],
    fold({ recovery_vault_name: 'azurerm_recovery_services_vault' }),
  ),

  azuread_application: fold(),
  azuread_service_principal: fold(),
  azuread_group: fold(),
  azuread_group_member: fold(),
  azuread_user: fold(),
  azuread_app_role_assignment: fold(),
  ...alike(
    [
      'azuread_application_password',
      'azuread_service_principal_password',
      'azuread_application_certificate',
    ],
    asset(
      'credential',
      {
        kind: { always: 'token' },
        heldIn: { always: 'entra-id' },
        lastRotated: { from: 'start_date', as: 'date' },
      },
      { name: ['display_name'] },
    ),
  ),
};
