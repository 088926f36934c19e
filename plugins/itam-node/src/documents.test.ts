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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  assertUnchanged,
  FileLocations,
  FileOnDisk,
  locateFiles,
  pushedOnDisk,
  readLocations,
  sha256,
  UnreadableLocation,
} from './documents';

const files = createMockDirectory();

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) {
    list.push(item);
  }
  return list;
}

/** A URL reader that has one content for every URL. */
function aReader(options: {
  content: string;
  streamed?: boolean;
  found?: string[];
}) {
  const { content, streamed = true, found = [] } = options;
  return mockServices.urlReader.mock({
    readUrl: async () => ({
      buffer: async () => Buffer.from(content),
      ...(streamed && {
        stream: () => Readable.from([...content].map(c => Buffer.from(c))),
      }),
    }),
    search: async () => ({
      etag: '',
      files: found.map(url => ({
        url,
        content: async () => Buffer.from(`held: ${content}`),
      })),
    }),
  });
}

const located = (options: Partial<FileLocations>) => ({
  locations: [],
  urlReader: mockServices.urlReader.mock(),
  ...options,
});

function leftovers(): string[] {
  return readdirSync(tmpdir()).filter(name => name.startsWith('itam-file-'));
}

function onDisk(file: FileOnDisk | UnreadableLocation): FileOnDisk {
  if ('error' in file) {
    throw new Error(file.error);
  }
  return file;
}

/** The files with their content, which is there only while they are looked at. */
async function contents(
  found: AsyncIterable<FileOnDisk | UnreadableLocation>,
): Promise<string[]> {
  const list: string[] = [];
  for await (const file of found) {
    list.push(
      'error' in file
        ? `${file.location}: ${file.error}`
        : `${file.location}: ${readFileSync(file.path, 'utf8')}`,
    );
  }
  return list;
}

describe('both ways to read locations', () => {
  const ways: Array<
    [
      string,
      (
        options: FileLocations,
      ) => AsyncIterable<{ location: string; error?: string; sha256?: string }>,
    ]
  > = [
    ['into memory', readLocations],
    ['on disk', locateFiles],
  ];

  it.each(ways)(
    '%s give the files of paths, globs and URLs',
    async (_, read) => {
      files.setContent({ 'a.csv': 'content', 'b.csv': 'content' });
      const found = await all(
        read(
          located({
            locations: ['*.csv', 'b.csv', 'https://blob.example/c.csv'],
            cwd: files.path,
            urlReader: aReader({ content: 'content' }),
          }),
        ),
      );
      expect(found.map(({ location }) => location)).toEqual([
        'a.csv',
        'b.csv',
        'b.csv',
        'https://blob.example/c.csv',
      ]);
      expect(found.map(file => file.sha256)).toEqual(
        found.map(() => sha256('content')),
      );
    },
  );

  it.each(ways)('%s go on after what cannot be read', async (_, read) => {
    files.setContent({ 'a.csv': 'content' });
    const found = await all(
      read(
        located({ locations: ['none.csv', '*.txt', 'a.csv'], cwd: files.path }),
      ),
    );
    expect(found).toEqual([
      { location: 'none.csv', error: expect.stringContaining('ENOENT') },
      { location: '*.txt', error: 'no file matches *.txt' },
      expect.objectContaining({ location: 'a.csv' }),
    ]);
  });

  it.each(ways)(
    '%s stop in the middle of what is too large',
    async (_, read) => {
      let given = 0;
      const urlReader = mockServices.urlReader.mock({
        readUrl: async () => ({
          buffer: async () => Buffer.alloc(0),
          stream: () =>
            Readable.from(
              (function* endless() {
                for (;;) {
                  given++;
                  yield Buffer.alloc(100);
                }
              })(),
            ),
        }),
      });
      const found = await all(
        read(
          located({
            locations: ['https://blob.example/a'],
            urlReader,
            maxBytes: 1000,
          }),
        ),
      );
      expect(found).toEqual([
        {
          location: 'https://blob.example/a',
          error: expect.stringContaining('more than the 1000 bytes allowed'),
        },
      ]);
      expect(given).toBeLessThan(100);
    },
  );

  it.each(ways)('%s refuse a large file by its size', async (_, read) => {
    files.setContent({ 'a.csv': 'content' });
    expect(
      await all(
        read(located({ locations: ['a.csv'], cwd: files.path, maxBytes: 6 })),
      ),
    ).toEqual([
      {
        location: 'a.csv',
        error: expect.stringContaining('7 bytes, more than the 6 allowed'),
      },
    ]);
  });

  it.each(ways)('%s end when they are aborted', async (_, read) => {
    files.setContent({ 'a.csv': 'content' });
    const abort = new AbortController();
    const reading = read(
      located({
        locations: ['a.csv', 'a.csv'],
        cwd: files.path,
        signal: abort.signal,
      }),
    );
    const seen: string[] = [];
    const end = (async () => {
      for await (const { location } of reading) {
        seen.push(location);
        abort.abort(new Error('cancelled by hand'));
      }
    })();
    await expect(end).rejects.toThrow('cancelled by hand');
    expect(seen).toEqual(['a.csv']);
  });

  it.each(ways)('%s show no credentials of a URL', async (_, read) => {
    const urlReader = mockServices.urlReader.mock({
      readUrl: async url => {
        throw new Error(`could not read ${url}`);
      },
    });
    const [found] = await all(
      read(
        located({
          locations: ['https://me:hunter2@blob.example/a'],
          urlReader,
        }),
      ),
    );
    expect(found.error).toBe('could not read https://blob.example/a');
  });
});

