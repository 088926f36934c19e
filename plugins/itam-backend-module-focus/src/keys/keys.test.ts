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

import { providerOf } from './providers';
import { BilledResource, resourceKeyOf } from './resourceKeys';

describe('the provider of a charge', () => {
  it.each([
    ['AWS', 'aws'],
    ['Amazon Web Services', 'aws'],
    ['Amazon Web Services, Inc.', 'aws'],
    ['Microsoft', 'azure'],
    ['Microsoft Azure', 'azure'],
    ['Google Cloud', 'gcp'],
    ['Google  Cloud Platform', 'gcp'],
    ['GCP', 'gcp'],
    ['Oracle', 'oci'],
    ['Oracle Cloud Infrastructure', 'oci'],
    [' Databricks ', 'databricks'],
    [undefined, 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (name, provider) => {
    expect(providerOf(name)).toBe(provider);
  });
});

describe('the key of a resource', () => {
  const keyOf = (resourceId: string, resource: Partial<BilledResource> = {}) =>
    resourceKeyOf({
      resourceId,
      provider: 'aws',
      account: '123456789012',
      region: 'eu-west-1',
      service: 'Amazon Elastic Compute Cloud',
      ...resource,
    });

  it('is an ARN as it is', () => {
    const arn = 'arn:aws:rds:eu-west-1:123456789012:db:Orders';
    expect(keyOf(arn)).toBe(arn);
    expect(keyOf(arn, { provider: 'databricks' })).toBe(arn);
  });

  it.each([
    ['i-0123456789abcdef0', 'instance'],
    ['vol-0123456789abcdef0', 'volume'],
    ['eni-0123456789abcdef0', 'network-interface'],
    ['nat-0123456789abcdef0', 'natgateway'],
    ['vpn-0123456789abcdef0', 'vpn-connection'],
    ['vpc-01234567', 'vpc'],
    ['subnet-01234567', 'subnet'],
    ['igw-01234567', 'internet-gateway'],
    ['eipalloc-0123456789abcdef0', 'elastic-ip'],
    ['vpce-0123456789abcdef0', 'vpc-endpoint'],
    ['tgw-0123456789abcdef0', 'transit-gateway'],
    ['tgw-attach-0123456789abcdef0', 'transit-gateway-attachment'],
  ])('of the bare id %s is the ARN of the %s', (id, kind) => {
    expect(keyOf(id)).toBe(`arn:aws:ec2:eu-west-1:123456789012:${kind}/${id}`);
  });

  it('of a snapshot has no account, as AWS has it', () => {
    const arn = 'arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0';
    expect(keyOf('snap-0123456789abcdef0')).toBe(arn);
    expect(
      keyOf(
        'arn:aws:ec2:eu-west-1:123456789012:snapshot/snap-0123456789abcdef0',
      ),
    ).toBe(arn);
  });

  it('has an account of twelve digits, also when a bill lost its zeros', () => {
    expect(keyOf('i-0123456789abcdef0', { account: '51738928782' })).toBe(
      'arn:aws:ec2:eu-west-1:051738928782:instance/i-0123456789abcdef0',
    );
  });

  it.each([
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-east-1', 'aws'],
  ])('is of the partition of region %s', (region, partition) => {
    expect(keyOf('vol-01234567', { region })).toBe(
      `arn:${partition}:ec2:${region}:123456789012:volume/vol-01234567`,
    );
  });

  it('is the bare id when account or region is unknown', () => {
    expect(keyOf('i-01234567', { account: undefined })).toBe('i-01234567');
    expect(keyOf('i-01234567', { region: undefined })).toBe('i-01234567');
  });

  it.each(['Amazon Simple Storage Service', 'Amazon S3', 'S3'])(
    'of a bucket of %s is its ARN',
    service => {
      expect(keyOf('acme-invoices', { service })).toBe(
        'arn:aws:s3:::acme-invoices',
      );
    },
  );

  it('takes a name for a bucket of S3 only', () => {
    expect(keyOf('acme-invoices')).toBe('acme-invoices');
    expect(keyOf('constructor-01234567')).toBe('constructor-01234567');
  });

  it('of Azure is lower-cased, with a slash before it and none behind', () => {
    const key =
      '/subscriptions/0a/resourcegroups/shop/providers/microsoft.compute/disks/d1';
    const azure = { provider: 'azure' };
    for (const id of [
      '/subscriptions/0A/resourceGroups/Shop/providers/Microsoft.Compute/disks/d1',
      'subscriptions/0a/resourcegroups/shop/providers/microsoft.compute/disks/D1/',
    ]) {
      expect(keyOf(id, azure)).toBe(key);
    }
  });

  it('of Google is its full resource name, also from a link', () => {
    const name =
      '//compute.googleapis.com/projects/p/zones/europe-west1-b/instances/Web';
    const gcp = { provider: 'gcp' };
    expect(keyOf(name, gcp)).toBe(name);
    expect(
      keyOf(
        'https://www.googleapis.com/compute/v1/projects/p/zones/europe-west1-b/instances/Web',
        gcp,
      ),
    ).toBe(name);
  });

  it('of Oracle is its OCID as it is', () => {
    const ocid = 'ocid1.instance.oc1.eu-frankfurt-1.AbCdEf';
    expect(keyOf(ocid, { provider: 'oci' })).toBe(ocid);
  });

  it('is never longer than the register keeps, and still its own', () => {
    const [one, other] = ['a', 'b'].map(end =>
      keyOf(`${'x'.repeat(2000)}${end}`),
    );
    expect(one.length).toBeLessThanOrEqual(1000);
    expect(one).not.toBe(other);
  });
});
