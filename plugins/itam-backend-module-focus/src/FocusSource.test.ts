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

import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { aCsv, aGzip, aRow } from './__testUtils__/exports';
import { all, aSource, onlyDocument, readAll } from './__testUtils__/reading';

const files = createMockDirectory();
const context = { signal: new AbortController().signal };

const csv = aCsv([aRow()]);
const sha256 = createHash('sha256').update(csv).digest('hex');

function manyRows(count: number) {
  return Array.from({ length: count }, (_, index) =>
    aRow({ ResourceId: `i-${index}` }),
  );
}

/** Temporary folders that readings left behind. */
function leftovers(): string[] {
  return readdirSync(tmpdir()).filter(name =>
    /^itam-(?:file|focus)-/.test(name),
  );
}

describe('reading', () => {
  it('gives every file of a glob, with the hash of its content', async () => {
    files.setContent({ 'a.csv': csv, 'b.csv': csv });
    const source = aSource({ locations: files.resolve('*.csv') });
    expect(await all(source.read(context))).toEqual([
      expect.objectContaining({
        scope: files.resolve('a.csv'),
        fingerprint: sha256,
      }),
      expect.objectContaining({
        scope: files.resolve('b.csv'),
        fingerprint: sha256,
      }),
    ]);
  });

  it('goes on after a location that cannot be read', async () => {
    files.setContent({ 'a.csv': csv });
    const source = aSource({
      locations: [files.resolve('none.csv'), files.resolve('a.csv')],
    });
    expect(await all(source.read(context))).toEqual([
      {
        scope: files.resolve('none.csv'),
        refused: expect.stringContaining('ENOENT'),
      },
      expect.objectContaining({ scope: files.resolve('a.csv') }),
    ]);
  });

  it('refuses files larger than allowed', async () => {
    files.setContent({ 'a.csv': csv });
    const source = aSource({ locations: files.resolve('a.csv'), maxBytes: 10 });
    const [{ refused }] = await readAll(source.read(context));
    expect(refused).toContain('more than the 10 allowed');
  });

  it('streams a URL and leaves nothing behind', async () => {
    const before = leftovers();
    const urlReader = mockServices.urlReader.mock({
      readUrl: async () => ({
        buffer: async () => {
          throw new Error('not to be held in memory');
        },
        stream: () => Readable.from([aGzip(csv)]),
      }),
    });
    const source = aSource(
      { locations: 'https://me:hunter2@blob.example/a.csv.gz' },
      urlReader,
    );
    const [read] = await readAll(source.read(context));
    expect(read.scope).toBe('https://blob.example/a.csv.gz');
    expect(read.facts).toHaveLength(1);
    expect(leftovers()).toEqual(before);
  });

  it('reads a path with the characters of a glob', async () => {
    files.setContent({ 'a [1].csv': csv, 'a 1.csv': 'something else' });
    const source = aSource({ locations: files.resolve('a [[]1].csv') });
    const [read] = await readAll(source.read(context));
    expect(read.scope).toBe(files.resolve('a [1].csv'));
    expect(read.facts).toHaveLength(1);
  });

  it('refuses a file that changes between hash and reading', async () => {
    files.setContent({ 'a.csv': csv });
    const document = await onlyDocument(
      aSource({ locations: files.resolve('a.csv') }),
    );
    await appendFile(files.resolve('a.csv'), '\n');
    await expect(document.readCharges(context)).rejects.toThrow(
      'the file changed while it was read; read it again when it is complete',
    );
  });

  it('ends when the run is cancelled', async () => {
    files.setContent({ 'a.csv': csv });
    const cancelled = { signal: AbortSignal.abort() };
    const source = aSource({ locations: files.resolve('a.csv') });
    await expect(all(source.read(cancelled))).rejects.toThrow('aborted');
  });

  it('interrupts the database when the run is cancelled', async () => {
    const before = leftovers();
    files.setContent({ 'a.csv': aCsv(manyRows(60_000)) });
    const document = await onlyDocument(
      aSource({ locations: files.resolve('a.csv'), threads: 1 }),
    );
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('cancelled by hand')), 50);
    const reading = document
      .readCharges({ signal: abort.signal })
      .then(statement =>
        all(statement.facts()).finally(() => statement.close()),
      );
    await expect(reading).rejects.toThrow('cancelled by hand');
    expect(leftovers()).toEqual(before);
  });

  it('closes everything with the statement, also in the middle of its facts', async () => {
    const before = leftovers();
    files.setContent({ 'a.csv': aCsv(manyRows(5_000)) });
    const document = await onlyDocument(
      aSource({ locations: files.resolve('a.csv') }),
    );
    const statement = await document.readCharges(context);
    expect(leftovers().length).toBeGreaterThan(before.length);
    const sizes: number[] = [];
    for await (const batch of statement.facts()) {
      sizes.push(batch.length);
      break;
    }
    expect(sizes).toEqual([2000]);
    await statement.close();
    await statement.close();
    expect(leftovers()).toEqual(before);
  });

  it('gives the facts of a statement as often as they are asked for', async () => {
    files.setContent({ 'a.csv': aCsv(manyRows(3)) });
    const document = await onlyDocument(
      aSource({ locations: files.resolve('a.csv') }),
    );
    const statement = await document.readCharges(context);
    const [once, again] = [
      await all(statement.facts()),
      await all(statement.facts()),
    ];
    await statement.close();
    expect(once.flat()).toHaveLength(3);
    expect(again).toEqual(once);
  });
});

