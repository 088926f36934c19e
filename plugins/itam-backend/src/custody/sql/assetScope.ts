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

import type { Knex } from 'knex';
import { raw, Sql, sql } from '../../database';
import type { AssetAccess } from '../../register';
import { accessCondition } from '../../register/sql/accessFilter';

/** The assets `a` of the access. */
export function within(knex: Knex, access: AssetAccess): Sql {
  return accessCondition(knex, access) ?? raw('1 = 1');
}

/** The same, and those that concern one of these conditions. */
export function withinOr(
  knex: Knex,
  access: AssetAccess,
  own: Sql | undefined,
): Sql {
  return own ? sql`(${within(knex, access)} OR ${own})` : within(knex, access);
}
