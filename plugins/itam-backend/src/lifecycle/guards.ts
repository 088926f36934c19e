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
  type AssetState,
  type GuardAnswer,
  microsOf,
  type Money,
  type TransitionRequest,
} from '@itam/plugin-itam-common';
import type { KnownModel } from '../records';
import type { LifecycleRecord, Surroundings } from './LifecycleStore';

/** What a guard is asked about. */
export interface GuardQuestion {
  /** The asset as it is, with the fields the transition would give it. */
  asset: AssetState;
  /** Everything known: of the asset, on its record, and given now. */
  facts: Readonly<Record<string, unknown>>;
  /** Facts given with this request. */
  given: Readonly<Record<string, unknown>>;
  evidence: ReadonlySet<string>;
  record: LifecycleRecord;
  around: Surroundings;
  /** Tags of other assets that carry its serial, tag or other strong key. */
  twins: readonly string[];
  /** Refs and records the portal knows of those named. */
  known: {
    groups: ReadonlySet<string>;
    legalEntities: ReadonlySet<string>;
    model?: KnownModel;
  };
  settings: {
    outOfScope: readonly string[];
    blockedSuppliers: readonly string[];
  };
  request: Pick<TransitionRequest, 'transition' | 'reason'>;
  /** Who acts, a user entity ref. */
  actor: string;
  mayForce: boolean;
  now: Date;
}

/** Answers a guard: it holds, or why it does not. */
export type Guard = (question: GuardQuestion) => boolean | GuardAnswer;

const ASSESSMENT_DAYS = 7;
const DAY = 86_400_000;
const approvedStates = [
  'approved',
  'scheduled',
  'in-progress',
  'implementing',
  'implemented',
  'completed',
  'closed',
];
const fitConditions = ['new', 'good', 'worn'];

