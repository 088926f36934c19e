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
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type {
  AssetTypeLibrary,
  ObservedThingInput,
  RejectedThing,
} from '@itam/plugin-itam-common';
import type { ChargeDocument } from './charges';

/**
 * One document a source has read: a state file, a snapshot, the answer of an
 * API for one account. It is applied whole or refused whole; only a document
 * that was read to its end can make things missing.
 *
 * @public
 */
export interface SourceDocument {
  /** Where it is, as people name it; the same at every reading. */
  scope: string;
  /**
   * Changes when the content does (hash, ETag). A document with the
   * fingerprint of its last complete reading is skipped.
   */
  fingerprint: string;
  /**
   * Order among versions of the document: another lineage, or an older serial
   * of the same one, is refused.
   */
  revision?: { lineage: string; serial: number };
  /**
   * What the document says. Throwing refuses the whole document, and nothing
   * of it is applied.
   */
  things(): AsyncIterable<ObservedThingInput | RejectedThing>;
}

/**
 * A document that could not be read: the run goes on with the others, what was
 * known from it stays.
 *
 * @public
 */
export interface RefusedDocument {
  scope: string;
  refused: string;
}

/**
 * What a source comes across while it reads.
 *
 * @public
 */
export type ReadDocument = SourceDocument | ChargeDocument | RefusedDocument;

/** What a reading may use. @public */
export interface ReadContext {
  /** Ends when the run is cancelled, times out or lost its lease. */
  signal: AbortSignal;
}

/**
 * A file handed in by API or browser.
 *
 * @public
 */
export interface PushedFile {
  name: string;
  content: Uint8Array;
}

/**
 * Something that observes or declares assets, or bills them: one configured instance of a
 * source kind.
 *
 * @public
 */
export interface AssetSource {
  /** Locations as configured, without credentials, for the source's page. */
  readonly locations: string[];
  /**
   * Part of every fingerprint: changes when the source would read the same
   * document differently (its mapping, its options).
   */
  readonly revision: string;
  /** Reads all documents. Throwing fails the run; the last good state stays. */
  read(context: ReadContext): AsyncIterable<ReadDocument>;
  /**
   * Reads a pushed file exactly as {@link AssetSource.read} would read it at
   * its place. Left out by sources that read no files.
   */
  readFile?(
    file: PushedFile,
    context: ReadContext,
  ): AsyncIterable<ReadDocument>;
}

/** What a source kind gets to make a source. @public */
export interface AssetSourceOptions {
  /** The id from the configuration. */
  id: string;
  /** The configuration below `itam.sources.<kind>.<id>`. */
  config: Config;
  logger: LoggerService;
  urlReader: UrlReaderService;
  assetTypes: AssetTypeLibrary;
}

/**
 * A kind of source, brought by a module: `terraform`, `aws`, …
 *
 * @public
 */
export interface AssetSourceKind {
  /** The key below `itam.sources`. */
  kind: string;
  /** What people call it. */
  title: string;
  /**
   * Makes a source from its configuration.
   *
   * @throws InputError when the configuration has a mistake: the source is
   * shown as disabled with the message, the others go on.
   */
  create(options: AssetSourceOptions): AssetSource;
}
