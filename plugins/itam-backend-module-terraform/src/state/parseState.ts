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

import { z } from 'zod';
import { parseShape } from './parseShape';
import { addressOf, providerName, withoutIndices } from './addresses';
import { contextOf } from './contexts';
import { sensitivePathsOfState } from './sensitive';
import { readFlat, readNested, takeAttributes } from './takeAttributes';
import {
  AttributeAllowList,
  ManagedInstance,
  ProviderContext,
  TerraformState,
} from './types';

const instanceSchema = z.object({
  index_key: z.union([z.string(), z.number()]).nullish(),
  attributes: z.record(z.string(), z.unknown()).nullish(),
  attributes_flat: z.record(z.string(), z.string()).nullish(),
  sensitive_attributes: z.unknown().optional(),
  dependencies: z.array(z.string()).nullish(),
  deposed: z.string().nullish(),
});

const resourceSchema = z.object({
  module: z.string().nullish(),
  mode: z.string(),
  type: z.string().min(1),
  name: z.string().min(1),
  provider: z.string().default(''),
  instances: z.array(instanceSchema),
});

const stateSchema = z.object({
  version: z.literal(4),
  terraform_version: z.string().optional(),
  serial: z.number().int().nonnegative(),
  lineage: z.string().min(1).max(200),
  resources: z.array(resourceSchema).nullish(),
});

type Resource = z.infer<typeof resourceSchema>;
type Instance = z.infer<typeof instanceSchema>;

/**
 * Reads a state of version 4.
 *
 * @throws InputError with the place in the file that is not as it should be.
 */
export function parseState(
  content: unknown,
  allowed: AttributeAllowList,
): TerraformState {
  const state = parseShape(stateSchema, content);
  const instances: ManagedInstance[] = [];
  const contexts: ProviderContext[] = [];
  const resources = state.resources ?? [];
  for (const resource of resources) {
    for (const instance of resource.instances) {
      if (resource.mode === 'managed') {
        instances.push(managedInstance(resource, instance, allowed));
      } else {
        contexts.push(
          ...contextOf(resource.type, resource.provider, instance.attributes),
        );
      }
    }
  }
  return {
    form: 'state',
    tool: resources.some(resource =>
      resource.provider.includes('registry.opentofu.org'),
    )
      ? 'opentofu'
      : 'terraform',
    lineage: state.lineage,
    serial: state.serial,
    instances,
    contexts,
  };
}

function managedInstance(
  resource: Resource,
  instance: Instance,
  allowed: AttributeAllowList,
): ManagedInstance {
  const { type, name, provider: providerConfig } = resource;
  const module = resource.module ?? '';
  const indexKey = instance.index_key ?? undefined;
  const address = addressOf({ module, type, name, indexKey });
  const flat = instance.attributes_flat;
  return {
    address,
    configAddress: withoutIndices(address),
    module,
    type,
    name,
    indexKey,
    provider: providerName(providerConfig),
    providerConfig,
    ...takeAttributes({
      type,
      read: path =>
        instance.attributes || !flat
          ? readNested(instance.attributes, path)
          : readFlat(flat, path),
      sensitive: sensitivePathsOfState(instance.sensitive_attributes),
      allowed,
    }),
    dependencies: instance.dependencies ?? [],
    deposed: instance.deposed ?? undefined,
  };
}
