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

import { AssetTypeLibrary } from '../assetTypes';
import { relationTypes } from './relation';
import { endWords, mayStandAt, targetWords } from './relationEnds';
import { RelationLibrary } from './RelationLibrary';

const assetTypes = AssetTypeLibrary.create();

function libraryWith(...overrides: unknown[]) {
  return RelationLibrary.create({ assetTypes, overrides });
}

function ruleOf(type: string, library = libraryWith()) {
  const rule = library.find(type);
  if (!rule) {
    throw new Error(`there is no ${type}`);
  }
  return rule;
}

/** An asset of a type, as the ends of relations look at it. */
function a(type: string) {
  return { type, category: assetTypes.get(type).category };
}

function fits(from: string, type: string, to: string): boolean {
  const rule = ruleOf(type);
  return (
    mayStandAt(rule.from, a(from)) &&
    rule.to !== undefined &&
    mayStandAt(rule.to, a(to))
  );
}

describe('the built-in kinds of relation', () => {
  it('are those the register has words for', () => {
    expect(
      libraryWith()
        .list()
        .map(({ type }) => type),
    ).toEqual([...relationTypes]);
  });

  it.each([
    ['database-engine', 'installed-on', 'server'],
    ['virtual-machine', 'runs-on', 'server'],
    ['virtual-machine', 'runs-on', 'hypervisor'],
    ['tls-certificate', 'installed-on', 'load-balancer'],
    ['server', 'part-of', 'rack'],
    ['cloud-database', 'provisioned-by', 'iac-stack'],
    ['server', 'covered-by', 'support-service'],
    ['virtual-machine', 'covered-by', 'cloud-commitment'],
    ['perpetual-licence', 'covered-by', 'maintenance-entitlement'],
    ['desktop-application', 'licensed-by', 'subscription-licence'],
    ['repository', 'depends-on', 'dataset'],
  ])('let a %s be %s a %s', (from, type, to) => {
    expect(fits(from, type, to)).toBe(true);
  });

  it.each([
    ['laptop', 'installed-on', 'server'],
    ['server-application', 'installed-on', 'dataset'],
    ['laptop', 'runs-on', 'server'],
    ['virtual-machine', 'runs-on', 'perpetual-licence'],
    ['cloud-database', 'provisioned-by', 'repository'],
    ['server', 'covered-by', 'laptop'],
    ['desktop-application', 'licensed-by', 'laptop'],
  ])('do not let a %s be %s a %s', (from, type, to) => {
    expect(fits(from, type, to)).toBe(false);
  });

  it('lead to the catalog only by what an asset supports', () => {
    const toEntities = libraryWith().typesThat(
      rule => rule.toEntities.length > 0,
    );
    expect(toEntities).toEqual(['supports']);
    expect(ruleOf('supports').to).toBeUndefined();
  });

  it('go round in a circle only where one thing can need another', () => {
    expect(libraryWith().typesThat(rule => rule.acyclic)).toEqual([
      'part-of',
      'runs-on',
      'installed-on',
      'provisioned-by',
    ]);
  });

  it('say what may stand at their ends', () => {
    expect(endWords(ruleOf('depends-on').from)).toBe('any asset');
    expect(endWords(ruleOf('installed-on').from)).toBe(
      'assets of category software, or type credential',
    );
    expect(targetWords(ruleOf('supports'))).toBe(
      'catalog entities of kind component, system, domain, api, resource or group',
    );
  });
});

describe('itam.relations', () => {
  it('adds a kind, with titles made of its name', () => {
    const library = libraryWith({
      type: 'backed-up-by',
      inverseTitle: 'backs up',
      to: { types: ['backup-vault'], models: ['contract'] },
      acyclic: true,
    });
    expect(ruleOf('backed-up-by', library)).toMatchObject({
      title: 'backed up by',
      inverseTitle: 'backs up',
      from: {},
      to: { types: ['backup-vault', 'cloud-commitment'] },
      acyclic: true,
      single: false,
      failure: 'none',
    });
  });

  it('overrides what it names of a built-in kind and keeps the rest', () => {
    const library = libraryWith(
      { type: 'covered-by', failure: 'backward' },
      { type: 'supports', toEntities: ['Component', 'Template'] },
    );
    expect(ruleOf('covered-by', library)).toMatchObject({
      failure: 'backward',
      inverseTitle: 'covers',
    });
    expect(ruleOf('supports', library).toEntities).toEqual([
      'component',
      'template',
    ]);
  });

  it.each<[unknown, string]>([
    [
      { type: 'Backed up' },
      'itam.relations[0].type: must be lower-case words joined by hyphens, such as part-of',
    ],
    [
      { type: 'x', inverseTitle: 'y', to: { types: ['toaster'] } },
      "itam.relations[0].to.types[0]: there is no asset type 'toaster'",
    ],
    [
      { type: 'x', inverseTitle: 'y', to: { models: ['toaster'] } },
      "itam.relations[0].to.models[0]: no asset type has a lifecycle model 'toaster'",
    ],
    [
      { type: 'x', inverseTitle: 'y', to: { categories: ['toys'] } },
      'itam.relations[0].to.categories[0]: ',
    ],
    [
      { type: 'x', inverseTitle: 'y' },
      "itam.relations[0].to: say what 'x' leads to",
    ],
    [
      { type: 'x', inverseTitle: 'y', to: {}, circular: true },
      'itam.relations[0]: ',
    ],
    [
      { type: 'supports', to: {} },
      "itam.relations[0].to: 'supports' leads to catalog entities only",
    ],
    [
      { type: 'part-of', toEntities: ['system'] },
      "itam.relations[0].toEntities: 'part-of' leads to assets only",
    ],
    [
      { type: 'x', to: {} },
      "itam.relations[0].inverseTitle: say what 'x' is called from its other end",
    ],
    [
      { type: 'part-of', single: false },
      'itam.relations[0].rollUp: needs a kind',
    ],
  ])('refuses %j with path and reason', (override, message) => {
    expect(() => libraryWith(override)).toThrow(message);
  });

  it('refuses a kind named twice, and what is no list', () => {
    const twice = { type: 'x', inverseTitle: 'y', to: {} };
    expect(() => libraryWith(twice, twice)).toThrow(
      "itam.relations[1].type: 'x' stands in the list twice",
    );
    expect(() =>
      RelationLibrary.create({ assetTypes, overrides: { type: 'x' } }),
    ).toThrow(/^itam.relations: /);
  });
});