/** The answers to the guards of the built-in models, by name. */
export const builtInGuards: Record<string, Guard> = {
  'type-in-scope': ({ asset, settings }) =>
    !settings.outOfScope.includes(asset.type),
  'model-approved': modelApproved,
  'requester-not-approver': question =>
    requester(question) !== approver(question),
  'budget-available': ({ facts }) =>
    covers(
      moneyOf(facts['plan.budgetLine']),
      moneyOf(facts['request.approval']),
    ),
  'stock-checked': ({ around, request, facts }) =>
    around.inStock === 0 || explained(request, facts)
      ? true
      : no(
          `Stock has ${around.inStock} of it.`,
          'Take one of them, or give the reason why it does not serve.',
        ),
  'pool-checked': ({ around, request, facts }) =>
    around.inStock === 0 || explained(request, facts),
  'approved-request': ({ facts }) =>
    facts['request.approval'] !== undefined &&
    covers(moneyOf(facts['request.approval']), moneyOf(facts['order.line'])),
  'supplier-approved': ({ asset, facts, settings }) =>
    ![
      asset.supplier,
      textOf(facts['order.line'], 'supplier'),
      textOf(facts['disposal.recipient'], 'id'),
    ].some(
      supplier =>
        supplier && settings.blockedSuppliers.includes(supplier.toLowerCase()),
    ),
  'delivery-matches-order': ({ facts }) =>
    sameWhereGiven(facts['order.line'], facts['order.receipt'], [
      'quantity',
      'sku',
    ]),
  'quantity-matches-order': ({ facts }) =>
    sameWhereGiven(facts['order.line'], facts['entitlement.right'], [
      'quantity',
    ]),
  'unique-identity': ({ twins }) => unique(twins),
  'not-duplicate': ({ twins }) => unique(twins),
  'owner-set': ({ asset, known }) =>
    asset.owner !== undefined && known.groups.has(asset.owner),
  'lease-complete': ({ asset, facts, evidence }) =>
    !isLent(asset, facts) ||
    (facts['date.leaseEnd'] !== undefined && evidence.has('lease-agreement')),
  // only what is not reserved yet can be reserved
  'no-overlap': ({ asset }) => asset.status !== 'reserved',
  'change-approved': ({ facts }) =>
    approvedStates.includes(
      (textOf(facts['change.ref'], 'state') ?? '').toLowerCase(),
    )
      ? true
      : no(
          'Nothing says that the change or request is approved.',
          'Give change.ref as a record with id and state, for example approved.',
        ),
  'matches-approved-spec': ({ facts }) => {
    const differing = differingParts(
      facts['spec.approved'],
      facts['spec.asBuilt'],
    );
    return differing.length === 0
      ? true
      : no(`What was found differs in ${differing.join(', ')}.`);
  },
  'licence-cover': ({ around }) =>
    around.uncovered.length === 0
      ? true
      : no(`No right is related for ${around.uncovered.join(', ')}.`),
  'support-fits-service': ({ asset, around }) =>
    around.covered || !asset.relations.some(({ type }) => type === 'supports'),
  'named-person': ({ asset, facts }) =>
    [asset.custodian, asset.consumer, ...listOf(facts.assignee)].some(isPerson),
  'policy-accepted': ({ facts, evidence }) =>
    evidence.has('policy-acknowledgement') ||
    listOf(facts['policy.applied']).some(
      policy => textOf(policy, 'acceptedBy') !== undefined,
    ),
  'licence-impact-assessed': ({ around, request }) =>
    around.uncovered.length === 0 || request.reason !== undefined,
  'media-protected': ({ asset, facts }) =>
    !bearsData(asset) ||
    isEncrypted(asset) ||
    ['sanitised', 'no-media'].includes(handlingOf(facts) ?? ''),
  'impact-assessed': impactAssessed,
  'no-dependants': ({ around, facts }) => {
    const waived = waivedTags(facts['impact.assessment']);
    const left = around.dependants.filter(
      dependant => !waived.includes(dependant.split(' ')[0]),
    );
    return left.length === 0
      ? true
      : no(
          `Still standing on it: ${left.slice(0, 5).join('; ')}${
            left.length > 5 ? ` and ${left.length - 5} more` : ''
          }.`,
          'Move them away, or waive each in the impact assessment (waived: their tags).',
        );
  },
  'backup-confirmed': ({ facts, evidence }) =>
    evidence.has('backup-confirmation') ||
    handlingOf(facts) === 'no-media' ||
    ['confirmed', 'waived', 'not-needed'].includes(
      textOf(facts['data.handling'], 'backup') ?? '',
    ),
  sanitised: ({ asset, facts }) =>
    !bearsData(asset) ||
    ['sanitised', 'no-media', 'media-kept'].includes(handlingOf(facts) ?? '')
      ? true
      : no(
          'Nothing says how its media were dealt with.',
          'Give data.handling as a record with kind: sanitised, no-media or media-kept.',
        ),
  'second-person-verified': secondPerson,
  'condition-fit': ({ asset }) =>
    asset.condition !== undefined && fitConditions.includes(asset.condition),
  'receiver-accepts': receiverAccepts,
  'licences-released': ({ asset }) =>
    !asset.relations.some(({ type }) => type === 'licensed-by'),
  'coverage-ended': ({ asset }) =>
    !asset.relations.some(({ type }) => type === 'covered-by'),
  'no-open-assignment': ({ asset }) =>
    asset.consumer === undefined ? true : no(`${asset.consumer} still has it.`),
  'certificate-matches-serial': ({ asset, facts }) =>
    !['destruction', 'recycling'].includes(
      String(facts['disposal.decision']),
    ) ||
    asset.serial === undefined ||
    wordsOf(memberOf(facts['disposal.proof'], 'serials')).includes(asset.serial)
      ? true
      : no(
          `The proof does not name the serial ${asset.serial}.`,
          'Give disposal.proof as a record with id and serials as the certificate lists them.',
        ),
  'disposer-not-approver': ({ record, actor }) =>
    !['release-for-disposal', 'report-lost', 'report-stolen'].some(
      step => record.lastActors.get(step) === actor,
    ),
  'finance-informed': ({ asset, facts }) =>
    asset.fixedAssetNumber === undefined ||
    facts['finance.expenseRef'] !== undefined,
  'investigation-closed': ({ facts }) =>
    textOf(facts['loss.report'], 'result') !== undefined
      ? true
      : no(
          'The loss report has no result.',
          'Give loss.report as a record with result.',
        ),
  override: ({ mayForce }) => mayForce,
  'proof-authenticated': ({ facts, record, actor }) => {
    const checker = textOf(facts['entitlement.proof'], 'checkedBy');
    const buyer = record.lastActors.get('order') ?? actor;
    return checker !== undefined && checker !== buyer;
  },
  'licensee-ours': ({ asset, known }) =>
    asset.legalEntity !== undefined &&
    known.legalEntities.has(asset.legalEntity),
  'base-exists': ({ facts, asset }) =>
    textOf(facts['entitlement.right'], 'base') === undefined ||
    asset.relations.some(({ type }) => type === 'depends-on'),
  'transfer-allowed': ({ evidence }) => evidence.has('publisher-consent'),
  'resale-permitted': ({ evidence }) =>
    evidence.has('publisher-consent') || evidence.has('licence-agreement'),
  'removed-or-blocked': ({ evidence }) =>
    evidence.has('copies-removed-statement'),
  'allocations-closed': ({ around }) => noLicensees(around),
  'software-removed-or-covered': ({ around }) => noLicensees(around),
};

