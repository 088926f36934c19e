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

import { LifecycleLibrary } from './LifecycleLibrary';
import { LifecycleModelDefinition } from './definition';
import { facts } from './facts';
import { lifecycleRoles, roles } from './roles';
import { lifecycleModelSchema } from './schema';
import { initialStatuses } from './checkLifecycleModel';
import { canReport, reportedInitialStatus, stageOf } from './status';
import { extendVocabulary } from './vocabulary';

const library = LifecycleLibrary.create();

/** Number of entries per cell of Table 2.2 of the guide. */
const table22 = {
  SP: 8,
  SA: 12,
  SG: 11,
  SU: 5,
  SD: 3,
  SX: 4,
  LP: 8,
  LA: 11,
  LG: 12,
  LU: 5,
  LD: 3,
  LX: 2,
};
const entries = Object.entries(table22).flatMap(([cell, count]) =>
  Array.from({ length: count }, (_, index) => `${cell}${index + 1}`),
);

function aModel(
  changes: Partial<LifecycleModelDefinition> = {},
): LifecycleModelDefinition {
  return {
    id: 'pet',
    statuses: { alive: 'use', gone: { stage: 'dispose', terminal: true } },
    transitions: [
      { id: 'adopt', from: [], to: 'alive', roles: ['AM'] },
      { id: 'give-away', from: ['alive'], to: 'gone', roles: ['AM'] },
    ],
    ...changes,
  };
}

function mistakeIn(overrides: unknown): string {
  try {
    LifecycleLibrary.create({ overrides });
  } catch (error) {
    return String(error);
  }
  return 'no mistake';
}

