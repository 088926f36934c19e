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

// From lines and resources to charges.

import { hexOf, wobble } from './chance.mjs';
import { discounted, priceOf, quantityOf } from './exact.mjs';
import { demandOn, grown } from './story.mjs';

const QUIET = 0.01;
const LIVELY = 0.06;

const quantityIn = (line, resource, period, part) => {
  const demand = line.demand ? demandOn(resource, period.index) : 1;
  if (line.per === 'hour') {
    return line.amount * demand * part.days * 24;
  }
  const chance = [line.what, resource.id, part.start];
  return (
    line.amount *
    demand *
    grown(line.grows ?? 1, period.index) *
    (part.days / period.days) *
    wobble(line.demand ? LIVELY : QUIET, ...chance)
  );
};

export const skuOf = line => {
  const id = hexOf(10, line.service, line.what).toUpperCase();
  return { sku: id, skuPrice: `${id}.${hexOf(6, id).toUpperCase()}` };
};

const usage = ({ line, resource, part, quantity, discount }) => {
  const list = priceOf(line.price);
  const contracted = discounted(list, discount);
  const cost = quantity * contracted;
  return {
    category: 'Usage',
    frequency: 'Usage-Based',
    pricing: 'Standard',
    service: line.service,
    description: line.what,
    ...skuOf(line),
    start: part.start,
    end: part.end,
    resource,
    unit: line.unit,
    quantity,
    listPrice: list,
    contractedPrice: contracted,
    list: quantity * list,
    contracted: cost,
    billed: cost,
    effective: cost,
  };
};

/** Paid for by a commitment: nothing billed, and a lower price in effect. */
const covered = (charge, commitment) => ({
  ...charge,
  pricing: 'Committed',
  billed: 0n,
  effective: charge.quantity * discounted(charge.listPrice, commitment.saves),
  commitment: { ...commitment, status: 'Used' },
});

/**
 * The usage of one line over the parts of a billing period. What a line
 * `commits` is covered by the commitment up to what it asked for in May; what
 * it grew since is paid by use.
 */
export const usageOf = (line, resource, period, terms) =>
  period.parts[line.every ?? 'week'].flatMap(part => {
    const quantity = quantityOf(quantityIn(line, resource, period, part));
    const charge = of =>
      usage({ line, resource, part, quantity: of, discount: terms.discount });
    if (!line.commits) {
      return [charge(quantity)];
    }
    const most = quantityOf(line.amount * part.days * 24);
    const under = quantity < most ? quantity : most;
    return [
      covered(charge(under), terms.commitment),
      ...(quantity > under ? [charge(quantity - under)] : []),
    ];
  });

/** A charge of one amount that is no usage. */
export const flat = ({ period, amount, ...rest }) => ({
  frequency: 'One-Time',
  start: period.start,
  end: period.end,
  list: amount,
  contracted: amount,
  billed: amount,
  effective: amount,
  ...rest,
});

/** A fee for the month. */
export const fee = ({ amount, ...rest }) =>
  flat({
    category: 'Purchase',
    frequency: 'Recurring',
    pricing: 'Standard',
    unit: 'Months',
    quantity: 10_000n,
    listPrice: amount / 10_000n,
    contractedPrice: amount / 10_000n,
    amount,
    ...skuOf({ service: rest.service, what: rest.description }),
    ...rest,
  });
