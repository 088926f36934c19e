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

import * as fc from 'fast-check';
import { LifecycleLibrary } from './LifecycleLibrary';
import { possibleTransitions } from './engine';
import { TransitionQuery } from './query';

const library = LifecycleLibrary.create();
const now = new Date('2026-03-31T12:00:00.000Z');

function aQuery(
  model: string,
  query: Partial<Omit<TransitionQuery, 'model'>> = {},
): TransitionQuery {
  return { model: library.get(model), now, ...query };
}

function transition(id: string, query: TransitionQuery) {
  const found = possibleTransitions(query).find(item => item.id === id);
  if (!found) {
    throw new Error(`no transition ${id}`);
  }
  return found;
}

const ids = (items: { id: string }[]) => items.map(({ id }) => id);

describe('possibleTransitions', () => {
  it('lists how an asset comes into being when there is no status yet', () => {
    expect(ids(possibleTransitions(aQuery('datacentre-hardware')))).toEqual([
      'plan',
      'register-found',
    ]);
  });

  it('refuses a status the model does not have', () => {
    expect(() =>
      possibleTransitions(aQuery('code', { status: 'in-stock' })),
    ).toThrow("status: 'in-stock' is not a status of Code");
  });

  it('tells a missing document from a missing fact of the same name', () => {
    const { reasons } = transition(
      'mark-for-deletion',
      aQuery('cloud-resource', { status: 'in-use', roles: ['OW'] }),
    );

    expect(
      reasons
        .map(({ message }) => message)
        .filter(message => /impact assessment/i.test(message)),
    ).toEqual([
      'Impact assessment is missing.',
      'Document missing: Impact assessment.',
    ]);
  });

  it('names each missing fact with a way out and allows once all are given', () => {
    const blocked = transition(
      'report-lost',
      aQuery('datacentre-hardware', { status: 'in-use', roles: ['CU'] }),
    );
    expect(blocked.allowed).toBe(false);
    expect(blocked.reasons).toEqual([
      {
        kind: 'fact',
        id: 'loss.report',
        message: 'Loss report is missing.',
        wayOut: expect.stringMatching(/^Give it with this step\. /),
      },
    ]);
    const allowed = transition(
      'report-lost',
      aQuery('datacentre-hardware', {
        status: 'in-use',
        roles: ['CU'],
        facts: { 'loss.report': { lastSeen: '2026-03-30' } },
      }),
    );
    expect(allowed.allowed).toBe(true);
    expect(allowed.warnings).toEqual([
      expect.objectContaining({ id: 'security-incident', due: '2026-04-01' }),
    ]);
  });

  it.each([[undefined], [null], [''], [[]]])(
    'takes %p for a fact that is not known',
    value => {
      const { reasons } = transition(
        'report-lost',
        aQuery('datacentre-hardware', {
          status: 'in-use',
          facts: { 'loss.report': value },
        }),
      );
      expect(ids(reasons)).toEqual(['loss.report']);
    },
  );

  it('says whose step it is to somebody without the role', () => {
    const { reasons } = transition(
      'order',
      aQuery('software-licence', { status: 'approved', roles: ['CO'] }),
    );
    expect(reasons[0]).toMatchObject({
      kind: 'role',
      message: expect.stringContaining('Procurement'),
    });
    const { reasons: systemOnly } = transition(
      'expire',
      aQuery('software-licence', { status: 'active', roles: ['LM'] }),
    );
    expect(systemOnly[0]).toMatchObject({
      kind: 'role',
      message: 'Only the system does this.',
    });
  });

  it('asks only for what the circumstances call for', () => {
    const dispose = (decision: string) =>
      transition(
        'dispose',
        aQuery('datacentre-hardware', {
          status: 'in-disposal',
          facts: { 'disposal.decision': decision },
        }),
      ).evidence.map(({ doc }) => doc);
    expect(dispose('resale')).toEqual(['sales-invoice']);
    expect(dispose('recycling')).toEqual(['certificate-of-destruction']);
    expect(dispose('written-off')).toEqual([]);

    const sanitise = (flags: string[]) =>
      transition(
        'sanitise',
        aQuery('datacentre-hardware', { status: 'decommissioned', flags }),
      ).evidence.map(({ doc }) => doc);
    expect(sanitise(['data-bearing'])).toEqual([
      'sanitisation-certificate',
      'backup-confirmation',
    ]);
    expect(sanitise([])).toEqual([]);
  });

  it('lets warn facts wait until the transition they are due before', () => {
    const { warnings } = transition('plan', aQuery('datacentre-hardware'));
    expect(warnings).toContainEqual(
      expect.objectContaining({ id: 'demand.forecast', before: 'order' }),
    );
    const order = (facts: Record<string, unknown>) =>
      ids(
        transition(
          'order',
          aQuery('datacentre-hardware', { status: 'approved', facts }),
        ).reasons,
      );
    expect(order({})).toContain('demand.forecast');
    expect(order({ 'demand.forecast': { total: 12 } })).not.toContain(
      'demand.forecast',
    );
  });

  describe('guards', () => {
    const returnToStock = (query: Partial<TransitionQuery>) =>
      transition(
        'return-to-stock',
        aQuery('datacentre-hardware', {
          status: 'decommissioned',
          facts: {
            'decommission.decision': 'return-to-stock',
            condition: 'good',
            'stock.location': 'store-1',
          },
          ...query,
        }),
      );
    const answers = {
      sanitised: { holds: true },
      'second-person-verified': { holds: true },
      'condition-fit': { holds: true },
    };

    it('allow when all hold', () => {
      expect(returnToStock({ guardAnswers: answers })).toMatchObject({
        allowed: true,
        reasons: [],
        unanswered: [],
      });
    });

    it('are listed when nobody asked them', () => {
      expect(returnToStock({})).toMatchObject({
        allowed: true,
        unanswered: ['sanitised', 'second-person-verified', 'condition-fit'],
      });
    });

    it('refuse when an answer is missing among others', () => {
      const { allowed, reasons } = returnToStock({
        guardAnswers: { sanitised: { holds: true } },
      });
      expect(allowed).toBe(false);
      expect(ids(reasons)).toEqual(['second-person-verified', 'condition-fit']);
    });

    it('give their own reason where they have one', () => {
      const { reasons } = returnToStock({
        guardAnswers: {
          ...answers,
          sanitised: { holds: false, message: 'Disk 2 is not wiped.' },
        },
      });
      expect(reasons).toEqual([
        {
          kind: 'guard',
          id: 'sanitised',
          message: 'Disk 2 is not wiped.',
          wayOut: 'Sanitise it, or record that it holds no data.',
        },
      ]);
    });

    it('warn only, when soft', () => {
      const { reasons, warnings } = transition(
        'approve',
        aQuery('cloud-resource', {
          status: 'planned',
          facts: { 'request.requirements': 'x', 'request.approval': 'y' },
          guardAnswers: {
            'requester-not-approver': { holds: true },
            'budget-available': { holds: false },
          },
        }),
      );
      expect(reasons).toEqual([]);
      expect(ids(warnings)).toEqual(['budget-available']);
    });
  });

  describe('with a legal hold', () => {
    const heldBack = (model: string, status: string) =>
      possibleTransitions(aQuery(model, { status, flags: ['legal-hold'] }))
        .filter(({ reasons }) => ids(reasons).includes('legal-hold'))
        .map(({ id }) => id);

    it.each([
      [
        'datacentre-hardware',
        'decommissioned',
        ['sanitise', 'return-to-stock', 'transfer', 'release-for-disposal'],
      ],
      ['datacentre-hardware', 'lost', ['write-off']],
      ['software-licence', 'expired', ['withdraw', 'dispose']],
      ['cloud-resource', 'marked-for-deletion', ['request-deletion']],
      ['code', 'archived', ['delete']],
      ['data', 'marked-for-erasure', ['erase']],
      ['end-user-device', 'in-disposal', ['dispose']],
      [
        'stock-item',
        'issued',
        ['return', 'fit-into-asset', 'consume', 'scrap'],
      ],
    ])('a %s that is %s is kept', (model, status, expected) => {
      expect(heldBack(model, status)).toEqual(expected);
    });

    it('moving and maintaining go on', () => {
      expect(heldBack('datacentre-hardware', 'in-use')).toEqual([]);
    });

    it('a model that forgot the guard is held back all the same', () => {
      const pets = LifecycleLibrary.create({
        overrides: [
          {
            id: 'pet',
            statuses: {
              alive: 'use',
              gone: { stage: 'dispose', terminal: true },
            },
            transitions: [
              { id: 'adopt', from: [], to: 'alive', roles: ['AM'] },
              { id: 'give-away', from: ['alive'], to: 'gone', roles: ['AM'] },
            ],
          },
        ],
      });
      const [giveAway] = possibleTransitions({
        model: pets.get('pet'),
        status: 'alive',
        flags: ['legal-hold'],
        now,
      });
      expect(ids(giveAway.reasons)).toEqual(['legal-hold']);
    });

    it('a deletion that has already happened is recorded with a warning', () => {
      const { reasons, warnings } = transition(
        'confirm-deletion',
        aQuery('cloud-resource', {
          status: 'in-use',
          flags: ['legal-hold'],
          evidence: ['detection-record'],
        }),
      );
      expect(reasons).toEqual([]);
      expect(ids(warnings)).toEqual(['legal-hold']);
    });
  });

  it('checks out an end-user device without a change reference', () => {
    const { facts, unanswered } = transition(
      'deploy',
      aQuery('end-user-device', { status: 'being-prepared' }),
    );
    expect(facts.map(({ fact }) => fact)).not.toContain('change.ref');
    expect(unanswered).toContain('policy-accepted');
  });
});

