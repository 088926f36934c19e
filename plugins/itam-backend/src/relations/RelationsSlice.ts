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

import type { RelationLibrary } from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { PermittedAssets } from '../register/access';
import type { Register, RegisterFollower } from '../register/Register';
import { DatabaseRelationStore } from './DatabaseRelationStore';
import type { KnownEntities } from './entities';
import { ImpactService, ServiceCosts } from './ImpactService';
import { RelationGuard } from './RelationGuard';
import { RelationReader } from './RelationReader';
import { RelationService } from './RelationService';
import { RollUpFollower } from './RollUpFollower';
import { relationHandlers, RelationHandlers } from './routes';

/** What the slice stands on. */
export interface RelationsSliceOptions {
  knex: Knex;
  /** The kinds of relation in force. */
  library: RelationLibrary;
  assets: PermittedAssets;
  register: Register;
  entities: KnownEntities;
  costs: ServiceCosts;
}

/** Relations: what is connected with what, and what follows from it. */
export class RelationsSlice {
  readonly handlers: RelationHandlers;
  /** To be told of every change of the register, in this order. */
  readonly followers: RegisterFollower[];

  static create(options: RelationsSliceOptions): RelationsSlice {
    return new RelationsSlice(options);
  }

  private constructor(options: RelationsSliceOptions) {
    const ground = { ...options, store: new DatabaseRelationStore(options) };
    const reader = new RelationReader(ground);
    this.handlers = relationHandlers({
      library: options.library,
      reader,
      relations: new RelationService(ground),
      impact: new ImpactService({ ...ground, reader }),
    });
    this.followers = [new RollUpFollower(ground), new RelationGuard(ground)];
  }
}
