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

import { matchesGlob, placeOfPushed } from './places';

describe('a location', () => {
  it.each([
    ['a/b.tfstate', 'a/*.tfstate', true],
    ['a/b/c.tfstate', 'a/*.tfstate', false],
    ['a/b/c.tfstate', 'a/**/*.tfstate', true],
    ['a/c.tfstate', 'a/**/*.tfstate', true],
    ['a/bXtfstate', 'a/b.tfstate', false],
    ['a/b1', 'a/b?', true],
  ])('%s against %s: %s', (location, glob, fits) => {
    expect(matchesGlob(location, glob)).toBe(fits);
  });
});

describe('the place of a pushed file', () => {
  it.each([
    ['shop.csv', ['bills/*.csv'], 'bills/shop.csv'],
    ['bills/shop.csv', ['bills/*.csv'], 'bills/shop.csv'],
    ['shop.csv', ['other.csv', 'a/b/shop.csv'], 'a/b/shop.csv'],
    ['shop.csv', ['*/shop.csv'], 'shop.csv'],
    ['odd.json', ['bills/*.csv'], 'odd.json'],
  ])('%s at %j is %s', (name, locations, place) => {
    expect(placeOfPushed(name, locations)).toBe(place);
  });
});
