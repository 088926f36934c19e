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

import type { ChargeFact } from '@itam/plugin-itam-node';
import { providerOf } from '../keys/providers';
import { HeadFacts, textOf } from './heads';
import { literal } from './sql';

/** Stands between the texts of a setting. */
const SEPARATOR = '\u001f';
/** Settings that are remembered at once. */
const MOST = 20_000;

/** What many facts have in common. */
export type Setting = Pick<
  ChargeFact,
  | 'periodStart'
  | 'currency'
  | 'category'
  | 'correction'
  | 'provider'
  | 'account'
  | 'service'
  | 'serviceCategory'
  | 'resourceType'
  | 'region'
>;

/**
 * A setting as one text: there are few of them and many facts, so reading it
 * as one and understanding it once is what makes facts fast to read.
 */
export const settingSql = `concat(h.head, ${[
  'provider',
  'account',
  'service',
  'service_category',
  'resource_type',
  'region',
]
  .map(
    name =>
      `${literal(SEPARATOR)}, replace(s.${name}, ${literal(SEPARATOR)}, ' ')`,
  )
  .join(', ')})`;

/** Understands settings, and remembers those it came across last. */
export class Settings {
  readonly #heads: Map<number, HeadFacts>;
  readonly #known = new Map<string, Setting>();

  static create(heads: Map<number, HeadFacts>): Settings {
    return new Settings(heads);
  }

  private constructor(heads: Map<number, HeadFacts>) {
    this.#heads = heads;
  }

  of(text: string): Setting {
    const known = this.#known.get(text);
    if (known) {
      return known;
    }
    if (this.#known.size >= MOST) {
      this.#known.clear();
    }
    const setting = this.#understand(text);
    this.#known.set(text, setting);
    return setting;
  }

  #understand(text: string): Setting {
    const [id, ...texts] = text.split(SEPARATOR);
    const head = this.#heads.get(Number(id));
    if (!head) {
      throw new Error(`there are no rows of a head ${id}`);
    }
    const [name, account, service, serviceCategory, resourceType, region] =
      texts.map(textOf);
    const provider = providerOf(name);
    return {
      periodStart: head.period.start,
      currency: head.currency,
      category: head.category,
      correction: head.correction,
      provider,
      account: accountOf(provider, account),
      service: service ?? 'unknown',
      serviceCategory,
      resourceType,
      region,
    };
  }
}

/** A subscription of Azure is its id, whether or not it is given as a path. */
function accountOf(provider: string, account?: string): string | undefined {
  return provider === 'azure'
    ? account?.replace(/^\/?subscriptions\//i, '').toLowerCase()
    : account;
}
