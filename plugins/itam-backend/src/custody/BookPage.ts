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
import type { AssignmentKind } from '@itam/plugin-itam-common';
import { newId, StageColumn } from '../database';
import { AssignmentClosing, AssignmentOpening, slotOf } from './AssignmentBook';

/** A row of `assignments`, as far as writing needs it. */
export interface AssignmentRow {
  id: string;
  asset_id: string;
  slot: string;
  kind: AssignmentKind;
  holder_ref: string;
  service_ref: string | null;
  exclusive: boolean | number;
  effective_from: string;
  effective_to: string | null;
  recorded_at: string;
  end_recorded_at: string | null;
  expected_return: string | null;
}

/** Columns a row is written with. */
export const assignmentColumns: Record<string, StageColumn> = {
  id: 'text',
  asset_id: 'text',
  slot: 'text',
  kind: 'text',
  holder_ref: 'text',
  service_ref: 'text',
  exclusive: 'boolean',
  effective_from: 'text',
  effective_to: 'text',
  recorded_at: 'text',
  recorded_by: 'text',
  end_recorded_at: 'text',
  end_recorded_by: 'text',
  expected_return: 'text',
  condition_out: 'text',
  condition_in: 'text',
  policy_version: 'text',
  accepted_at: 'text',
  accepted_by: 'text',
  note: 'text',
  return_note: 'text',
};

/** What a row becomes; columns left out stay. */
export type RowChange = {
  [C in keyof typeof assignmentColumns]?: string | number | boolean | null;
};

/** The lines of some assets: what they are, and what becomes of them. */
export class BookPage {
  readonly added = new Map<string, RowChange>();
  readonly changed = new Map<string, RowChange>();
  readonly #rows = new Map<string, AssignmentRow[]>();
  readonly #now: string;

  constructor(rows: AssignmentRow[], now: string) {
    this.#now = now;
    for (const row of rows) {
      this.#lines(row.asset_id, row.slot).push({ ...row });
    }
  }

  open(opening: AssignmentOpening): void {
    const { assetId, kind, holder, exclusive = true } = opening;
    const slot = slotOf(kind);
    const lines = this.#lines(assetId, slot);
    const open = lines.filter(({ effective_to: end }) => end === null);
    const present = open.find(({ holder_ref: ref }) => ref === holder);
    if (present) {
      this.#describe(present, opening, lines);
      return;
    }
    const others = exclusive ? open : open.filter(row => row.exclusive);
    if (!exclusive && others.length > 0) {
      throw new ConflictError(
        `${others[0].holder_ref} has the asset to themselves; take it back first, or share it`,
      );
    }
    const from = opening.from ?? this.#now;
    if (exclusive) {
      this.#refuseOverlap(lines, from);
    }
    others.forEach(row => this.#end(row, { at: from, by: opening.by }));
    const row: AssignmentRow = {
      id: newId(),
      asset_id: assetId,
      slot,
      kind,
      holder_ref: holder,
      service_ref: opening.service ?? null,
      exclusive,
      effective_from: from,
      effective_to: null,
      recorded_at: this.#now,
      end_recorded_at: null,
      expected_return: opening.expectedReturn ?? null,
    };
    lines.push(row);
    this.added.set(row.id, {
      ...row,
      recorded_by: opening.by,
      ...detailsOf(opening),
    });
  }

  /** Whether there was anything to end, or to tell of what ended just now. */
  close(closing: AssignmentClosing): boolean {
    const lines = this.#lines(closing.assetId, closing.slot ?? 'use').filter(
      row =>
        (closing.holder === undefined || row.holder_ref === closing.holder) &&
        (row.effective_to === null || row.end_recorded_at === this.#now),
    );
    lines.forEach(row => this.#end(row, closing));
    return lines.length > 0;
  }

  /** What is known of an assignment that is open already. */
  #describe(
    row: AssignmentRow,
    opening: AssignmentOpening,
    lines: AssignmentRow[],
  ): void {
    const { from = row.effective_from } = opening;
    const isNew = row.recorded_at === this.#now;
    if (isNew && from !== row.effective_from) {
      this.#refuseOverlap(lines, from);
      const followed = lines.filter(
        ({ effective_to: end, end_recorded_at: told }) =>
          end === row.effective_from && told === this.#now,
      );
      followed.forEach(line => this.#end(line, { at: from, by: opening.by }));
      row.effective_from = from;
      this.#change(row, { effective_from: from });
    }
    row.kind = opening.kind;
    this.#change(row, {
      kind: opening.kind,
      ...(opening.exclusive !== undefined && { exclusive: opening.exclusive }),
      ...(opening.service && { service_ref: opening.service }),
      ...(opening.expectedReturn && {
        expected_return: opening.expectedReturn,
      }),
      ...detailsOf(opening),
    });
  }

  /** Nobody had it to themselves while another one still did. */
  #refuseOverlap(lines: AssignmentRow[], from: string): void {
    const earlier = lines.find(
      ({ effective_to: end, end_recorded_at: told }) =>
        end !== null && end > from && told !== this.#now,
    );
    if (earlier && from !== this.#now) {
      throw new InputError(
        `body.effectiveAt: ${earlier.holder_ref} had it until ${earlier.effective_to}; name a moment after that`,
      );
    }
  }

  #end(
    row: AssignmentRow,
    { at, conditionIn, note, by }: Omit<AssignmentClosing, 'assetId'>,
  ): void {
    const end = at ?? row.effective_to ?? later(this.#now, row.effective_from);
    if (end < row.effective_from) {
      throw new InputError(
        `body.effectiveAt: ${row.holder_ref} has had it since ${row.effective_from}; name a moment after that`,
      );
    }
    row.effective_to = end;
    row.end_recorded_at = this.#now;
    this.#change(row, {
      effective_to: end,
      end_recorded_at: this.#now,
      end_recorded_by: by,
      ...(conditionIn && { condition_in: conditionIn }),
      ...(note && { return_note: note }),
    });
  }

  #change(row: AssignmentRow, change: RowChange): void {
    const added = this.added.get(row.id);
    if (added) {
      Object.assign(added, change);
    } else {
      this.changed.set(row.id, { ...this.changed.get(row.id), ...change });
    }
  }

  #lines(assetId: string, slot: string): AssignmentRow[] {
    const key = `${slot} ${assetId}`;
    const lines = this.#rows.get(key) ?? [];
    this.#rows.set(key, lines);
    return lines;
  }
}

/** Clocks of replicas differ by a moment. */
function later(one: string, other: string): string {
  return one > other ? one : other;
}

function detailsOf(opening: AssignmentOpening): RowChange {
  const { conditionOut, policyVersion, acceptedAt, acceptedBy, note } = opening;
  return {
    ...(conditionOut && { condition_out: conditionOut }),
    ...(policyVersion && { policy_version: policyVersion }),
    ...(acceptedAt && { accepted_at: acceptedAt }),
    ...(acceptedBy && { accepted_by: acceptedBy }),
    ...(note && { note }),
  };
}
