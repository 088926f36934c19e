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

/**
 * A provider's object under management, in the common form of all readers.
 * Of its attributes only those the mapping asked for are here.
 */
export interface ManagedInstance {
  /** Address with module path and index, as Terraform prints it. */
  address: string;
  /** Address without any index: what dependencies are written in. */
  configAddress: string;
  /** Module path with its indices; empty for the root module. */
  module: string;
  type: string;
  name: string;
  indexKey?: string | number;
  /** Short name of the provider, for example `aws`. */
  provider: string;
  /** Provider configuration with its alias: resources of one share an account. */
  providerConfig: string;
  /** Allowed attributes by path, for example `settings.0.tier`. */
  attributes: ReadonlyMap<string, unknown>;
  /** Tags or labels, without those marked sensitive. */
  labels: Record<string, string>;
  /** Configuration addresses this instance depends on. */
  dependencies: string[];
  /** Set on the old object of a replacement that was not finished. */
  deposed?: string;
}

/** Account and region of a provider configuration, told by a data source. */
export interface ProviderContext {
  providerConfig: string;
  account?: string;
  region?: string;
}

/** What a file says, in the common form of all readers. */
export interface TerraformState {
  form: 'state' | 'show-json';
  tool: 'terraform' | 'opentofu';
  lineage?: string;
  serial?: number;
  instances: ManagedInstance[];
  contexts: ProviderContext[];
}

/** Which attributes of a type a reader may take. */
export interface AttributeAllowList {
  /** Paths into the attributes, for example `settings.0.tier`. */
  pathsOf(type: string): readonly string[];
  /** Attributes that hold tags or labels, the fullest first. */
  labelsOf(type: string): readonly string[];
}
