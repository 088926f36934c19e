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

import { InputError } from '@backstage/errors';
import type { ColumnNames } from './columns';

/** The versions of FOCUS that can be read. */
export const focusVersions = ['1.0', '1.1', '1.2', '1.3'] as const;

/** A version of FOCUS that can be read. */
export type FocusVersion = (typeof focusVersions)[number];

/** Columns a version brought, newest version first. */
const introduced: Array<{ version: FocusVersion; columns: string[] }> = [
  {
    version: '1.3',
    columns: [
      'ServiceProviderName',
      'HostProviderName',
      'AllocatedMethodId',
      'AllocatedMethodDetails',
      'AllocatedResourceId',
      'AllocatedResourceName',
      'AllocatedTags',
      'ContractApplied',
    ],
  },
  {
    version: '1.2',
    columns: [
      'BillingAccountType',
      'InvoiceId',
      'PricingCurrency',
      'PricingCurrencyContractedUnitPrice',
      'PricingCurrencyEffectiveCost',
      'PricingCurrencyListUnitPrice',
      'SubAccountType',
    ],
  },
  {
    version: '1.1',
    columns: [
      'CapacityReservationId',
      'CapacityReservationStatus',
      'CommitmentDiscountQuantity',
      'CommitmentDiscountUnit',
      'ServiceSubcategory',
      'SkuMeter',
      'SkuPriceDetails',
    ],
  },
];

/** Columns that were gone before 1.0, which brought `ChargeClass`. */
const outdated: Array<{ version: string; columns: string[] }> = [
  { version: '0.5', columns: ['ChargeType'] },
  {
    version: '1.0-preview',
    columns: ['ChargeSubcategory', 'UsageQuantity', 'UsageUnit'],
  },
];

/** Whether a column, or an entry of a file's metadata, states the version. */
export function statesVersion(name: string): boolean {
  return /^(?:x[_-]?)?focus[_-]?version$/i.test(name.trim());
}

/**
 * The version of FOCUS of a file: what the file states, or else the
 * configuration of its source, or else what its columns tell.
 *
 * @throws InputError when it is none that can be read, or when file and
 * configuration contradict each other.
 */
export function versionOf(options: {
  columns: ColumnNames;
  stated?: string;
  configured?: FocusVersion;
}): FocusVersion {
  const { columns, stated, configured } = options;
  if (stated !== undefined) {
    const version = known(stated);
    if (configured !== undefined && configured !== version) {
      throw new InputError(
        `the file states FOCUS ${version} and its source is configured for FOCUS ${configured}`,
      );
    }
    return version;
  }
  return configured ?? versionByColumns(columns);
}

function known(stated: string): FocusVersion {
  const number = /^v?(\d+\.\d+)(?:\.\d+)?(?:r\d+)?$/i.exec(stated.trim())?.[1];
  const version = focusVersions.find(candidate => candidate === number);
  if (version === undefined) {
    throw unknown(`the file states FOCUS '${stated.trim().slice(0, 40)}'`);
  }
  return version;
}

function versionByColumns(columns: ColumnNames): FocusVersion {
  if (!columns.has('ChargeClass')) {
    for (const { version, columns: signs } of outdated) {
      const sign = signs.find(name => columns.has(name));
      if (sign !== undefined) {
        throw unknown(`column ${sign} is of FOCUS ${version}`);
      }
    }
  }
  return (
    introduced.find(({ columns: signs }) =>
      signs.some(name => columns.has(name)),
    )?.version ?? '1.0'
  );
}

function unknown(sign: string): InputError {
  return new InputError(
    `${sign}, and the versions that can be read are ${focusVersions.join(
      ', ',
    )}; export it in one of these`,
  );
}
