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

/**
 * Yes-or-no words a `when` condition may use besides facts. They are given to
 * the engine among the flags of the asset.
 */
export const conditionWords: Record<string, string> = {
  'leaving-site': 'It leaves the site.',
  'data-bearing': 'It holds media that keep data.',
  'publisher-issues-keys': 'The publisher issues activation keys.',
  'maintenance-included': 'The right comes with maintenance.',
  'true-up-agreed': 'The agreement asks for a true-up.',
  'key-needed': 'The installation asks for a key.',
  'media-needed': 'The installation asks for a package or medium.',
  lent: 'It is given for a limited time.',
  'personal-device': 'It is installed on a device of the person.',
};

/** Flags that stand beside the status of an asset. */
export const assetFlags = {
  'legal-hold':
    'Must be preserved: no wiping, reuse, transfer, disposal or deletion.',
  loan: 'Given away for a limited time.',
  quarantine: 'Set apart until it has been looked at.',
} as const;

/** A flag beside the status. */
export type AssetFlag = keyof typeof assetFlags;
