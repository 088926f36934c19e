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
  AssetTypeLibrary,
  LifecycleLibrary,
  RelationLibrary,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { EntityIndex } from '../catalog/EntityIndex';
import type { ChargeBook } from '../costs/ChargeBook';
import type { Register } from '../register/Register';
import type { ObservationStore } from './ObservationStore';
import type { OwnershipResolver } from './OwnershipResolver';
import type { RunStore } from './RunStore';
import type { RunTally } from './RunTally';
import type { SourceStore } from './SourceStore';
import type { ReadableSource } from './SourceRegistry';
import type { ImaginedAssets } from './UnitMatcher';

/** What every reading of every source works with. */
export interface DiscoveryGround {
  knex: Knex;
  register: Register;
  charges: ChargeBook;
  entityIndex: EntityIndex;
  assetTypes: AssetTypeLibrary;
  relationKinds: Pick<RelationLibrary, 'find'>;
  lifecycleModels: LifecycleLibrary;
  sources: SourceStore;
  runs: RunStore;
  observations: ObservationStore;
  clock: () => Date;
}

/** One reading of one source. */
export interface Reading {
  runId: string;
  dryRun: boolean;
  source: ReadableSource;
  ownership: OwnershipResolver;
  tally: RunTally;
  signal: AbortSignal;
  /** Makes a transaction fail once this replica has lost the run. */
  fence: (transaction: Knex.Transaction) => Promise<void>;
  imagined: ImaginedAssets;
}
