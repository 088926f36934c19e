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

import { entityName, entityNames } from './labels';

describe('the names of entities in texts', () => {
  it('are their names alone', () => {
    expect(entityName('component:default/checkout')).toBe('checkout');
    expect(entityName('component:')).toBe('component:');
  });

  it('are whole refs where two have the same name', () => {
    const name = entityNames([
      'component:default/checkout',
      'system:default/checkout',
      'component:default/ledger',
    ]);

    expect(name('system:default/checkout')).toBe('system:default/checkout');
    expect(name('component:default/ledger')).toBe('ledger');
  });
});
