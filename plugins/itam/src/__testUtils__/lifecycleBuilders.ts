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
  AssetTypeDetail,
  Hold,
  LifecycleException,
  OpenFact,
  TransitionItem,
  TransitionResult,
} from '@itam/plugin-itam-common';
import { aLifecycleModel } from './builders';

/** An asset type in full. */
export function anAssetType(
  given: Partial<AssetTypeDetail> = {},
): AssetTypeDetail {
  return {
    id: 'laptop',
    title: 'Laptop',
    category: 'hardware',
    unit: 'asset',
    lifecycleModel: { id: 'end-user-device', title: 'Device', version: 1 },
    attributes: [],
    metricInputs: [],
    keyDates: [],
    depreciation: { treatment: 'none' },
    verify: {},
    keys: [],
    assets: 0,
    ...given,
  };
}

/** What is possible on an asset in use. */
export function aTransitionList(
  given: Partial<{ items: TransitionItem[]; mayForce: boolean }> = {},
) {
  return {
    model: aLifecycleModel(),
    status: 'in-use',
    since: '2026-11-01T10:00:00.000Z',
    version: 3,
    flags: [],
    mayForce: false,
    items: [],
    ...given,
  };
}

/** A transition that can be made now. */
export function aTransition(
  given: Partial<TransitionItem> = {},
): TransitionItem {
  return {
    id: 'stop',
    title: 'Stop',
    to: ['stopped'],
    roles: ['Technician'],
    allowed: true,
    completable: false,
    reasons: [],
    warnings: [],
    facts: [],
    evidence: [],
    effects: [],
    ...given,
  };
}

/** A fact a transition asks for. */
export function aWantedFact(
  given: Partial<TransitionItem['facts'][number]> = {},
): TransitionItem['facts'][number] {
  return {
    fact: 'change.ref',
    title: 'Change',
    what: 'The change it was done under.',
    type: 'text',
    level: 'block',
    known: false,
    ...given,
  };
}

/** What a transition did. */
export function aTransitionResult(
  given: Partial<TransitionResult> = {},
): TransitionResult {
  return {
    outcome: 'done',
    assetId: '01930000-0000-7000-8000-000000000001',
    tag: 'checkout-db-1a2b3c',
    status: 'stopped',
    stage: 'use',
    version: 4,
    warnings: [],
    effects: [],
    ...given,
  };
}

/** A fact that has to follow. */
export function anOpenFact(given: Partial<OpenFact> = {}): OpenFact {
  return {
    id: 'open-1',
    assetId: '01930000-0000-7000-8000-000000000001',
    tag: 'checkout-db-1a2b3c',
    name: 'checkout-db',
    kind: 'fact',
    fact: 'identity.serial',
    title: 'Serial number',
    what: 'The serial of the maker.',
    due: '2026-12-01',
    overdue: false,
    openedAt: '2026-11-01T10:00:00.000Z',
    ...given,
  };
}

/** A legal hold in force. */
export function aHold(given: Partial<Hold> = {}): Hold {
  return {
    id: 'hold-1',
    assetId: '01930000-0000-7000-8000-000000000001',
    tag: 'checkout-db-1a2b3c',
    name: 'checkout-db',
    matter: 'Case 7',
    placedAt: '2026-11-01T10:00:00.000Z',
    placedBy: 'user:default/lea',
    ...given,
  };
}

/** A forced transition to be reviewed. */
export function anException(
  given: Partial<LifecycleException> = {},
): LifecycleException {
  return {
    id: 'exception-1',
    assetId: '01930000-0000-7000-8000-000000000001',
    tag: 'checkout-db-1a2b3c',
    name: 'checkout-db',
    transition: 'stop',
    to: 'stopped',
    reason: 'site closed',
    missing: [],
    recordedAt: '2026-11-01T10:00:00.000Z',
    actor: 'user:default/ada',
    state: 'open',
    ...given,
  };
}
