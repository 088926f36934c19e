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
  registerRoutes,
} from '@itam/plugin-itam-common';
import type { ItamDatabase } from '../database';
import type { RouteCall } from '../http';
import type { KnownRecords } from '../records';
import type { PermittedAssets } from './access';
import { AssetService } from './AssetService';
import type { AssetStore } from './AssetStore';
import { DatabaseAssetStore } from './DatabaseAssetStore';
import { EntityService, KnownCosts, SourceReadings } from './EntityService';
import { HistorySlice } from './history';
import type { KnownEntities } from './patch';
import type { Register, RegisterFollower } from './Register';
import type { RegisterAnnouncer } from './RegisterAnnouncer';
import { RegisterService } from './RegisterService';
import { createRegisterHandlers, RegisterHandlers } from './routes';

/** What the slice stands on. */
export interface RegisterSliceOptions {
  database: ItamDatabase;
  types: AssetTypeLibrary;
  models: LifecycleLibrary;
  now?: () => Date;
}

/** The register: the one writer, what people do with assets, and its history. */
export class RegisterSlice {
  readonly store: AssetStore;
  readonly history: HistorySlice;
  readonly #options: RegisterSliceOptions;
  readonly #register: RegisterService;

  static create(options: RegisterSliceOptions): RegisterSlice {
    return new RegisterSlice(options);
  }

  private constructor(options: RegisterSliceOptions) {
    this.#options = options;
    this.store = new DatabaseAssetStore(options);
    this.history = HistorySlice.create({ ...options, assets: this.store });
    this.#register = new RegisterService({ ...options, store: this.store });
  }

  /** The one writer. */
  get register(): Register {
    return this.#register;
  }

  /** Which assets are there for a caller. */
  get permitted(): PermittedAssets {
    return this.store;
  }

  /** From now on this one is told of every change, inside its transaction. */
  addFollower(follower: RegisterFollower): void {
    this.#register.addFollower(follower);
  }

  /** From now on this one is told of every change, once it is committed. */
  addAnnouncer(announcer: RegisterAnnouncer): void {
    this.#register.addAnnouncer(announcer);
  }

  /** The routes of the register, with what the other slices know. */
  handlers(known: {
    entities: KnownEntities;
    readings: SourceReadings;
    costs: KnownCosts;
    records: KnownRecords;
    /** Registers what is wanted; answers its id. */
    create(call: RouteCall<typeof registerRoutes.createAsset>): Promise<string>;
    /** The API document. */
    openApi: () => Record<string, unknown>;
  }): RegisterHandlers {
    const ground = {
      ...this.#options,
      ...known,
      store: this.store,
      register: this.register,
    };
    const assets = new AssetService(ground);
    return createRegisterHandlers({
      ...ground,
      assets,
      entities: new EntityService({ ...ground, assets }),
    });
  }
}
