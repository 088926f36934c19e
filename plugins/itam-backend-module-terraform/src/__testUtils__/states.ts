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

/** A managed resource with one instance, as a state of version 4 holds it. */
export interface ResourceOptions {
  type: string;
  name?: string;
  module?: string;
  mode?: string;
  provider?: string;
  indexKey?: string | number;
  attributes?: Record<string, unknown> | null;
  sensitive?: unknown[];
  dependencies?: string[];
  instance?: Record<string, unknown>;
}

export function aResource(options: ResourceOptions) {
  const { type, name = 'it', module, mode = 'managed' } = options;
  const provider = options.provider ?? type.slice(0, type.indexOf('_'));
  return {
    ...(module && { module }),
    mode,
    type,
    name,
    provider: `provider["registry.terraform.io/hashicorp/${provider}"]`,
    instances: [
      {
        schema_version: 0,
        ...(options.indexKey !== undefined && { index_key: options.indexKey }),
        attributes:
          options.attributes === undefined
            ? { id: `${name}-1` }
            : options.attributes,
        sensitive_attributes: options.sensitive ?? [],
        dependencies: options.dependencies,
        ...options.instance,
      },
    ],
  };
}

export function aState(
  options: {
    resources?: unknown[] | null;
    [field: string]: unknown;
  } = {},
) {
  return {
    version: 4,
    terraform_version: '1.9.8',
    serial: 7,
    lineage: '0b7c1f5e-0000-4000-a000-000000000001',
    outputs: {},
    resources: [],
    ...options,
  };
}

/** A resource as `terraform show -json` prints it. */
export function aShownResource(options: {
  type: string;
  name?: string;
  values?: Record<string, unknown>;
  [field: string]: unknown;
}) {
  const { type, name = 'it', ...rest } = options;
  return {
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    provider_name: `registry.terraform.io/hashicorp/${type.slice(
      0,
      type.indexOf('_'),
    )}`,
    values: { id: `${name}-1` },
    ...rest,
  };
}

export function aShownState(rootModule: Record<string, unknown> = {}) {
  return {
    format_version: '1.0',
    terraform_version: '1.9.8',
    values: { root_module: rootModule },
  };
}

export function asFile(content: unknown): Uint8Array {
  return Buffer.from(
    typeof content === 'string' ? content : JSON.stringify(content),
  );
}

/** ARN of a thing in the account the tests use. */
export function anArn(service: string, resource: string): string {
  return `arn:aws:${service}:eu-west-1:123456789012:${resource}`;
}
