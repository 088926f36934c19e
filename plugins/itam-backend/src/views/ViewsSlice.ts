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

import type { Knex } from 'knex';
import { DatabaseViewStore } from './DatabaseViewStore';
import { viewHandlers, ViewHandlers } from './routes';
import { ViewService } from './ViewService';

/** Views of the list of assets that people keep. */
export class ViewsSlice {
  readonly handlers: ViewHandlers;

  static create(options: { knex: Knex; now?: () => Date }): ViewsSlice {
    const store = new DatabaseViewStore(options);
    return new ViewsSlice(new ViewService({ ...options, store }));
  }

  private constructor(service: ViewService) {
    this.handlers = viewHandlers(service);
  }
}
