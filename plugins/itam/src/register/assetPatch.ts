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

import { AssetDetail, AssetPatch } from '@itam/plugin-itam-common';

/** The form a person edits an asset in; empty text stands for nothing. */
export interface AssetForm {
  owner: string;
  environment: string;
  criticality: string;
  description: string;
  reason: string;
}

/** The form as it stands before anything is changed. */
export function assetForm(asset: AssetDetail): AssetForm {
  return {
    owner: asset.owner ?? '',
    environment: asset.environment ?? '',
    criticality: asset.criticality?.toString() ?? '',
    description: asset.description ?? '',
    reason: '',
  };
}

/**
 * What was changed in the form; nothing if it was not. Only changed fields are
 * sent, because a field a person sends is locked against sources.
 */
export function assetPatch(
  asset: AssetDetail,
  form: AssetForm,
): AssetPatch | undefined {
  const before = assetForm(asset);
  const changed = (name: keyof AssetForm) => form[name].trim() !== before[name];
  const text = (name: keyof AssetForm) => form[name].trim() || null;

  const patch: AssetPatch = {
    ...(changed('owner') && { owner: text('owner') }),
    ...(changed('environment') && { environment: text('environment') }),
    ...(changed('criticality') && {
      criticality: form.criticality ? Number(form.criticality) : null,
    }),
    ...(changed('description') && { description: text('description') }),
  };
  if (Object.keys(patch).length === 0) {
    return undefined;
  }
  const reason = form.reason.trim();
  return reason ? { ...patch, reason } : patch;
}
