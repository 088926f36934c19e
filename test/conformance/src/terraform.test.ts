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

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { terraformSourceKind } from '@itam/plugin-itam-backend-module-terraform';
import { AssetTypeLibrary, validateAttributes } from '@itam/plugin-itam-common';
import { countsOf, ReadDocument, readDocuments } from './readDocuments';
import { samplesOf } from './samples';

/** What the instances of each file become: assets, groups, folded. */
const expected: Record<string, [number, number, number]> = {
  aws_api_gateway_api_key: [2, 0, 0],
  aws_api_gateway_base_path_mapping: [0, 0, 2],
  aws_api_gateway_gateway_response: [0, 0, 1],
  aws_api_gateway_integration_response: [0, 0, 1],
  aws_api_gateway_method_response: [0, 0, 1],
  aws_api_gateway_model: [0, 0, 2],
  aws_api_gateway_resource: [0, 0, 2],
  aws_api_gateway_rest_api_policy: [0, 0, 2],
  aws_api_gateway_vpc_link: [0, 0, 1],
  aws_apigatewayv2_api_mapping: [0, 0, 1],
  aws_apigatewayv2_deployment: [0, 0, 1],
  aws_apigatewayv2_integration: [0, 0, 1],
  aws_apigatewayv2_model: [0, 0, 1],
  aws_apigatewayv2_route_response: [0, 0, 1],
  aws_apigatewayv2_vpc_link: [0, 0, 1],
  aws_appautoscaling_scheduled_action: [0, 0, 1],
  aws_cloudformation_stack: [2, 0, 0],
  aws_cloudtrail: [1, 0, 0],
  aws_db_subnet_group: [0, 0, 2],
  aws_default_route_table: [0, 0, 1],
  aws_ebs_encryption_by_default: [0, 0, 1],
  aws_ec2_ebs_snapshot: [1, 0, 0],
  aws_ec2_eip: [1, 0, 0],
  aws_ec2_instance: [1, 0, 0],
  aws_ecr_repository: [1, 0, 0],
  aws_elasticache_cluster: [1, 0, 0],
  aws_iam_access_key_multiple: [4, 0, 0],
  aws_iam_group_policy: [0, 0, 1],
  aws_iam_policy_multiple: [0, 0, 3],
  aws_iam_role_policy_attachment: [0, 0, 4],
  aws_iam_user_multiple: [0, 0, 3],
  aws_iam_user_policy_multiple: [0, 0, 12],
  aws_kms_alias: [0, 0, 3],
  aws_lambda_event_source_mapping: [0, 0, 2],
  aws_launch_configuration: [0, 0, 1],
  aws_lb: [1, 0, 0],
  aws_nat_gateway: [1, 0, 0],
  aws_network_acl_rule: [0, 0, 2],
  aws_route: [0, 0, 2],
  aws_route53_record: [1, 0, 2],
  aws_route53_record_null_records: [0, 0, 1],
  aws_route_assoc: [0, 0, 4],
  aws_s3_account_public_access_block: [0, 0, 1],
  aws_s3_full: [3, 0, 23],
  aws_sns_topic_policy: [0, 0, 2],
  aws_sqs_queue: [2, 0, 0],
  aws_subnet: [0, 0, 6],
  aws_vpc_security_group: [0, 0, 2],
  azurerm_image: [1, 0, 0],
  azurerm_lb_rule: [0, 0, 1],
  azurerm_private_dns_a_record: [0, 0, 2],
  azurerm_private_dns_cname_record: [0, 0, 2],
  azurerm_private_dns_ptr_record: [0, 0, 2],
  azurerm_private_dns_txt_record: [0, 0, 2],
  azurerm_ssh_public_key: [0, 0, 1],
  github_branch_protection: [0, 0, 3],
  github_repository: [2, 0, 0],
  github_team_membership: [0, 0, 2],
  google_bigquery_table: [0, 0, 1],
  google_bigtable_table: [0, 0, 1],
  google_bucket_iam_member: [0, 0, 4],
  google_cloudfunctions_function: [1, 0, 0],
  google_compute_address: [1, 0, 0],
  google_compute_firewall: [0, 0, 1],
  google_compute_global_address: [1, 0, 0],
  google_compute_health_check: [0, 0, 1],
  google_compute_instance: [1, 0, 0],
  google_compute_node_group: [0, 2, 0],
  google_compute_ssl_certificate: [1, 0, 0],
  google_dns_managed_zone: [1, 0, 0],
  ignored_resources: [1, 0, 0],
  source: [2, 0, 0],
  unsupported_provider: [1, 0, 1],
  v4_unsupported_version: [1, 0, 0],
  v4_valid: [1, 0, 0],
};

