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

import { normaliseKey } from '@itam/plugin-itam-common';
import { awsPartition, fullProviderId, sha256 } from '@itam/plugin-itam-node';

const LONGEST_KEY = 1000;

/** A resource as a bill names it, and what the charge says of it. */
export interface BilledResource {
  resourceId: string;
  /** In the register's words. */
  provider: string;
  account?: string;
  region?: string;
  service: string;
}

/** Ids of Amazon EC2 by their prefix, and what their ARN calls them. */
const ec2Resources: Record<string, string> = {
  acl: 'network-acl',
  cgw: 'customer-gateway',
  cr: 'capacity-reservation',
  eigw: 'egress-only-internet-gateway',
  eipalloc: 'elastic-ip',
  eni: 'network-interface',
  h: 'dedicated-host',
  i: 'instance',
  igw: 'internet-gateway',
  nat: 'natgateway',
  pcx: 'vpc-peering-connection',
  rtb: 'route-table',
  sg: 'security-group',
  snap: 'snapshot',
  subnet: 'subnet',
  tgw: 'transit-gateway',
  'tgw-attach': 'transit-gateway-attachment',
  vgw: 'vpn-gateway',
  vol: 'volume',
  vpc: 'vpc',
  vpce: 'vpc-endpoint',
  vpn: 'vpn-connection',
};

/** What the ARN of these has no account in. */
const withoutAccount = ['snapshot'];

/**
 * The `provider-id` key the register knows a billed resource by: its full name
 * in the form of its cloud, made from account and region where a bill of AWS
 * has the bare id only. Any other id stays as it is.
 */
export function resourceKeyOf(resource: BilledResource): string {
  const { provider, resourceId } = resource;
  const id =
    fullNameOf(resourceId) ??
    (provider === 'aws' ? arnOf(resource) : undefined) ??
    resourceId;
  return (
    normaliseKey({ type: 'provider-id', value: id })?.value ?? shortened(id)
  );
}

function fullNameOf(id: string): string | undefined {
  const rooted = /^subscriptions\//i.test(id) ? `/${id}` : id;
  return fullProviderId(rooted)?.replace(
    /^(arn:[\w-]+:ec2:[\w-]+:)\d{12}(:snapshot\/)/,
    '$1$2',
  );
}

function arnOf(resource: BilledResource): string | undefined {
  const { resourceId: id, account = '', region, service } = resource;
  if (isS3(service) && /^[a-z0-9][a-z0-9._-]{1,62}$/i.test(id)) {
    return `arn:${awsPartition(region ?? '')}:s3:::${id}`;
  }
  const prefix = /^([a-z]+(?:-attach)?)-[0-9a-f]{8,17}$/.exec(id)?.[1] ?? '';
  const kind = Object.hasOwn(ec2Resources, prefix)
    ? ec2Resources[prefix]
    : undefined;
  if (kind === undefined || !region || !/^\d{1,12}$/.test(account)) {
    return undefined;
  }
  const owner = withoutAccount.includes(kind) ? '' : account.padStart(12, '0');
  return `arn:${awsPartition(region)}:ec2:${region}:${owner}:${kind}/${id}`;
}

function isS3(service: string): boolean {
  return /^(?:amazon )?(?:s3|simple storage service)\b/i.test(service);
}

function shortened(id: string): string {
  return `${id.slice(0, LONGEST_KEY - 65)}~${sha256(id)}`;
}
