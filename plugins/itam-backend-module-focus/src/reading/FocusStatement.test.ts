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

import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  aCsv,
  aGzip,
  aRow,
  ExportRow,
  without,
  writeParquet,
} from '../__testUtils__/exports';
import { readLocation } from '../__testUtils__/reading';

const files = createMockDirectory();

async function readContent(
  content: string | Buffer,
  config: Record<string, unknown> = {},
  name = 'bill.csv',
) {
  files.setContent({ [name]: content });
  const [file] = await readLocation(files.resolve(name), config);
  return file;
}

const readRows = (rows: ExportRow[], config?: Record<string, unknown>) =>
  readContent(aCsv(rows), config);

async function readParquet(
  rows: ExportRow[],
  options?: Parameters<typeof writeParquet>[2],
) {
  files.setContent({});
  await writeParquet(files.resolve('bill.parquet'), rows, options);
  const [file] = await readLocation(files.resolve('bill.parquet'));
  return file;
}

describe('a charge', () => {
  it('becomes a fact in the words of the register', async () => {
    const { statement, facts } = await readRows([aRow()]);
    expect(statement).toMatchObject({
      standard: 'FOCUS 1.0',
      rows: 1,
      rejectedRows: 0,
      missing: [],
    });
    expect(facts).toEqual([
      {
        periodStart: '2026-09-01',
        currency: 'USD',
        provider: 'aws',
        account: '123456789012',
        resourceId: 'i-0123456789abcdef0',
        resourceKey:
          'arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0',
        resourceName: 'checkout-1',
        resourceType: 'Virtual Machine',
        region: 'eu-west-1',
        category: 'usage',
        correction: false,
        service: 'Amazon Elastic Compute Cloud',
        serviceCategory: 'Compute',
        rows: 1,
        billed: 1_500_000n,
        effective: 1_250_000n,
        list: 2_000_000n,
        contracted: 1_500_000n,
      },
    ]);
  });

  it('is summed up with the others of its keys and with no other', async () => {
    const { facts } = await readRows([
      aRow(),
      aRow({ BilledCost: '-0.5', ChargePeriodStart: '2026-09-02' }),
      aRow({ ChargeCategory: 'Credit', BilledCost: '-1' }),
      aRow({ ChargeClass: 'Correction' }),
      aRow({ BillingCurrency: 'EUR' }),
      aRow({ ServiceName: 'Amazon Elastic Block Store' }),
    ]);
    expect(
      facts
        .map(({ billed, rows, category, correction, currency, service }) =>
          [billed, rows, category, correction, currency, service].join(' '),
        )
        .sort(),
    ).toEqual([
      '-1000000 1 credit false USD Amazon Elastic Compute Cloud',
      '1000000 2 usage false USD Amazon Elastic Compute Cloud',
      '1500000 1 usage false EUR Amazon Elastic Compute Cloud',
      '1500000 1 usage false USD Amazon Elastic Block Store',
      '1500000 1 usage true USD Amazon Elastic Compute Cloud',
    ]);
  });

  it('is of one resource under all the names the bill has for it', async () => {
    const azure = (ResourceId: string, SubAccountId: string) =>
      aRow({ ResourceId, SubAccountId, ProviderName: 'Microsoft' });
    const { facts } = await readRows([
      aRow(),
      aRow({
        ProviderName: 'Amazon Web Services',
        ResourceId:
          'arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0',
        ResourceName: 'a name',
      }),
      azure('/subscriptions/0A/resourceGroups/Shop/disks/d1', '0A'),
      azure(
        'subscriptions/0a/resourcegroups/shop/disks/D1/',
        '/subscriptions/0a',
      ),
    ]);
    expect(
      facts.map(({ resourceKey, account, rows }) => [
        resourceKey,
        account,
        rows,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [
          'arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0',
          '123456789012',
          2,
        ],
        ['/subscriptions/0a/resourcegroups/shop/disks/d1', '0a', 2],
      ]),
    );
    expect(facts).toHaveLength(2);
    expect(facts.map(({ resourceName }) => resourceName)).toContain('a name');
  });

  it('without a resource has no key, and a region only when there is one', async () => {
    const { facts } = await readRows([
      aRow({ ResourceId: undefined, ServiceName: 'Support' }),
      aRow({ ResourceId: ' ', ServiceName: 'Support', RegionId: 'us-east-1' }),
    ]);
    expect(facts).toEqual([
      expect.objectContaining({ service: 'Support', rows: 2 }),
    ]);
    expect(facts[0].resourceKey).toBeUndefined();
    expect(facts[0].resourceId).toBeUndefined();
    expect(facts[0].region).toBeUndefined();
  });

  it('counts list and contracted cost as nothing where they are empty', async () => {
    const { facts, statement } = await readRows([
      aRow({ ListCost: undefined, ContractedCost: '' }),
    ]);
    expect(statement?.rejectedRows).toBe(0);
    expect(facts).toEqual([
      expect.objectContaining({ list: 0n, contracted: 0n }),
    ]);
  });

  it('of nobody and of no service is of an unknown one', async () => {
    const { facts } = await readRows([
      aRow({ ProviderName: undefined, ServiceName: undefined }),
    ]);
    expect(facts).toEqual([
      expect.objectContaining({ provider: 'unknown', service: 'unknown' }),
    ]);
  });
});

