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

import { AssetTypeLibrary, LifecycleLibrary } from '@itam/plugin-itam-common';
import { aws } from './aws';
import { azure } from './azure';
import { convert, unitOf } from './conversions';
import { Fact } from './definition';
import { fallbackMapping } from './fallback';
import { github } from './github';
import { google } from './google';
import { kubernetes } from './kubernetes';
import { others } from './others';
import { builtInMappings, pathsIn, TypeMappings } from './TypeMappings';

const assetTypes = AssetTypeLibrary.create();
const all = Object.entries(builtInMappings);

describe('the tables', () => {
  it('name no provider type twice', () => {
    const names = [aws, azure, google, kubernetes, github, others].flatMap(
      table => Object.keys(table),
    );
    expect(names.length).toBe(new Set(names).size);
  });

  it.each([
    ['aws', aws, 150, /^aws_/],
    ['azure', azure, 80, /^azure(?:rm|ad)_/],
    ['google', google, 70, /^google_/],
    ['kubernetes', kubernetes, 25, /^(?:kubernetes|helm|kubectl)_/],
    ['github', github, 12, /^github_/],
    ['others', others, 10, /^(?!aws_|azurerm_|google_)/],
  ])('cover %s', (_, table, least, pattern) => {
    expect(Object.keys(table).length).toBeGreaterThanOrEqual(least);
    expect(Object.keys(table).filter(type => !pattern.test(type))).toEqual([]);
  });

  it('name asset types there are, in the unit these are managed in', () => {
    const wrong = all.filter(
      ([, mapping]) => assetTypes.find(mapping.type)?.unit !== mapping.unit,
    );
    expect(wrong.map(([type]) => type)).toEqual([]);
  });

  it('fill only attributes the asset type has', () => {
    const wrong = factsOfAll().filter(({ attribute }) => !attribute);
    expect(wrong).toEqual([]);
  });

  it('convert every quantity to the unit of the attribute', () => {
    const wrong = factsOfAll().filter(
      ({ fact, attribute }) => attribute?.unit !== unitOfFact(fact),
    );
    expect(wrong).toEqual([]);
  });

  it('use only words the attribute knows', () => {
    const wrong = factsOfAll().flatMap(({ type, name, fact, attribute }) =>
      wordsOf(fact)
        .filter(word =>
          attribute?.kind === 'enum'
            ? !attribute.values?.includes(String(word))
            : attribute?.kind === 'boolean' && typeof word !== 'boolean',
        )
        .map(word => `${type}.${name}: ${word}`),
    );
    expect(wrong).toEqual([]);
  });

  it('report only statuses of the lifecycle model', () => {
    const models = LifecycleLibrary.create();
    const wrong = all.flatMap(([type, mapping]) => {
      const model = models.get(assetTypes.get(mapping.type).lifecycleModel);
      return Object.values(mapping.status?.values ?? {})
        .filter(status => !model.observableStatuses.includes(status))
        .map(status => `${type}: ${status}`);
    });
    expect(wrong).toEqual([]);
  });

  it('refer only to types of the tables', () => {
    const wrong = all.flatMap(([type, mapping]) =>
      [
        mapping.under,
        mapping.partOf,
        mapping.runsOn,
        mapping.ties?.dependent,
        mapping.ties?.on,
      ]
        .flatMap(references => Object.values(references ?? {}).flat())
        .filter(target => !Object.hasOwn(builtInMappings, target))
        .map(target => `${type} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('read no attribute that may hold a secret', () => {
    const wrong = all.flatMap(([type, mapping]) =>
      pathsIn(mapping)
        .filter(path =>
          /password|passwd|token|private_key|user_data|environment(?!_name)|base64|connection_string|access_key|content|certificate_body|(?:^|\.)(?:secret|value|data|private|result|triggers|input|output)(?:\.|$)/.test(
            path,
          ),
        )
        .map(path => `${type}: ${path}`),
    );
    // The id of a secret in Secret Manager, not what it holds.
    expect(
      wrong.filter(
        path => !/^google_secret_manager_secret_\w+: secret$/.test(path),
      ),
    ).toEqual([]);
  });

  it('are data: what they say is what the revision is made of', () => {
    expect(JSON.parse(JSON.stringify(builtInMappings))).toEqual(
      builtInMappings,
    );
  });
});

describe('a type no table names', () => {
  it.each([
    'acme_server_policy_attachment',
    'acme_dns_record',
    'acme_project_member',
    'acme_firewall_rule',
    'acme_firewall_rule_v2',
  ])('%s folds', type => {
    expect(fallbackMapping(type).unit).toBe('fold');
  });

  it.each(['acme_server', 'acme_ruler', 'acme_policyholder'])(
    '%s is an asset',
    type => {
      expect(fallbackMapping(type)).toMatchObject({
        type: 'cloud-resource',
        unit: 'asset',
      });
    },
  );
});

describe('overrides of the configuration', () => {
  const override = (
    type: string,
    to: { type?: string; unit?: 'asset' | 'fold' },
  ) => TypeMappings.create({ overrides: { [type]: to }, assetTypes }).of(type);

  it('give a type another asset type and the unit of that', () => {
    expect(override('acme_fleet', { type: 'instance-group' })).toMatchObject({
      type: 'instance-group',
      unit: 'group',
      facts: {},
    });
  });

  it('keep the facts when the asset type stays', () => {
    expect(
      override('aws_instance', { type: 'virtual-machine' }).facts,
    ).toHaveProperty('instanceType');
  });

  it('fold what would be an asset, and the other way round', () => {
    expect(override('aws_sqs_queue', { unit: 'fold' })).toMatchObject({
      type: 'cloud-configuration',
      unit: 'fold',
    });
    expect(override('aws_subnet', { unit: 'asset' })).toMatchObject({
      type: 'cloud-resource',
      unit: 'asset',
    });
  });

  it('change the revision', () => {
    const plain = TypeMappings.create({ assetTypes });
    const other = TypeMappings.create({
      overrides: { aws_subnet: { unit: 'asset' } },
      assetTypes,
    });
    expect(other.revision()).not.toBe(plain.revision());
    expect(plain.revision()).toBe(
      TypeMappings.create({ assetTypes }).revision(),
    );
  });

  it('are refused when there is no such asset type', () => {
    expect(() =>
      TypeMappings.create({
        overrides: { aws_subnet: { type: 'subnet' } },
        assetTypes,
        path: 'itam.sources.terraform.x.types',
      }),
    ).toThrow(
      "itam.sources.terraform.x.types.aws_subnet.type: there is no asset type 'subnet'",
    );
  });
});

describe('conversions', () => {
  it.each([
    ['gib to GB', 100, 107.374],
    ['gib to GB', '8', 8.59],
    ['mib to GB', 32768, 34.36],
    ['mib to GiB', 2048, 2],
    ['gib to TB', 1000, 1.074],
    ['seconds to d', 345600, 4],
    ['hours to d', 36, 1.5],
    ['duration to d', '604800s', 7],
    ['iso duration to d', 'P1DT12H', 1.5],
    ['bandwidth to Mbit/s', '10Gbps', 10000],
    ['bandwidth to Mbit/s', 'BPS_500M', 500],
    ['memory to GiB', '512Mi', 0.5],
    ['memory to MiB', '1Gi', 1024],
    ['memory to GB', '10Gi', 10.737],
    ['cpu', '500m', 0.5],
    ['cpu', '2', 2],
    ['cpu units', 512, 0.5],
    ['engine name', 'POSTGRES_16', 'postgres'],
    ['engine version', 'MYSQL_8_0_31', '8.0.31'],
    ['engine version', 'SQLSERVER_2019_STANDARD', '2019'],
    ['date', '2025-06-11T14:20:51Z', '2025-06-11'],
    ['last segment', 'projects/p/global/networks/main', 'main'],
    ['host', 'https://github.com/acme/shop', 'github.com'],
    ['count', [1, 2], 2],
  ] as const)('%s of %j is %j', (name, value, result) => {
    expect(convert(name, value)).toBe(result);
  });

  it.each([
    ['gib to GB', 'large'],
    ['memory to GiB', 'plenty'],
    ['date', 'yesterday'],
    ['bandwidth to Mbit/s', 'fast'],
    ['host', 'nowhere'],
  ] as const)('%s of %j is nothing', (name, value) => {
    expect(convert(name, value)).toBeUndefined();
  });
});

function factsOfAll() {
  return all.flatMap(([type, mapping]) =>
    Object.entries(mapping.facts ?? {}).map(([name, fact]) => ({
      type,
      name,
      fact,
      attribute: assetTypes
        .find(mapping.type)
        ?.attributes.find(known => known.name === name),
    })),
  );
}

function unitOfFact(fact: Fact): string | undefined {
  return typeof fact === 'object' && 'as' in fact && fact.as
    ? unitOf(fact.as)
    : undefined;
}

function wordsOf(fact: Fact) {
  if (typeof fact === 'string') {
    return [];
  }
  return 'always' in fact ? [fact.always] : Object.values(fact.values ?? {});
}
