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

// Azure, and the providers that make values rather than things.

const azureId = (c, rest) =>
  `/subscriptions/${c.subscription}/resourceGroups/${c.group}${rest}`;

export const otherBuilders = {
  random_password: {
    schema: 3,
    noPrivate: true,
    sensitive: ['result', 'bcrypt_hash'],
    build: (_, c) => ({
      bcrypt_hash: c.secret(),
      id: 'none',
      keepers: null,
      length: 32,
      result: c.secret(),
      special: false,
    }),
  },
  tls_private_key: {
    schema: 1,
    noPrivate: true,
    sensitive: [
      'private_key_openssh',
      'private_key_pem',
      'private_key_pem_pkcs8',
    ],
    build: (_, c) => ({
      algorithm: 'RSA',
      ecdsa_curve: 'P224',
      id: c.hex(40),
      private_key_openssh: c.secret(),
      private_key_pem: c.secret(),
      private_key_pem_pkcs8: c.secret(),
      public_key_openssh: `ssh-rsa ${c.hex(40, 'public')}`,
      rsa_bits: 4096,
    }),
  },
  azurerm_resource_group: {
    minutes: 90,
    build: (_, c) => ({
      id: `/subscriptions/${c.subscription}/resourceGroups/${c.group}`,
      location: c.region,
      managed_by: '',
      name: c.group,
      tags: c.tags,
      timeouts: null,
    }),
  },
  azurerm_storage_account: {
    schema: 4,
    minutes: 60,
    sensitive: ['primary_access_key', 'primary_connection_string'],
    build: ({ account }, c) => ({
      access_tier: 'Cool',
      account_kind: 'StorageV2',
      account_replication_type: 'GRS',
      account_tier: 'Standard',
      id: azureId(c, `/providers/Microsoft.Storage/storageAccounts/${account}`),
      location: c.region,
      min_tls_version: 'TLS1_2',
      name: account,
      primary_access_key: c.secret(),
      primary_blob_endpoint: `https://${account}.blob.core.windows.net/`,
      primary_connection_string: `AccountName=${account};AccountKey=${c.secret()}`,
      resource_group_name: c.group,
      tags: c.tags,
      timeouts: null,
    }),
  },
  azurerm_key_vault: {
    schema: 2,
    minutes: 30,
    build: ({ vault }, c) => ({
      enable_rbac_authorization: true,
      id: azureId(c, `/providers/Microsoft.KeyVault/vaults/${vault}`),
      location: c.region,
      name: vault,
      purge_protection_enabled: true,
      resource_group_name: c.group,
      sku_name: 'standard',
      soft_delete_retention_days: 90,
      tags: c.tags,
      tenant_id: c.tenant,
      timeouts: null,
      vault_uri: `https://${vault}.vault.azure.net/`,
    }),
  },
};
