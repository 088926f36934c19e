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

import { InputError } from '@backstage/errors';
import type {
  CatalogueModelFacts,
  LocationFacts,
} from '@itam/plugin-itam-common';
import type { ConfiguredRecord } from './RecordService';

/** Locations in an order in which each comes after the one it lies in. */
export function parentsFirst(
  records: ConfiguredRecord<LocationFacts>[],
): ConfiguredRecord<LocationFacts>[] {
  return inOrder(records, {
    needs: ({ parent }) => (parent ? [parent] : []),
    field: 'parent',
    circle: 'would lie in itself',
  });
}

/** Models in an order in which each comes after its substitutes. */
export function substitutesFirst(
  records: ConfiguredRecord<CatalogueModelFacts>[],
): ConfiguredRecord<CatalogueModelFacts>[] {
  return inOrder(records, {
    needs: ({ substitutes }) => substitutes ?? [],
    field: 'substitutes',
    circle:
      'stands for itself by way of its substitutes; name a substitute in one direction only',
  });
}

function inOrder<F extends { code: string }>(
  records: ConfiguredRecord<F>[],
  options: { needs: (facts: F) => string[]; field: string; circle: string },
): ConfiguredRecord<F>[] {
  const byCode = new Map<string, ConfiguredRecord<F>>();
  for (const record of records) {
    const code = record.facts.code.toLowerCase();
    const other = byCode.get(code);
    if (other) {
      throw new InputError(
        `${record.path}.code: '${record.facts.code}' stands at ${other.path} already`,
      );
    }
    byCode.set(code, record);
  }
  const done = new Set<ConfiguredRecord<F>>();
  const visit = (record: ConfiguredRecord<F>, open: ConfiguredRecord<F>[]) => {
    if (done.has(record)) {
      return;
    }
    if (open.includes(record)) {
      throw new InputError(
        `${record.path}.${options.field}: ${record.facts.code} ${options.circle}`,
      );
    }
    for (const code of options.needs(record.facts)) {
      const needed = byCode.get(code.toLowerCase());
      if (needed) {
        visit(needed, [...open, record]);
      }
    }
    done.add(record);
  };
  records.forEach(record => visit(record, []));
  return [...done];
}
