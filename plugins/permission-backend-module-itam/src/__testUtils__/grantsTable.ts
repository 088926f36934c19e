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

import { type Grants, grants, type Reach } from '../grants';

/** What a reach is called after "assets" or "see". */
const words: Record<Reach, string> = {
  all: 'every asset',
  owned: 'what they own',
  kept: 'what they keep',
  used: 'what they use',
  supporting: 'what supports what they own',
  engineering: 'cloud, code, software, data, service, network',
  technical: 'hardware, network, software, cloud, code, data, facility',
  licences: 'licences and software',
  agreements: 'services, licences, cloud commitments',
  locations: 'what is in their locations',
  types: 'their types',
  scope: 'their scope',
};

const columns: Array<[string, string]> = [
  ['sees', 'itam.asset.read'],
  ['changes', 'itam.asset.update'],
  ['moves', 'itam.asset.transition'],
];

/** The table of grants as the documentation shows it. */
export function grantsTable(): string {
  const header = [
    'role',
    ...columns.map(([title]) => title),
    'acts as',
    'also',
  ];
  const lines = [
    header,
    header.map(() => '---'),
    ...Object.entries(grants).map(([role, own]) => [
      role === 'everyone' ? 'everyone' : `\`${role}\``,
      ...columns.map(([, name]) => reached(own[name])),
      list(own, name => name.startsWith('itam.role.')),
      list(
        own,
        name =>
          !name.startsWith('itam.role.') &&
          columns.every(([, column]) => column !== name),
      ),
    ]),
  ];
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function list(own: Grants, wanted: (name: string) => boolean): string {
  return (
    Object.entries(own)
      .filter(([name]) => wanted(name))
      .map(([name, reaches]) => {
        const short = `\`${name.replace(/^itam\.(role\.)?/, '')}\``;
        return reaches.includes('all')
          ? short
          : `${short} (${reached(reaches)})`;
      })
      .join(', ') || '–'
  );
}

function reached(reaches: Reach[] | undefined): string {
  return reaches?.map(reach => words[reach]).join('; ') ?? '–';
}
