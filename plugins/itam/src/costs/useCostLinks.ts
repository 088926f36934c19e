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

import { useRouteRef } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { chargesRouteRef, costsRouteRef } from '../routes';

/** What of the costs, or of their lines, a link leads to. */
export type CostLinkTo = Record<string, string | undefined>;

/** The paths of costs and of the lines behind them. */
export function useCostLinks() {
  const costsPath = useRouteRef(costsRouteRef)();
  const linesPath = useRouteRef(chargesRouteRef)();
  return useMemo(
    () => ({
      costs: (to: CostLinkTo = {}) => pathTo(costsPath, to),
      lines: (to: CostLinkTo = {}) => pathTo(linesPath, to),
    }),
    [costsPath, linesPath],
  );
}

function pathTo(path: string, to: CostLinkTo): string {
  const chosen = Object.entries(to).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return chosen.length > 0 ? `${path}?${new URLSearchParams(chosen)}` : path;
}
