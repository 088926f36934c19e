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
  decideMissing,
  LifecycleModel,
  MissingDecision,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterChange } from '../register/Register';
import { breathe, partsOf } from './abortable';
import { notSeenChange } from './assetChange';
import type { ObservationRow } from './ObservationStore';
import type { DiscoveryGround } from './reading';
import type { SourceSettings } from './sourceSettings';

/** On whose behalf things go missing. */
export interface AbsenceContext {
  sourceId: string;
  runId: string;
  settings: SourceSettings;
  dryRun: boolean;
  fence: (transaction: Knex.Transaction) => Promise<void>;
}

/** What becomes of things that readings no longer find. */
export class Absences {
  readonly #ground: DiscoveryGround;

  constructor(ground: DiscoveryGround) {
    this.#ground = ground;
  }

  /** Who waits, who is missing, and who is held because it would be too many. */
  decide(
    absent: ObservationRow[],
    options: { present: number; settings: SourceSettings },
  ): MissingDecision<ObservationRow> {
    return decideMissing(
      { present: options.present, absent },
      options.settings.missing,
    );
  }

  /**
   * Makes things missing. An asset that no source sees any more gets the status
   * its lifecycle model ends with; one that another observation still sees
   * takes its facts from there at the next reading.
   *
   * @returns how many assets nobody sees any more.
   */
  async makeMissing(
    due: ObservationRow[],
    context: AbsenceContext,
  ): Promise<number> {
    let gone = 0;
    for (const rows of partsOf(due, this.#ground.register.batchSize)) {
      gone += await this.#makeMissing(rows, context);
      await breathe();
    }
    return gone;
  }

  async #makeMissing(
    rows: ObservationRow[],
    context: AbsenceContext,
  ): Promise<number> {
    const { register, observations, sources, knex } = this.#ground;
    const rowIds = rows.map(({ id }) => id);
    const assetIds = [
      ...new Set(
        rows.flatMap(({ unit, assetId }) =>
          unit !== 'fold' && assetId ? [assetId] : [],
        ),
      ),
    ];
    const still = await observations.stillPresent(undefined, assetIds, rowIds);
    const gone = assetIds.filter(id => !still.has(id));
    if (context.dryRun) {
      return gone.length;
    }
    const alongside = async (transaction: Knex.Transaction) => {
      await context.fence(transaction);
      await observations.markMissing(transaction, rowIds);
      await observations.applyAgain(transaction, [...still]);
      await sources.reread(transaction, { assetIds: [...still] });
    };
    const changes = await this.#endings(gone, context);
    await (changes.length > 0
      ? register.apply({ changes, alongside })
      : knex.transaction(alongside));
    return gone.length;
  }

  async #endings(
    assetIds: string[],
    context: AbsenceContext,
  ): Promise<RegisterChange[]> {
    const { assetTypes, lifecycleModels } = this.#ground;
    const states = await this.#ground.register.states(assetIds);
    return [...states.values()].flatMap(state => {
      const type = assetTypes.find(state.type);
      const status =
        type && endStatusOf(lifecycleModels.get(type.lifecycleModel));
      return status && status !== state.status
        ? [
            {
              assetId: state.id,
              change: notSeenChange({
                sourceId: context.sourceId,
                runId: context.runId,
                status,
                reason: `not found in ${context.settings.missing.missingAfter} complete readings of ${context.sourceId}`,
              }),
            },
          ]
        : [];
    });
  }
}

/** The status a source may report for what has ceased to exist. */
function endStatusOf(model: LifecycleModel): string | undefined {
  return model.observableStatuses.find(status => {
    const { terminal, stage } = model.statuses[status];
    return terminal && stage === 'dispose';
  });
}
