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

import * as fc from 'fast-check';
import { discoveredTag } from './tags';

const key = { type: 'provider-id', value: 'arn:aws:rds:eu-west-1:1:db:orders' };

describe('discoveredTag', () => {
  it('is a readable slug and a hash of the key', () => {
    expect(
      discoveredTag({ prefix: 'checkout', name: 'Orders DB', key }),
    ).toMatch(/^checkout-orders-db-[0-9a-v]{8}$/);
  });

  it('is the same at every reading, and another for another key', () => {
    const tag = discoveredTag({ name: 'main', key });
    expect(discoveredTag({ name: 'main', key: { ...key } })).toBe(tag);
    expect(
      discoveredTag({ name: 'main', key: { ...key, value: `${key.value}2` } }),
    ).not.toBe(tag);
  });

  it('keeps letters of names that are not plain ASCII', () => {
    expect(discoveredTag({ name: 'Übungsgerät', key })).toMatch(
      /^ubungsgerat-/,
    );
  });

  it('is always valid as the name of an entity', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        (name, value) => {
          expect(
            discoveredTag({ name, key: { type: 'provider-id', value } }),
          ).toMatch(/^(?=.{1,63}$)[a-z0-9]+(-[a-z0-9]+)*$/);
        },
      ),
    );
  });

  it('tells many things of one name apart', () => {
    const tags = new Set(
      Array.from({ length: 20_000 }, (_, index) =>
        discoveredTag({
          name: 'main',
          key: { type: 'provider-id', value: `arn:aws:ec2:::i-${index}` },
        }),
      ),
    );
    expect(tags.size).toBe(20_000);
  });
});
