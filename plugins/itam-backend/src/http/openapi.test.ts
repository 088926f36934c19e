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

import { itamRoutes } from '@itam/plugin-itam-common';
import { openApiDocument } from './openapi';

describe('openApiDocument', () => {
  const document = openApiDocument(Object.values(itamRoutes), {
    version: '1.2.3',
    baseUrl: 'http://portal/api/itam',
  });

  it('describes every route', () => {
    expect(document.openapi).toBe('3.1.0');
    const text = JSON.stringify(document);
    for (const { operationId, path } of Object.values(itamRoutes)) {
      expect(text).toContain(`"operationId":"${operationId}"`);
      expect(document.paths).toHaveProperty([path.replace(/:(\w+)/g, '{$1}')]);
    }
  });

  it('says what a change needs and how it can be refused', () => {
    expect(document).toMatchObject({
      paths: {
        '/assets/{id}': {
          patch: {
            parameters: expect.arrayContaining([
              expect.objectContaining({ in: 'header', name: 'If-Match' }),
            ]),
            responses: { '200': {}, '412': {} },
          },
        },
      },
    });
  });
});
