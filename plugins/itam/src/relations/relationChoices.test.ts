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

import { relationKinds } from '../__testUtils__/relationBuilders';
import { otherEnd, otherEntities, relationChoices } from './relationChoices';

function choicesOf(type: string, category: string) {
  return relationChoices({ type, category }, relationKinds());
}

describe('relationChoices', () => {
  it('are those the asset may have, then those others may have to it', () => {
    expect(choicesOf('laptop', 'hardware').map(({ id }) => id)).toEqual([
      'out:supports',
      'out:part-of',
      'out:depends-on',
      'out:provisioned-by',
      'out:covered-by',
      'out:licensed-by',
      'in:part-of',
      'in:runs-on',
      'in:installed-on',
      'in:depends-on',
    ]);
  });

  it('know what may stand at the other end', () => {
    const choices = choicesOf('server', 'hardware');
    const find = (id: string) => {
      const found = choices.find(choice => choice.id === id);
      return found && [otherEnd(found), otherEntities(found)];
    };
    expect(find('out:supports')).toEqual([
      undefined,
      expect.arrayContaining(['component', 'system']),
    ]);
    expect(find('in:installed-on')).toEqual([
      { categories: ['software'], types: ['credential'] },
      [],
    ]);
  });
});
