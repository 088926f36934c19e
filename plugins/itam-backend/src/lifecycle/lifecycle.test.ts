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

import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ann,
  aPortal,
  ben,
  checkout,
  doc,
  eur,
  eva,
  payments,
  Portal,
  theRecords,
} from './__testUtils__/portal';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const DAY = 86_400_000;
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString();

/** A repository in production: its model asks for little. */
async function aRepository({ post }: Portal, more: object = {}) {
  const { status, body } = await post('/assets', {
    type: 'repository',
    name: 'checkout',
    owner: payments,
    custodian: eva,
    transition: 'plan',
    facts: { 'request.requirements': 'Code needs a home' },
    ...more,
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  const { tag } = body;
  await post(`/assets/${tag}/transitions`, {
    transition: 'start',
    facts: { 'ci.ref': checkout },
  });
  return tag as string;
}

const archiving = {
  transition: 'archive',
  facts: {
    'decommission.date': '2026-11-20',
    'decommission.operator': ann,
    'data.handling': { kind: 'media-kept' },
  },
};

describe.each(databases.eachSupportedId())('the lifecycle on %s', id => {
  const portalWith = async (options?: Parameters<typeof aPortal>[1]) =>
    aPortal(await databases.init(id), options);

  it('says what is possible, what is missing, and how to get there', async () => {
    const portal = await portalWith();
    const tag = await aRepository(portal);
    const { body } = await portal.get(`/assets/${tag}/transitions`);
    expect(body).toMatchObject({ status: 'experimental', mayForce: true });
    const byId = Object.fromEntries(
      body.items.map((item: { id: string }) => [item.id, item]),
    );
    expect(byId.release).toMatchObject({
      allowed: false,
      completable: true,
      reasons: [
        { kind: 'fact', id: 'service.supported', wayOut: expect.any(String) },
      ],
    });
    expect(byId['confirm-deletion'].reasons[0]).toMatchObject({
      kind: 'role',
      message: 'Only the system does this.',
    });
  });

  it('refuses what lacks a fact, naming it, and changes nothing', async () => {
    const portal = await portalWith();
    const tag = await aRepository(portal);
    const answer = await portal.post(`/assets/${tag}/transitions`, {
      transition: 'release',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('facts.service.supported');
    const { body } = await portal.get(`/assets/${tag}`);
    expect(body).toMatchObject({ status: 'experimental', version: 2 });
  });

  it.each([
    ['an unknown fact', { 'no.such': 1 }, 'there is no fact of this name'],
    [
      'a date that is none',
      { 'decommission.date': '31.12.2026' },
      'must be a day as YYYY-MM-DD',
    ],
    [
      'a word that is not in the list',
      { 'decommission.cause': 'boredom' },
      'must be one of request, change',
    ],
    [
      'a ref of another kind',
      { 'decommission.operator': payments },
      'must be the entity ref of a User',
    ],
    [
      'money in a currency there is not',
      { 'disposal.money': { amount: '1.00', currency: 'EURO' } },
      'must be a currency code',
    ],
    [
      'a location nobody registered',
      { 'stock.location': 'NOWHERE' },
      'there is no location NOWHERE',
    ],
    [
      'a snapshot the register takes itself',
      { 'stock.available': 1 },
      'cannot be given',
    ],
  ])('refuses %s', async (_, facts, message) => {
    const portal = await portalWith();
    const tag = await aRepository(portal);
    const answer = await portal.post(`/assets/${tag}/transitions`, {
      ...archiving,
      facts: { ...archiving.facts, ...facts },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
  });

  it('refuses who has none of the roles', async () => {
    const portal = await portalWith({
      denied: ['owner', 'custodian', 'technician'].map(
        role => `itam.role.${role}`,
      ),
    });
    const answer = await portal.post('/assets', {
      type: 'repository',
      name: 'checkout',
      owner: payments,
      facts: { 'request.requirements': 'Code needs a home' },
    });
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toContain('none of your roles');
  });

  it('does not let who asked for something approve it', async () => {
    const portal = await portalWith();
    const { body } = await portal.post('/assets', {
      type: 'cloud-database',
      name: 'orders',
      owner: payments,
      supports: [checkout],
      transition: 'plan',
      facts: { 'plan.budgetLine': { id: 'B-2', amount: eur('900.00') } },
    });
    const approve = (user: string) =>
      portal.post(
        `/assets/${body.tag}/transitions`,
        {
          transition: 'approve',
          facts: {
            'request.requirements': 'Orders need a home',
            'request.approval': { by: user, amount: eur('900.00') },
          },
        },
        user,
      );
    const own = await approve(ann);
    expect(own.status).toBe(409);
    expect(own.body.error.message).toContain('cannot approve their own');
    expect((await approve(ben)).body).toMatchObject({ status: 'approved' });
  });

  it('wants a second person to record that data was wiped', async () => {
    const portal = await portalWith();
    await theRecords(portal);
    const { status, body } = await portal.post('/assets', {
      type: 'laptop',
      name: 'Laptop',
      owner: payments,
      location: 'HQ',
      attributes: { storage: 512, diskEncrypted: true },
      transition: 'register-found',
      to: 'in-use',
      serial: 'A1',
      facts: { 'exception.reason': 'Found in a cupboard' },
      evidence: [doc('detection-record')],
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    const path = `/assets/${body.tag}/transitions`;
    await portal.post(path, {
      transition: 'request-decommission',
      facts: {
        'decommission.cause': 'unused',
        'impact.assessment': 'None',
      },
      evidence: [doc('impact-assessment')],
    });
    await portal.post(path, {
      transition: 'retrieve',
      facts: {
        'decommission.date': '2026-11-20',
        'decommission.operator': ann,
        condition: 'good',
        'stock.location': 'STORE',
      },
      evidence: [doc('chain-of-custody')],
    });
    const wipe = (user: string) =>
      portal.post(
        path,
        {
          transition: 'sanitise',
          facts: {
            'data.handling': {
              kind: 'sanitised',
              operator: ann,
              verifier: ben,
            },
          },
          evidence: [
            doc('sanitisation-certificate'),
            doc('backup-confirmation'),
          ],
        },
        user,
      );
    expect((await wipe(ann)).status).toBe(409);
    expect((await wipe(ben)).body).toMatchObject({ outcome: 'done' });
  });

  it('forces what is not allowed only with permission and reason, and lists it for review', async () => {
    const portal = await portalWith();
    const tag = await aRepository(portal);
    const path = `/assets/${tag}/transitions`;
    const force = { transition: 'release', force: true };
    expect((await portal.post(path, force)).status).toBe(400);
    const forced = await portal.post(path, {
      ...force,
      reason: 'Goes live tonight',
      makeGoodBy: '2026-12-24',
    });
    expect(forced.body).toMatchObject({
      outcome: 'done',
      status: 'production',
      exceptionId: expect.any(String),
    });
    const { body: open } = await portal.get(`/open-facts?asset=${tag}`);
    expect(open.items).toMatchObject([
      { fact: 'service.supported', due: '2026-12-24', assignee: eva },
    ]);
    const { exceptionId } = forced.body;
    const review = (user: string) =>
      portal.post(
        `/lifecycle-exceptions/${exceptionId}/review`,
        { decision: 'correct', note: 'Name the service' },
        user,
      );
    expect((await review(ann)).status).toBe(403);
    expect((await review(ben)).body).toMatchObject({ state: 'correct' });
    const given = await portal.post(`/assets/${tag}/facts`, {
      facts: { 'service.supported': [checkout] },
    });
    expect(given.body.closed).toEqual(['service.supported']);
    const { body: exceptions } = await portal.get('/lifecycle-exceptions');
    expect(exceptions.items).toMatchObject([
      { tag, state: 'corrected', missing: [{ id: 'service.supported' }] },
    ]);
    const { body: asset } = await portal.get(`/assets/${tag}`);
    expect(asset.supports).toEqual([checkout]);
  });

  it('keeps what is on legal hold, even against force, until a second person releases it', async () => {
    const portal = await portalWith();
    const tag = await aRepository(portal);
    const first = await portal.post(`/assets/${tag}/holds`, {
      matter: 'Case 7',
    });
    const second = await portal.post(`/assets/${tag}/holds`, {
      matter: 'Case 8',
    });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(
      (await portal.post(`/assets/${tag}/holds`, { matter: 'Case 7' })).status,
    ).toBe(409);
    await portal.post(`/assets/${tag}/transitions`, archiving);
    const remove = () =>
      portal.post(`/assets/${tag}/transitions`, {
        transition: 'delete',
        facts: {
          'disposal.date': '2026-11-21',
          'disposal.operator': ann,
          'disposal.reason': 'obsolete',
        },
        force: true,
        reason: 'Out with it',
      });
    const held = await remove();
    expect(held.status).toBe(409);
    expect(held.body.error.message).toContain('A legal hold is open');
    for (const { body } of [first, second]) {
      const release = (user: string) =>
        portal.post(`/holds/${body.id}/release`, { reason: 'Settled' }, user);
      expect((await release(ann)).body.releasedAt).toBeUndefined();
      expect((await release(ann)).status).toBe(403);
      expect((await release(ben)).body).toMatchObject({ releasedBy: ben });
    }
    const { body } = await portal.get(`/assets/${tag}`);
    expect(body.flags ?? []).toEqual([]);
    expect((await remove()).body).toMatchObject({ status: 'deleted' });
  });

  it('keeps when it happened beside when it was learned, within limits', async () => {
    const portal = await portalWith();
    const tag = await aRepository(portal);
    const path = `/assets/${tag}/transitions`;
    const tooEarly = await portal.post(path, {
      ...archiving,
      effectiveAt: inDays(-1),
    });
    expect(tooEarly.status).toBe(400);
    expect(tooEarly.body.error.message).toContain('effectiveAt');
    const longAgo = await portal.post(path, {
      ...archiving,
      effectiveAt: '2020-01-01T00:00:00Z',
    });
    expect(longAgo.body.error.message).toContain('days ago');
    const { body } = await portal.get(`/assets/${tag}/transition-history`);
    expect(body.items[0]).toMatchObject({
      transition: 'start',
      secondsBefore: expect.any(Number),
      actor: ann,
    });
  });

  it('carries out what was planned when its time has come, and says why it could not', async () => {
    const portal = await portalWith();
    const tag = await aRepository(portal);
    const planned = await portal.post(`/assets/${tag}/transitions`, {
      ...archiving,
      effectiveAt: new Date(Date.now() + 61_000).toISOString(),
    });
    expect(planned.body).toMatchObject({
      outcome: 'planned',
      status: 'experimental',
    });
    await portal.run('itam-carry-out-planned-transitions');
    expect((await portal.get(`/assets/${tag}`)).body.status).toBe(
      'experimental',
    );
    await portal.ground.knex('planned_transitions').update({
      planned_for: new Date().toISOString(),
    });
    await portal.run('itam-carry-out-planned-transitions');
    const { body } = await portal.get(`/assets/${tag}`);
    expect(body).toMatchObject({ status: 'archived' });
    const late = await portal.post(`/assets/${tag}/transitions`, {
      transition: 'restore',
      facts: { 'exception.reason': 'Needed again' },
      effectiveAt: inDays(1),
    });
    expect(late.body.outcome).toBe('planned');
    await portal.post(`/assets/${tag}/transitions`, {
      transition: 'delete',
      facts: {
        'disposal.date': '2026-11-21',
        'disposal.operator': ann,
        'disposal.reason': 'obsolete',
      },
    });
    await portal.ground.knex('planned_transitions').update({
      planned_for: new Date().toISOString(),
    });
    await portal.run('itam-carry-out-planned-transitions');
    const { body: plans } = await portal.get('/planned-transitions');
    expect(plans.items).toMatchObject([
      { state: 'refused', error: expect.stringContaining('does not leave') },
    ]);
  });

  it('keeps documents as evidence and gives them back unchanged', async () => {
    const portal = await portalWith();
    const tag = await aRepository(portal);
    const content = Buffer.from([0, 255, 1, 254]);
    const added = await portal.upload(
      `/assets/${tag}/documents?doc=detection-record`,
      'seen.bin',
      content,
    );
    expect(added.body).toMatchObject({ bytes: 4, title: 'seen.bin' });
    const { body } = await portal
      .get(`/assets/${tag}/documents/${added.body.id}/content`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', part => parts.push(Buffer.from(part)));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    expect(body).toEqual(content);
  });

  it('tries a path on a copy and says all that is missing on the way', async () => {
    const { post } = await portalWith();
    const { body } = await post('/lifecycle-models/code/simulate', {
      path: [
        { transition: 'plan', facts: { owner: payments } },
        { transition: 'start', facts: { 'ci.ref': checkout } },
        { transition: 'archive' },
      ],
    });
    expect(body.steps).toMatchObject([
      { to: 'planned', missing: [{ id: 'request.requirements' }] },
      { from: 'planned', to: 'experimental', allowed: true },
      { to: 'archived', allowed: false },
    ]);
  });

  it('gives tags nobody else gets, whatever happens at once', async () => {
    const portal = await portalWith({
      config: { itam: { tags: { code: 'R{number:4}-X' } } },
    });
    const tags = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { body } = await portal.post('/assets', {
          type: 'repository',
          name: 'some',
          owner: payments,
          facts: { 'request.requirements': 'Needed' },
        });
        return body.tag;
      }),
    );
    expect(new Set(tags).size).toBe(20);
    expect([...tags].sort()[0]).toBe('R0001-X');
  });

  it('applies 1 000 edits at once on the version each saw, or refuses them with 412', async () => {
    const portal = await portalWith();
    const tag = await aRepository(portal);
    const { body: before } = await portal.get(`/assets/${tag}`);
    const statuses: number[] = [];
    const editors = Array.from({ length: 20 }, async (_, editor) => {
      let seen: number = before.version;
      for (let edit = 0; edit < 50; edit++) {
        const { status, body } = await portal.patch(
          `/assets/${tag}`,
          { notes: `${editor} ${edit}` },
          seen,
        );
        statuses.push(status);
        seen =
          status === 200
            ? body.version
            : (await portal.get(`/assets/${tag}`)).body.version;
      }
    });
    await Promise.all(editors);
    const applied = statuses.filter(status => status === 200).length;
    const refused = statuses.filter(status => status === 412).length;
    expect([applied + refused, applied > 0, refused > 0]).toEqual([
      1000,
      true,
      true,
    ]);
    const { body: after } = await portal.get(`/assets/${tag}`);
    expect(after.version).toBe(before.version + applied);
    const [{ lines }] = await portal.ground
      .knex('asset_history')
      .where({ asset_id: before.id })
      .count({ lines: '*' });
    expect(Number(lines)).toBe(after.version);
  }, 120_000);
});
