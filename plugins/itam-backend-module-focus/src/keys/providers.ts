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

/** What the register calls the clouds. */
const clouds: Record<string, string[]> = {
  aws: ['aws', 'amazon', 'amazon web services', 'amazon web services (aws)'],
  azure: ['azure', 'microsoft', 'microsoft azure', 'microsoft corporation'],
  gcp: ['gcp', 'google', 'google cloud', 'google cloud platform'],
  oci: ['oci', 'oracle', 'oracle cloud', 'oracle cloud infrastructure'],
};

const cloudsByName = new Map(
  Object.entries(clouds).flatMap(([cloud, names]) =>
    names.map(name => [name, cloud] as const),
  ),
);

/** The provider of a charge in the register's words. */
export function providerOf(name: string | undefined): string {
  const plain = (name ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
  const bare = plain.replace(/,? (?:inc|llc|corp|ltd)\.?$/, '');
  return cloudsByName.get(bare) ?? (plain || 'unknown');
}
