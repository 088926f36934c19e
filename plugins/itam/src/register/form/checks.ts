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

import { parseEntityRef } from '@backstage/catalog-model';
import {
  AssetType,
  assetPatchSchema,
  validateAttributes,
} from '@itam/plugin-itam-common';

/** What is wrong with a field of an asset, in the words of its contract. */
export function spineProblem(
  name: keyof typeof assetPatchSchema.shape,
  value: unknown,
): string | undefined {
  const result = assetPatchSchema.shape[name].safeParse(value);
  return result.success ? undefined : result.error.issues[0].message;
}

/** What is wrong with a technical fact, in the words of its type. */
export function attributeProblem(
  type: AssetType,
  name: string,
  value: unknown,
): string | undefined {
  return validateAttributes(type, { [name]: value }).problems[0]?.reason;
}

/** Whether a text, or each of several, is the ref of an entity of a kind. */
export function isEntityRef(value: unknown, kinds: string[] = []): boolean {
  return [value].flat().every(text => {
    try {
      const { kind } = parseEntityRef(String(text));
      return (
        kinds.length === 0 ||
        kinds.some(known => known.toLowerCase() === kind.toLowerCase())
      );
    } catch {
      return false;
    }
  });
}
