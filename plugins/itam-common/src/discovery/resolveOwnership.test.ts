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

import fc from 'fast-check';
import { OwnershipRule, ownershipRuleSchema } from './ownership';
import {
  OwnershipQuestion,
  ownershipCandidates,
  resolveOwnership,
} from './resolveOwnership';

const ask = (
  rules: OwnershipRule[],
  labels: Record<string, string> = {},
  more: Partial<OwnershipQuestion> = {},
) =>
  resolveOwnership({
    thing: { type: 'object-storage', provider: 'aws', labels },
    category: 'cloud',
    sourceId: 'estate',
    rules: ownershipRuleSchema.array().parse(rules),
    ...more,
  });

const catalog =
  (...refs: string[]) =>
  (ref: string) =>
    refs.includes(ref);

const ownerByTag: OwnershipRule = {
  match: { tag: ['owner', 'team'] },
  then: { owner: 'group:default/{{value}}' },
};
const servicesByTag: OwnershipRule = {
  match: { tag: 'service' },
  then: { supports: 'component:default/{{value}}' },
};

describe('resolveOwnership', () => {
  it.each([
    ['OWNER', 'payments'],
    ['Owner ', '  Payments '],
    ['team', 'PAYMENTS'],
    ['owner', 'group:default/payments'],
    ['owner', 'group:payments'],
    ['owner', 'default/payments'],
  ])('reads the owner from the tag %j with %j', (tag, value) => {
    expect(ask([ownerByTag], { [tag]: value })).toEqual({
      owner: 'group:default/payments',
      supports: [],
      claims: {},
      ruleIndex: { owner: 0 },
    });
  });

  it('looks at tags in the order of the rule, and not at blank ones', () => {
    expect(ask([ownerByTag], { team: 'b', owner: 'a' }).owner).toBe(
      'group:default/a',
    );
    expect(ask([ownerByTag], { team: 'b', owner: '  ' }).owner).toBe(
      'group:default/b',
    );
    expect(ask([ownerByTag], { owner: '' })).toMatchObject({
      supports: [],
      ruleIndex: {},
    });
  });

  it.each(['checkout,cart', 'checkout; cart', ' cart checkout,, checkout '])(
    'reads several services from %j',
    value => {
      expect(
        [...ask([servicesByTag], { service: value }).supports].sort(),
      ).toEqual(['component:default/cart', 'component:default/checkout']);
    },
  );

  it('lets the first rule that matches win, field by field', () => {
    const rules: OwnershipRule[] = [
      { match: { account: '12' }, then: { owner: 'group:ops' } },
      {
        match: { category: ['cloud', 'data'], provider: 'AWS' },
        then: { owner: 'group:cloud', environment: 'shared' },
      },
      { match: {}, then: { supports: ['component:a', 'component:b'] } },
    ];
    expect(ask(rules)).toEqual({
      owner: 'group:default/cloud',
      environment: 'shared',
      supports: ['component:default/a', 'component:default/b'],
      claims: {},
      ruleIndex: { owner: 1, environment: 1, supports: 2 },
    });
  });

  it('matches every condition of a rule or none of it', () => {
    const rule: OwnershipRule = {
      match: {
        source: 'estate',
        category: 'cloud',
        type: 'object-storage',
        provider: 'aws',
        account: '12',
        environment: 'production',
        tag: 'tier',
        value: ['gold', 'silver'],
        stack: 'component:default/infra',
      },
      then: { owner: 'group:gold' },
    };
    const thing = {
      type: 'object-storage',
      provider: 'aws',
      account: '12',
      environment: 'Production',
      labels: { Tier: 'Silver' },
    };
    const fits = { thing, stackEntityRef: 'component:default/infra' };
    expect(ask([rule], {}, fits).owner).toBe('group:default/gold');
    for (const miss of [
      { ...fits, sourceId: 'other' },
      { ...fits, category: undefined },
      { ...fits, stackEntityRef: undefined },
      { ...fits, stackEntityRef: 'component:default/other' },
      { ...fits, thing: { ...thing, account: undefined } },
      { ...fits, thing: { ...thing, labels: { tier: 'bronze' } } },
      { ...fits, thing: { ...thing, type: 'virtual-machine' } },
    ]) {
      expect(ask([rule], {}, miss).owner).toBeUndefined();
    }
  });

  it('passes over an owner the catalog does not have, and keeps the claim', () => {
    const rules: OwnershipRule[] = [
      ownerByTag,
      { match: {}, then: { owner: 'group:default/platform' } },
    ];
    expect(
      ask(
        rules,
        { owner: 'wizards' },
        { knownEntities: catalog('group:default/platform') },
      ),
    ).toEqual({
      owner: 'group:default/platform',
      supports: [],
      claims: {
        owner: {
          value: 'group:default/wizards',
          reason: 'the catalog has no group:default/wizards',
        },
      },
      ruleIndex: { owner: 1 },
    });
  });

  it('takes the services the catalog has and disputes the others', () => {
    expect(
      ask(
        [servicesByTag],
        { service: 'checkout nonsense:a:b' },
        { knownEntities: catalog('component:default/checkout') },
      ),
    ).toMatchObject({
      supports: ['component:default/checkout'],
      claims: {
        supports: { reason: expect.stringMatching(/^the catalog|not an/) },
      },
    });
  });

  it('takes what a rule says as it is while nothing is known of the catalog', () => {
    expect(ask([ownerByTag], { owner: 'anyone' })).toMatchObject({
      owner: 'group:default/anyone',
      claims: {},
    });
  });

  it('falls back on the stack and on who owns it', () => {
    const rules: OwnershipRule[] = [
      ownerByTag,
      {
        match: {},
        then: { owner: '{{stackOwner}}', supports: '{{stack}}' },
      },
    ];
    const stack = {
      stackEntityRef: 'component:default/infra',
      stackOwner: 'group:default/platform',
    };
    expect(ask(rules, {}, stack)).toMatchObject({
      owner: 'group:default/platform',
      supports: ['component:default/infra'],
    });
    expect(ask(rules, { owner: 'a' }, stack).owner).toBe('group:default/a');
    expect(ask(rules)).toEqual({ supports: [], claims: {}, ruleIndex: {} });
  });

  it('never throws and never names an unknown entity, whatever the tags hold', () => {
    const known = catalog('group:default/payments', 'component:default/cart');
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('owner', 'Team', 'service', 'SERVICE '),
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('payments', 'cart', 'cart,cart', '{{value}}', '$&'),
          ),
        ),
        labels => {
          const resolved = ask([ownerByTag, servicesByTag], labels, {
            knownEntities: known,
          });
          expect(resolved.owner === undefined || known(resolved.owner)).toBe(
            true,
          );
          expect(resolved.supports.every(known)).toBe(true);
          expect(new Set(resolved.supports).size).toBe(
            resolved.supports.length,
          );
        },
      ),
    );
  });
});

describe('ownershipCandidates', () => {
  it('names every entity a rule could settle on, so that it can be looked up', () => {
    expect(
      ownershipCandidates({
        thing: {
          type: 'object-storage',
          labels: { owner: 'a', service: 'b,c' },
        },
        sourceId: 'estate',
        rules: [
          ownerByTag,
          servicesByTag,
          { match: {}, then: { owner: 'group:d' } },
        ],
      }),
    ).toEqual([
      'group:default/a',
      'component:default/b',
      'component:default/c',
      'group:default/d',
    ]);
  });
});

describe('ownershipRuleSchema', () => {
  it.each([
    [
      { match: { value: 'x' }, then: { owner: 'group:a' } },
      /value needs a tag/,
    ],
    [{ match: {}, then: {} }, /says nothing/],
    [{ match: {}, then: { owner: 'group:{{value}}' } }, /name the tag/],
    [{ match: { tagg: 'x' }, then: { owner: 'group:a' } }, /tagg/],
  ])('refuses %j', (rule, message) => {
    expect(ownershipRuleSchema.safeParse(rule).error?.message).toMatch(message);
  });
});
