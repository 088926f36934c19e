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

import { Entity } from '@backstage/catalog-model';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { assetsEntityCard, assetsEntityContent } from './plugin';

function anEntity(kind: string, annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'it', annotations },
  };
}

const published = { 'itam/asset-tag': 'it-1' };

describe('the extensions of entity pages', () => {
  const onCard = createExtensionTester(assetsEntityCard).get(
    EntityCardBlueprint.dataRefs.filterFunction,
  );
  const onTab = createExtensionTester(assetsEntityContent).get(
    EntityContentBlueprint.dataRefs.filterFunction,
  );

  it.each([
    'Component',
    'System',
    'Domain',
    'API',
    'Resource',
    'Group',
    'User',
  ])('stand on the page of a %s', kind => {
    expect(onCard?.(anEntity(kind))).toBe(true);
    expect(onTab?.(anEntity(kind))).toBe(true);
  });

  it('leave the page of a location alone', () => {
    expect(onCard?.(anEntity('Location'))).toBe(false);
    expect(onTab?.(anEntity('Location'))).toBe(false);
  });

  it('show a card, but no list, on what is itself a published asset', () => {
    expect(onCard?.(anEntity('Resource', published))).toBe(true);
    expect(onCard?.(anEntity('Asset', published))).toBe(true);
    expect(onTab?.(anEntity('Resource', published))).toBe(false);
  });
});