describe('files on disk', () => {
  it('are where they are, if they are on this machine', async () => {
    files.setContent({ 'a.csv': 'content' });
    expect(
      await all(locateFiles(located({ locations: [files.resolve('a.csv')] }))),
    ).toEqual([
      {
        location: files.resolve('a.csv'),
        path: files.resolve('a.csv'),
        sha256: sha256('content'),
        bytes: 7,
        stamp: expect.any(String),
      },
    ]);
  });

  it.each([true, false])(
    'from a URL last until the next one is asked for (streamed: %s)',
    async streamed => {
      const before = leftovers();
      const urlReader = aReader({ content: 'content', streamed });
      const locations = ['https://blob.example/a', 'https://blob.example/b'];
      const paths: string[] = [];
      const seen: string[] = [];
      for await (const file of locateFiles(located({ locations, urlReader }))) {
        const { path } = onDisk(file);
        paths.push(path);
        seen.push(
          ...paths.filter(one => existsSync(one)),
          readFileSync(path, 'utf8'),
        );
      }
      expect(seen).toEqual([paths[0], 'content', paths[1], 'content']);
      expect(leftovers()).toEqual(before);
    },
  );

  it('found by a pattern are streamed one by one', async () => {
    const urlReader = aReader({
      content: 'content',
      found: ['https://blob.example/a', 'https://blob.example/b'],
    });
    const locations = ['https://blob.example/*'];
    expect(
      await contents(locateFiles(located({ locations, urlReader }))),
    ).toEqual([
      'https://blob.example/a: content',
      'https://blob.example/b: content',
    ]);
  });

  it('found by a pattern are taken as they were found where that fails', async () => {
    const urlReader = aReader({
      content: 'content',
      found: ['https://blob.example/a'],
    });
    urlReader.readUrl.mockRejectedValue(new Error('no such thing'));
    const locations = ['https://blob.example/*'];
    expect(
      await contents(locateFiles(located({ locations, urlReader }))),
    ).toEqual(['https://blob.example/a: held: content']);
  });

  it('leave nothing behind when the reader breaks off', async () => {
    const before = leftovers();
    const urlReader = mockServices.urlReader.mock({
      readUrl: async () => ({
        buffer: async () => Buffer.alloc(0),
        stream: () =>
          Readable.from(
            (function* broken() {
              yield Buffer.from('some');
              throw new Error('connection lost');
            })(),
          ),
      }),
    });
    const locations = ['https://blob.example/a'];
    expect(await all(locateFiles(located({ locations, urlReader })))).toEqual([
      { location: 'https://blob.example/a', error: 'connection lost' },
    ]);
    expect(leftovers()).toEqual(before);
  });

  it('leave nothing behind when nobody wants the rest', async () => {
    const before = leftovers();
    const urlReader = aReader({ content: 'content' });
    const locations = ['https://blob.example/a', 'https://blob.example/b'];
    for await (const file of locateFiles(located({ locations, urlReader }))) {
      expect(file).toHaveProperty('path');
      break;
    }
    expect(leftovers()).toEqual(before);
  });

  it('are told apart from what they become', async () => {
    files.setContent({ 'a.csv': 'content' });
    const [found] = await all(
      locateFiles(located({ locations: [files.resolve('a.csv')] })),
    );
    const file = onDisk(found);
    await expect(assertUnchanged(file)).resolves.toBeUndefined();
    await appendFile(file.path, 'more');
    await expect(assertUnchanged(file)).rejects.toThrow('changed while');
    files.clear();
    await expect(assertUnchanged(file)).rejects.toThrow('changed while');
  });

  it('may be pushed', async () => {
    const before = leftovers();
    expect(
      await contents(pushedOnDisk('a.csv', Buffer.from('content'))),
    ).toEqual(['a.csv: content']);
    expect(leftovers()).toEqual(before);
  });
});
