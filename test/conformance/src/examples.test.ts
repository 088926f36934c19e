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

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { terraformSourceKind } from '@itam/plugin-itam-backend-module-terraform';
import { countsOf, readDocuments } from './readDocuments';

const examples = resolvePackagePath('conformance', '../../examples');
const states = join(examples, 'terraform', '*.tfstate');
const exportsFolder = join(examples, 'focus');

type Row = Record<string, string>;

/** Amounts are compared in 1e-10 of their unit. */
const ONE = 10n ** 10n;

describe('the states of the demo organisation', () => {
  it('are read whole', async () => {
    const documents = await readDocuments(terraformSourceKind, states);
    const counts = countsOf(documents);
    expect(documents.map(({ refused }) => refused)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(counts.rejected).toBe(0);
    expect(counts.read).toBe(counts.assets + counts.grouped + counts.folded);
    expect(counts.read).toBeGreaterThanOrEqual(120);
    expect(counts.assets).toBeGreaterThan(counts.grouped);
    expect(counts.folded).toBeGreaterThan(0);
  });

  it('keep their secrets', async () => {
    const documents = await readDocuments(terraformSourceKind, states);
    expect(JSON.stringify(documents)).not.toMatch(/EXAMPLE-SECRET/);
  });
});

describe('the FOCUS exports of the demo organisation', () => {
  const generated = createMockDirectory();

  const files = readdirSync(exportsFolder).sort();
  const rows = files.flatMap(file =>
    rowsOf(readFileSync(join(exportsFolder, file), 'utf8')),
  );

  it('are what the generator writes', () => {
    execFileSync(process.execPath, [
      join(examples, 'generate', 'focusExports.mjs'),
      generated.path,
    ]);
    expect(readdirSync(generated.path).sort()).toEqual(files);
    expect(
      files.filter(
        file =>
          !readFileSync(join(generated.path, file)).equals(
            readFileSync(join(exportsFolder, file)),
          ),
      ),
    ).toEqual([]);
  }, 30_000);

  it('hold six months of three providers, each in one currency', () => {
    const months = ['05', '06', '07', '08', '09', '10'];
    expect(files).toEqual(
      ['aws', 'azure', 'google'].flatMap(provider =>
        months.map(month => `${provider}-2026-${month}.csv`),
      ),
    );
    expect(rows.length).toBeGreaterThanOrEqual(5000);
    expect(distinct(rows.map(monthOf))).toEqual(
      months.map(month => `2026-${month}`),
    );
    expect(
      distinct(rows.map(row => `${row.ProviderName} ${row.BillingCurrency}`)),
    ).toEqual(['AWS USD', 'Google Cloud EUR', 'Microsoft EUR']);
  });

  it('have the columns of FOCUS 1.0', () => {
    for (const row of rows) {
      expect(Object.keys(row)).toHaveLength(43);
    }
    expect(Object.keys(rows[0])).toEqual([...Object.keys(rows[0])].sort());
    const incomplete = rows.filter(
      row =>
        row.BilledCost === '' ||
        row.EffectiveCost === '' ||
        row.ListCost === '' ||
        row.ContractedCost === '' ||
        row.ChargeDescription === '' ||
        row.ServiceName === '',
    );
    expect(incomplete).toEqual([]);
  });

  it('have charges of every category, and taken back ones', () => {
    const categories = ['Adjustment', 'Credit', 'Purchase', 'Tax', 'Usage'];
    expect(distinct(rows.map(row => row.ChargeCategory))).toEqual(categories);
    const negative = rows.filter(row => unitsOf(row.BilledCost) < 0n);
    expect(distinct(negative.map(row => row.ChargeCategory))).toEqual([
      'Adjustment',
      'Credit',
      'Usage',
    ]);
    const credits = rows.filter(row => row.ChargeCategory === 'Credit');
    expect(credits.some(row => row.ResourceId === '')).toBe(true);
    expect(credits.some(row => row.ResourceId !== '')).toBe(true);
  });

  it('correct earlier periods in the bill of a later one', () => {
    const corrections = rows.filter(row => row.ChargeClass === 'Correction');
    expect(distinct(corrections.map(row => row.ProviderName))).toEqual([
      'AWS',
      'Google Cloud',
      'Microsoft',
    ]);
    for (const row of corrections) {
      expect(row.ChargePeriodEnd <= row.BillingPeriodStart).toBe(true);
    }
  });

  it('bill a commitment when it is bought and not when it is used', () => {
    const committed = rows.filter(row => row.CommitmentDiscountId !== '');
    const bought = committed.filter(row => row.ChargeCategory === 'Purchase');
    const used = committed.filter(row => row.ChargeCategory === 'Usage');
    expect(distinct(bought.map(monthOf))).toHaveLength(6);
    expect(sumOf(bought, 'EffectiveCost')).toBe(0n);
    expect(sumOf(used, 'BilledCost')).toBe(0n);
    expect(sumOf(used, 'EffectiveCost')).toBeGreaterThan(0n);
  });

  it('price every quantity exactly', () => {
    const priced = rows.filter(row => row.ListUnitPrice !== '');
    expect(priced.length).toBeGreaterThan(rows.length / 2);
    const wrong = priced.filter(row => {
      const quantity = unitsOf(row.PricingQuantity);
      return (
        quantity * unitsOf(row.ListUnitPrice) !== unitsOf(row.ListCost) * ONE
      );
    });
    expect(wrong).toEqual([]);
  });

  it('leave 8 to 15 % of every month to no asset of the stacks', async () => {
    const known = await providerIds();
    for (const currency of ['EUR', 'USD']) {
      for (const month of distinct(rows.map(monthOf))) {
        const bill = rows.filter(
          row => row.BillingCurrency === currency && monthOf(row) === month,
        );
        const unknown = bill.filter(row => !known.has(providerIdOf(row)));
        const share =
          Number(sumOf(unknown, 'EffectiveCost')) /
          Number(sumOf(bill, 'EffectiveCost'));
        expect(share).toBeGreaterThan(0.08);
        expect(share).toBeLessThan(0.15);
      }
    }
  });

  it('charge nearly every asset of the stacks', async () => {
    const known = await providerIds();
    const charged = new Set(rows.map(providerIdOf).filter(id => known.has(id)));
    expect(charged.size).toBeGreaterThan(known.size * 0.85);
  });
});

function rowsOf(text: string): Row[] {
  const [header, ...lines] = text.trimEnd().split('\n').map(fieldsOf);
  return lines.map(fields =>
    Object.fromEntries(fields.map((field, index) => [header[index], field])),
  );
}

/** The exports have quotes and commas in fields, and no line breaks. */
function fieldsOf(line: string): string[] {
  const fields = `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...fields].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

function unitsOf(amount: string): bigint {
  const [whole, fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(10, '0'));
}

function sumOf(rows: Row[], column: string): bigint {
  return rows.reduce((sum, row) => sum + unitsOf(row[column]), 0n);
}

function monthOf(row: Row): string {
  return row.BillingPeriodStart.slice(0, 7);
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].sort();
}

async function providerIds(): Promise<Set<string>> {
  const documents = await readDocuments(terraformSourceKind, states);
  return new Set(
    documents
      .flatMap(({ things }) => things)
      .filter(({ unit }) => unit !== 'fold')
      .flatMap(({ keys }) => keys)
      .filter(({ type }) => type === 'provider-id')
      .map(({ value }) => value),
  );
}

/** A resource of a bill as the register knows it. */
function providerIdOf(row: Row): string {
  const { ResourceId: id, RegionId: region, SubAccountId: account } = row;
  if (/^(i|vol)-/.test(id)) {
    const kind = id.startsWith('i-') ? 'instance' : 'volume';
    return `arn:aws:ec2:${region}:${account}:${kind}/${id}`;
  }
  if (row.ServiceName === 'Amazon Simple Storage Service') {
    return `arn:aws:s3:::${id}`;
  }
  return row.ProviderName === 'Microsoft' ? id.toLowerCase() : id;
}
