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

import type { AssetChange, AssetState } from '@itam/plugin-itam-common';
import { supportingRelations } from '../importing/changeOfRow';
import type { StoredRow, StoredRun } from './BulkRunStore';
import { PlannedRow, rejectedRow } from './plan';

/**
 * What takes a row back: the values from before, and the fields that followed
 * sources follow them again. Only for an asset nobody changed since.
 */
export function undoRow(
  row: StoredRow,
  state: AssetState | undefined,
  run: Pick<StoredRun, 'id' | 'requestedBy'>,
  reason: string | undefined,
): PlannedRow {
  const place = {
    row: row.row,
    position: String(row.row),
    assetId: row.assetId,
    tag: state?.tag ?? row.tag,
    versionBefore: state?.version,
  };
  if (!state) {
    return rejectedRow(place, { reason: 'the asset is no longer there' });
  }
  if (row.outcome === 'created') {
    return rejectedRow(place, {
      reason:
        'the run registered it; an undo takes no record out of the register, delete it by hand',
    });
  }
  if (state.version !== row.versionAfter) {
    return rejectedRow(place, {
      reason: `changed since: the run left it at version ${row.versionAfter}, it is at ${state.version}`,
    });
  }
  const origin = {
    kind: 'person',
    ref: run.requestedBy,
    runId: run.id,
  } as const;
  const back: AssetChange = {
    origin,
    action: 'status' in row.changes ? 'transition' : 'update',
    facts: {},
    reason,
    expectedVersion: state.version,
  };
  const unlock: string[] = [];
  const changes: PlannedRow['changes'] = {};
  for (const [name, { from, to, followed }] of Object.entries(row.changes)) {
    if (name === 'keys') {
      continue;
    }
    changes[name] = {
      ...(to !== undefined && { from: to }),
      ...(from !== undefined && { to: from }),
    };
    const field = name.startsWith('dates.') ? 'dates' : name;
    if (followed) {
      unlock.push(field);
    }
    giveBack(back, name, from ?? null, state);
  }
  if (Object.keys(changes).length === 0) {
    return { ...place, apply: [], changes, problems: [] };
  }
  return {
    ...place,
    changes,
    problems: [],
    apply: [
      { assetId: state.id, change: back },
      ...(unlock.length > 0
        ? [
            {
              assetId: state.id,
              change: {
                origin,
                action: 'update' as const,
                facts: {},
                unlock: [...new Set(unlock)],
                reason,
              },
            },
          ]
        : []),
    ],
  };
}

function giveBack(
  back: AssetChange,
  name: string,
  value: unknown,
  state: AssetState,
): void {
  if (name.startsWith('attributes.')) {
    back.facts.attributes = {
      ...back.facts.attributes,
      [name.slice('attributes.'.length)]: value,
    };
  } else if (name.startsWith('dates.')) {
    back.facts.dates = {
      ...back.facts.dates,
      [name.slice('dates.'.length)]: value === null ? null : String(value),
    };
  } else if (name === 'supports') {
    const refs = Array.isArray(value) ? value.map(String) : [];
    back.relations = supportingRelations(state, refs);
  } else {
    Object.assign(back.facts, { [name]: value });
  }
}
