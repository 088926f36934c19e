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

import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { AssetSearchDocument } from '@itam/plugin-itam-common';
import { screen } from '@testing-library/react';
import { assetSearchResult } from '../plugin';
import { AssetSearchResult } from './AssetSearchResult';

const laptop: AssetSearchDocument = {
  title: "Anna's ThinkPad",
  text: 'HW-000123 · Laptop · Lenovo',
  location: '/itam/assets/HW-000123',
  tag: 'HW-000123',
  assetType: 'Laptop',
  category: 'hardware',
  status: 'In use',
  stage: 'use',
};

describe('an asset among the results of the search', () => {
  it('is named with its type and status, and leads to its page', async () => {
    renderInTestApp(<AssetSearchResult result={laptop} />);
    expect(
      await screen.findByRole('link', { name: "Anna's ThinkPad" }),
    ).toHaveAttribute('href', '/itam/assets/HW-000123');
    expect(screen.getByText('Type: Laptop')).toBeInTheDocument();
    expect(screen.getByText('In use')).toBeInTheDocument();
  });

  it('marks the words it was found by', async () => {
    renderInTestApp(
      <AssetSearchResult
        result={laptop}
        highlight={{
          preTag: '<b>',
          postTag: '</b>',
          fields: { text: '<b>HW-000123</b> · Laptop · Lenovo' },
        }}
      />,
    );
    expect(await screen.findByText('HW-000123')).toHaveProperty(
      'tagName',
      'MARK',
    );
  });

  it('stands for documents of assets and for no others', () => {
    const { predicate } = createExtensionTester(assetSearchResult).get(
      SearchResultListItemBlueprint.dataRefs.item,
    );
    const isShown = (type: string) => predicate?.({ type, document: laptop });
    expect(isShown('itam-asset')).toBe(true);
    expect(isShown('software-catalog')).toBe(false);
  });
});
