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

import { changeBetween } from './change';

describe('the change between two months', () => {
  it('is more or less by an exact difference and a part of the first', () => {
    expect(changeBetween('0.10', '0.30')).toEqual({
      direction: 'more',
      difference: '0.20',
      part: 2,
    });
    expect(changeBetween('40.00', '30.00')).toEqual({
      direction: 'less',
      difference: '10.00',
      part: 0.25,
    });
  });

  it('is none between equal amounts, however they are written', () => {
    expect(changeBetween('1.5', '1.50')).toEqual({ direction: 'same' });
  });

  it('is new after a month without a charge', () => {
    expect(changeBetween(undefined, '5.00')).toEqual({ direction: 'new' });
    expect(changeBetween('0.00', '5.00')).toEqual({ direction: 'new' });
  });

  it('is less, not unknown, when nothing is charged any more', () => {
    expect(changeBetween('5.00', undefined)).toMatchObject({
      direction: 'less',
      part: 1,
    });
  });

  it('is no part of a credit', () => {
    expect(changeBetween('-5.00', '5.00')).toEqual({
      direction: 'more',
      difference: '10.00',
    });
  });

  it('says when there is nothing to compare', () => {
    expect(changeBetween(undefined, undefined)).toEqual({ direction: 'none' });
  });
});
