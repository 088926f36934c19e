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

import type { ObservedThingInput } from '@itam/plugin-itam-common';

const TEAMS = 40;
const SERVICES = 400;
const ACCOUNTS = 25;

const regions = ['eu-central-1', 'eu-west-1', 'us-east-1', 'ap-southeast-2'];
const environments = ['production', 'staging', 'development'];

/** The teams and services the resources are tagged with. */
export const teams = named('team', TEAMS);
/** @see teams */
export const services = named('service', SERVICES);

/** What one kind of resource has: its type, service in the ARN, attributes. */
const kinds: Array<{
  type: string;
  providerType: string;
  arn: string;
  attributes: (n: number) => Record<string, unknown>;
}> = [
  {
    type: 'virtual-machine',
    providerType: 'aws_instance',
    arn: 'ec2',
    attributes: n => ({
      instanceType: ['m7g.large', 'm7i.xlarge', 't4g.small'][n % 3],
      vcpus: 2 ** (1 + (n % 3)),
      memory: 8 * (1 + (n % 4)),
      image: `ami-${(n % 50).toString(16).padStart(8, '0')}`,
      pricing: n % 4 ? 'on-demand' : 'spot',
    }),
  },
  {
    type: 'cloud-database',
    providerType: 'aws_db_instance',
    arn: 'rds',
    attributes: n => ({
      engine: n % 2 ? 'postgres' : 'mysql',
      engineVersion: n % 2 ? '16.4' : '8.0.39',
      instanceClass: 'db.r7g.large',
      storage: 100 + (n % 10) * 50,
      highAvailability: n % 3 === 0,
      encrypted: true,
    }),
  },
  {
    type: 'object-storage',
    providerType: 'aws_s3_bucket',
    arn: 's3',
    attributes: n => ({
      region: regions[n % regions.length],
      storageClass: 'STANDARD',
      publicAccess: false,
      encrypted: true,
      versioning: n % 2 === 0,
    }),
  },
  {
    type: 'block-volume',
    providerType: 'aws_ebs_volume',
    arn: 'ec2',
    attributes: n => ({ encrypted: n % 5 !== 0 }),
  },
];

/**
 * The n-th resource of a synthetic estate: always the same for the same n. Of
 * ten, nine have the tag of a team and six that of a service, as in an estate
 * whose tagging is enforced but for old things.
 */
export function cloudResource(n: number): ObservedThingInput {
  const kind = kinds[n % kinds.length];
  const region = regions[n % regions.length];
  const account = String(100_000_000_000 + (n % ACCOUNTS));
  const environment = environments[n % environments.length];
  const service = services[n % services.length];
  const name = `${service}-${kind.type}-${n}`;
  return {
    sourceKey: `${kind.providerType}.${name}`,
    place: `inventory.json ${kind.providerType}.${name}`,
    unit: 'asset',
    type: kind.type,
    name,
    keys: [
      {
        type: 'provider-id',
        value: `arn:aws:${kind.arn}:${region}:${account}:${kind.type}/${name}`,
      },
    ],
    providerType: kind.providerType,
    provider: 'aws',
    account,
    region,
    environment,
    hosting: 'public-cloud',
    ownership: 'subscribed',
    attributes: kind.attributes(n),
    labels: {
      Name: name,
      environment,
      'managed-by': 'terraform',
      'cost-centre': `cc-${1000 + (n % 60)}`,
      ...(n % 10 < 9 && { team: teams[n % teams.length] }),
      ...(n % 10 < 6 && { service }),
    },
  };
}

function named(what: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${what}-${index}`);
}
