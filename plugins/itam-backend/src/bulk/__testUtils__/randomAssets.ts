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
  acquisitionMethods,
  assetConditions,
  AssetChange,
  AssetType,
  AssetTypeLibrary,
  AttributeDefinition,
  confidentialityClasses,
  keyDateKinds,
  LifecycleLibrary,
  ownershipKinds,
} from '@itam/plugin-itam-common';

/** Numbers that look random and are the same every time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Texts that tables like to spoil. */
const texts = [
  'plain words',
  'a, b; c | d',
  'a "quoted" word',
  'two\nlines',
  'three\r\nlines\r',
  '=SUM(A1:A2)',
  '+49 30 123456',
  '-3 degrees',
  '@home',
  "'=already marked",
  "'apostrophe",
  ' space before',
  'space after ',
  '\ttab',
  '6.37702E+15',
  '1E5',
  '00123',
  '1/2/2026',
  'true',
  'back\\slash; and semicolon\\',
  'ünïcode 🚀 漢字',
  '-42',
  '0x1F',
];

/** An asset a person registers, with a value in most fields. */
export function randomRegistration(options: {
  random: () => number;
  number: number;
  type: AssetType;
  types: AssetTypeLibrary;
  models: LifecycleLibrary;
}): AssetChange {
  const { random, number, type } = options;
  const pick = <T>(values: readonly T[]): T =>
    values[Math.floor(random() * values.length)];
  const text = () => pick(texts);
  const maybe = <T>(value: () => T): T | undefined =>
    random() < 0.5 ? value() : undefined;
  const day = () =>
    new Date(Date.UTC(2000, 0, 1 + Math.floor(random() * 15_000)))
      .toISOString()
      .slice(0, 10);
  const money = () => ({
    amount: pick(['0', '-1.50', '1234.5', '12.000001', '999999999999.99']),
    currency: pick(['EUR', 'USD', 'JPY']),
  });
  const one = (attribute: AttributeDefinition): unknown => {
    switch (attribute.kind) {
      case 'text':
        return text();
      case 'number':
        return pick([0, 1, -7, 2.5, 1e21, 1e-7, 123456789, random() * 1000]);
      case 'date':
        return day();
      case 'money':
        return money();
      case 'boolean':
        return random() < 0.5;
      case 'enum':
        return pick(attribute.values ?? []);
      case 'url':
        return pick(['https://example.com/a?b=c;d', 'https://example.com/']);
      default:
        return (attribute.entityKind ?? 'Asset') === 'Asset'
          ? pick(['HW-1', '=tag'])
          : `${attribute.entityKind?.toLowerCase()}:default/some-name`;
    }
  };
  const attributes = Object.fromEntries(
    type.attributes
      .filter(() => random() < 0.7)
      .map(attribute => [
        attribute.name,
        attribute.multi
          ? Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
              one(attribute),
            )
          : one(attribute),
      ]),
  );
  const model = options.models.get(type.lifecycleModel);
  return {
    origin:
      random() < 0.3
        ? { kind: 'source', sourceId: 'estate', runId: 'run-1' }
        : { kind: 'person', ref: 'user:default/ann' },
    action: 'register',
    type: type.id,
    tag: `R-${number}`,
    keys: [
      { type: 'provider-id', value: `arn:aws:x:::${number};=a b` },
      { type: 'hostname', value: `host-${number}` },
    ],
    relations: [
      { type: 'supports', toEntityRef: 'component:default/checkout' },
      ...(random() < 0.5
        ? [
            {
              type: 'supports' as const,
              toEntityRef: 'component:default/orders',
            },
          ]
        : []),
    ],
    facts: {
      name: text(),
      status: pick(
        model.observableStatuses.concat(Object.keys(model.statuses)),
      ),
      description: maybe(text),
      owner: maybe(() => 'group:default/payments'),
      custodian: maybe(() => 'user:default/eva'),
      consumer: maybe(() => 'user:default/ben'),
      location: maybe(() => 'id-of-ams'),
      ownership: maybe(() => pick(ownershipKinds)),
      environment: maybe(text),
      hosting: maybe(() => pick(['on-premises', 'saas'] as const)),
      criticality: maybe(() => 1 + Math.floor(random() * 4)),
      manufacturer: maybe(text),
      model: maybe(text),
      serial: maybe(() => `${text()} ${number}`),
      provider: maybe(() => 'aws'),
      account: maybe(text),
      region: maybe(text),
      entityRef: maybe(() => 'resource:default/db'),
      condition: maybe(() => pick(assetConditions)),
      confidentiality: maybe(() => pick(confidentialityClasses)),
      regulations: maybe(() => ['GDPR', 'a; b', text()]),
      notes: maybe(text),
      fixedAssetNumber: maybe(text),
      sku: maybe(text),
      acquiredOn: maybe(day),
      acquisitionMethod: maybe(() => pick(acquisitionMethods)),
      purchaseCost: maybe(money),
      supplier: maybe(text),
      orderNumber: maybe(() => pick(['4711', '1E10', '000', text()])),
      dates: maybe(() => ({
        [pick(Object.keys(keyDateKinds))]: day(),
        'of-our-own': day(),
      })),
      attributes,
      labels: { team: text() },
    },
  };
}
