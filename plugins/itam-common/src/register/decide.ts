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

import { ConflictError, InputError } from '@backstage/errors';
import type { z } from 'zod';
import { AssetType, AssetTypeLibrary, validateAttributes } from '../assetTypes';
import { LifecycleLibrary, statusOf } from '../lifecycle';
import { assetFactsSchema, AssetState } from './asset';
import type { AssetChange, ChangeOrigin, Decision } from './change';
import { differences, inOrder, plainFields, sameValue } from './differences';
import { AssetDraft, keptBecause, originOf } from './draft';
import { keyId, normaliseKey } from './keys';
import {
  relateByPerson,
  relateBySource,
  releaseSupports,
} from './relationChanges';
import { reportStatus, setStatus, settleStatus } from './statusChanges';

/** What a decision rests on besides the state and the change. @public */
export interface DecideContext {
  /** The instant of the change, ISO 8601 UTC. */
  now: string;
  /** The id the asset has, or gets. */
  assetId: string;
  types: Pick<AssetTypeLibrary, 'find'>;
  models: Pick<LifecycleLibrary, 'forStatus'>;
}

/**
 * Decides what becomes of an asset when somebody wants to change it. Pure: the
 * same for a single edit and for a row of a bulk run.
 *
 * A person's value is set and locked against sources. The source that
 * registered the asset is followed where nothing is locked; any other source
 * only fills what is empty. What a source says and the register does not take
 * is kept beside the value, and told as a disagreement.
 *
 * @throws ConflictError when the asset is at another version than the change
 * was made on, and InputError when an asset cannot be registered like this or
 * a person gives a value that is not valid.
 *
 * @public
 */
export function decide(
  current: AssetState | undefined,
  change: AssetChange,
  context: DecideContext,
): Decision {
  refuseOtherVersion(current, change);
  const draft = draftOf(current, change, context);
  const { origin } = change;

  for (const field of change.unlock ?? []) {
    unlock(draft, field);
  }
  setFacts(draft, change);
  setAttributes(draft, change);
  setLabels(draft, change);
  followSerial(draft, current, change);
  addKeys(draft, change);
  if (change.relations && origin.kind === 'person') {
    relateByPerson(draft, change.relations);
  } else if (change.relations && origin.kind === 'source') {
    relateBySource(draft, change.relations, origin.sourceId);
  }
  setStatusOf(draft, change);
  verify(draft, change);
  keepClaims(draft, change);
  settleStatus(draft);

  return decisionOf(current, draft, change, context);
}

function refuseOtherVersion(
  current: AssetState | undefined,
  change: AssetChange,
): void {
  const { expectedVersion } = change;
  if (expectedVersion !== undefined && expectedVersion !== current?.version) {
    throw new ConflictError(
      current
        ? `the asset ${current.tag} is at version ${current.version}, the change was made on version ${expectedVersion}; read it again`
        : `the change was made on version ${expectedVersion} of an asset that is not there`,
    );
  }
}

function draftOf(
  current: AssetState | undefined,
  change: AssetChange,
  context: DecideContext,
): AssetDraft {
  const state = current ?? blankState(change, context);
  const type = typeOf(state.type, context);
  return new AssetDraft({
    state: { ...state, category: type.category },
    type,
    model: context.models.forStatus(
      type.lifecycleModel,
      change.facts.status ?? state.status,
    ),
    now: context.now,
    isNew: current === undefined,
  });
}

function blankState(change: AssetChange, context: DecideContext): AssetState {
  const { origin, facts } = change;
  const type = typeOf(required('type', change.type), context);
  const actor = actorOf(origin);
  return {
    id: context.assetId,
    tag: required('tag', change.tag),
    type: type.id,
    category: type.category,
    name: required('name', facts.name),
    status: '',
    stage: 'plan',
    sourceId: origin.kind === 'source' ? origin.sourceId : undefined,
    attributes: {},
    labels: {},
    keys: [],
    relations: [],
    fields: [],
    version: 0,
    createdAt: context.now,
    createdBy: actor,
    updatedAt: context.now,
    updatedBy: actor,
  };
}

