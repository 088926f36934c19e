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

import { anAssetDetail } from '../__testUtils__/builders';
import { assetForm, assetPatch } from './assetPatch';

describe('assetPatch', () => {
  const asset = anAssetDetail({ owner: 'group:default/ops', criticality: 2 });

  it('is nothing when only the reason was filled in', () => {
    const form = { ...assetForm(asset), reason: 'just so' };

    expect(assetPatch(asset, form)).toBeUndefined();
  });

  it('takes no notice of blanks around a value', () => {
    const form = { ...assetForm(asset), owner: ' group:default/ops ' };

    expect(assetPatch(asset, form)).toBeUndefined();
  });

  it('holds the changed fields only, as the API wants them', () => {
    const form = { ...assetForm(asset), criticality: '1', description: 'x' };

    expect(assetPatch(asset, form)).toEqual({
      criticality: 1,
      description: 'x',
    });
  });

  it('empties a cleared field', () => {
    const form = { ...assetForm(asset), criticality: '', owner: '' };

    expect(assetPatch(asset, form)).toEqual({ criticality: null, owner: null });
  });
});
