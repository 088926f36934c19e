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
import {
  AssetTypeLibrary,
  ObservedThing,
  observedThingSchema,
  RejectedThing,
} from '@itam/plugin-itam-common';
import type { AssetSourceKind } from '@itam/plugin-itam-node';

/** What a source said of one document. */
export interface ReadDocument {
  scope: string;
  refused?: string;
  things: ObservedThing[];
  rejects: RejectedThing[];
}

/** How many things of a document became what. */
export interface DocumentCounts {
  read: number;
  assets: number;
  grouped: number;
  folded: number;
  rejected: number;
}

/** Reads all documents of a location with a source of this kind. */
export async function readDocuments(
  kind: AssetSourceKind,
  location: string,
): Promise<ReadDocument[]> {
  const source = kind.create({
    id: 'samples',
    config: new ConfigReader({ locations: [location] }),
    logger: mockServices.logger.mock(),
    urlReader: mockServices.urlReader.mock(),
    assetTypes: AssetTypeLibrary.create(),
  });
  const documents: ReadDocument[] = [];
  const { signal } = new AbortController();
  for await (const document of source.read({ signal })) {
    const read: ReadDocument = {
      scope: document.scope,
      things: [],
      rejects: [],
    };
    documents.push(read);
    if ('refused' in document) {
      read.refused = document.refused;
      continue;
    }
    if (!('things' in document)) {
      throw new Error(`${document.scope} is a bill, not a list of things`);
    }
    for await (const thing of document.things()) {
      if ('rejected' in thing) {
        read.rejects.push(thing);
      } else {
        read.things.push(observedThingSchema.parse(thing));
      }
    }
  }
  return documents;
}

/** Counts documents as a run counts them. */
export function countsOf(documents: ReadDocument[]): DocumentCounts {
  const things = documents
    .flatMap(document => document.things)
    .filter(thing => !thing.derived);
  const of = (unit: ObservedThing['unit']) =>
    things.filter(thing => thing.unit === unit).length;
  const rejected = documents.flatMap(document => document.rejects).length;
  return {
    read: things.length + rejected,
    assets: of('asset'),
    grouped: of('group'),
    folded: of('fold'),
    rejected,
  };
}
