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

import { ItamDatabase, SettingsStore } from '../../database';
import type { PermittedAssets } from '../access';
import { DatabaseHistoryStore } from './DatabaseHistoryStore';
import { HistorySealer } from './HistorySealer';
import { HistoryService } from './HistoryService';
import { HistoryVerifier } from './HistoryVerifier';
import { HistoryWatch } from './HistoryWatch';
import { createHistoryHandlers, HistoryHandlers } from './routes';

/** The history of the register: told, sealed, verified, and names erased. */
export class HistorySlice {
  readonly sealer: HistorySealer;
  readonly watch: HistoryWatch;
  readonly handlers: HistoryHandlers;

  static create(options: {
    database: Pick<ItamDatabase, 'knex'>;
    assets: PermittedAssets;
    now?: () => Date;
  }): HistorySlice {
    return new HistorySlice(options);
  }

  private constructor(options: {
    database: Pick<ItamDatabase, 'knex'>;
    assets: PermittedAssets;
    now?: () => Date;
  }) {
    const { database, assets, now } = options;
    const { knex } = database;
    const verifier = new HistoryVerifier({ knex });
    this.sealer = new HistorySealer({ database, now });
    this.watch = new HistoryWatch({
      verifier,
      settings: new SettingsStore({ knex }),
      now,
    });
    this.handlers = createHistoryHandlers({
      verifier,
      watch: this.watch,
      service: new HistoryService({
        assets,
        store: new DatabaseHistoryStore({ knex, now }),
      }),
    });
  }
}
