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
  applyChanges,
  AssetHistoryEntry,
  AssetState,
  differingFields,
  HistoryFields,
  historyFieldsOf,
  HistoryProblem,
  isAssetField,
} from '@itam/plugin-itam-common';
import { storable } from '../../database';

/** A line of an asset's history, as far as it is compared with the asset. */
export interface AssetLine {
  version: number;
  changes: AssetHistoryEntry['changes'];
}

/**
 * Compares an asset with its history: the versions have to follow one another,
 * and what they come to has to be the asset as it is.
 */
export class AssetInspection {
  readonly #assetId: string;
  readonly #fields: HistoryFields = new Map();
  readonly #problems: HistoryProblem[] = [];
  #version = 0;

  constructor(assetId: string) {
    this.#assetId = assetId;
  }

  /** Takes the next line, with the names of the persons in it. */
  add(line: AssetLine): void {
    if (line.version !== this.#version + 1) {
      this.#missing(this.#version + 1, line.version - 1);
    }
    this.#version = line.version;
    applyChanges(this.#fields, line.changes);
  }

  /** What was touched; there is no state of an asset that is gone. */
  finish(state: AssetState | 'unreadable' | undefined): HistoryProblem[] {
    if (state === 'unreadable') {
      this.#changed([], 'the register cannot read what it holds of it');
      return this.#problems;
    }
    if (!state) {
      return [...this.#fields.keys()].some(isAssetField)
        ? [...this.#problems, this.#gone()]
        : this.#problems;
    }
    if (state.version > this.#version) {
      this.#missing(this.#version + 1, state.version);
    }
    if (state.version < this.#version) {
      this.#changed(
        ['version'],
        `the asset is at version ${state.version}, its history at ${
          this.#version
        }`,
      );
    }
    if (this.#problems.length === 0) {
      this.#compare(state);
    }
    return this.#problems;
  }

  #compare(state: AssetState): void {
    // the columns of the asset hold texts the database can store
    const told = new Map(
      [...this.#fields].map(([field, value]) => [field, storable(value)]),
    );
    const fields = differingFields(told, historyFieldsOf(state));
    if (fields.length > 0) {
      this.#changed(
        fields,
        `what the register holds of the asset is not what its history says: ${fields.join(
          ', ',
        )}`,
      );
    }
  }

  #missing(first: number, last: number): void {
    this.#problems.push({
      kind: 'line-removed',
      assetId: this.#assetId,
      version: first,
      message:
        last > first
          ? `The lines of the versions ${first} to ${last} of the asset ${
              this.#assetId
            } are gone from the history.`
          : `The line of version ${first} of the asset ${
              this.#assetId
            } is gone from the history.`,
    });
  }

  #changed(fields: string[], what: string): void {
    this.#problems.push({
      kind: 'asset-changed',
      assetId: this.#assetId,
      version: this.#version,
      fields,
      message: `Asset ${this.#assetId}: ${what}.`,
    });
  }

  #gone(): HistoryProblem {
    return {
      kind: 'asset-removed',
      assetId: this.#assetId,
      version: this.#version,
      message: `The asset ${
        this.#assetId
      } is gone from the register, and its history does not say so.`,
    };
  }
}