describe('amounts', () => {
  it.each([
    ['0.0000005', '0.0000005', 1n],
    ['-0.0000005', '-0.0000005', -1n],
    ['0.00000049', '0.00000049', 0n],
    ['1.50000000000000000000000000', '1.5', 1_500_000n],
    ['0.123456789012345678', '0.123456789012345678', 123_457n],
    ['0.1234567890123456789', '0.1234567890123456789', 123_457n],
    ['8e-07', '0.0000008', 1n],
    ['-3.469446951953614E-18', '-0.000000000000000003469446951953614', 0n],
    ['1.6059899999999998e-05', '0.000016059899999999998', 16n],
    ['1.5e+3', '1500', 1_500_000_000n],
    [
      '12345678901.123456789012345678',
      '12345678901.123456789012345678',
      12_345_678_901_123_457n,
    ],
    ['.5', '0.5', 500_000n],
    ['-0', '0', 0n],
  ])('%s is read exactly', async (text, total, micros) => {
    const { statement, facts } = await readRows([aRow({ BilledCost: text })]);
    expect(statement?.totals.map(({ billed }) => billed)).toEqual([total]);
    expect(facts.map(({ billed }) => billed)).toEqual([micros]);
  });

  it('are rounded once, when they are summed up', async () => {
    const rows = Array.from({ length: 10 }, () =>
      aRow({ BilledCost: '0.0000004' }),
    );
    const { facts } = await readRows(rows);
    expect(facts.map(({ billed }) => billed)).toEqual([4n]);
  });

  it('have exact totals per billing period and currency', async () => {
    const october = {
      BillingPeriodStart: '2026-10-01 00:00:00',
      BillingPeriodEnd: '2026-11-01 00:00:00',
    };
    const { statement } = await readRows([
      aRow({ BilledCost: '0.000000000000000001' }),
      aRow({ BilledCost: '1', ResourceId: undefined }),
      aRow({ BillingCurrency: 'EUR' }),
      aRow({ ...october, BilledCost: '-7.50' }),
    ]);
    expect(statement?.totals).toEqual([
      {
        periodStart: '2026-09-01',
        periodEnd: '2026-10-01',
        currency: 'EUR',
        rows: 1,
        billed: '1.5',
        effective: '1.25',
        list: '2',
        contracted: '1.5',
      },
      {
        periodStart: '2026-09-01',
        periodEnd: '2026-10-01',
        currency: 'USD',
        rows: 2,
        billed: '1.000000000000000001',
        effective: '2.5',
        list: '4',
        contracted: '3',
      },
      {
        periodStart: '2026-10-01',
        periodEnd: '2026-11-01',
        currency: 'USD',
        rows: 1,
        billed: '-7.5',
        effective: '1.25',
        list: '2',
        contracted: '1.5',
      },
    ]);
  });

  it('that are more than a database keeps refuse the file', async () => {
    const rows = Array.from({ length: 11 }, () =>
      aRow({ BilledCost: '999999999999' }),
    );
    expect((await readRows(rows)).refused).toContain(
      'add up to more than the register can keep',
    );
  });
});

