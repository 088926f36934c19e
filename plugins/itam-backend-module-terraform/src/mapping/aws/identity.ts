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

const user = { user: 'aws_iam_user' };
const role = { role: 'aws_iam_role' };
const iamGroup = { group: 'aws_iam_group' };

/**
 * Identities, keys, secrets and certificates. Roles, policies and users have
 * no value of their own and are folded; what can be used to get in, and
 * expires, is an asset. What a secret holds is never read.
 */
export const identity: MappingTable = {
  ...alike(
    [
      'aws_iam_role',
      'aws_iam_policy',
      'aws_iam_user',
      'aws_iam_group',
      'aws_iam_instance_profile',
      'aws_iam_service_linked_role',
      'aws_iam_openid_connect_provider',
      'aws_iam_saml_provider',
      'aws_iam_account_alias',
      'aws_iam_account_password_policy',
    ],
    fold(role),
  ),
  ...alike(
    [
      'aws_iam_role_policy',
      'aws_iam_role_policy_attachment',
      'aws_iam_role_policies_exclusive',
    ],
    fold(role),
  ),
  ...alike(
    [
      'aws_iam_user_policy',
      'aws_iam_user_policy_attachment',
      'aws_iam_user_login_profile',
      'aws_iam_user_group_membership',
    ],
    fold(user),
  ),
  ...alike(
    [
      'aws_iam_group_policy',
      'aws_iam_group_policy_attachment',
      'aws_iam_group_membership',
    ],
    fold(iamGroup),
  ),
  aws_iam_policy_attachment: fold({ policy_arn: 'aws_iam_policy' }),
  aws_iam_access_key: asset(
    'credential',
    {
      kind: { always: 'api-key' },
      heldIn: { always: 'aws-iam' },
      lastRotated: { from: 'create_date', as: 'date' },
    },
    {
      name: ['user', 'id'],
      globalId: true,
      status: { from: 'status', values: { Inactive: 'revoked' } },
    },
  ),
  aws_iam_user_ssh_key: asset(
    'credential',
    { kind: { always: 'ssh-key' }, heldIn: { always: 'aws-iam' } },
    { name: ['ssh_public_key_id'] },
  ),
  aws_iam_server_certificate: asset('tls-certificate', {}),
  ...alike(
    [
      'aws_ssoadmin_permission_set',
      'aws_ssoadmin_account_assignment',
      'aws_ssoadmin_managed_policy_attachment',
      'aws_ssoadmin_permission_set_inline_policy',
      'aws_identitystore_group',
      'aws_identitystore_user',
      'aws_identitystore_group_membership',
    ],
    fold(),
  ),
  aws_organizations_account: asset(
    'cloud-account',
    { provider: { always: 'aws' }, accountId: 'id', parent: 'parent_id' },
    { account: ['id'] },
  ),
  ...alike(
    [
      'aws_organizations_organization',
      'aws_organizations_organizational_unit',
      'aws_organizations_policy',
      'aws_organizations_policy_attachment',
    ],
    fold(),
  ),
  ...alike(
    ['aws_kms_key', 'aws_kms_replica_key', 'aws_kms_external_key'],
    asset(
      'encryption-key',
      {
        keyKind: {
          from: ['customer_master_key_spec', 'key_spec'],
          values: {
            SYMMETRIC_DEFAULT: 'symmetric',
            RSA_2048: 'asymmetric',
            RSA_3072: 'asymmetric',
            RSA_4096: 'asymmetric',
            ECC_NIST_P256: 'asymmetric',
            ECC_NIST_P384: 'asymmetric',
            ECC_NIST_P521: 'asymmetric',
            ECC_SECG_P256K1: 'asymmetric',
            HMAC_224: 'hmac',
            HMAC_256: 'hmac',
            HMAC_384: 'hmac',
            HMAC_512: 'hmac',
          },
        },
        rotation: 'enable_key_rotation',
        deletionWindow: { from: 'deletion_window_in_days', as: 'd' },
      },
      {
        name: ['description', 'key_id'],
        status: { from: 'is_enabled', values: { false: 'stopped' } },
      },
    ),
  ),
  aws_kms_alias: fold({
    target_key_arn: 'aws_kms_key',
    target_key_id: ['aws_kms_key', 'aws_kms_replica_key'],
  }),
  ...alike(
    ['aws_kms_grant', 'aws_kms_key_policy'],
    fold({ key_id: 'aws_kms_key' }),
  ),
  aws_kms_ciphertext: fold({ key_id: 'aws_kms_key' }),
  aws_cloudhsm_v2_cluster: other('hsm_type'),
  aws_secretsmanager_secret: asset('credential', {
    kind: { always: 'token' },
    heldIn: { always: 'aws-secrets-manager' },
  }),
  ...alike(
    [
      'aws_secretsmanager_secret_version',
      'aws_secretsmanager_secret_policy',
      'aws_secretsmanager_secret_rotation',
    ],
    fold({ secret_id: 'aws_secretsmanager_secret' }),
  ),
  aws_ssm_parameter: fold(),
  aws_acm_certificate: asset(
    'tls-certificate',
    {
      commonName: 'domain_name',
      alternativeNames: 'subject_alternative_names',
      keyAlgorithm: 'key_algorithm',
      issuer: {
        from: 'type',
        values: { AMAZON_ISSUED: 'Amazon', PRIVATE: 'AWS Private CA' },
      },
      autoRenewed: {
        from: 'renewal_eligibility',
        values: { ELIGIBLE: true, INELIGIBLE: false },
      },
    },
    {
      name: ['domain_name'],
      status: {
        from: 'status',
        values: { EXPIRED: 'expired', REVOKED: 'revoked' },
      },
    },
  ),
  aws_acm_certificate_validation: fold({
    certificate_arn: 'aws_acm_certificate',
  }),
  aws_acmpca_certificate_authority: other('type'),
  aws_cognito_user_pool: other(),
  ...alike(
    [
      'aws_cognito_user_pool_client',
      'aws_cognito_user_pool_domain',
      'aws_cognito_resource_server',
      'aws_cognito_user_group',
      'aws_cognito_identity_provider',
    ],
    fold({ user_pool_id: 'aws_cognito_user_pool' }),
  ),
  aws_cognito_identity_pool: other(undefined, { name: ['identity_pool_name'] }),
  aws_wafv2_web_acl: other('scope'),
  aws_wafv2_web_acl_association: fold({ web_acl_arn: 'aws_wafv2_web_acl' }),
  aws_wafv2_web_acl_logging_configuration: fold({
    resource_arn: 'aws_wafv2_web_acl',
  }),
  ...alike(
    ['aws_wafv2_ip_set', 'aws_wafv2_regex_pattern_set', 'aws_wafv2_rule_group'],
    fold(),
  ),
  aws_shield_protection: fold(),
  aws_guardduty_detector: other(),
  aws_securityhub_account: fold(),
  aws_inspector2_enabler: fold(),
  aws_config_configuration_recorder: fold(),
  aws_config_config_rule: fold(),
  aws_config_delivery_channel: fold(),
};
