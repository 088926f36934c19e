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

import { monthShown, monthsToClose } from './months';

const at = (moment: string) => new Date(moment);
const aMonth = (month: string, firstReadAt: string, closedAt?: string) => ({
  month,
  firstReadAt,
  closedAt,
});

describe('monthShown', () => {
  const months = ['2026-08', '2026-09', '2026-10'].map(month => ({ month }));

  it('is the last month that is over', () => {
    expect(monthShown(months, at('2026-10-31T23:59:59.999Z'))).toBe('2026-09');
    expect(monthShown(months, at('2026-11-01T00:00:00.000Z'))).toBe('2026-10');
  });

  it('is the last month there is while none is over', () => {
    expect(monthShown(months.slice(2), at('2026-10-05T00:00:00Z'))).toBe(
      '2026-10',
    );
    expect(monthShown([], at('2026-10-05T00:00:00Z'))).toBeUndefined();
  });
});

describe('monthsToClose', () => {
  const options = (now: string) => ({ now: at(now), afterDays: 7 });

  it('waits some days after the end of the month', () => {
    const months = [aMonth('2026-09', '2026-09-02T00:00:00.000Z')];
    expect(monthsToClose(months, options('2026-10-07T23:59:59Z'))).toEqual([]);
    expect(monthsToClose(months, options('2026-10-08T00:00:00Z'))).toEqual([
      '2026-09',
    ]);
  });

  it('waits as long after a month was read for the first time', () => {
    const months = [aMonth('2026-05', '2026-10-20T12:00:00.000Z')];
    expect(monthsToClose(months, options('2026-10-27T11:59:59Z'))).toEqual([]);
    expect(monthsToClose(months, options('2026-10-27T12:00:00Z'))).toEqual([
      '2026-05',
    ]);
  });

  it('closes what is older with it, and nothing twice', () => {
    const months = [
      aMonth('2026-07', '2026-08-01T00:00:00.000Z', '2026-08-09T00:00:00.000Z'),
      aMonth('2026-08', '2026-10-09T00:00:00.000Z'),
      aMonth('2026-09', '2026-09-02T00:00:00.000Z'),
    ];
    expect(monthsToClose(months, options('2026-10-10T00:00:00Z'))).toEqual([
      '2026-08',
      '2026-09',
    ]);
  });
});
