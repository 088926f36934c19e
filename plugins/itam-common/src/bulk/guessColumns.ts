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

import type { AssetType } from '../assetTypes';
import { keyDateKinds } from '../assetTypes/keyDateKinds';
import { attributePrefix, currencySuffix, datePrefix } from './assetCells';
import { assetFields } from './assetFields';

/** Where a column seems to go. @public */
export interface ColumnGuess {
  /** A field of the register; undefined when none comes to mind. */
  to?: string;
  /** 1: it says so itself; below: a usual word for it; 0: no idea. */
  confidence: number;
}

/** Guesses below this are shown and not taken unless somebody confirms. @public */
export const SURE = 0.8;

/** A header without what people write differently: case, spaces, signs. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Knows the words columns go by, for a library of asset types. @public */
export class ColumnGuesser {
  readonly #known = new Map<string, ColumnGuess>();

  constructor(options: { types: AssetType[] }) {
    const names = new Map<string, boolean>();
    for (const { name, kind } of options.types.flatMap(
      ({ attributes }) => attributes,
    )) {
      names.set(name, kind === 'money' || names.get(name) === true);
    }
    for (const { name } of assetFields) {
      this.#learn(name, name, 1);
    }
    for (const kind of Object.keys(keyDateKinds)) {
      this.#learn(`${datePrefix}${kind}`, `${datePrefix}${kind}`, 1);
    }
    for (const [name, isMoney] of names) {
      this.#learn(`${attributePrefix}${name}`, `${attributePrefix}${name}`, 1);
      if (isMoney) {
        const column = `${attributePrefix}${name}${currencySuffix}`;
        this.#learn(column, column, 1);
      }
    }
    for (const { name, synonyms = [] } of assetFields) {
      synonyms.forEach(word => this.#learn(word, name, 0.9));
    }
    for (const [kind, { title }] of Object.entries(keyDateKinds)) {
      for (const word of [kind, title, `${kind} date`, `${title} date`]) {
        this.#learn(word, `${datePrefix}${kind}`, 0.9);
      }
    }
    for (const name of names.keys()) {
      this.#learn(name, `${attributePrefix}${name}`, 0.8);
    }
  }

  /** What this header is most likely for. */
  guess(header: string): ColumnGuess {
    const text = header.trim();
    if (text.startsWith(datePrefix) || text.startsWith(attributePrefix)) {
      return this.#known.get(headerKey(text)) ?? { to: text, confidence: 1 };
    }
    const attribute = /^attributes?\s*[._:]\s*([A-Za-z][A-Za-z0-9]*)$/.exec(
      header.trim(),
    );
    return (
      this.#known.get(headerKey(header)) ??
      (attribute
        ? { to: `${attributePrefix}${attribute[1]}`, confidence: 1 }
        : { confidence: 0 })
    );
  }

  #learn(word: string, to: string, confidence: number): void {
    const key = headerKey(word);
    if (!this.#known.has(key)) {
      this.#known.set(key, { to, confidence });
    }
  }
}