/** It has media that keep data, going by what its type says of it. */
export function bearsData({ category, attributes }: AssetState): boolean {
  return (
    category === 'data' ||
    [
      'storage',
      'rawCapacity',
      'capacity',
      'diskEncrypted',
      'storageEncrypted',
      'encrypted',
    ].some(name => attributes[name] !== undefined && attributes[name] !== 0)
  );
}

function isEncrypted({ attributes }: AssetState): boolean {
  return [
    'diskEncrypted',
    'storageEncrypted',
    'encrypted',
    'encryptionAtRest',
  ].some(name => attributes[name] === true);
}

function modelApproved({ known: { model }, asset, now }: GuardQuestion) {
  if (!model) {
    return asset.modelId === undefined
      ? no('No catalogue entry is named.')
      : no(
          `There is no catalogue entry ${asset.modelId}.`,
          'Choose an entry of the model catalogue, or have it added.',
        );
  }
  const today = now.toISOString().slice(0, 10);
  return (
    model.approved &&
    !model.retired &&
    (model.endOfSale === undefined || model.endOfSale >= today)
  );
}

/** Who asked for it: who said why it is needed, or brought it into being. */
function requester({ record, asset, given }: GuardQuestion): string {
  const said = record.facts.get('request.requirements');
  return said && given['request.requirements'] === undefined
    ? said.givenBy
    : asset.createdBy;
}

function approver({ facts, actor }: GuardQuestion): string {
  return textOf(facts['request.approval'], 'by') ?? actor;
}

function impactAssessed({ facts, given, record, now }: GuardQuestion) {
  const assessment = facts['impact.assessment'];
  if (assessment === undefined) {
    return no('There is no impact assessment.');
  }
  const givenAt = record.facts.get('impact.assessment')?.givenAt;
  const age = givenAt ? now.getTime() - Date.parse(givenAt) : 0;
  if (given['impact.assessment'] === undefined && age > ASSESSMENT_DAYS * DAY) {
    return no(`The impact assessment is older than ${ASSESSMENT_DAYS} days.`);
  }
  const open = listOf(memberOf(assessment, 'items')).filter(
    item => textOf(item, 'answer') === undefined,
  );
  return open.length === 0
    ? true
    : no(`${open.length} items of the impact assessment have no answer.`);
}

/**
 * Who did it and who looked at it are two people: who sanitised is not who
 * records it, and a thing found again is not taken back by who reported it.
 */
function secondPerson({ facts, given, record, actor, asset }: GuardQuestion) {
  if (!bearsData(asset) || handlingOf(facts) === 'no-media') {
    return ['report-lost', 'report-stolen'].every(
      step => record.lastActors.get(step) !== actor,
    );
  }
  const operator = textOf(facts['data.handling'], 'operator');
  if (operator === undefined) {
    return no(
      'Nothing says who sanitised it.',
      'Give data.handling as a record with operator; somebody else records it.',
    );
  }
  const verifier =
    given['data.handling'] === undefined
      ? record.facts.get('data.handling')?.givenBy
      : actor;
  return verifier !== operator;
}

