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

import { awsPartition, fullProviderId } from './providerIds';

describe('a full provider id', () => {
  it.each([
    'arn:aws:rds:eu-west-1:123456789012:db:Orders',
    'arn:aws-cn:s3:::Bucket',
    '//compute.googleapis.com/projects/p/zones/z/instances/Web',
    'ocid1.instance.oc1.eu-frankfurt-1.AbCdEf',
  ])('%s stays as it is', id => {
    expect(fullProviderId(id)).toBe(id);
  });

  it.each([
    [
      '/Subscriptions/0A/resourceGroups/Shop/',
      '/subscriptions/0a/resourcegroups/shop',
    ],
    [
      'https://Shop.vault.azure.net/keys/K',
      'https://shop.vault.azure.net/keys/k',
    ],
    [
      'https://www.googleapis.com/compute/v1/projects/p/zones/z/instances/n',
      '//compute.googleapis.com/projects/p/zones/z/instances/n',
    ],
    [
      'https://sqladmin.googleapis.com/sql/v1beta4/projects/p/instances/n',
      '//cloudsql.googleapis.com/projects/p/instances/n',
    ],
    [
      'https://www.googleapis.com/storage/v1/b/invoices',
      '//storage.googleapis.com/invoices',
    ],
  ])('%s is %s', (id, full) => {
    expect(fullProviderId(id)).toBe(full);
  });

  it.each(['i-0123456789abcdef0', 'invoices', 'projects/p/topics/t', ''])(
    'is not %j',
    id => {
      expect(fullProviderId(id)).toBeUndefined();
    },
  );
});

it('knows the partition of a region', () => {
  expect(awsPartition('eu-west-1')).toBe('aws');
  expect(awsPartition('cn-north-1')).toBe('aws-cn');
  expect(awsPartition('us-gov-west-1')).toBe('aws-us-gov');
});
