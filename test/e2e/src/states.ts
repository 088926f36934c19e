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

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './portal';

const EXAMPLES = join(ROOT, 'examples', 'terraform');

/** One instance in a Terraform state of version 4. */
export interface StateInstance {
  index_key?: string | number;
  schema_version: number;
  attributes: Record<string, unknown>;
  sensitive_attributes?: unknown[];
  dependencies?: string[];
}

/** One resource with its instances. */
export interface StateResource {
  module?: string;
  mode: 'managed' | 'data';
  type: string;
  name: string;
  provider: string;
  instances: StateInstance[];
}

/** A Terraform state of version 4. */
export interface TerraformState {
  version: 4;
  terraform_version: string;
  serial: number;
  lineage: string;
  outputs: Record<string, unknown>;
  resources: StateResource[];
}

/** Names of the example states. */
export const exampleStacks = readdirSync(EXAMPLES)
  .filter(name => name.endsWith('.tfstate'))
  .map(name => name.replace('.tfstate', ''))
  .sort();

/** The text of an example state as it lies in the repository. */
export function exampleText(stack: string): string {
  return readFileSync(join(EXAMPLES, `${stack}.tfstate`), 'utf8');
}

/** An example state, to be changed. */
export function exampleState(stack: string): TerraformState {
  return JSON.parse(exampleText(stack));
}

/** Writes a state into a folder, as Terraform would. */
export function writeState(
  folder: string,
  stack: string,
  state: TerraformState,
) {
  writeFileSync(
    join(folder, `${stack}.tfstate`),
    `${JSON.stringify(state, null, 2)}\n`,
  );
}

/** The next state of the same stack: one serial further, changed by `change`. */
export function nextState(
  state: TerraformState,
  change: (resources: StateResource[]) => void,
): TerraformState {
  const next = structuredClone(state);
  next.serial += 1;
  change(next.resources);
  return next;
}

/** The resource with this address, such as `module.web.aws_instance.this`. */
export function resourceAt(
  resources: StateResource[],
  address: string,
): StateResource {
  const found = resources.find(
    ({ module, type, name }) =>
      [module, type, name].filter(Boolean).join('.') === address,
  );
  if (!found) {
    throw new Error(`The state has no ${address}`);
  }
  return found;
}

/** A state of a made-up stack with many queues and as many queue policies. */
export function bigState(queues: number): TerraformState {
  const provider = 'provider["registry.terraform.io/hashicorp/aws"]';
  const indices = Array.from({ length: queues }, (_, index) => index);
  const arn = (index: number) =>
    `arn:aws:sqs:eu-west-1:100000000009:load-${index}`;
  const url = (index: number) =>
    `https://sqs.eu-west-1.amazonaws.com/100000000009/load-${index}`;
  return {
    version: 4,
    terraform_version: '1.9.8',
    serial: 1,
    lineage: '00000000-0000-4000-8000-000000000009',
    outputs: {},
    resources: [
      {
        mode: 'managed',
        type: 'aws_sqs_queue',
        name: 'load',
        provider,
        instances: indices.map(index => ({
          index_key: index,
          schema_version: 0,
          attributes: {
            id: url(index),
            arn: arn(index),
            url: url(index),
            name: `load-${index}`,
            tags: { owner: index % 7 ? 'payments' : 'storefront' },
          },
          sensitive_attributes: [],
        })),
      },
      {
        mode: 'managed',
        type: 'aws_sqs_queue_policy',
        name: 'load',
        provider,
        instances: indices.map(index => ({
          index_key: index,
          schema_version: 1,
          attributes: { id: url(index), queue_url: url(index), policy: '{}' },
          sensitive_attributes: [],
          dependencies: ['aws_sqs_queue.load'],
        })),
      },
    ],
  };
}