describe('a pushed file', () => {
  const push = (name: string, content: string | Buffer, config = {}) => {
    const source = aSource({ locations: 'bills/*.csv', ...config });
    return readAll(
      source.readFile?.({ name, content: Buffer.from(content) }, context),
    );
  };

  it('is read as at the place its name fits', async () => {
    const [read] = await push('september.csv', csv);
    expect(read).toMatchObject({
      scope: 'bills/september.csv',
      statement: { rows: 1 },
    });
    expect(read.facts).toHaveLength(1);
  });

  it('is a document of its own name when it fits no place', async () => {
    const [read] = await push('september.csv.gz', aGzip(csv));
    expect(read.scope).toBe('september.csv.gz');
    expect(read.facts).toHaveLength(1);
  });

  it('is refused like any other', async () => {
    const before = leftovers();
    expect(await push('a.csv', csv, { maxBytes: 10 })).toEqual([
      expect.objectContaining({
        refused: expect.stringContaining('more than the 10 allowed'),
      }),
    ]);
    expect(await push('a.csv', '')).toEqual([
      expect.objectContaining({ refused: 'the file is empty' }),
    ]);
    expect(leftovers()).toEqual(before);
  });
});

describe('the configuration', () => {
  it.each([
    [{}, 'itam.sources.focus.bill.locations'],
    [{ locations: [] }, 'itam.sources.focus.bill.locations'],
    [
      { locations: 'a', version: 1 },
      'itam.sources.focus.bill.version: write one of 1.0, 1.1, 1.2, 1.3, in quotes',
    ],
    [{ locations: 'a', version: '1.4' }, 'itam.sources.focus.bill.version'],
    [
      { locations: 'a', billingPeriods: 'two' },
      'itam.sources.focus.bill.billingPeriods: write one or several',
    ],
    [{ locations: 'a', maxBytes: 0 }, 'itam.sources.focus.bill.maxBytes'],
    [
      { locations: 'a', memoryLimit: 'much' },
      'itam.sources.focus.bill.memoryLimit: write a size such as 512MB',
    ],
    [{ locations: 'a', threads: 0 }, 'itam.sources.focus.bill.threads'],
  ])('%j is refused with the field', (config, message) => {
    expect(() => aSource(config)).toThrow(message);
  });

  it('changes the revision when it changes what is read', () => {
    const plain = aSource({ locations: 'a' }).revision;
    expect(aSource({ locations: 'b', threads: 1 }).revision).toBe(plain);
    expect(aSource({ locations: 'a', version: '1.2' }).revision).not.toBe(
      plain,
    );
    expect(
      aSource({ locations: 'a', billingPeriods: 'one' }).revision,
    ).not.toBe(plain);
  });

  it('shows its locations without credentials', () => {
    expect(
      aSource({ locations: 'https://u:p@blob.example/a.csv' }).locations,
    ).toEqual(['https://blob.example/a.csv']);
  });
});
