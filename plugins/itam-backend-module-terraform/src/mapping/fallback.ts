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

import { fold, other, TypeMapping } from './definition';

/** Endings of types that configure something else. */
const plumbing = [
  'access_entry',
  'acl',
  'alias',
  'assignment',
  'association',
  'attachment',
  'binding',
  'config',
  'configuration',
  'grant',
  'listener',
  'member',
  'members',
  'membership',
  'option_group',
  'options',
  'parameter_group',
  'permission',
  'permissions',
  'policies',
  'policy',
  'protection',
  'record',
  'record_set',
  'role',
  'route',
  'rule',
  'rules',
  'setting',
  'settings',
  'subnet_group',
  'validation',
  'version',
  'webhook',
];

const ending = new RegExp(`_(?:${plumbing.join('|')})(?:_v\\d+)?$`);

/**
 * What becomes of a type no table names: by its ending plumbing, kept under
 * what it depends on, or else an asset of the general type.
 */
export function fallbackMapping(type: string): TypeMapping {
  return ending.test(type) ? fold() : other();
}
