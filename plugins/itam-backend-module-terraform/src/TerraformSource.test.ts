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

import {
  mockServices,
  createMockDirectory,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { AssetTypeLibrary } from '@itam/plugin-itam-common';
import { ReadDocument, withoutCredentials } from '@itam/plugin-itam-node';
import { terraformSourceKind } from './TerraformSource';
import { aResource, asFile, aState } from './__testUtils__/states';

const files = createMockDirectory();
const context = { signal: new AbortController().signal };

function aSource(
  config: Record<string, unknown>,
  options: {
    urlReader?: ReturnType<typeof mockServices.urlReader.mock>;
    logger?: ReturnType<typeof mockServices.logger.mock>;
  } = {},
) {
  return terraformSourceKind.create({
    id: 'states',
    config: new ConfigReader(JSON.parse(JSON.stringify(config))),
    logger: options.logger ?? mockServices.logger.mock(),
    urlReader: options.urlReader ?? mockServices.urlReader.mock(),
    assetTypes: AssetTypeLibrary.create(),
  });
}

async function all<T>(items?: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items ?? []) {
    list.push(item);
  }
  return list;
}

async function stackOf(document: ReadDocument) {
  if (!('things' in document)) {
    throw new Error(`${document.scope} is no document of things`);
  }
  const [stack] = await all(document.things());
  return stack;
}

const shop = JSON.stringify(
  aState({ resources: [aResource({ type: 'aws_sqs_queue' })] }),
);

describe('reading', () => {
  it('gives every file of a glob, with fingerprint and revision', async () => {
    files.setContent({ 'a.tfstate': shop, 'b.tfstate': '' });
    const documents = await all(
      aSource({ locations: files.resolve('*.tfstate') }).read(context),
    );
    expect(documents).toEqual([
      expect.objectContaining({
        scope: files.resolve('a.tfstate'),
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        revision: {
          lineage: '0b7c1f5e-0000-4000-a000-000000000001',
          serial: 7,
        },
      }),
      { scope: files.resolve('b.tfstate'), refused: 'the file is empty' },
    ]);
  });

  it('goes on after a location that cannot be read', async () => {
    files.setContent({ 'a.tfstate': shop });
    const documents = await all(
      aSource({
        locations: [files.resolve('none.tfstate'), files.resolve('a.tfstate')],
      }).read(context),
    );
    expect(documents).toEqual([
      {
        scope: files.resolve('none.tfstate'),
        refused: expect.stringContaining('ENOENT'),
      },
      expect.objectContaining({ scope: files.resolve('a.tfstate') }),
    ]);
  });

  it('refuses files larger than allowed', async () => {
    files.setContent({ 'a.tfstate': shop });
    const [document] = await all(
      aSource({ locations: files.resolve('a.tfstate'), maxBytes: 10 }).read(
        context,
      ),
    );
    expect(document).toMatchObject({
      refused: expect.stringContaining('more than the 10 allowed'),
    });
  });

  it('shows no credentials of a location, not even in an error', async () => {
    const secret = 'https://me:hunter2@blob.example/a.tfstate?sig=hunter2&v=1';
    const urlReader = mockServices.urlReader.mock({
      readUrl: async url => {
        throw new Error(`could not read ${url}`);
      },
    });
    const logger = mockServices.logger.mock();
    const source = aSource({ locations: secret }, { urlReader, logger });
    const documents = await all(source.read(context));
    expect(source.locations).toEqual(['https://blob.example/a.tfstate?v=1']);
    expect(documents).toEqual([
      {
        scope: 'https://blob.example/a.tfstate?v=1',
        refused: 'could not read https://blob.example/a.tfstate?v=1',
      },
    ]);
    expect(urlReader.readUrl.mock.calls[0][0]).toBe(secret);
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain('hunter2');
  });

  it.each([
    'https://me:hunt@er2@blob.example/a.tfstate',
    'https://hunter2@blob.example/a.tfstate',
    'https://blob.example/a.tfstate?AWSAccessKeyId=hunter2',
    'https://blob.example/a.tfstate?auth=hunter2',
    'https://blob.example/a.tfstate#access_token=hunter2',
  ])('shows nothing of the secret in %s', location => {
    expect(withoutCredentials(location)).toBe('https://blob.example/a.tfstate');
  });

  it('shows no credentials of an address the reader made of the location', async () => {
    const urlReader = mockServices.urlReader.mock({
      readUrl: async () => {
        throw new Error(
          'https://me:hunter2@blob.example/a could not be read as "https://api.blob.example/a?x=1&sig=hunter2", 404 (https://hunter2@b/c)',
        );
      },
    });
    const source = aSource(
      { locations: 'https://blob.example/a' },
      { urlReader },
    );
    expect(await all(source.read(context))).toEqual([
      {
        scope: 'https://blob.example/a',
        refused:
          'https://blob.example/a could not be read as "https://api.blob.example/a?x=1", 404 (https://b/c)',
      },
    ]);
  });

  it('ends when the run is cancelled', async () => {
    files.setContent({ 'a.tfstate': shop });
    const cancelled = { signal: AbortSignal.abort() };
    await expect(
      all(aSource({ locations: files.resolve('a.tfstate') }).read(cancelled)),
    ).rejects.toThrow('aborted');
  });
});

