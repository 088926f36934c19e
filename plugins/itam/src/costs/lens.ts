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

import { CostFigures, Costs } from '@itam/plugin-itam-common';

/** The two views of a charge, which are never added. */
export const costViews = ['effective', 'billed'] as const;

/** What an amount is taken from: the invoice, or its spread over usage. */
export type CostView = (typeof costViews)[number];

/** One way to look at costs, in which every amount is comparable. */
export interface Lens {
  currency: string;
  /** Everything converted to the currency, or only what is in it anyway. */
  converted: boolean;
  view: CostView;
}

/**
 * The ways to look at costs: one if everything was converted, otherwise one
 * for each currency.
 */
export function lensesOf(total: Costs, view: CostView): Lens[] {
  return total.converted
    ? [{ currency: total.converted.currency, converted: true, view }]
    : total.costs.map(({ currency }) => ({ currency, converted: false, view }));
}

/** The amount seen; none where nothing was charged. */
export function amountOfCosts(
  costs: Costs | undefined,
  lens: Lens,
): string | undefined {
  const figures: CostFigures | undefined = lens.converted
    ? costs?.converted
    : costs?.costs.find(({ currency }) => currency === lens.currency);
  return figures?.[lens.view];
}

/** The amounts of months, by month. */
export function monthAmounts(
  months: Array<Costs & { month: string }>,
  lens: Lens,
): Map<string, string> {
  return new Map(
    months.flatMap(at => {
      const amount = amountOfCosts(at, lens);
      return amount === undefined ? [] : [[at.month, amount]];
    }),
  );
}

/** What part of a whole an amount is; none where that means nothing. */
export function shareOf(
  amount: string | undefined,
  whole: string | undefined,
): number | undefined {
  const [part, total] = [Number(amount ?? NaN), Number(whole ?? NaN)];
  return part >= 0 && total > 0 ? part / total : undefined;
}
