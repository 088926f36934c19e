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

import { tagged } from './awsTags.mjs';

const iamArn = (c, path) => `arn:aws:iam::${c.account}:${path}`;

const assumeBy = service =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Action: 'sts:AssumeRole',
        Effect: 'Allow',
        Principal: { Service: service },
      },
    ],
  });

export const awsIdentityBuilders = {
  aws_iam_role: {
    build: ({ by = 'lambda.amazonaws.com' }, c) => ({
      arn: iamArn(c, `role/${c.called}`),
      assume_role_policy: assumeBy(by),
      create_date: '2025-01-16T12:01:33Z',
      description: '',
      force_detach_policies: false,
      id: c.called,
      max_session_duration: 3600,
      name: c.called,
      path: '/',
      unique_id: `AROA${c.hex(17).toUpperCase()}`,
      ...tagged(c),
    }),
  },
  aws_iam_policy: {
    build: (_, c) => ({
      arn: iamArn(c, `policy/${c.called}`),
      description: '',
      id: iamArn(c, `policy/${c.called}`),
      name: c.called,
      path: '/',
      policy: '{"Statement":[],"Version":"2012-10-17"}',
      policy_id: `ANPA${c.hex(17).toUpperCase()}`,
      ...tagged(c),
    }),
  },
  aws_iam_role_policy_attachment: {
    build: ({ role, policy }, c) => ({
      id: `${role}-${c.number(26)}`,
      policy_arn: `arn:aws:iam::aws:policy/${policy}`,
      role,
    }),
  },
  aws_iam_user: {
    build: (_, c) => ({
      arn: iamArn(c, `user/${c.called}`),
      force_destroy: false,
      id: c.called,
      name: c.called,
      path: '/',
      permissions_boundary: '',
      unique_id: `AIDA${c.hex(17).toUpperCase()}`,
      ...tagged(c),
    }),
  },
  aws_iam_access_key: {
    sensitive: ['secret', 'ses_smtp_password_v4'],
    build: ({ user }, c) => ({
      create_date: '2024-05-02T07:55:20Z',
      encrypted_secret: null,
      id: 'AKIAIOSFODNN7EXAMPLE',
      key_fingerprint: null,
      pgp_key: null,
      secret: c.secret(),
      ses_smtp_password_v4: c.secret(),
      status: 'Active',
      user,
    }),
  },
  aws_kms_key: {
    minutes: 2,
    build: ({ about }, c) => ({
      arn: c.arn('kms', `key/${c.uuid()}`),
      customer_master_key_spec: 'SYMMETRIC_DEFAULT',
      deletion_window_in_days: 30,
      description: about,
      enable_key_rotation: true,
      id: c.uuid(),
      is_enabled: true,
      key_id: c.uuid(),
      key_usage: 'ENCRYPT_DECRYPT',
      multi_region: false,
      rotation_period_in_days: 365,
      timeouts: null,
      ...tagged(c),
    }),
  },
  aws_kms_alias: {
    build: ({ at, name }, c) => ({
      arn: c.arn('kms', `alias/${c.called}`),
      id: `alias/${c.called}`,
      name: `alias/${c.called}`,
      target_key_arn: c.arn(
        'kms',
        `key/${c.uuidOf(`module.${at}.aws_kms_key.${name}`)}`,
      ),
      target_key_id: c.uuidOf(`module.${at}.aws_kms_key.${name}`),
    }),
  },
  aws_secretsmanager_secret: {
    build: ({ about }, c) => ({
      arn: c.arn('secretsmanager', `secret:${c.called}-${c.hex(6)}`),
      description: about,
      id: c.arn('secretsmanager', `secret:${c.called}-${c.hex(6)}`),
      kms_key_id: '',
      name: c.called,
      recovery_window_in_days: 30,
      ...tagged(c),
    }),
  },
  aws_secretsmanager_secret_version: {
    sensitive: ['secret_string'],
    build: ({ at, name }, c) => {
      const suffix = c.hexOf(
        `module.${at}.aws_secretsmanager_secret.${name}`,
        6,
      );
      const arn = c.arn('secretsmanager', `secret:${c.called}-${suffix}`);
      return {
        arn,
        id: `${arn}|${c.hex(32).toUpperCase()}`,
        secret_binary: '',
        secret_id: arn,
        secret_string: JSON.stringify({ apiKey: c.secret() }),
        version_id: c.hex(32).toUpperCase(),
        version_stages: ['AWSCURRENT'],
      };
    },
  },
  aws_ssm_parameter: {
    sensitive: ['value'],
    build: ({ path }, c) => ({
      arn: c.arn('ssm', `parameter${path}`),
      data_type: 'text',
      id: path,
      insecure_value: null,
      key_id: 'alias/aws/ssm',
      name: path,
      tier: 'Standard',
      type: 'SecureString',
      value: c.secret(),
      version: 3,
      ...tagged(c),
    }),
  },
  aws_key_pair: {
    schema: 1,
    build: (_, c) => ({
      arn: c.arn('ec2', `key-pair/${c.called}`),
      fingerprint: c.hex(32).replace(/(..)(?!$)/g, '$1:'),
      id: c.called,
      key_name: c.called,
      key_pair_id: c.ownId('key'),
      key_type: 'rsa',
      public_key: `ssh-rsa ${c.hex(40)} platform`,
      ...tagged(c),
    }),
  },
};
