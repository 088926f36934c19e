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
  lifecycleStages,
  canReport,
  initialStatuses,
  LifecycleModel,
  reportedInitialStatus,
  stageOf,
} from '../lifecycle';
import { AssetDraft, keptBecause } from './draft';

/** A source reports a status, in the words of the type's model. */
export function reportStatus(
  draft: AssetDraft,
  reported: string,
  sourceId: string,
): void {
  const { model, state } = draft;
  if (!Object.hasOwn(model.statuses, reported)) {
    draft.problems.push({
      path: 'status',
      reason: `'${reported}' is no status of ${model.title}`,
    });
    return;
  }
  if (state.status !== '') {
    settleStatus(draft);
  }
  const believed = believedStatus(draft, reported);
  const followed = draft.authority('status', sourceId) === 'follow';
  if (state.status === believed || (state.status === reported && !followed)) {
    draft.agree('status', sourceId);
    return;
  }
  const refusal = refusalOf(draft, believed, sourceId);
  if (refusal) {
    settleStatus(draft);
    draft.observe('status', reported, { sourceId, reason: refusal });
    return;
  }
  setStatus(draft, believed);
  draft.taken('status', sourceId);
}

/**
 * Gives a status to what has none yet, and believes a reported status once the
 * asset has what the model asks for (an owner, a service).
 */
export function settleStatus(draft: AssetDraft): void {
  const { model, state } = draft;
  if (state.status === '') {
    setStatus(
      draft,
      reportedInitialStatus(model, known(draft)) ?? firstStatus(model),
    );
    return;
  }
  if (
    state.sourceId !== undefined &&
    !draft.isLocked('status') &&
    state.status === model.reported?.otherwise
  ) {
    setStatus(draft, believedStatus(draft, model.reported.status));
  }
}

/** Gives the draft a status of its model, and the stage that goes with it. */
export function setStatus(draft: AssetDraft, status: string): void {
  if (draft.state.status !== status) {
    draft.state.status = status;
    draft.state.stage = stageOf(draft.model, status);
  }
}

function refusalOf(
  draft: AssetDraft,
  status: string,
  sourceId: string,
): string | undefined {
  if (draft.state.status === '') {
    return canReport(draft.model, status) ? undefined : keptBecause.status;
  }
  switch (draft.authority('status', sourceId)) {
    case 'locked':
      // a person asked for it; reality carries it out
      return isSystemMove(draft.model, draft.state.status, status, 'only')
        ? undefined
        : keptBecause.locked;
    case 'fill':
      return keptBecause.filled;
    default:
      return canReport(draft.model, status) &&
        !isRevival(draft.model, draft.state.status, status)
        ? undefined
        : keptBecause.status;
  }
}

/**
 * Whether a source says that something lives which the register has on its way
 * out, other than by a move the model leaves to the system.
 */
function isRevival(
  model: LifecycleModel,
  present: string,
  reported: string,
): boolean {
  const outwards = lifecycleStages.indexOf('decommission');
  const leaving =
    Object.hasOwn(model.statuses, present) &&
    lifecycleStages.indexOf(stageOf(model, present)) >= outwards;
  const alive = lifecycleStages.indexOf(stageOf(model, reported)) < outwards;
  return leaving && alive && !isSystemMove(model, present, reported);
}

/** The model leaves the move to readings of what is there. */
function isSystemMove(
  model: LifecycleModel,
  present: string,
  reported: string,
  whose: 'also' | 'only' = 'also',
): boolean {
  return model.transitions.some(
    ({ from, to, roles }) =>
      from.includes(present) &&
      to.includes(reported) &&
      roles.includes('SYS') &&
      (whose === 'also' || roles.length === 1),
  );
}

/**
 * The status to register for the one reported: of the two that differ only in
 * what is known of the asset, the one that fits.
 */
function believedStatus(draft: AssetDraft, reported: string): string {
  const { status, otherwise } = draft.model.reported ?? {};
  return reported === status || reported === otherwise
    ? reportedInitialStatus(draft.model, known(draft)) ?? reported
    : reported;
}

function known(draft: AssetDraft) {
  return {
    owner: draft.state.owner !== undefined,
    custodian: draft.state.custodian !== undefined,
    service: draft.supported().length > 0,
  };
}

function firstStatus(model: LifecycleModel): string {
  return (
    initialStatuses(model)[0] ??
    model.observableStatuses[0] ??
    Object.keys(model.statuses)[0]
  );
}
