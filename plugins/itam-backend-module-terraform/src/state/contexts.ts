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
import { ProviderContext } from './types';

const callerIdentity = z.object({ account_id: z.string().regex(/^\d{12}$/) });
const region = z.object({ id: z.string().min(1) });

/**
 * What a data source says about the provider configuration it was read with.
 * Data sources are no resources; these two say where the resources are.
 */
export function contextOf(
  type: string,
  providerConfig: string,
  attributes: unknown,
): ProviderContext[] {
  if (type === 'aws_caller_identity') {
    const found = callerIdentity.safeParse(attributes);
    return found.success
      ? [{ providerConfig, account: found.data.account_id }]
      : [];
  }
  if (type === 'aws_region') {
    const found = region.safeParse(attributes);
    return found.success ? [{ providerConfig, region: found.data.id }] : [];
  }
  return [];
}
