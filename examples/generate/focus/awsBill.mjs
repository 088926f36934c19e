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

// The bill of AWS, in USD.

import { awsPrices } from './awsPrices.mjs';
import { regions, services, types } from './awsServices.mjs';
import { awsUnregistered } from './awsUnregistered.mjs';
import { fee, flat, skuOf, usageOf } from './charges.mjs';
import { tenDecimals } from './csv.mjs';
import { resourcesOf } from './estate.mjs';
import { amountOf, priceOf, quantityOf, shareOf, sumOf } from './exact.mjs';
import { counted } from './lines.mjs';
import { ranIn } from './story.mjs';

const AWS = 'Amazon Web Services, Inc.';
const PAYER = '100000000009';

export const bill = {
  name: 'aws',
  provider: 'AWS',
  publisher: AWS,
  issuer: 'Amazon Web Services EMEA SARL',
  accountId: PAYER,
  accountName: 'Perronova',
  currency: 'USD',
  amount: tenDecimals,
  subAccount: account => account,
  typeOf: resource => types[resource?.type],
  regions,
  services,
};

const commitment = {
  id: `arn:aws:savingsplans::${PAYER}:savingsplan/7b0e3c52-91d4-4f6a-a3c8-5d20e7f1b946`,
  name: 'Compute Savings Plan, 1 year, partial upfront',
  type: 'Compute Savings Plan',
  saves: 27,
};
/** What the plan commits to an hour; part of it was paid on the first day. */
const COMMITTED_PER_HOUR = '6.85';
const UPFRONT_PER_HOUR = '0.75';
const HOURS_OF_A_YEAR = 365 * 24;

/** Less so many per cent by contract. */
const terms = { discount: 3, commitment };

const resources = resourcesOf('aws');
const platform = { account: '100000000002', region: 'eu-central-1' };
const payments = { account: '100000000001', region: 'eu-west-1' };

/** Usage that AWS counts for an account and for no resource of it. */
const ofAccounts = [
  {
    ...platform,
    at: '',
    lines: [
      ['transfer', 'Data out to Internet', 'GB', '0.09', 2150],
      ['cloudwatch', 'Custom metrics', 'Metrics', '0.3', 610],
      ['guardduty', 'Events looked at', '1M Events', '4', 27],
    ],
  },
  {
    ...payments,
    at: 'checkout',
    lines: [
      ['transfer', 'Data out to Internet', 'GB', '0.09', 2900],
      ['guardduty', 'Events looked at', '1M Events', '4', 19],
    ],
  },
];

const withoutResource = period =>
  ofAccounts.flatMap(({ lines, at, ...place }) =>
    lines.flatMap(line =>
      usageOf(
        counted(...line),
        { id: `account ${place.account}`, at },
        period,
        terms,
      ).map(charge => ({ ...charge, resource: undefined, place })),
    ),
  );

const costOf = (hours, perHour) => quantityOf(hours) * priceOf(perHour);

/** Billed when bought, in effect when used. */
const bought = purchase => ({
  ...fee({ service: 'savings', place: { account: PAYER }, ...purchase }),
  pricing: 'Committed',
  effective: 0n,
  commitment,
});

const savingsPlan = (period, usage) => {
  const hours = period.days * 24;
  const committed = costOf(hours, COMMITTED_PER_HOUR);
  const used = sumOf(
    usage.filter(charge => charge.commitment).map(charge => charge.effective),
  );
  if (used > committed) {
    throw new Error(`The savings plan is too small in ${period.name}`);
  }
  return [
    bought({
      period,
      amount: committed - costOf(hours, UPFRONT_PER_HOUR),
      description: 'Compute Savings Plan, fee of the month',
    }),
    ...(period.index === 0
      ? [
          bought({
            period,
            amount: costOf(HOURS_OF_A_YEAR, UPFRONT_PER_HOUR),
            description: 'Compute Savings Plan, upfront for one year',
            frequency: 'One-Time',
            unit: 'Purchases',
          }),
        ]
      : []),
    {
      ...flat({
        period,
        amount: 0n,
        category: 'Usage',
        frequency: 'Usage-Based',
        pricing: 'Committed',
        service: 'savings',
        ...skuOf({ service: 'savings', what: 'unused' }),
        description: 'Commitment that nothing used',
        unit: 'Hours',
        quantity: quantityOf(hours),
        listPrice: 0n,
        contractedPrice: 0n,
        place: { account: PAYER },
      }),
      effective: committed - used,
      commitment: { ...commitment, status: 'Unused' },
    },
  ];
};

