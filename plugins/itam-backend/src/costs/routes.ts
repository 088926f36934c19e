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

import { NotFoundError } from '@backstage/errors';
import { costRoutes, itamAssetReadPermission } from '@itam/plugin-itam-common';
import type { RouteHandler } from '../http';
import type { CostService } from './CostService';
import type { FxRateService } from './FxRateService';

/** The handlers of the cost routes, by operation. */
export type CostHandlers = {
  [O in keyof typeof costRoutes]: RouteHandler<(typeof costRoutes)[O]>;
};

/** Answers the cost routes. */
export function costHandlers(options: {
  costs: CostService;
  rates: FxRateService;
}): CostHandlers {
  const { costs, rates } = options;
  return {
    listCosts: ({ query }) => costs.report(query),
    assetCosts: async ({ params, query, accessTo }) => {
      const access = await accessTo(itamAssetReadPermission);
      if (access === 'none') {
        throw new NotFoundError(`there is no asset ${params.id}`);
      }
      return costs.asset(params.id, query, access);
    },
    listCharges: async ({ query, accessTo }) =>
      costs.lines(query, await accessTo(itamAssetReadPermission)),
    listStatements: ({ query }) => costs.statements(query),
    listFxRates: ({ query }) => rates.list(query),
    importFxRates: ({ query, file, caller }) =>
      rates.take(file?.content, {
        by: caller.ref,
        dryRun: query.dryRun ?? false,
      }),
  };
}
