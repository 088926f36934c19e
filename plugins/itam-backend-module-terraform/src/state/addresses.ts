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

/** Writes an address as Terraform does: `module.a[0].aws_instance.web["b"]`. */
export function addressOf(resource: {
  module?: string;
  type: string;
  name: string;
  indexKey?: string | number;
}): string {
  const { module, type, name, indexKey } = resource;
  const index = indexKey === undefined ? '' : `[${JSON.stringify(indexKey)}]`;
  return `${module ? `${module}.` : ''}${type}.${name}${index}`;
}

/** An address without its indices: what dependencies are written in. */
export function withoutIndices(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '');
}

/**
 * The short name of a provider: `aws` for
 * `provider["registry.terraform.io/hashicorp/aws"].west`,
 * `module.a.provider.aws` and `registry.terraform.io/hashicorp/aws`.
 */
export function providerName(config: string): string {
  const quoted = /\["(.+?)"\]/.exec(config)?.[1];
  const legacy = /(?:^|\.)provider\.([^.]+)/.exec(config)?.[1];
  const source = quoted ?? legacy ?? config;
  return source.slice(source.lastIndexOf('/') + 1);
}
