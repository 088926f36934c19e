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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { scaffolderModuleItam } from './module';

describe('scaffolderModuleItam', () => {
  it('adds actions that can be tried in a dry run', async () => {
    const added: TemplateAction[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          {
            addActions: (...actions: TemplateAction[]) => {
              added.push(...actions);
            },
          },
        ],
      ],
      features: [scaffolderModuleItam, mockServices.rootConfig.factory()],
    });
    expect(added.map(({ id, supportsDryRun }) => [id, supportsDryRun])).toEqual(
      [
        ['itam:asset:register', true],
        ['itam:asset:request', true],
        ['itam:asset:transition', true],
      ],
    );
  });
});
