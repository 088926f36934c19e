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

import {
  axisText,
  cutAtItsPlaces,
  dayText,
  isTiny,
  moneyText,
  monthText,
  percentText,
  smallestText,
} from './text';

describe('amounts as text', () => {
  it.each([
    ['1234.5', 'EUR', '€1,234.50'],
    ['-3.005', 'EUR', '-€3.01'],
    ['20', 'USD', 'US$20.00'],
    ['1500.4', 'JPY', 'JP¥1,500'],
    ['0', 'EUR', '€0.00'],
  ])('%s %s is %s', (amount, currency, text) => {
    expect(moneyText(amount, currency)).toBe(text);
  });

  it('never shows as nothing what is not', () => {
    expect(moneyText('0.000001', 'EUR')).toBe('< €0.01');
    expect(moneyText('-0.000001', 'EUR')).toBe('< €0.01');
    expect(isTiny('-0.000001', 'EUR')).toBe(true);
    expect(isTiny('0', 'EUR')).toBe(false);
    expect(isTiny('0.01', 'EUR')).toBe(false);
    expect(smallestText('JPY')).toBe('JP¥1');
  });

  it('keeps all places where they are asked for, without losing any', () => {
    expect(moneyText('0.000001', 'EUR', { exact: true })).toBe('€0.000001');
    expect(moneyText('12.5', 'EUR', { exact: true })).toBe('€12.50');
    expect(moneyText('9007199254740993.123456', 'EUR', { exact: true })).toBe(
      '€9,007,199,254,740,993.123456',
    );
    expect(moneyText('37555.7396216733', 'USD', { exact: true })).toBe(
      'US$37,555.7396216733',
    );
  });

  it('lines amounts up by their places', () => {
    const form = { exact: true, aligned: true };
    expect(moneyText('12.5', 'EUR', form)).toBe('€12.500000');
    expect(moneyText('3', 'JPY', form)).toBe('JP¥3.000000');
  });

  it.each([
    ['€12.345678', 'EUR', ['€12.34', '5678']],
    ['€12.30', 'EUR', ['€12.30', '']],
    ['JP¥3.5', 'JPY', ['JP¥3', '.5']],
    ['JP¥3', 'JPY', ['JP¥3', '']],
  ])('%s is cut where %s ends', (text, currency, parts) => {
    expect(cutAtItsPlaces(text, currency)).toEqual(parts);
  });

  it('shows what is no number or no currency as it is', () => {
    expect(moneyText('n/a', 'EUR')).toBe('n/a EUR');
    expect(moneyText('1.5', 'Euro')).toBe('1.5 Euro');
  });

  it('is short on an axis', () => {
    expect(axisText(12500, 'EUR')).toBe('€12.5k');
    expect(axisText(0.25, 'EUR')).toBe('€0.25');
  });
});

describe('other figures as text', () => {
  it('shares have a place only where they are small', () => {
    expect(percentText(0.254)).toBe('25%');
    expect(percentText(0.0125)).toBe('1.3%');
  });

  it('months and days are in words', () => {
    expect(monthText('2026-10')).toBe('October 2026');
    expect(monthText('2026-10', 'short')).toBe('Oct 2026');
    expect(dayText('2026-10-31')).toBe('31 Oct 2026');
  });
});