function typeOf(id: string, context: DecideContext): AssetType {
  const type = context.types.find(id);
  if (!type) {
    throw new InputError(
      `type: there is no asset type '${id}'; add it to itam.assetTypes or use another`,
    );
  }
  return type;
}

function required(field: string, value: string | null | undefined): string {
  if (!value) {
    throw new InputError(`${field}: needed to register an asset`);
  }
  return value;
}

/** Gives a field back to the sources, with what they say now. */
function unlock(draft: AssetDraft, field: string): void {
  if (!draft.isLocked(field)) {
    return;
  }
  if (field === 'supports') {
    releaseSupports(draft);
    return;
  }
  const claim = draft.observed(field);
  if (!claim || claim.observedReason !== keptBecause.locked) {
    draft.release(field);
    return;
  }
  if (field === 'status') {
    setStatus(draft, String(claim.observed));
  } else {
    draft.assign(field, claim.observed);
  }
  draft.release(field, claim.observedBy);
}

function setFacts(draft: AssetDraft, change: AssetChange): void {
  const schemas: Record<string, z.ZodType> = assetFactsSchema.shape;
  for (const field of plainFields) {
    const given: unknown = Reflect.get(change.facts, field);
    if (field === 'status' || given === undefined) {
      continue;
    }
    const value = wantedValue(draft, field, given);
    const parsed = schemas[field].safeParse(value);
    if (parsed.success) {
      setField(draft, field, value, change.origin);
    } else {
      draft.problems.push({
        path: field,
        reason: parsed.error.issues[0].message,
      });
    }
  }
}

/** Key dates are given one by one; the others stay. */
function wantedValue(draft: AssetDraft, field: string, given: unknown) {
  if (given === null || given === '') {
    return undefined;
  }
  if (field !== 'dates' || typeof given !== 'object') {
    return Array.isArray(given) && given.length === 0 ? undefined : given;
  }
  const dates = Object.entries({ ...draft.state.dates, ...given }).filter(
    ([, date]) => date !== null,
  );
  return dates.length > 0 ? Object.fromEntries(dates) : undefined;
}

function setAttributes(draft: AssetDraft, change: AssetChange): void {
  const given = change.facts.attributes ?? {};
  const { accepted, problems } = validateAttributes(draft.type, given);
  draft.problems.push(...problems);
  const emptied = Object.keys(given).filter(name => given[name] === null);
  for (const name of [...Object.keys(accepted), ...emptied]) {
    setField(draft, `attributes.${name}`, accepted[name], change.origin);
  }
}

/** Gives a field a value as far as the origin has a say in it. */
function setField(
  draft: AssetDraft,
  field: string,
  value: unknown,
  origin: ChangeOrigin,
): void {
  const present = draft.value(field);
  if (draft.isNew || field === 'flags') {
    draft.assign(field, value);
  } else if (origin.kind === 'person') {
    const sourceId = draft.sourceOf(field);
    draft.assign(field, value);
    draft.lock(
      field,
      present === undefined || sameValue(present, value)
        ? undefined
        : { value: present, sourceId },
    );
  } else {
    observeField(draft, field, value, origin.sourceId);
  }
}

function observeField(
  draft: AssetDraft,
  field: string,
  value: unknown,
  sourceId: string,
): void {
  const present = draft.value(field);
  const authority = draft.authority(field, sourceId);
  if (sameValue(present, value)) {
    draft.agree(field, sourceId);
  } else if (authority === 'follow') {
    draft.assign(field, value);
    draft.taken(field, sourceId);
  } else if (value === undefined) {
    draft.agree(field, sourceId);
  } else if (authority === 'fill' && present === undefined) {
    draft.assign(field, value);
    draft.taken(field, sourceId);
  } else {
    draft.observe(field, value, {
      sourceId,
      reason: authority === 'locked' ? keptBecause.locked : keptBecause.filled,
    });
  }
}

/** Labels are one value: those of the source that is followed. */
function setLabels(draft: AssetDraft, change: AssetChange): void {
  const { origin, facts } = change;
  if (!facts.labels) {
    return;
  }
  const empty = Object.keys(draft.state.labels).length === 0;
  if (origin.kind === 'person') {
    setField(draft, 'labels', facts.labels, origin);
  } else if (
    draft.authority('labels', origin.sourceId) === 'follow' ||
    (empty && !draft.isLocked('labels'))
  ) {
    observeField(draft, 'labels', facts.labels, origin.sourceId);
  }
}

