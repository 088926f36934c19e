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

// What the stacks of Terraform made, as the bills call it.

import { toState } from '../state.mjs';
import { dataStack } from '../stacks/data.mjs';
import { paymentsStack } from '../stacks/payments.mjs';
import { platformStack } from '../stacks/platform.mjs';
import { googleNameOf } from './googleNames.mjs';

const accountNames = {
  100000000001: 'perronova-payments',
  100000000002: 'perronova-platform',
  100000000003: 'perronova-edge',
  100000000009: 'perronova-billing',
  'perronova-data-prod': 'perronova-data-prod',
  'perronova-data-staging': 'perronova-data-staging',
  '5f0c1d2e-0000-4000-a000-000000000004': 'Perronova Backup',
};

/** Tags that were switched on for the bill; the others never get there. */
const BILLED_TAGS = /^(owner|team|service|services|svc)$/i;

const billedTags = attributes => {
  const tags =
    attributes.tags_all ?? attributes.terraform_labels ?? attributes.tags ?? {};
  return Object.fromEntries(
    Object.entries(tags).filter(([key]) => BILLED_TAGS.test(key)),
  );
};

/** EC2 goes by bare ids, S3 by the name of the bucket, the rest by ARN. */
const awsId = (type, attributes, place) => {
  switch (type) {
    case 'aws_instance':
    case 'aws_ebs_volume':
      return attributes.id;
    case 'aws_s3_bucket':
      return attributes.bucket;
    case 'aws_nat_gateway':
      return `arn:aws:ec2:${place.region}:${place.account}:natgateway/${attributes.id}`;
    default:
      return attributes.arn ?? attributes.id;
  }
};

const cloudOf = {
  aws: (type, attributes, place) => ({
    id: awsId(type, attributes, place),
    name: /^aws_(instance|ebs_volume)$/.test(type) ? attributes.tags.Name : '',
    account: place.account,
  }),
  google: (type, attributes, place) => ({
    id: googleNameOf(type, attributes),
    name: attributes.name ?? attributes.dataset_id,
    account: attributes.project ?? place.project,
  }),
  azurerm: (type, attributes, place) => ({
    id: attributes.id,
    name: attributes.name,
    account: place.subscription,
  }),
};

const placeOf = (stack, provider) => {
  const [, source, alias] = /hashicorp\/(\w+)"\](?:\.(\w+))?$/.exec(provider);
  return { source, ...stack.providers[alias ? `${source}.${alias}` : source] };
};

/** Everything a cloud has sent a bill for, or may. */
export const resourcesOf = cloud =>
  [paymentsStack, platformStack, dataStack].flatMap(stack =>
    toState(stack).resources.flatMap(resource => {
      const place = placeOf(stack, resource.provider);
      if (resource.mode !== 'managed' || place.source !== cloud) {
        return [];
      }
      const at = (resource.module ?? '').replaceAll('module.', '');
      return resource.instances.map(({ attributes, index_key: key }) => ({
        ...cloudOf[cloud](resource.type, attributes, place),
        type: resource.type,
        at,
        // How the tables of prices call it: `checkout.carts`.
        called: [at, resource.name, key]
          .filter(step => step !== undefined && step !== '')
          .join('.'),
        attributes,
        region: place.region,
        zone: attributes.availability_zone ?? attributes.zone ?? '',
        tags: billedTags(attributes),
      }));
    }),
  );

export const accountNameOf = account => accountNames[account];
