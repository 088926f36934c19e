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

import { TypeMapping } from '../mapping/definition';
import { builtInMappings } from '../mapping/TypeMappings';
import { ManagedInstance } from '../state/types';

/** Why an instance cannot be taken; undefined when it can. */
export function rejectionOf(
  instance: ManagedInstance,
  mapping: TypeMapping,
  addresses: ReadonlySet<string>,
): string | undefined {
  if (instance.deposed !== undefined) {
    return 'deposed: the old object of a replacement that was not finished, to be destroyed by the next `terraform apply`';
  }
  if (!isIdentified(instance, mapping)) {
    return 'the instance has no id: it was not created to its end, or its provider did not tell one; run `terraform apply`, or `terraform state rm` if it does not exist';
  }
  return addresses.has(instance.address)
    ? 'the state has this address twice; the first one is taken'
    : undefined;
}

/**
 * Types of our tables have an id. Of the others some do without, and say who
 * they are by ARN or link.
 */
function isIdentified(
  { attributes, type }: ManagedInstance,
  mapping: TypeMapping,
): boolean {
  return (
    attributes.has('id') ||
    mapping.withoutId === true ||
    (!Object.hasOwn(builtInMappings, type) &&
      (attributes.has('arn') || attributes.has('self_link')))
  );
}
