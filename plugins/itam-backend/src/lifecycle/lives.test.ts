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
import type { TestGround } from '../register/__testUtils__/ground';
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

const link = 'https://documents.example.com/1';

interface Step {
  by?: string;
  transition: string;
  to?: string;
  facts?: Record<string, unknown>;
  evidence?: string[];
  reason?: string;
  status: string;
}

async function live(
  portal: Portal,
  creation: Record<string, unknown>,
  steps: Step[],
): Promise<string> {
  const created = await portal.post('/assets', creation);
  expect({ status: created.status, body: created.body }).toMatchObject({
    status: 201,
  });
  const { tag } = created.body;
  for (const { by, status, evidence, ...step } of steps) {
    const answer = await portal.post(
      `/assets/${tag}/transitions`,
      { ...step, evidence: evidence?.map(doc) },
      by,
    );
    expect({ ...step, answer: answer.body }).toMatchObject({
      transition: step.transition,
      answer: { outcome: 'done', status },
    });
  }
  return tag;
}

const buying: Step[] = [
  {
    by: ben,
    transition: 'approve',
    facts: {
      'request.requirements': 'For a new colleague',
      'request.approval': { by: ben, amount: eur('2500.00') },
      'plan.sourcingOption': 'buy',
    },
    evidence: ['approval-record'],
    status: 'approved',
  },
  {
    transition: 'order',
    facts: {
      'model.vendorOffer': link,
      'model.endOfSupportDate': '2031-12-31',
      'model.vendorOutlook': 'No change announced',
      'model.feedback': 'Well liked',
      'demand.forecast': '10 a quarter',
      'plan.licencePlan': 'Covered by the enterprise agreement',
      'order.line': { id: 'PO-7/1', price: eur('1800.00'), quantity: 1 },
      'acquisition.method': 'purchase',
      'identity.sku': 'LAT-5450',
    },
    evidence: ['purchase-order'],
    status: 'ordered',
  },
  {
    transition: 'receive',
    facts: {
      'order.receipt': { id: 'GR-9', quantity: 1 },
      'identity.serial': 'SN0815',
      condition: 'new',
      'stock.location': 'STORE',
    },
    evidence: ['delivery-slip'],
    status: 'received',
  },
  {
    transition: 'register',
    facts: {
      'identity.barcode': '0815',
      'acquisition.date': '2026-10-01',
      owner: payments,
      legalEntity: 'ACME',
      'date.warrantyEnd': '2029-10-01',
    },
    status: 'in-stock',
  },
];

const plan = {
  transition: 'plan',
  facts: {
    'plan.quantityAndDate': '1 by December',
    'plan.budgetLine': { id: 'B-1', amount: eur('3000.00') },
  },
};

const ending: Step[] = [
  {
    by: ben,
    transition: 'sanitise',
    facts: {
      'data.handling': {
        kind: 'sanitised',
        method: 'purge',
        operator: ann,
        verifier: ben,
      },
    },
    evidence: ['sanitisation-certificate', 'backup-confirmation'],
    status: 'decommissioned',
  },
  {
    by: ben,
    transition: 'release-for-disposal',
    facts: {
      'decommission.decision': 'dispose',
      'disposal.reason': 'obsolete',
      'disposal.decision': 'recycling',
    },
    evidence: ['approval-record'],
    status: 'awaiting-disposal',
  },
  {
    transition: 'hand-over',
    facts: {
      'disposal.operator': ann,
      'disposal.recipient': { id: 'Recycler', registration: 'R-1' },
    },
    evidence: ['chain-of-custody'],
    status: 'in-disposal',
  },
  {
    transition: 'dispose',
    facts: {
      'disposal.date': '2026-11-20',
      'disposal.money': eur('-20.00'),
      'disposal.proof': { id: 'C-1', serials: ['SN0815'] },
    },
    evidence: ['certificate-of-destruction'],
    status: 'disposed',
  },
];

