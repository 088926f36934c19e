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

import type { FieldProvenance } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { AppliedChange, RegisterFollower } from '../register/Register';
import type { ObservationStore } from './ObservationStore';
import type { SourceStore } from './SourceStore';

/**
 * When a person locks or unlocks a field, what sources said of the asset is
 * weighed again at their next reading, even if they still say the same.
 */
export class ObservationFollower implements RegisterFollower {
  readonly #observations: ObservationStore;
  readonly #sources: SourceStore;

  constructor(options: {
    observations: ObservationStore;
    sources: SourceStore;
  }) {
    this.#observations = options.observations;
    this.#sources = options.sources;
  }

  async follow(
    transaction: Knex.Transaction,
    changes: AppliedChange[],
  ): Promise<void> {
    const assetIds = changes
      .filter(
        ({ before, after }) =>
          before && lockedIn(before.fields) !== lockedIn(after.fields),
      )
      .map(({ after }) => after.id);
    await this.#observations.applyAgain(transaction, assetIds);
    await this.#sources.reread(transaction, { assetIds });
  }
}

function lockedIn(fields: FieldProvenance[]): string {
  return fields
    .flatMap(({ field, locked }) => (locked ? [field] : []))
    .sort()
    .join(' ');
}