const folder = samplesOf('terraform') ?? '';
const describeSamples = folder ? describe : describe.skip;

describeSamples('samples of terraform', () => {
  let states: ReadDocument[];
  let shown: ReadDocument[];

  beforeAll(async () => {
    states = await readDocuments(terraformSourceKind, `${folder}/*.tfstate`);
    shown = await readDocuments(terraformSourceKind, `${folder}/show-json*`);
  });

  const read = () => states.filter(({ refused }) => refused === undefined);
  const nameOf = ({ scope }: ReadDocument) => basename(scope, '.tfstate');

  it('gives 160 managed instances in 75 states of version 4', () => {
    expect(read()).toHaveLength(75);
    expect(countsOf(read())).toEqual({
      read: 160,
      assets: 37,
      grouped: 2,
      folded: 121,
      rejected: 0,
    });
  });

  it('makes of each file what it is known to hold', () => {
    const counts = read().map(document => {
      const { assets, grouped, folded } = countsOf([document]);
      return [nameOf(document), [assets, grouped, folded]];
    });
    expect(Object.fromEntries(counts)).toEqual(expected);
  });

  it('gives 14 managed instances of show', () => {
    expect(countsOf(shown)).toEqual({
      read: 14,
      assets: 9,
      grouped: 0,
      folded: 5,
      rejected: 0,
    });
  });

  it('refuses the broken state by name, with place and reason', () => {
    expect(
      states
        .filter(({ refused }) => refused !== undefined)
        .map(document => [nameOf(document), document.refused]),
    ).toEqual([
      [
        'v4_invalid',
        'the file is not valid JSON: the mistake is at line 16, column 7',
      ],
    ]);
  });

  it('meets the same provider id where files speak of the same thing', () => {
    const ids = read()
      .flatMap(({ things }) => things)
      .filter(({ derived, unit }) => !derived && unit !== 'fold')
      .flatMap(({ keys }) => keys)
      .filter(({ type }) => type === 'provider-id')
      .map(({ value }) => value);
    const met = [...new Set(ids)]
      .map(id => [id, ids.filter(other => other === id).length] as const)
      .filter(([, times]) => times > 1);
    expect(ids).toHaveLength(39);
    expect(new Set(ids).size).toBe(36);
    expect(Object.fromEntries(met)).toEqual({
      'arn:aws:s3:::bucket-martin-test-drift': 3,
      'arn:aws:ec2:eu-west-3:929327065333:instance/i-07dbbae1c3fc4c194': 2,
    });
  });

  it('has one stack per file, of 36 lineages', () => {
    const stacks = read()
      .flatMap(({ things }) => things)
      .filter(({ derived }) => derived);
    expect(stacks).toHaveLength(75);
    expect(new Set(stacks.map(({ keys }) => keys[0].value)).size).toBe(36);
  });

  it('says nothing of data sources', () => {
    const types = [...states, ...shown]
      .flatMap(({ things }) => things)
      .map(({ providerType }) => providerType);
    expect(types).not.toContain('aws_ami');
    expect(types).not.toContain('aws_iam_policy_document');
    expect(types).not.toContain('aws_subnet_ids');
  });

  it('says only what the asset types know', () => {
    const assetTypes = AssetTypeLibrary.create();
    const problems = [...states, ...shown]
      .flatMap(({ things }) => things)
      .flatMap(
        ({ type, attributes }) =>
          validateAttributes(assetTypes.get(type), attributes).problems,
      );
    expect(problems).toEqual([]);
  });

  it('says nothing that a state holds as a secret', () => {
    const secrets = [...states, ...shown].flatMap(({ scope }) =>
      secretsIn(readFileSync(scope, 'utf8')),
    );
    const said = JSON.stringify([states, shown]);
    expect(secrets.length).toBeGreaterThan(5);
    expect(secrets.filter(secret => said.includes(secret))).toEqual([]);
  });
});

/** Values under the names that states keep secrets in. */
function secretsIn(text: string): string[] {
  const pattern =
    /"(?:secret|ses_smtp_password_v4|password|private|private_key|public_key|value|user_data|certificate)":\s*"([^"]{8,})"/g;
  return [...text.matchAll(pattern)].map(([, secret]) => secret);
}
