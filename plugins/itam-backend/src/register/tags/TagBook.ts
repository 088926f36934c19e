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

import type { Config } from '@backstage/config';
import { ConflictError } from '@backstage/errors';
import { AssetCategory, assetCategories } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { isOneOf, rowsOf, sql } from '../../database';
import { NamingStandard, parseNamingStandard } from './namingStandard';

/** The naming standards where the configuration has none. */
const defaultStandards: Record<AssetCategory, string> = {
  hardware: 'HW-{number:6}',
  network: 'NW-{number:6}',
  software: 'SW-{number:6}',
  licence: 'LIC-{number:6}',
  cloud: 'CL-{number:6}',
  code: 'CODE-{number:6}',
  data: 'DATA-{number:6}',
  facility: 'FAC-{number:6}',
  service: 'SVC-{number:6}',
};

/** How often a block is taken again because labels printed before are in it. */
const MAX_BLOCKS = 1000;

/**
 * Gives out tags by the naming standard of the category. A number is given out
 * once, whether it is used or not: nothing is locked while an asset is
 * written, and no two writers get the same.
 */
export class TagBook {
  readonly #knex: Knex;
  readonly #standards: Record<AssetCategory, NamingStandard>;

  /** @throws InputError with the path of a mistake in `itam.tags`. */
  static fromConfig(options: { knex: Knex; config?: Config }): TagBook {
    const configured = options.config?.getOptionalConfig('itam.tags');
    const standards = Object.fromEntries(
      assetCategories.map(category => [
        category,
        parseNamingStandard(
          configured?.getOptionalString(category) ?? defaultStandards[category],
          `itam.tags.${category}`,
        ),
      ]),
    );
    // every category is in it, which fromEntries cannot say
    return new TagBook(
      options.knex,
      standards as Record<AssetCategory, NamingStandard>,
    );
  }

  private constructor(
    knex: Knex,
    standards: Record<AssetCategory, NamingStandard>,
  ) {
    this.#knex = knex;
    this.#standards = standards;
  }

  /**
   * The next tags of a category: a block in one statement, without those that
   * assets have already. Not to be called inside a transaction: a counter that
   * is held would make every other writer wait.
   */
  async allocate(category: AssetCategory, count: number): Promise<string[]> {
    const standard = this.#standards[category];
    const tags: string[] = [];
    for (let block = 0; tags.length < count; block += 1) {
      if (block === MAX_BLOCKS) {
        throw new ConflictError(
          `itam.tags.${category}: ${MAX_BLOCKS} blocks of numbers are taken by other assets; choose another naming standard`,
        );
      }
      const wanted = count - tags.length;
      const first = await this.#take(standard.counter, wanted);
      const numbers = Array.from({ length: wanted }, (_, index) =>
        standard.tag(first + BigInt(index)),
      );
      tags.push(...(await this.#free(numbers)));
    }
    return tags;
  }

  /** The first number of a block that is nobody else's. */
  async #take(counter: string, count: number): Promise<bigint> {
    // one statement: two writers at once get one block after the other
    const [{ next }] = await rowsOf<{ next: string | number }>(
      this.#knex,
      sql`INSERT INTO tag_counters (prefix, next) VALUES (${counter}, ${
        count + 1
      })
          ON CONFLICT (prefix)
          DO UPDATE SET next = tag_counters.next + ${count}
          RETURNING next`,
    );
    return BigInt(next) - BigInt(count);
  }

  async #free(tags: string[]): Promise<string[]> {
    const rows = await rowsOf<{ tag: string }>(
      this.#knex,
      sql`SELECT tag FROM assets WHERE ${isOneOf(this.#knex, 'tag', tags)}`,
    );
    const taken = new Set(rows.map(({ tag }) => tag));
    return tags.filter(tag => !taken.has(tag));
  }
}
