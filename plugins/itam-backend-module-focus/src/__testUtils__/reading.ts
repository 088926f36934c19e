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

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { AssetTypeLibrary, RejectedThing } from '@itam/plugin-itam-common';
import type {
  AssetSource,
  ChargeDocument,
  ChargeFact,
  ChargeStatement,
  ReadDocument,
} from '@itam/plugin-itam-node';
import { focusSourceKind } from '../FocusSource';

/** What a file was read to say, or why it was refused. */
export interface ReadFile {
  scope: string;
  refused?: string;
  statement?: ChargeStatement;
  facts: ChargeFact[];
  rejects: RejectedThing[];
}

/** A source of these options. */
export function aSource(
  config: Record<string, unknown>,
  urlReader = mockServices.urlReader.mock(),
) {
  return focusSourceKind.create({
    id: 'bill',
    config: new ConfigReader(JSON.parse(JSON.stringify(config))),
    logger: mockServices.logger.mock(),
    urlReader,
    assetTypes: AssetTypeLibrary.create(),
  });
}

/** All items. */
export async function all<T>(items: AsyncIterable<T> = none()): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) {
    list.push(item);
  }
  return list;
}

async function* none() {}

/** The only document of a source, which must not be refused. */
export async function onlyDocument(
  source: AssetSource,
): Promise<ChargeDocument> {
  const { signal } = new AbortController();
  const [document] = await all(source.read({ signal }));
  if (!('readCharges' in document)) {
    throw new Error(`${document.scope} is no document of charges`);
  }
  return document;
}

/** Reads documents to their end, one after the other. */
export async function readAll(
  documents: AsyncIterable<ReadDocument> = none(),
  signal = new AbortController().signal,
): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  for await (const document of documents) {
    files.push(await readOne(document, signal));
  }
  return files;
}

async function readOne(
  document: ReadDocument,
  signal: AbortSignal,
): Promise<ReadFile> {
  const { scope } = document;
  const nothing = { scope, facts: [], rejects: [] };
  if (!('readCharges' in document)) {
    return {
      ...nothing,
      refused: 'refused' in document ? document.refused : 'of another kind',
    };
  }
  try {
    const statement = await document.readCharges({ signal });
    try {
      const facts = (await all(statement.facts())).flat();
      const rejects = await all(statement.rejects());
      return { scope, statement, facts, rejects };
    } finally {
      await statement.close();
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'InputError') {
      return { ...nothing, refused: error.message };
    }
    throw error;
  }
}

/** Reads the files of a location. */
export async function readLocation(
  location: string,
  config: Record<string, unknown> = {},
): Promise<ReadFile[]> {
  const signal = new AbortController().signal;
  const source = aSource({ ...config, locations: location });
  return readAll(source.read({ signal }), signal);
}
