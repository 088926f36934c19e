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

// A bill as FOCUS 1.0 has it: 43 columns, in this order.

import { accountNameOf } from './estate.mjs';
import { amountText, priceText, quantityText, shortest } from './exact.mjs';

const optional = (value, text) => (value === undefined ? '' : text(value));

const tagsText = tags =>
  tags && Object.keys(tags).length > 0 ? JSON.stringify(tags) : '';

const placeOf = charge => ({ ...charge.resource, ...charge.place });

const columns = {
  AvailabilityZone: charge => charge.resource?.zone,
  BilledCost: (charge, bill) => bill.amount(charge.billed),
  BillingAccountId: (_, bill) => bill.accountId,
  BillingAccountName: (_, bill) => bill.accountName,
  BillingCurrency: (_, bill) => bill.currency,
  BillingPeriodEnd: (_, bill, period) => period.end,
  BillingPeriodStart: (_, bill, period) => period.start,
  ChargeCategory: charge => charge.category,
  ChargeClass: charge => charge.correction && 'Correction',
  ChargeDescription: charge => charge.description,
  ChargeFrequency: charge => charge.frequency,
  ChargePeriodEnd: charge => charge.end,
  ChargePeriodStart: charge => charge.start,
  CommitmentDiscountCategory: charge => charge.commitment && 'Spend',
  CommitmentDiscountId: charge => charge.commitment?.id,
  CommitmentDiscountName: charge => charge.commitment?.name,
  CommitmentDiscountStatus: charge => charge.commitment?.status,
  CommitmentDiscountType: charge => charge.commitment?.type,
  ConsumedQuantity: charge =>
    charge.category === 'Usage' && optional(charge.quantity, quantityText),
  ConsumedUnit: charge => charge.category === 'Usage' && charge.unit,
  ContractedCost: (charge, bill) => bill.amount(charge.contracted),
  ContractedUnitPrice: charge => optional(charge.contractedPrice, priceText),
  EffectiveCost: (charge, bill) => bill.amount(charge.effective),
  InvoiceIssuerName: (_, bill) => bill.issuer,
  ListCost: (charge, bill) => bill.amount(charge.list),
  ListUnitPrice: charge => optional(charge.listPrice, priceText),
  PricingCategory: charge => charge.pricing,
  PricingQuantity: charge => optional(charge.quantity, quantityText),
  PricingUnit: charge => charge.unit,
  ProviderName: (_, bill) => bill.provider,
  PublisherName: (charge, bill) => charge.publisher ?? bill.publisher,
  RegionId: charge => placeOf(charge).region,
  RegionName: (charge, bill) => bill.regions[placeOf(charge).region],
  ResourceId: charge => charge.resource?.id,
  ResourceName: charge => charge.resource?.name,
  ResourceType: (charge, bill) => bill.typeOf(charge.resource),
  ServiceCategory: (charge, bill) => bill.services[charge.service][1],
  ServiceName: (charge, bill) => bill.services[charge.service][0],
  SkuId: charge => charge.sku,
  SkuPriceId: charge => charge.skuPrice,
  SubAccountId: (charge, bill) =>
    optional(placeOf(charge).account, bill.subAccount),
  SubAccountName: charge => optional(placeOf(charge).account, accountNameOf),
  Tags: charge => tagsText(charge.resource?.tags),
};

const quoted = value =>
  /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** Ten decimals, always. */
export const tenDecimals = amountText;

/** As many decimals as it takes. */
export const fewDecimals = amount => shortest(amountText(amount));

export const toCsv = (charges, bill, period) =>
  [
    Object.keys(columns),
    ...charges.map(charge =>
      Object.values(columns).map(column =>
        quoted(column(charge, bill, period) || ''),
      ),
    ),
  ]
    .map(row => `${row.join(',')}\n`)
    .join('');
