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
  aResource,
  asFile,
  aShownResource,
  aShownState,
  aState,
} from '../__testUtils__/states';
import { findJsonError } from './findJsonError';
import { readState } from './readState';

const allowed = {
  pathsOf: () => ['id', 'arn', 'settings.0.tier'],
  labelsOf: () => ['tags_all', 'tags', 'tag'],
};
const read = (content: unknown) => readState(asFile(content), allowed);

describe('what is refused', () => {
  it.each([
    ['an empty file', '', 'the file is empty'],
    ['a file of blanks', ' \n\n ', 'the file is empty'],
    ['text that is not JSON', '<html>', 'line 1, column 1'],
    ['a list', '[]', 'neither a Terraform state nor'],
    ['other JSON', { name: 'package' }, 'neither a Terraform state nor'],
    [
      'schemas of providers',
      { format_version: '1.0', provider_schemas: {} },
      'neither a Terraform state nor',
    ],
    ['version 1', aState({ version: 1 }), 'version 1'],
    ['version 2', aState({ version: 2 }), 'version 2'],
    [
      'version 3',
      { version: 3, serial: 1, lineage: 'x', modules: [] },
      'Terraform 0.11 or older',
    ],
    ['a version to come', aState({ version: 5 }), 'newer than version 4'],
    ['a version in words', aState({ version: 'four' }), 'not a whole number'],
    [
      'a state encrypted by OpenTofu',
      { serial: 1, lineage: 'x', meta: {}, encrypted_data: 'eA==' },
      'encrypted by OpenTofu',
    ],
    [
      'a plan',
      { format_version: '1.2', planned_values: {}, values: {} },
      'the file is a plan',
    ],
    [
      'a format of show to come',
      { ...aShownState(), format_version: '2.0' },
      '0.x and 1.x',
    ],
    [
      'a state without lineage',
      aState({ lineage: undefined }),
      'at lineage, string expected',
    ],
    [
      'a state whose resources are none',
      aState({ resources: ['aws_instance'] }),
      'at resources.0, object expected',
    ],
  ])('%s, with the reason', (_, content, reason) => {
    expect(() => read(content)).toThrow(reason);
  });

  it('a file that is not text', () => {
    expect(() =>
      readState(Uint8Array.from([0x7b, 0xc3, 0x28]), allowed),
    ).toThrow('not text in UTF-8');
  });

  it('a mistake in the JSON by its place, without a word of the file', () => {
    const broken = '{\n  "password": "hunter2",\n  oops\n}';
    expect(() => read(broken)).toThrow(
      'the file is not valid JSON: the mistake is at line 3, column 3',
    );
    expect(() => read(broken)).not.toThrow(/hunter2|oops|password/);
  });

  it('a wrong value by its place, without the value', () => {
    const wrong = aState({ serial: 'hunter2' });
    expect(() => read(wrong)).toThrow('at serial, number expected');
    expect(() => read(wrong)).not.toThrow(/hunter2/);
  });

  it('a state cut off anywhere, as truncated', () => {
    const whole = JSON.stringify(
      aState({ resources: [aResource({ type: 'aws_instance' })] }),
      null,
      1,
    );
    for (let end = 1; end < whole.length; end += 1) {
      expect(() => read(whole.slice(0, end))).toThrow(
        /truncated: its JSON ends in the middle, at line \d+, column \d+/,
      );
    }
  });
});

describe('the place of a mistake', () => {
  it.each([
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ['[1 2]', 3],
    ['{"a":tru}', 5],
    ['{"a":"b\nc"}', 5],
    ['{} x', 3],
    ['{"a":[1}', 7],
  ])('in %j is at %d', (text, offset) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(findJsonError(text)).toEqual({ offset, truncated: false });
  });
});

