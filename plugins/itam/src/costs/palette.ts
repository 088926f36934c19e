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

import { Series } from './series';

// Each is at least 3 : 1 against the cards of the light and the dark theme.
const colours = [
  '#3f86dd',
  '#c8701d',
  '#33986b',
  '#a36bd6',
  '#21939f',
  '#d0588f',
];

/** The colour of what stands for many small parts. */
export const OTHERS_COLOUR = '#85898f';

/** The colour of a layer of a chart, always the same for the same place. */
export function seriesColour(series: Series, place: number): string {
  return series.kind === 'group'
    ? colours[place % colours.length]
    : OTHERS_COLOUR;
}
