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

import type { SourceDocumentState } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';

/** A source as the configuration of the last start had it. */
export interface StoredSource {
  id: string;
  kind: string;
  title: string;
  /** The mistake that disables it. */
  error?: string;
  locations: string[];
  schedule?: string;
  acceptsFiles: boolean;
  /** Still in the configuration. */
  configured: boolean;
  assets: number;
  folded: number;
  lastSucceededAt?: string;
}

/** What a reading left of a document. */
export interface DocumentMark {
  scope: string;
  state: 'read' | 'refused';
  fingerprint?: string;
  lineage?: string;
  serial?: number;
  lastRunId?: string;
}

/** What a complete reading of a document notes. */
export interface CompleteMark
  extends Omit<DocumentMark, 'state' | 'lastRunId'> {
  runId: string;
  /** It came as a file. */
  pushed: boolean;
  /** Entities it names and the catalog lacks; as they were if left out. */
  unknownRefs?: string[];
}

/** One page of a list. */
export interface Page {
  limit: number;
  cursor?: string;
}

/** Sources and the documents they read. */
export interface SourceStore {
  /** Writes what the configuration has; others stay, as not configured. */
  sync(
    sources: Array<Omit<StoredSource, 'configured' | 'assets' | 'folded'>>,
  ): Promise<void>;
  find(id: string): Promise<StoredSource | undefined>;
  list(page: Page): Promise<{ items: StoredSource[]; nextCursor?: string }>;
  lastSucceeded(ids: string[]): Promise<Map<string, string>>;
  /** Counts what the source has, and notes a reading that succeeded. */
  settle(id: string, succeededAt?: string): Promise<void>;

  document(sourceId: string, scope: string): Promise<DocumentMark | undefined>;
  documents(
    sourceId: string,
    page: Page,
  ): Promise<{ items: SourceDocumentState[]; nextCursor?: string }>;
  /** Documents this run did not come across, other than pushed ones. */
  documentsNotOf(sourceId: string, runId: string): Promise<DocumentMark[]>;
  /** Notes a refusal; what was known of the document stays. */
  refuse(
    sourceId: string,
    refusal: { scope: string; error: string; runId: string },
  ): Promise<void>;
  /** Notes a complete reading. */
  complete(
    transaction: Knex.Transaction,
    sourceId: string,
    mark: CompleteMark,
  ): Promise<void>;
  /** Entities that documents name and the catalog lacked, by source. */
  unknownRefs(): Promise<Map<string, string[]>>;
  /** Notes that a run did not come across these documents. */
  notFound(
    transaction: Knex.Transaction,
    sourceId: string,
    options: { scopes: string[]; runId: string },
  ): Promise<void>;
  /** Makes documents be read again that hold an observation to apply again. */
  reread(
    transaction: Knex.Transaction,
    options: { assetIds: string[] },
  ): Promise<void>;
}
