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
import { isOneOf, rowsOf, sql } from '../../database';

/**
 * The users and groups that go by these names: the name of the entity, or its
 * title, without regard to case. word → refs.
 */
export async function refsByName(
  knex: Knex,
  words: string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (words.length === 0) {
    return found;
  }
  const lower = [...new Set(words.map(word => word.toLowerCase()))];
  const names = lower
    .filter(word => /^[a-z0-9]+([-_.]?[a-z0-9]+)*$/.test(word))
    .flatMap(word => [`user:default/${word}`, `group:default/${word}`]);
  const rows = await rowsOf<{ ref: string; title: string | null }>(
    knex,
    sql`SELECT ref, title FROM entity_index WHERE present
        AND kind IN ('user', 'group')
        AND (${isOneOf(knex, 'ref', names.length > 0 ? names : [''])}
          OR ${isOneOf(knex, 'lower(title)', lower)})`,
  );
  const put = (word: string, ref: string) =>
    found.set(word, [...new Set([...(found.get(word) ?? []), ref])]);
  for (const { ref, title } of rows) {
    const name = ref.split('/').pop() ?? '';
    if (ref.includes(':default/') && lower.includes(name)) {
      put(name, ref);
    }
    if (title && lower.includes(title.toLowerCase())) {
      put(title.toLowerCase(), ref);
    }
  }
  return found;
}
