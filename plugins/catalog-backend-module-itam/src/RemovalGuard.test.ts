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

import { RemovalGuard } from './RemovalGuard';

describe('RemovalGuard', () => {
  const guard = new RemovalGuard({ allowMassRemoval: false });

  it.each([
    [20, 20],
    [0, 0],
    [200, 1000],
  ])('lets %i of %i go', (removals, published) => {
    expect(guard.objection(removals, published)).toBeUndefined();
  });

  it.each([
    [21, 21],
    [201, 1000],
  ])('holds %i of %i and says what to do', (removals, published) => {
    expect(guard.objection(removals, published)).toMatch(
      'itam.catalog.allowMassRemoval',
    );
  });
});
