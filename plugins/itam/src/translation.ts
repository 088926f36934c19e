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

import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { costsMessages } from './costs/messages';
import { discoveryMessages } from './discovery/messages';
import { lifecycleMessages } from './lifecycle/messages';
import { registerMessages } from './register/messages';
import { relationsMessages } from './relations/messages';
import { sharedMessages } from './shared/messages';

/** Every text of the plugin, keyed by slice. @public */
export const itamTranslationRef = createTranslationRef({
  id: 'plugin.itam',
  messages: {
    shared: sharedMessages,
    register: registerMessages,
    lifecycle: lifecycleMessages,
    relations: relationsMessages,
    costs: costsMessages,
    discovery: discoveryMessages,
  },
});
