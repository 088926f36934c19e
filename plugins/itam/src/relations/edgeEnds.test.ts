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

import { edgeEnds } from './edgeEnds';

const box = { width: 200, height: 50 };

describe('edgeEnds', () => {
  it('are the middles of the facing sides, wherever the layout ends', () => {
    const straight = edgeEnds(
      [
        { x: 200, y: 25 },
        { x: 300, y: 25 },
        { x: 400, y: 25 },
      ],
      box,
    );
    // The last box stands with its middle at 500, 425; the line from above
    // meets its top.
    const steep = edgeEnds(
      [
        { x: 200, y: 25 },
        { x: 300, y: 25 },
        { x: 487.5, y: 400 },
      ],
      box,
    );

    expect(straight).toEqual({
      start: { x: 200, y: 25 },
      end: { x: 400, y: 25 },
    });
    expect(steep).toEqual({
      start: { x: 200, y: 25 },
      end: { x: 400, y: 425 },
    });
  });

  it('are unknown before the layout is made', () => {
    expect(edgeEnds([], box)).toBeUndefined();
  });
});
