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
import { addressOf, providerName, withoutIndices } from './addresses';
import { contextOf } from './contexts';
import { parseShape } from './parseShape';
import { sensitivePathsOfShowJson } from './sensitive';
import { readNested, takeAttributes } from './takeAttributes';
import {
  AttributeAllowList,
  ManagedInstance,
  ProviderContext,
  TerraformState,
} from './types';

const resourceSchema = z.object({
  address: z.string().optional(),
  mode: z.string(),
  type: z.string().min(1),
  name: z.string().min(1),
  index: z.union([z.string(), z.number()]).nullish(),
  provider_name: z.string().default(''),
  values: z.record(z.string(), z.unknown()).nullish(),
  sensitive_values: z.unknown().optional(),
  depends_on: z.array(z.string()).nullish(),
  deposed_key: z.string().nullish(),
});

type Resource = z.infer<typeof resourceSchema>;

interface Module {
  address?: string;
  resources?: Resource[];
  child_modules?: Module[];
}

const moduleSchema: z.ZodType<Module> = z.lazy(() =>
  z.object({
    address: z.string().optional(),
    resources: z.array(resourceSchema).optional(),
    child_modules: z.array(moduleSchema).optional(),
  }),
);

const showSchema = z.object({
  format_version: z.string(),
  values: z.object({ root_module: moduleSchema.optional() }).nullish(),
});

/**
 * Reads what `terraform show -json` prints of a state. It has neither lineage
 * nor serial.
 *
 * @throws InputError with the place in the file that is not as it should be.
 */
export function parseShowJson(
  content: unknown,
  allowed: AttributeAllowList,
): TerraformState {
  const show = parseShape(showSchema, content);
  const instances: ManagedInstance[] = [];
  const contexts: ProviderContext[] = [];
  let tool: TerraformState['tool'] = 'terraform';

  const visit = (module: Module) => {
    for (const resource of module.resources ?? []) {
      const providerConfig = resource.provider_name;
      if (providerConfig.startsWith('registry.opentofu.org')) {
        tool = 'opentofu';
      }
      if (resource.mode === 'managed') {
        instances.push(
          managedInstance(module.address ?? '', resource, allowed),
        );
      } else {
        contexts.push(
          ...contextOf(resource.type, providerConfig, resource.values),
        );
      }
    }
    module.child_modules?.forEach(visit);
  };
  visit(show.values?.root_module ?? {});
  return { form: 'show-json', tool, instances, contexts };
}

function managedInstance(
  module: string,
  resource: Resource,
  allowed: AttributeAllowList,
): ManagedInstance {
  const { type, name, provider_name: providerConfig } = resource;
  const indexKey = resource.index ?? undefined;
  const address = addressOf({ module, type, name, indexKey });
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
      read: path => readNested(resource.values, path),
      sensitive: sensitivePathsOfShowJson(resource.sensitive_values),
      allowed,
    }),
    dependencies: (resource.depends_on ?? []).filter(
      dependency => !dependency.startsWith('data.'),
    ),
    deposed: resource.deposed_key ?? undefined,
  };
}