const correctionOf = (period, of, more) => ({
  ...flat({ period: of, category: 'Usage', frequency: 'Usage-Based', ...more }),
  correction: true,
});

const named = called => {
  const found = resources.find(resource => resource.called === called);
  if (!found) {
    throw new Error(`No resource ${called}`);
  }
  return found;
};

/** What happened once. */
const once = {
  '2026-07': period => [
    flat({
      period,
      category: 'Credit',
      amount: amountOf('-240'),
      service: 's3',
      description: 'Service credit for the outage of 11 June',
      resource: named('order_api.ticket_pdfs'),
    }),
  ],
  '2026-08': (period, [, , july]) => [
    correctionOf(period, july, {
      amount: amountOf('-186.4031207715'),
      service: 'rds',
      description: 'Aurora I/O of the load test counted twice, refund',
      resource: named('payment_gateway.ledger'),
    }),
    fee({
      period,
      amount: amountOf('39'),
      frequency: 'One-Time',
      unit: 'Years',
      service: 'domains',
      description: 'Registration of perronova-rail.example, 1 year',
      place: { account: '100000000003' },
    }),
  ],
  '2026-10': (period, periods) => [
    correctionOf(period, periods[4], {
      amount: amountOf('-74.2518830046'),
      service: 'transfer',
      description: 'Data out of September priced anew',
      place: payments,
    }),
  ],
};

const invoiceRows = (period, usage) => {
  const used = sumOf(usage.map(charge => charge.effective));
  const support = fee({
    period,
    amount: shareOf(used, 2.4),
    service: 'support',
    description: 'AWS Support (Business), by usage of the month',
    place: { account: PAYER },
  });
  const tracing = fee({
    period,
    amount: amountOf('310'),
    service: 'market',
    description: 'Subscription from the marketplace',
    publisher: 'Gleisblick Software GmbH',
    place: platform,
  });
  return [
    support,
    tracing,
    flat({
      period,
      category: 'Tax',
      amount: shareOf(tracing.billed, 19),
      service: 'market',
      description: 'VAT 19 %',
      frequency: 'Recurring',
      publisher: 'Gleisblick Software GmbH',
      place: platform,
    }),
    flat({
      period,
      category: 'Tax',
      amount: shareOf(support.billed, 19),
      service: 'support',
      description: 'VAT 19 %',
      frequency: 'Recurring',
      place: { account: PAYER },
    }),
    flat({
      period,
      category: 'Credit',
      amount: amountOf('-350'),
      service: 'invoice',
      description: 'Migration credit',
      place: { account: PAYER },
    }),
    flat({
      period,
      category: 'Adjustment',
      amount: amountOf('-0.0000000137') * BigInt(period.index + 1),
      service: 'invoice',
      description: 'Rounding of the invoice',
      place: { account: PAYER },
    }),
  ];
};

/** Units that were counted too often come back as usage below nothing. */
const takenBack = usage =>
  usage
    .filter(
      charge =>
        charge.resource?.called === 'observability.events' &&
        charge.description === 'kafka.m7g.large',
    )
    .slice(0, 1)
    .map(charge => ({
      ...charge,
      description: `${charge.description}, maintenance not charged`,
      quantity: -120_000n,
      list: -120_000n * charge.listPrice,
      contracted: -120_000n * charge.contractedPrice,
      billed: -120_000n * charge.contractedPrice,
      effective: -120_000n * charge.contractedPrice,
    }));

export const chargesOf = (period, periods) => {
  const known = resources
    .filter(resource => awsPrices[resource.type])
    .filter(resource => ranIn(resource, period.index))
    .map(resource => ({
      resource,
      lines: awsPrices[resource.type](resource),
    }));
  const usage = [...known, ...awsUnregistered(resources, period)].flatMap(
    ({ resource, lines }) =>
      lines.flatMap(line => usageOf(line, resource, period, terms)),
  );
  return [
    ...usage,
    ...takenBack(usage),
    ...withoutResource(period),
    ...savingsPlan(period, usage),
    ...invoiceRows(period, usage),
    ...(once[period.name]?.(period, periods) ?? []),
  ];
};