describe('a state of version 4', () => {
  it('gives lineage, serial and its managed instances', () => {
    const state = read(
      aState({
        resources: [
          aResource({ type: 'aws_vpc', name: 'main', attributes: { id: 'v' } }),
          aResource({
            type: 'aws_instance',
            name: 'web',
            module: 'module.a["x.y"]',
            indexKey: 'blue',
            dependencies: ['aws_vpc.main'],
          }),
          aResource({ type: 'aws_ami', mode: 'data' }),
        ],
      }),
    );
    expect(state).toMatchObject({
      form: 'state',
      lineage: '0b7c1f5e-0000-4000-a000-000000000001',
      serial: 7,
    });
    expect(
      state.instances.map(({ address, configAddress, provider }) => ({
        address,
        configAddress,
        provider,
      })),
    ).toEqual([
      {
        address: 'aws_vpc.main',
        configAddress: 'aws_vpc.main',
        provider: 'aws',
      },
      {
        address: 'module.a["x.y"].aws_instance.web["blue"]',
        configAddress: 'module.a.aws_instance.web',
        provider: 'aws',
      },
    ]);
  });

  it('is read whatever version of Terraform it names', () => {
    const state = read(
      aState({
        terraform_version: '0.10.26',
        resources: [aResource({ type: 'aws_instance' })],
      }),
    );
    expect(state.instances).toHaveLength(1);
  });

  it('may be without resources', () => {
    expect(read(aState({ resources: null })).instances).toEqual([]);
  });

  it('names the provider of states before 0.13 too', () => {
    const resource = {
      ...aResource({ type: 'aws_vpc' }),
      provider: 'module.a.provider.aws.west',
    };
    expect(read(aState({ resources: [resource] })).instances[0]).toMatchObject({
      provider: 'aws',
      providerConfig: 'module.a.provider.aws.west',
    });
  });

  it('tells the state of OpenTofu by its registry', () => {
    const resource = {
      ...aResource({ type: 'aws_vpc' }),
      provider: 'provider["registry.opentofu.org/hashicorp/aws"]',
    };
    expect(read(aState({ resources: [resource] })).tool).toBe('opentofu');
  });

  it('keeps of the attributes only what is allowed', () => {
    const [instance] = read(
      aState({
        resources: [
          aResource({
            type: 'google_sql_database_instance',
            attributes: {
              id: 'db',
              arn: null,
              root_password: 'hunter2',
              settings: [{ tier: 'small', password: 'hunter2' }],
            },
            instance: { private: 'aHVudGVyMg==' },
          }),
        ],
      }),
    ).instances;
    expect([...instance.attributes]).toEqual([
      ['id', 'db'],
      ['settings.0.tier', 'small'],
    ]);
    expect(JSON.stringify([instance, [...instance.attributes]])).not.toMatch(
      /hunter2|aHVudGVyMg/,
    );
  });

  it('leaves out what is marked sensitive, and what has it inside', () => {
    const [instance] = read(
      aState({
        resources: [
          aResource({
            type: 'aws_thing',
            attributes: {
              id: 'x',
              arn: 'hunter2',
              settings: [{ tier: 'hunter2' }],
              tags: { team: 'blue', login: 'hunter2' },
            },
            sensitive: [
              [{ type: 'get_attr', value: 'arn' }],
              [
                { type: 'get_attr', value: 'settings' },
                { type: 'index', value: { value: 0, type: 'number' } },
              ],
              [
                { type: 'get_attr', value: 'tags' },
                { type: 'index', value: { value: 'login', type: 'string' } },
              ],
            ],
          }),
        ],
      }),
    ).instances;
    expect([...instance.attributes]).toEqual([['id', 'x']]);
    expect(instance.labels).toEqual({ team: 'blue' });
  });

  it('withholds everything below a mark it does not understand', () => {
    const [instance] = read(
      aState({
        resources: [
          aResource({
            type: 'aws_thing',
            attributes: { id: 'x', settings: [{ tier: 'hunter2' }] },
            sensitive: [[{ type: 'get_attr', value: 'settings' }, { odd: 1 }]],
          }),
        ],
      }),
    ).instances;
    expect([...instance.attributes.keys()]).toEqual(['id']);
  });

  it('withholds everything where the marks are of an unknown form', () => {
    const [instance] = read(
      aState({
        resources: [
          aResource({
            type: 'aws_thing',
            attributes: { id: 'x', arn: 'hunter2', tags: { login: 'hunter2' } },
            instance: { sensitive_attributes: { arn: true } },
          }),
        ],
      }),
    ).instances;
    expect([...instance.attributes]).toEqual([]);
    expect(instance.labels).toEqual({});
  });

  it('reads the flat attributes older providers left', () => {
    const [instance] = read(
      aState({
        resources: [
          aResource({
            type: 'aws_thing',
            attributes: null,
            instance: {
              attributes_flat: {
                id: 'x',
                'settings.#': '1',
                'settings.0.tier': 'small',
                'tags.%': '1',
                'tags.team': 'blue',
              },
            },
          }),
        ],
      }),
    ).instances;
    expect([...instance.attributes]).toEqual([
      ['id', 'x'],
      ['settings.0.tier', 'small'],
    ]);
    expect(instance.labels).toEqual({ team: 'blue' });
  });

  it('takes labels from a list of keys and values', () => {
    const [instance] = read(
      aState({
        resources: [
          aResource({
            type: 'aws_autoscaling_group',
            attributes: {
              id: 'x',
              tag: [{ key: 'team', value: 'blue', propagate_at_launch: true }],
              tags: ['env:test', 'plain'],
            },
          }),
        ],
      }),
    ).instances;
    expect(instance.labels).toEqual({ team: 'blue', env: 'test', plain: '' });
  });
});

describe('the output of show', () => {
  it('gives the managed instances of all modules', () => {
    const state = read(
      aShownState({
        resources: [
          aShownResource({ type: 'aws_vpc' }),
          aShownResource({ type: 'aws_ami', mode: 'data' }),
        ],
        child_modules: [
          {
            address: 'module.a[0]',
            child_modules: [
              {
                address: 'module.a[0].module.b',
                resources: [
                  aShownResource({
                    type: 'aws_instance',
                    index: 1,
                    depends_on: ['aws_vpc.it', 'data.aws_ami.it'],
                  }),
                ],
              },
            ],
          },
        ],
      }),
    );
    expect(state.form).toBe('show-json');
    expect(state.lineage).toBeUndefined();
    expect(
      state.instances.map(({ address, dependencies }) => ({
        address,
        dependencies,
      })),
    ).toEqual([
      { address: 'aws_vpc.it', dependencies: [] },
      {
        address: 'module.a[0].module.b.aws_instance.it[1]',
        dependencies: ['aws_vpc.it'],
      },
    ]);
  });

  it('leaves out what is marked sensitive', () => {
    const [instance] = read(
      aShownState({
        resources: [
          aShownResource({
            type: 'aws_thing',
            values: {
              id: 'x',
              arn: 'hunter2',
              tags: { team: 'blue', login: 'hunter2' },
            },
            sensitive_values: { arn: true, tags: { login: true } },
          }),
        ],
      }),
    ).instances;
    expect([...instance.attributes]).toEqual([['id', 'x']]);
    expect(instance.labels).toEqual({ team: 'blue' });
  });

  it('may be of an empty state, and in UTF-16 as shells on Windows write', () => {
    const text = `\ufeff${JSON.stringify({ format_version: '1.0' })}`;
    const state = readState(Buffer.from(text, 'utf16le'), allowed);
    expect(state.instances).toEqual([]);
  });
});