describe.each(databases.eachSupportedId())('a life on %s', databaseId => {
  // `live` expects the outcome of each step
  /* eslint-disable jest/expect-expect */
  it('of a laptop goes from plan to disposal', async () => {
    const portal = await aPortal(await databases.init(databaseId));
    await theRecords(portal);
    const tag = await live(
      portal,
      {
        type: 'laptop',
        name: 'Laptop of Eva',
        manufacturer: 'Dell',
        modelId: 'LAT',
        attributes: { memory: 32, diskEncrypted: true },
        ...plan,
      },
      [
        ...buying,
        {
          transition: 'prepare',
          facts: {
            'spec.approved': { memory: 32 },
            'policy.applied': [{ id: 'use@3', acceptedBy: eva }],
          },
          status: 'being-prepared',
        },
        {
          transition: 'deploy',
          facts: {
            custodian: ann,
            assignee: [eva],
            'imac.kind': 'install',
            'imac.date': '2026-11-01',
            'imac.operator': ann,
          },
          evidence: ['installation-record'],
          status: 'in-use',
        },
        {
          transition: 'request-decommission',
          facts: {
            'decommission.cause': 'obsolete',
            'impact.assessment': 'Nothing depends on it.',
          },
          evidence: ['impact-assessment'],
          status: 'recalled',
        },
        {
          transition: 'retrieve',
          facts: {
            'decommission.date': '2026-11-18',
            'decommission.operator': ann,
            condition: 'worn',
            'stock.location': 'STORE',
          },
          status: 'decommissioned',
        },
        ...ending,
      ],
    );
    expect(tag).toBe('HW-000001');
    const { body: asset } = await portal.get(`/assets/${tag}`);
    expect(asset).toMatchObject({
      status: 'disposed',
      serial: 'SN0815',
      owner: payments,
      acquiredOn: '2026-10-01',
      dates: { 'warranty-end': '2029-10-01' },
    });
    expect(asset.consumer).toBeUndefined();
    const { body: told } = await portal.get(
      `/assets/${tag}/transition-history?limit=50`,
    );
    expect(
      told.items.map(({ transition }: { transition: string }) => transition),
    ).toEqual([
      'dispose',
      'hand-over',
      'release-for-disposal',
      'sanitise',
      'retrieve',
      'request-decommission',
      'deploy',
      'prepare',
      'register',
      'receive',
      'order',
      'approve',
      'plan',
    ]);
    const { body: open } = await portal.get(
      `/open-facts?asset=${tag}&limit=50`,
    );
    expect(open.items.map(({ fact }: { fact: string }) => fact)).toEqual(
      expect.arrayContaining(['order.invoice', 'invoice', 'handover-receipt']),
    );
    const { body: history } = await portal.get(
      `/assets/${tag}/history?limit=50`,
    );
    expect(history.items).toHaveLength(13);
  });

  it('of a server goes from plan to disposal', async () => {
    const portal = await aPortal(await databases.init(databaseId));
    await theRecords(portal);
    const change = { 'change.ref': { id: 'CHG-1', state: 'approved' } };
    await live(
      portal,
      {
        type: 'server',
        name: 'db-host-7',
        manufacturer: 'Dell',
        modelId: 'POW',
        attributes: {
          sockets: 2,
          coresPerSocket: 16,
          cpuModel: 'Xeon',
          memory: 512,
          storage: 4,
        },
        ...plan,
      },
      [
        ...buying,
        {
          transition: 'prepare',
          facts: {
            ...change,
            'ci.ref': checkout,
            'spec.approved': { memory: 512 },
            'policy.applied': 'baseline@2',
          },
          status: 'being-prepared',
        },
        {
          transition: 'deploy',
          facts: {
            custodian: ann,
            assignee: [eva, checkout],
            'location.exact': 'HQ',
            'location.contact': ann,
            'service.supported': [checkout],
            environment: 'production',
            'spec.asBuilt': { memory: 512 },
            'imac.kind': 'install',
            'imac.date': '2026-11-01',
            'imac.operator': ann,
          },
          evidence: ['installation-record'],
          status: 'in-use',
        },
        {
          transition: 'request-decommission',
          facts: {
            ...change,
            'decommission.cause': 'obsolete',
            'impact.assessment': {
              items: [{ what: 'checkout', answer: 'moved' }],
            },
          },
          evidence: ['impact-assessment'],
          status: 'recalled',
        },
        {
          transition: 'retrieve',
          facts: {
            'decommission.date': '2026-11-18',
            'decommission.operator': ann,
            condition: 'worn',
            'stock.location': 'STORE',
            'data.handling': { kind: 'no-media' },
          },
          status: 'decommissioned',
        },
        ...ending,
      ],
    );
  });

  it('of a cloud database ends when a source sees that it is gone', async () => {
    const portal = await aPortal(await databases.init(databaseId));
    const tag = await live(
      portal,
      {
        type: 'cloud-database',
        name: 'orders-db',
        owner: payments,
        custodian: eva,
        supports: [checkout],
        transition: 'plan',
        facts: { 'plan.budgetLine': { id: 'B-2', amount: eur('900.00') } },
      },
      [
        {
          by: ben,
          transition: 'approve',
          facts: {
            'request.requirements': 'Orders need a home',
            'request.approval': { by: ben, amount: eur('900.00') },
          },
          status: 'approved',
        },
        {
          transition: 'provision',
          facts: { 'ci.ref': 'resource:default/orders-db' },
          status: 'provisioned',
        },
        {
          transition: 'claim',
          facts: { environment: 'production' },
          status: 'in-use',
        },
        { transition: 'stop', status: 'stopped' },
        { transition: 'start', status: 'in-use' },
        {
          transition: 'mark-for-deletion',
          facts: {
            'decommission.cause': 'unused',
            'impact.assessment': 'Nothing reads it any more.',
            'data.handling': { kind: 'media-kept', backup: 'confirmed' },
          },
          evidence: ['impact-assessment'],
          status: 'marked-for-deletion',
        },
        {
          transition: 'request-deletion',
          facts: {
            'decommission.date': '2026-11-20',
            'decommission.operator': ann,
          },
          status: 'pending-deletion',
        },
      ],
    );
    await gone(portal.ground, (await portal.get(`/assets/${tag}`)).body.id);
    const { body } = await portal.get(`/assets/${tag}`);
    expect(body).toMatchObject({ status: 'deleted', stage: 'dispose' });
  });

  it('of a repository goes from plan to deletion', async () => {
    const portal = await aPortal(await databases.init(databaseId));
    await live(
      portal,
      {
        type: 'repository',
        name: 'checkout',
        owner: payments,
        custodian: eva,
        transition: 'plan',
        facts: { 'request.requirements': 'Code needs a home' },
      },
      [
        {
          transition: 'start',
          facts: { 'ci.ref': checkout },
          status: 'experimental',
        },
        {
          transition: 'release',
          facts: { 'service.supported': [checkout] },
          status: 'production',
        },
        {
          transition: 'deprecate',
          facts: {
            'decommission.cause': 'obsolete',
            'date.endOfSupport': '2026-12-31',
            'impact.assessment': 'Consumers were told.',
          },
          status: 'deprecated',
        },
        {
          transition: 'archive',
          facts: {
            'decommission.date': '2026-11-20',
            'decommission.operator': ann,
            'data.handling': { kind: 'media-kept' },
          },
          status: 'archived',
        },
        {
          transition: 'delete',
          facts: {
            'disposal.date': '2026-11-21',
            'disposal.operator': ann,
            'disposal.reason': 'obsolete',
          },
          status: 'deleted',
        },
      ],
    );
  });

  it('of a data set goes from plan to erasure', async () => {
    const portal = await aPortal(await databases.init(databaseId));
    await theRecords(portal);
    await live(
      portal,
      {
        type: 'dataset',
        name: 'orders-2026',
        owner: payments,
        transition: 'plan',
        facts: { 'request.requirements': 'Reports of orders' },
      },
      [
        {
          by: ben,
          transition: 'approve',
          facts: {
            'request.approval': { by: ben },
            'policy.applied': 'privacy@1',
          },
          evidence: ['approval-record'],
          status: 'approved',
        },
        {
          transition: 'collect',
          facts: {
            'acquisition.date': '2026-10-01',
            'acquisition.method': 'built',
          },
          status: 'collected',
        },
        {
          transition: 'classify',
          facts: { custodian: eva },
          status: 'classified',
        },
        {
          transition: 'use',
          facts: {
            'service.supported': [checkout],
            environment: 'production',
          },
          status: 'in-use',
        },
        {
          transition: 'archive',
          facts: {
            'decommission.date': '2026-11-10',
            'decommission.operator': ann,
            'stock.location': 'HQ',
          },
          status: 'archived',
        },
        {
          transition: 'mark-for-erasure',
          facts: {
            'disposal.reason': 'obsolete',
            'impact.assessment': 'Retention is over.',
          },
          evidence: ['impact-assessment'],
          status: 'marked-for-erasure',
        },
        {
          by: ben,
          transition: 'erase',
          facts: {
            'disposal.date': '2026-11-20',
            'disposal.operator': ann,
            'data.handling': {
              kind: 'sanitised',
              operator: ann,
              verifier: ben,
              copies: ['backup of October: expires on 2026-12-01'],
            },
          },
          evidence: ['sanitisation-certificate'],
          status: 'erased',
        },
      ],
    );
  });

  it('of a TLS certificate goes from request to destruction', async () => {
    const portal = await aPortal(await databases.init(databaseId));
    await live(
      portal,
      {
        type: 'tls-certificate',
        name: 'shop.example.com',
        owner: payments,
        transition: 'request',
        facts: { 'request.requirements': 'The shop needs one' },
      },
      [
        {
          transition: 'issue',
          facts: {
            'identity.serial': '04:AF:19',
            'acquisition.date': '2026-10-01',
            'date.renewal': '2026-12-20',
          },
          status: 'issued',
        },
        {
          transition: 'install',
          facts: {
            'ci.ref': checkout,
            custodian: eva,
            'imac.date': '2026-10-02',
            'imac.operator': ann,
          },
          status: 'in-use',
        },
        {
          transition: 'renew',
          facts: { 'ci.ref': checkout, 'imac.date': '2026-11-20' },
          status: 'superseded',
        },
        {
          transition: 'destroy',
          facts: {
            'disposal.date': '2026-11-21',
            'disposal.operator': ann,
          },
          status: 'destroyed',
        },
      ],
    );
  });
});

async function gone({ register }: TestGround, assetId: string) {
  await register.apply({
    changes: [
      {
        assetId,
        change: {
          origin: { kind: 'source', sourceId: 'aws', runId: 'r1' },
          action: 'observe',
          facts: { status: 'deleted' },
        },
      },
    ],
  });
}
