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

import { personsIn, pseudonymsIn, withNames, withPseudonyms } from './persons';

const ada = '01935000-0000-7000-8000-00000000000a';
const changes = {
  custodian: { from: 'group:default/ops', to: 'user:default/ada.l' },
  relations: { to: ['supports user:default/ada.l (person)'] },
  'observed.owner': {
    to: { value: 'user:default/bob', by: 'aws', reason: 'unknown' },
  },
  'labels.user:default/ada.l': { to: 'superuser:default/eve' },
};

describe('persons in the history', () => {
  it('are found in values, in lists, in claims and in the reason', () => {
    expect(personsIn(changes, 'given by user:default/cleo.')).toEqual([
      'user:default/ada.l',
      'user:default/bob',
      'user:default/cleo',
    ]);
    expect(personsIn({ owner: { to: 'group:default/ops' } })).toEqual([]);
  });

  it('give way to ids, and come back with their names', () => {
    const ids = new Map([['user:default/ada.l', ada]]);
    const kept = withPseudonyms(changes, ids);
    expect(kept.custodian.to).toBe(`actor:${ada}`);
    expect(kept.relations.to).toEqual([`supports actor:${ada} (person)`]);
    expect(kept['labels.user:default/ada.l']).toEqual({
      to: 'superuser:default/eve',
    });
    const text = JSON.stringify(kept);
    expect(pseudonymsIn(text)).toEqual([ada]);
    const names = new Map([[ada, 'user:default/ada.l']]);
    expect(JSON.parse(withNames(text, names))).toEqual(changes);
    expect(withNames(`actor:${ada}`, new Map([[ada, 'erased']]))).toBe(
      'erased',
    );
  });

  it('leave a change without any as it is', () => {
    const plain = {
      owner: { to: 'group:default/ops' },
      regions: { to: ['a'] },
    };
    expect(withPseudonyms(plain, new Map([['x', 'y']]))).toBe(plain);
  });
});