function addKeys(draft: AssetDraft, change: AssetChange): void {
  const known = new Set(draft.state.keys.map(keyId));
  const { manufacturer } = draft.state;
  for (const given of change.keys ?? []) {
    const key = normaliseKey(given, { manufacturer });
    if (key && !known.has(keyId(key))) {
      known.add(keyId(key));
      draft.state.keys.push(key);
    }
  }
}

/** The serial a person gives is the key the asset is known by from then on. */
function followSerial(
  draft: AssetDraft,
  before: AssetState | undefined,
  { origin, facts }: AssetChange,
): void {
  const given = facts.serial !== undefined || facts.manufacturer !== undefined;
  if (origin.kind === 'source' || !given) {
    return;
  }
  const outdated = before && serialKey(before);
  const key = serialKey(draft.state);
  draft.state.keys = draft.state.keys.filter(
    known => !outdated || keyId(known) !== keyId(outdated),
  );
  if (key && !draft.state.keys.some(known => keyId(known) === keyId(key))) {
    draft.state.keys.push(key);
  }
}

function serialKey({ serial, manufacturer }: AssetState) {
  return serial
    ? normaliseKey({ type: 'serial', value: serial }, { manufacturer })
    : undefined;
}

function verify(draft: AssetDraft, change: AssetChange): void {
  if (change.verified) {
    draft.state.lastVerifiedAt = change.effectiveAt ?? draft.now;
    draft.state.lastVerifiedBy = actorOf(change.origin);
  }
}

function setStatusOf(draft: AssetDraft, change: AssetChange): void {
  const { origin, facts } = change;
  if (!facts.status) {
    return;
  }
  if (origin.kind === 'source') {
    reportStatus(draft, facts.status, origin.sourceId);
    return;
  }
  statusOf(draft.model, facts.status);
  const present = draft.state.status;
  const sourceId = draft.sourceOf('status');
  setStatus(draft, facts.status);
  if (!draft.isNew && !change.renamesStatus) {
    draft.lock(
      'status',
      present === facts.status ? undefined : { value: present, sourceId },
    );
  }
}

/** What a source claims and nobody can take stands beside the value. */
function keepClaims(draft: AssetDraft, change: AssetChange): void {
  const { origin, claims } = change;
  if (origin.kind !== 'source' || !claims) {
    return;
  }
  draft.dropClaims(origin.sourceId, Object.keys(claims));
  for (const [field, { value, reason }] of Object.entries(claims)) {
    if (sameValue(draft.value(field), value)) {
      draft.agree(field, origin.sourceId);
    } else {
      draft.observe(field, value, { sourceId: origin.sourceId, reason });
    }
  }
}

function decisionOf(
  current: AssetState | undefined,
  draft: AssetDraft,
  change: AssetChange,
  context: DecideContext,
): Decision {
  const { problems } = draft;
  const state = inOrder(draft.finish());
  const disagreements = draft.disagreements.filter(
    ({ field, observed }) => !sameValue(draft.value(field), observed),
  );
  const changes = { ...differences(current, state), ...change.beside };
  if (current && Object.keys(changes).length === 0) {
    return { state: current, changed: false, changes, disagreements, problems };
  }
  return {
    state: {
      ...state,
      statusSince: statusSince(current, state, change, context),
      version: state.version + 1,
      updatedAt: context.now,
      updatedBy: actorOf(change.origin),
    },
    changed: true,
    changes,
    disagreements,
    problems,
  };
}

/** What was registered has been in its first status since then. */
function statusSince(
  current: AssetState | undefined,
  state: AssetState,
  change: AssetChange,
  context: DecideContext,
): string | undefined {
  if (state.status === current?.status) {
    return state.statusSince;
  }
  return change.effectiveAt ?? (current ? context.now : undefined);
}

/** Who made a change, as the register names them. @public */
export function actorOf(origin: ChangeOrigin): string {
  return origin.kind === 'person' ? origin.ref : originOf(origin.sourceId);
}