describe('a pushed file', () => {
  const scopeOf = async (name: string, locations: string[]) => {
    const source = aSource({ locations });
    const [document] = await all(
      source.readFile?.({ name, content: asFile(shop) }, context),
    );
    return document.scope;
  };

  it('is read as at the place its name fits', async () => {
    expect(await scopeOf('shop.tfstate', ['states/*.tfstate'])).toBe(
      'states/shop.tfstate',
    );
    expect(await scopeOf('states/shop.tfstate', ['states/*.tfstate'])).toBe(
      'states/shop.tfstate',
    );
    expect(
      await scopeOf('shop.tfstate', ['other.tfstate', 'a/b/shop.tfstate']),
    ).toBe('a/b/shop.tfstate');
  });

  it('is a document of its own name when it fits no place', async () => {
    expect(await scopeOf('odd.json', ['states/*.tfstate'])).toBe('odd.json');
  });

  it('is refused like any other', async () => {
    const source = aSource({ locations: 'a.tfstate' });
    const pushed = { name: 'a.tfstate', content: asFile('{"version": 3') };
    expect(await all(source.readFile?.(pushed, context))).toEqual([
      { scope: 'a.tfstate', refused: expect.stringContaining('truncated') },
    ]);
  });
});

describe('the entity of a stack', () => {
  it.each([
    [
      'for all',
      { entityRef: 'component:default/infra' },
      'component:default/infra',
    ],
    [
      'by name',
      { entityRef: 'component:default/{{name}}' },
      'component:default/shop',
    ],
    [
      'by location',
      [
        { locations: '**/other.tfstate', entityRef: 'component:default/other' },
        { locations: ['**/sh*.tfstate'], entityRef: 'component:default/found' },
      ],
      'component:default/found',
    ],
    [
      'of other locations only',
      [{ locations: '**/other.tfstate', entityRef: 'component:default/other' }],
      undefined,
    ],
    ['not at all', undefined, undefined],
  ])('is configured %s', async (_, stack, entityRef) => {
    files.setContent({ 'shop.tfstate': shop });
    const source = aSource({ locations: files.resolve('shop.tfstate'), stack });
    const [document] = await all(source.read(context));
    expect(await stackOf(document)).toHaveProperty('entityRef', entityRef);
  });
});

describe('the configuration', () => {
  it.each([
    [{}, 'itam.sources.terraform.states.locations'],
    [{ locations: [] }, 'itam.sources.terraform.states.locations'],
    [
      { locations: 'a', maxBytes: '1' },
      'itam.sources.terraform.states.maxBytes',
    ],
    [
      { locations: 'a', stack: { entityRef: 'infra' } },
      'itam.sources.terraform.states.stack',
    ],
    [
      { locations: 'a', types: { aws_vpc: { type: 'vpc' } } },
      "itam.sources.terraform.states.types.aws_vpc.type: there is no asset type 'vpc'",
    ],
  ])('%j is refused with the field', (config, message) => {
    expect(() => aSource(config)).toThrow(message);
  });

  it('changes the revision when it changes what is read', () => {
    const plain = aSource({ locations: 'a' }).revision;
    expect(aSource({ locations: 'b' }).revision).toBe(plain);
    expect(
      aSource({ locations: 'a', types: { aws_vpc: { unit: 'fold' } } })
        .revision,
    ).not.toBe(plain);
    expect(
      aSource({ locations: 'a', stack: { entityRef: 'component:default/x' } })
        .revision,
    ).not.toBe(plain);
  });
});

describe('locations', () => {
  it.each([
    ['states/a.tfstate', 'states/a.tfstate'],
    ['https://git.example/a?ref=main', 'https://git.example/a?ref=main'],
    ['https://u:p@git.example/a', 'https://git.example/a'],
    ['https://git.example/@infra/a', 'https://git.example/@infra/a'],
    [
      'https://s3.example/a?X-Amz-Signature=1&versionId=2',
      'https://s3.example/a?versionId=2',
    ],
  ])('%s is shown as %s', (location, shown) => {
    expect(withoutCredentials(location)).toBe(shown);
  });
});