function receiverAccepts({ facts, asset, actor }: GuardQuestion) {
  const receivers = [
    asset.consumer,
    asset.custodian,
    asset.owner,
    ...listOf(facts.assignee),
  ];
  const by = textOf(facts['transfer.acceptance'], 'by');
  return (
    (by !== undefined &&
      memberOf(facts['transfer.acceptance'], 'accepted') !== false) ||
    receivers.includes(actor)
  );
}

function noLicensees({ licensees }: Surroundings) {
  return licensees.length === 0
    ? true
    : no(`Still used by ${licensees.slice(0, 5).join(', ')}.`);
}

function unique(twins: readonly string[]) {
  return twins.length === 0
    ? true
    : no(`${twins.join(', ')} carries the same tag, serial or other key.`);
}

function isLent(asset: AssetState, facts: GuardQuestion['facts']): boolean {
  return (
    ['leased', 'rented'].includes(asset.ownership ?? '') ||
    ['lease', 'rent'].includes(String(facts['acquisition.method']))
  );
}

function explained(
  request: Pick<TransitionRequest, 'reason'>,
  facts: GuardQuestion['facts'],
): boolean {
  return (
    Boolean(request.reason) ||
    textOf(facts['plan.sourcingOption'], 'reason') !== undefined
  );
}

function handlingOf(facts: GuardQuestion['facts']): string | undefined {
  return textOf(facts['data.handling'], 'kind');
}

function waivedTags(assessment: unknown): string[] {
  return wordsOf(memberOf(assessment, 'waived'));
}

/** A list, or words with commas between them. */
function wordsOf(value: unknown): string[] {
  return listOf(value).flatMap(item =>
    String(item)
      .split(/[\s,;]+/)
      .filter(Boolean),
  );
}

/** The members both records have and that differ are none. */
function sameWhereGiven(one: unknown, other: unknown, members: string[]) {
  const differing = members.filter(member => {
    const [left, right] = [memberOf(one, member), memberOf(other, member)];
    return (
      left !== undefined &&
      right !== undefined &&
      String(left) !== String(right)
    );
  });
  return differing.length === 0
    ? true
    : no(`They differ in ${differing.join(', ')}.`);
}

/** What was approved and is otherwise, or missing, in what was built. */
function differingParts(approved: unknown, built: unknown): string[] {
  if (
    typeof approved !== 'object' ||
    approved === null ||
    memberOf(built, 'differenceAccepted') !== undefined
  ) {
    return [];
  }
  return Object.entries(approved).flatMap(([name, value]) =>
    JSON.stringify(memberOf(built, name)) === JSON.stringify(value)
      ? []
      : [name],
  );
}

/** Enough money, as far as both amounts are known and of one currency. */
function covers(available: Money | undefined, wanted: Money | undefined) {
  return (
    available === undefined ||
    wanted === undefined ||
    available.currency !== wanted.currency ||
    microsOf(available.amount) >= microsOf(wanted.amount)
  );
}

function moneyOf(value: unknown): Money | undefined {
  for (const candidate of [
    value,
    memberOf(value, 'amount'),
    memberOf(value, 'price'),
  ]) {
    const amount = memberOf(candidate, 'amount');
    const currency = memberOf(candidate, 'currency');
    if (typeof amount === 'string' && typeof currency === 'string') {
      return { amount, currency };
    }
  }
  return undefined;
}

function memberOf(value: unknown, member: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, member)
    : undefined;
}

function textOf(value: unknown, member: string): string | undefined {
  const found = memberOf(value, member);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function listOf(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat();
}

function isPerson(ref: unknown): boolean {
  return typeof ref === 'string' && ref.startsWith('user:');
}

function no(message: string, wayOut?: string): GuardAnswer {
  return { holds: false, message, wayOut };
}