describe('a row that cannot be read', () => {
  it.each([
    ['BilledCost', undefined, 'BilledCost is empty'],
    ['BilledCost', 'free', "BilledCost 'free' is no decimal number"],
    ['BilledCost', '1,50', "BilledCost '1,50' is no decimal number"],
    ['EffectiveCost', '', 'EffectiveCost is empty'],
    ['EffectiveCost', '1e', "EffectiveCost '1e' is no decimal number"],
    ['EffectiveCost', 'NaN', "EffectiveCost 'NaN' is no decimal number"],
    ['ListCost', '$2', "ListCost '$2' is no decimal number"],
    [
      'ContractedCost',
      '1e-40',
      "ContractedCost '1e-40' has more digits than can be kept",
    ],
    [
      'BilledCost',
      '1000000000000',
      "BilledCost '1000000000000' is more than the register can keep",
    ],
    [
      'BillingCurrency',
      'usd',
      "BillingCurrency 'usd' is no currency code of three capitals",
    ],
    ['BillingCurrency', undefined, 'BillingCurrency is empty'],
    [
      'BillingPeriodStart',
      '09/01/2026',
      "BillingPeriodStart '09/01/2026' is no date",
    ],
    [
      'BillingPeriodEnd',
      '2026-02-30',
      "BillingPeriodEnd '2026-02-30' is no date",
    ],
    [
      'ChargePeriodStart',
      'yesterday',
      "ChargePeriodStart 'yesterday' is no date and time",
    ],
    ['ChargePeriodEnd', undefined, 'ChargePeriodEnd is empty'],
    [
      'ChargeCategory',
      'Refund',
      "ChargeCategory 'Refund' is none of Usage, Purchase, Tax, Credit, Adjustment",
    ],
  ])('for its %s %s is rejected and listed', async (field, text, reason) => {
    const read = await readRows([aRow(), aRow({ [field]: text }), aRow()]);
    expect(read.refused).toBeUndefined();
    expect(read.statement).toMatchObject({ rows: 3, rejectedRows: 1 });
    expect(read.statement?.totals).toEqual([
      expect.objectContaining({ rows: 2, billed: '3' }),
    ]);
    expect(read.rejects).toEqual([
      { rejected: true, place: `${read.scope}#row 3`, reason, field },
    ]);
  });

  it('is told with what its amounts would have added, as far as they are known', async () => {
    const { statement } = await readRows([
      aRow(),
      aRow({ BilledCost: 'free' }),
      aRow({ ChargeCategory: 'Refund' }),
      aRow({ BillingCurrency: 'dollars' }),
    ]);
    expect(statement?.missing).toEqual([
      { currency: 'USD', rows: 2, billed: '1.5', effective: '2.5' },
      { currency: 'XXX', rows: 1, billed: '1.5', effective: '1.25' },
    ]);
  });

  it('is listed by its record, not by its line', async () => {
    const { rejects } = await readRows([
      aRow({ ResourceName: 'a name\nof two lines' }),
      aRow({ BilledCost: 'free' }),
    ]);
    expect(rejects.map(({ place }) => place.replace(/.*#/, ''))).toEqual([
      'row 3',
    ]);
  });

  it('is listed with the first thousand, and the others are counted', async () => {
    const bad = Array.from({ length: 1003 }, () =>
      aRow({ BilledCost: 'free' }),
    );
    const { statement, rejects } = await readRows([aRow(), ...bad]);
    expect(statement?.rejectedRows).toBe(1003);
    expect(rejects).toHaveLength(1001);
    expect(rejects[0].place).toContain('#row 3');
    expect(rejects[1000].reason).toBe(
      '3 more rows cannot be taken; the first 1000 are listed',
    );
  });

  it('refuses the file when there is no other', async () => {
    const { refused } = await readRows([aRow({ BilledCost: 'free' })]);
    expect(refused).toMatch(
      /^none of its rows can be taken; the first one, .*#row 2: BilledCost 'free'/,
    );
  });

  it('of Parquet, which has no header, is counted from one', async () => {
    const { rejects, statement } = await readParquet([
      aRow({ BilledCost: '1' }),
      aRow({ BilledCost: 'free' }),
    ]);
    expect(statement?.rejectedRows).toBe(1);
    expect(rejects.map(({ place }) => place.replace(/.*#/, ''))).toEqual([
      'row 2',
    ]);
  });
});

describe('a file', () => {
  it.each([',', ';', '\t', '|'])('may be separated by %j', async delimiter => {
    const { facts } = await readContent(aCsv([aRow()], delimiter));
    expect(facts).toHaveLength(1);
  });

  it('may have a byte order mark, Windows line ends and any case in its header', async () => {
    const [header, ...lines] = aCsv([aRow(), aRow()]).split('\n');
    const content = `\ufeff${[header.toLowerCase(), ...lines].join('\r\n')}`;
    const { statement, facts } = await readContent(content);
    expect(statement?.rows).toBe(2);
    expect(facts).toHaveLength(1);
  });

  it('may have instants to the minute', async () => {
    const { statement } = await readRows([
      aRow({
        BillingPeriodStart: '2026-09-01T00:00Z',
        BillingPeriodEnd: '2026-10-01T00:00Z',
        ChargePeriodStart: '2026-09-01T00:00Z',
        ChargePeriodEnd: '2026-09-02T00:00Z',
      }),
    ]);
    expect(statement).toMatchObject({ rows: 1, rejectedRows: 0 });
  });

  it('may be gzip, whatever its name, and of several parts', async () => {
    const [header, row] = aCsv([aRow()]).split(/(?<=\n)/);
    const content = Buffer.concat([aGzip(header + row), aGzip(row)]);
    const { statement } = await readContent(content, {}, 'bill.data');
    expect(statement?.rows).toBe(2);
  });

  it.each([
    ['1.0', {}],
    ['1.1', { SkuMeter: 'hours' }],
    ['1.2', { SkuMeter: 'hours', InvoiceId: '7' }],
  ])('is of FOCUS %s by its columns', async (version, columns) => {
    const { statement } = await readRows([aRow(columns)]);
    expect(statement?.standard).toBe(`FOCUS ${version}`);
  });

  it('of FOCUS 1.3 names who sells the service', async () => {
    const row = aRow({
      ServiceProviderName: 'Databricks',
      HostProviderName: 'AWS',
    });
    const { statement, facts } = await readRows([without(row, 'ProviderName')]);
    expect(statement?.standard).toBe('FOCUS 1.3');
    expect(facts).toEqual([
      expect.objectContaining({ provider: 'databricks' }),
    ]);
  });

  it('may state its version in a column', async () => {
    const stating = (version: string) => aRow({ x_FocusVersion: version });
    expect(
      (await readRows([stating('1.2'), stating('1.2')])).statement?.standard,
    ).toBe('FOCUS 1.2');
    expect((await readRows([stating('2.0')])).refused).toContain(
      "states FOCUS '2.0'",
    );
    expect(
      (await readRows([stating('1.2'), stating('1.1')])).refused,
    ).toContain('FOCUS 1.1');
  });

  it('is of the version its source is configured for', async () => {
    const { statement } = await readRows([aRow()], { version: '1.1' });
    expect(statement?.standard).toBe('FOCUS 1.1');
  });

  it('of Parquet is read with its own types', async () => {
    const { statement, facts } = await readParquet(
      [
        aRow({ BilledCost: '0.1', EffectiveCost: '1e-7', ListCost: '2.5' }),
        aRow({ BilledCost: '0.2', EffectiveCost: '0.30000000000000004' }),
      ],
      {
        types: {
          BilledCost: 'DOUBLE',
          EffectiveCost: 'DOUBLE',
          ListCost: 'DECIMAL(20, 10)',
          ContractedCost: 'DECIMAL(38, 22)',
          BillingPeriodStart: 'TIMESTAMP',
          BillingPeriodEnd: 'TIMESTAMPTZ',
          ChargePeriodStart: 'TIMESTAMP',
          ChargePeriodEnd: 'DATE',
          SubAccountId: 'BIGINT',
        },
        metadata: `{"FOCUS_VERSION": '1.2'}`,
      },
    );
    expect(statement?.standard).toBe('FOCUS 1.2');
    expect(statement?.totals).toEqual([
      {
        periodStart: '2026-09-01',
        periodEnd: '2026-10-01',
        currency: 'USD',
        rows: 2,
        billed: '0.3',
        effective: '0.30000010000000004',
        list: '4.5',
        contracted: '3',
      },
    ]);
    expect(facts).toHaveLength(1);
    expect(facts[0].account).toBe('123456789012');
  });

  it('of Parquet has no amounts in a column of another type', async () => {
    const { refused } = await readParquet(
      [aRow({ BilledCost: '2026-09-01' })],
      { types: { BilledCost: 'DATE' } },
    );
    expect(refused).toBe(
      'column BilledCost is of the type DATE and holds no amounts',
    );
  });
});

describe('a file that is refused', () => {
  const csv = aCsv([aRow(), aRow(), aRow()]);

  it.each([
    ['empty', '', 'the file is empty'],
    ['of a header only', aCsv([]), 'the file has a header and no rows'],
    ['an empty gzip', aGzip(''), 'the file is empty'],
    [
      'JSON',
      '{"BilledCost": 1}\n',
      'the file is no CSV of FOCUS: its first line names neither BilledCost nor BillingCurrency',
    ],
    [
      'a web page',
      '<!doctype html>\n<p>Sign in</p>\n',
      'the file is no CSV of FOCUS',
    ],
    [
      'binary',
      Buffer.from([1, 2, 0, 0, 5]),
      'the file is neither CSV nor Parquet',
    ],
    ['a zip archive', 'PK\u0003\u0004…', 'a zip archive'],
    ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le'), 'UTF-16'],
    [
      'without mandatory columns',
      aCsv([without(aRow(), 'EffectiveCost', 'ChargeClass')]),
      'the file has no column EffectiveCost, ChargeClass, which FOCUS 1.0 makes mandatory',
    ],
    [
      'FOCUS 1.0-preview',
      aCsv([
        { ...without(aRow(), 'ChargeClass'), ChargeSubcategory: 'On-Demand' },
      ]),
      'column ChargeSubcategory is of FOCUS 1.0-preview',
    ],
    [
      'with a row that is cut off',
      csv.slice(0, -40),
      /^line 4 has a quoted text that does not end$/,
    ],
    [
      'with a field too many',
      csv.replace(/\n$/, ',"more"\n'),
      'line 4 has 20 fields where the header has 19',
    ],
    [
      'not in UTF-8',
      Buffer.from(aCsv([aRow({ ResourceName: 'checkout é' })]), 'latin1'),
      'line 2 has characters that are not UTF-8',
    ],
    [
      'with overlapping billing periods',
      aCsv([aRow(), aRow({ BillingPeriodEnd: '2026-09-16' })]),
      'overlap',
    ],
    [
      'with a billing period that ends before it starts',
      aCsv([aRow(), aRow({ BillingPeriodEnd: '2026-08-01' })]),
      'does not end after its start',
    ],
  ])('is %s', async (_, content, reason) => {
    const { refused, facts } = await readContent(content);
    expect(refused).toMatch(reason);
    expect(facts).toEqual([]);
  });

  it('is a gzip that is cut off, wherever', async () => {
    const rows = Array.from({ length: 500 }, (_, index) =>
      aRow({ ResourceId: `i-${(index * 7919) % 1000}` }),
    );
    const gzip = aGzip(aCsv(rows));
    for (const length of [gzip.length - 1, gzip.length - 9, 300]) {
      const { refused } = await readContent(gzip.subarray(0, length));
      expect(refused).toBe('the gzip file is cut off');
    }
  });

  it('is a gzip that is damaged', async () => {
    const gzip = aGzip(csv);
    gzip[gzip.length - 6] ^= 0xff;
    const { refused } = await readContent(gzip);
    expect(refused).toContain('the gzip file is damaged');
  });

  it('is Parquet that is cut off', async () => {
    files.setContent({});
    const path = files.resolve('bill.parquet');
    await writeParquet(path, [aRow()]);
    files.addContent({ 'cut.parquet': 'PAR1 and nothing that follows' });
    const [cut] = await readLocation(files.resolve('cut.parquet'));
    expect(cut.refused).toBe('the Parquet file is cut off or damaged');
  });

  it('is of another month than its path says', async () => {
    files.setContent({ 'billing_period=2026-08': { 'bill.csv': csv } });
    const [file] = await readLocation(
      files.resolve('billing_period=2026-08/bill.csv'),
    );
    expect(file.refused).toContain('and the path says 2026-08');
  });

  it('has several billing periods where its source expects one', async () => {
    const content = aCsv([
      aRow(),
      aRow({
        BillingPeriodStart: '2026-10-01',
        BillingPeriodEnd: '2026-11-01',
      }),
    ]);
    expect((await readContent(content)).refused).toBeUndefined();
    expect(
      (await readContent(content, { billingPeriods: 'one' })).refused,
    ).toContain('the file has 2 billing periods');
  });
});
