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

import { parseCostsQuery } from './useCostsQuery';

function parse(search: string, reportingCurrency?: string) {
  return parseCostsQuery(new URLSearchParams(search), reportingCurrency);
}

describe('the address of the page of costs', () => {
  it('stands for six months, by service, effective, when it says nothing', () => {
    expect(parse('')).toEqual({
      filters: {},
      groupBy: 'entity',
      span: { last: 6 },
      view: 'effective',
      currency: undefined,
    });
  });

  it('asks of a service what it is made of, of a team which services', () => {
    const grouping = (scope: string) => parse(`scope=${scope}`).groupBy;
    expect(grouping('component:default/checkout')).toBe('service');
    expect(grouping('resource:default/checkout-db')).toBe('service');
    expect(grouping('group:default/payments')).toBe('entity');
    expect(grouping('system:default/ticketing')).toBe('entity');
  });

  it('falls back to that where it asks for what there is not', () => {
    expect(parse('months=5&group=colour&view=both&from=2026-13')).toEqual(
      parse(''),
    );
    expect(parse('from=2026-05&to=2026-01').span).toEqual({ last: 6 });
  });

  it('converts to the reporting currency unless each is to be apart', () => {
    expect(parse('', 'EUR').currency).toBe('EUR');
    expect(parse('currency=USD', 'EUR').currency).toBe('USD');
    expect(parse('currency=apart', 'EUR').currency).toBeUndefined();
  });
});