describe('for any model, status and circumstances', () => {
  const anyQuery = fc.constantFrom(...library.list()).chain(model =>
    fc.record({
      model: fc.constant(model),
      status: fc.constantFrom(...Object.keys(model.statuses)),
      flags: fc.subarray(['legal-hold', 'data-bearing', 'leaving-site']),
      facts: fc.dictionary(
        fc.constantFrom(
          ...new Set(
            model.transitions.flatMap(({ facts }) =>
              facts.map(({ fact }) => fact),
            ),
          ),
        ),
        fc.constantFrom('resale', 'lease', 'keep', ''),
      ),
      now: fc.constant(now),
    }),
  );

  it('each transition listed starts at the status', () => {
    fc.assert(
      fc.property(anyQuery, query => {
        const expected = query.model.transitions
          .filter(({ from }) => from.includes(query.status))
          .map(({ id }) => id);
        expect(ids(possibleTransitions(query))).toEqual(expected);
      }),
    );
  });

  it('a terminal status is left only by what comes back from the end', () => {
    fc.assert(
      fc.property(anyQuery, query => {
        fc.pre(query.model.statuses[query.status].terminal);
        const listed = ids(possibleTransitions(query));
        expect(['reinstate', 'reopen']).toEqual(expect.arrayContaining(listed));
      }),
    );
  });

  it('allowed means no reason, and every reason shows a way out', () => {
    fc.assert(
      fc.property(anyQuery, query => {
        for (const item of possibleTransitions(query)) {
          expect(item.allowed).toBe(item.reasons.length === 0);
          for (const reason of item.reasons) {
            expect(reason.message).not.toBe('');
            expect(reason.wayOut).not.toBe('');
          }
        }
      }),
    );
  });

  it('a missing fact is always one the transition asks for', () => {
    fc.assert(
      fc.property(anyQuery, query => {
        for (const item of possibleTransitions(query)) {
          const missing = item.reasons.filter(({ kind }) => kind === 'fact');
          const wanted = item.facts.filter(
            ({ known, level }) => !known && level === 'block',
          );
          expect(ids(missing)).toEqual(wanted.map(({ fact }) => fact));
        }
      }),
    );
  });
});