describe('LifecycleLibrary', () => {
  it('holds thirteen built-in models', () => {
    expect(library.list().map(({ id }) => id)).toEqual([
      'datacentre-hardware',
      'end-user-device',
      'stock-item',
      'fixed-installation',
      'software-product',
      'software-licence',
      'licence-allocation',
      'cloud-resource',
      'code',
      'data',
      'service',
      'contract',
      'expiring-artefact',
    ]);
  });

  it.each(library.list().map(model => [model.id, model] as const))(
    'has %s complete',
    (_id, model) => {
      expect(lifecycleModelSchema.parse(model)).toEqual(model);
      expect(initialStatuses(model).length).toBeGreaterThan(0);
    },
  );

  it('knows every role by id', () => {
    expect([...lifecycleRoles].sort()).toEqual(Object.keys(roles).sort());
  });

  it('counts 84 entries of Table 2.2', () => {
    expect(entries).toHaveLength(84);
  });

  it.each(entries)('captures entry %s of Table 2.2 by a transition', entry => {
    const models = entry.startsWith('S')
      ? [library.get('datacentre-hardware')]
      : [library.get('software-licence'), library.get('licence-allocation')];
    const captured = models
      .flatMap(({ transitions }) => transitions)
      .flatMap(transition => transition.facts)
      .filter(({ fact }) => facts[fact].table22.includes(entry));
    expect(captured).not.toEqual([]);
  });

  it('keeps every version and answers with the newest', () => {
    const extended = LifecycleLibrary.create({
      overrides: [aModel({ id: 'code', version: 2, title: 'Our code' })],
    });
    expect(extended.get('code').title).toBe('Our code');
    expect(extended.get('code', 1)).toEqual(library.get('code'));
    expect(extended.versions('code').map(({ version }) => version)).toEqual([
      1, 2,
    ]);
    expect(extended.list()).toHaveLength(13);
    expect(() => extended.get('code', 3)).toThrow(
      "There is no lifecycle model 'code version 3'",
    );
  });

  it('does not let a version be changed', () => {
    expect(mistakeIn([aModel({ id: 'code', version: 1 })])).toMatch(
      /itam\.lifecycleModels\[0\]\.version: version 1 of 'code' exists and cannot change; give version 2/,
    );
  });

  it('lets a module add guards and effects', () => {
    const vocabulary = extendVocabulary({
      guards: {
        'vet-agrees': {
          holds: 'The vet agrees.',
          fails: 'The vet does not agree.',
          wayOut: 'Ask the vet.',
        },
      },
    });
    const overrides = [
      aModel({
        transitions: [
          { id: 'adopt', from: [], to: 'alive', roles: ['AM'] },
          {
            id: 'give-away',
            from: ['alive'],
            to: 'gone',
            roles: ['AM'],
            guards: ['vet-agrees'],
          },
        ],
      }),
    ];
    expect(LifecycleLibrary.create({ overrides, vocabulary }).has('pet')).toBe(
      true,
    );
    expect(mistakeIn(overrides)).toMatch(
      /\[0\]\.transitions\[1\]\.guards: 'vet-agrees' is not a known guard/,
    );
  });

  const withTransition = (changes: object) => [
    aModel({
      transitions: [
        ...aModel().transitions,
        { id: 'feed', from: ['alive'], to: 'alive', roles: ['AM'], ...changes },
      ],
    }),
  ];

  it.each([
    ['no list', {}, /^InputError: itam\.lifecycleModels: /],
    ['no transitions', [aModel({ transitions: [] })], /\[0\]\.transitions: /],
    [
      'an unknown stage',
      [{ ...aModel(), statuses: { alive: 'limbo' } }],
      /\[0\]\.statuses\.alive: /,
    ],
    [
      'an unknown status',
      withTransition({ to: 'asleep' }),
      /\[0\]\.transitions\[2\]\.to\[0\]: 'asleep' is not a status/,
    ],
    [
      'an unknown role',
      withTransition({ roles: ['VET'] }),
      /\.transitions\[2\]\.roles\[0\]: /,
    ],
    [
      'a transition twice',
      withTransition({ id: 'adopt' }),
      /\.transitions\[2\]\.id: another transition/,
    ],
    [
      'an unknown fact',
      withTransition({ block: ['food'] }),
      /\.transitions\[2\]\.block: 'food' is not a known fact/,
    ],
    [
      'an unknown document',
      withTransition({ evidence: ['photo'] }),
      /\.evidence: 'photo' is not a known kind of evidence/,
    ],
    [
      'an unknown effect',
      withTransition({ effects: ['purr'] }),
      /\.effects: 'purr' is not a known effect/,
    ],
    [
      'a condition nobody can read',
      withTransition({ block: [{ fact: 'owner', when: 'it is hungry' }] }),
      /\.block owner: when: 'it is hungry' is not a condition/,
    ],
    [
      'a condition on an unknown word',
      withTransition({ guards: [{ guard: 'owner-set', when: 'hungry' }] }),
      /when: 'hungry' is neither a condition nor a fact/,
    ],
    [
      'a condition with a value the fact cannot have',
      withTransition({
        block: [{ fact: 'owner', when: 'condition = hungry' }],
      }),
      /when: 'hungry' is not a value of condition/,
    ],
    [
      'a due date nobody can read',
      withTransition({ warn: [{ fact: 'owner', due: 'soon' }] }),
      /due: 'soon' is neither/,
    ],
    [
      'a due date before no transition',
      withTransition({ warn: [{ fact: 'owner', due: 'before-bath' }] }),
      /due: the model has no transition 'bath'/,
    ],
    [
      'a status nothing leads to',
      [aModel({ statuses: { ...aModel().statuses, lost: 'use' } })],
      /\[0\]\.statuses\.lost: no transition leads to it/,
    ],
    [
      'a dead end',
      [
        aModel({
          statuses: { ...aModel().statuses, lost: 'use' },
          transitions: [
            ...aModel().transitions,
            { id: 'lose', from: ['alive'], to: 'lost', roles: ['AM'] },
          ],
        }),
      ],
      /\[0\]\.statuses\.lost: no terminal status can be reached/,
    ],
    [
      'a reported status that cannot be a first one',
      [aModel({ reported: { status: 'gone' } })],
      /\[0\]\.reported\.status: no transition without 'from'/,
    ],
    [
      'an observable status that is none',
      [aModel({ observableStatuses: ['asleep'] })],
      /\[0\]\.observableStatuses\[0\]: 'asleep'/,
    ],
  ])('refuses %s with its path', (_what, overrides, message) => {
    expect(mistakeIn(overrides)).toMatch(message);
    expect(mistakeIn(overrides)).toMatch(/^InputError: /);
  });
});

describe('statuses', () => {
  it('belong to stages', () => {
    const model = library.get('code');
    expect(stageOf(model, 'archived')).toBe('decommission');
    expect(() => stageOf(model, 'lost')).toThrow(
      "status: 'lost' is not a status of Code; use one of planned,",
    );
  });

  it('can be reported by a source only where reality shows them', () => {
    const model = library.get('cloud-resource');
    expect(canReport(model, 'deleted')).toBe(true);
    expect(canReport(model, 'marked-for-deletion')).toBe(false);
    expect(canReport(model, 'nonsense')).toBe(false);
  });

  it('of a reported cloud resource depend on owner and service', () => {
    const model = library.get('cloud-resource');
    expect(reportedInitialStatus(model, { owner: true, service: true })).toBe(
      'in-use',
    );
    expect(reportedInitialStatus(model, { owner: true })).toBe('unclaimed');
  });

  it('of reported code start in production, of allocations nowhere', () => {
    expect(reportedInitialStatus(library.get('code'), {})).toBe('production');
    expect(
      reportedInitialStatus(library.get('licence-allocation'), {}),
    ).toBeUndefined();
  });
});
