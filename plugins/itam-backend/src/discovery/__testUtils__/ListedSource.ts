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

import type {
  ObservedThingInput,
  RejectedThing,
} from '@itam/plugin-itam-common';
import { InputError } from '@backstage/errors';
import type {
  AssetSource,
  AssetSourceKind,
  ChargeDocument,
  PushedFile,
  ReadContext,
  ReadDocument,
  RefusedDocument,
  SourceDocument,
} from '@itam/plugin-itam-node';
import {
  contentOf,
  ListedBill,
  statementOf,
} from '../../costs/__testUtils__/statements';

/** A document as a test writes it down. */
export interface ListedDocument {
  scope: string;
  things: Array<ObservedThingInput | RejectedThing>;
  /** The content's, if left out. */
  fingerprint?: string;
  revision?: SourceDocument['revision'];
  /** The document turns out to be broken after its things. */
  broken?: string;
}

/** What a listed source holds, for the test to change. */
export interface Listing {
  documents: Array<ListedDocument | ListedBill | RefusedDocument>;
  /** The whole reading fails after the documents. */
  failure?: string;
  revision: string;
}

/** A source that reads what a test has listed. */
export class ListedSource implements AssetSource {
  readonly locations = ['listed'];
  readonly #listing: Listing;

  /** The kind `listed`; every source of it reads the listing of its id. */
  static kind(listingOf: (sourceId: string) => Listing): AssetSourceKind {
    return {
      kind: 'listed',
      title: 'Listed',
      create: ({ id }) => new ListedSource(listingOf(id)),
    };
  }

  constructor(listing: Listing) {
    this.#listing = listing;
  }

  get revision(): string {
    return this.#listing.revision;
  }

  async *read(_context: ReadContext): AsyncIterable<ReadDocument> {
    for (const document of this.#listing.documents) {
      if ('refused' in document) {
        yield document;
      } else {
        yield 'rows' in document ? toBill(document) : toDocument(document);
      }
    }
    if (this.#listing.failure) {
      throw new Error(this.#listing.failure);
    }
  }

  async *readFile(file: PushedFile): AsyncIterable<ReadDocument> {
    const content = JSON.parse(Buffer.from(file.content).toString('utf8'));
    yield 'rows' in content
      ? toBill({ ...content, scope: file.name })
      : toDocument({ scope: file.name, things: content });
  }
}

function toDocument(document: ListedDocument): SourceDocument {
  return {
    scope: document.scope,
    fingerprint: document.fingerprint ?? JSON.stringify(document.things),
    revision: document.revision,
    async *things() {
      yield* document.things;
      if (document.broken) {
        throw new Error(document.broken);
      }
    },
  };
}

function toBill(bill: ListedBill): ChargeDocument {
  return {
    scope: bill.scope,
    fingerprint: contentOf(bill),
    async readCharges() {
      if (bill.refusal) {
        throw new InputError(bill.refusal);
      }
      return statementOf(bill);
    },
  };
}

/** A database nobody owns yet. */
export function aThing(
  thing: Partial<ObservedThingInput> & { sourceKey: string },
): ObservedThingInput {
  return {
    place: `main.tf ${thing.sourceKey}`,
    unit: 'asset',
    type: 'object-storage',
    name: thing.sourceKey,
    keys: [{ type: 'provider-id', value: `arn:${thing.sourceKey}` }],
    provider: 'aws',
    ...thing,
  };
}

/** Something that is only plumbing of another thing. */
export function aFold(sourceKey: string, parent: string): ObservedThingInput {
  return aThing({
    sourceKey,
    unit: 'fold',
    type: 'access-rule',
    providerType: 'aws_bucket_policy',
    keys: [],
    parent: { sourceKey: parent },
  });
}
