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
  type AssetEvent,
  type AssetEventKind,
  type AssetState,
  MAX_ASSETS_IN_EVENT,
  MAX_FIELDS_IN_EVENT,
} from '@itam/plugin-itam-common';
import type { AnnouncedChange } from '../register';

/** Fields that say whose an asset is and who keeps it right. */
const custodyFields = ['owner', 'legalEntity', 'custodian'] as const;

/** What became of an asset by a change. */
export function eventKindOf({
  before,
  after,
}: Pick<AnnouncedChange, 'before' | 'after'>): AssetEventKind {
  if (!before) {
    return 'created';
  }
  if (after.stage === 'dispose' && before.stage !== 'dispose') {
    return 'retired';
  }
  if (after.status !== before.status) {
    return 'transitioned';
  }
  return custodyFields.some(field => after[field] !== before[field])
    ? 'transferred'
    : 'updated';
}

/** The event of changes of one kind and origin; there is at least one. */
export function assetEventOf(changes: AnnouncedChange[]): AssetEvent {
  const [{ after, origin }] = changes;
  return {
    recordedAt: after.updatedAt,
    origin: origin.kind,
    ...(origin.kind === 'source' && {
      sourceId: origin.sourceId,
      runId: origin.runId,
    }),
    count: changes.length,
    assets: changes.slice(0, MAX_ASSETS_IN_EVENT).map(change => ({
      ...namesOf(change.after),
      status: { from: change.before?.status, to: change.after.status },
      changed: change.fields.slice(0, MAX_FIELDS_IN_EVENT),
    })),
  };
}

function namesOf({ id, tag, type, version }: AssetState) {
  return { id, tag, type, version };
}
