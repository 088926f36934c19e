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

import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import {
  AssetSourceKind,
  itamSourcesExtensionPoint,
} from '@itam/plugin-itam-node';
import itamModuleSourceFocus from './index';

it('adds the kind focus to the plugin', async () => {
  const kinds: AssetSourceKind[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'itam',
    register(reg) {
      reg.registerExtensionPoint(itamSourcesExtensionPoint, {
        addSourceKind: kind => kinds.push(kind),
      });
      reg.registerInit({ deps: {}, async init() {} });
    },
  });
  const backend = await startTestBackend({
    features: [plugin, itamModuleSourceFocus],
  });
  expect(kinds.map(({ kind, title }) => ({ kind, title }))).toEqual([
    { kind: 'focus', title: 'FOCUS cost exports' },
  ]);
  await backend.stop();
});
