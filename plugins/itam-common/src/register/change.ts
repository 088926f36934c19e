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

import type { AssetRelation } from '../relations';
import type {
  AssetFacts,
  AssetKey,
  AssetHistoryEntry,
  AssetState,
} from './asset';

/** Who wants a change: a person, or a run of a source. @public */
export type ChangeOrigin =
  | {
      kind: 'person';
      ref: string;
      /** The bulk run it is a row of. */
      runId?: string;
    }
  | { kind: 'source'; sourceId: string; runId: string };

/** How far a source may write a field. @public */
export type Authority = 'follow' | 'fill' | 'locked';

/**
 * A wanted change of one asset. A single edit and a row of a bulk run have the
 * same form and go through the same `decide()`.
 *
 * @public
 */
export interface AssetChange {
  origin: ChangeOrigin;
  action: AssetHistoryEntry['action'];
  /** The asset type; needed to register, ignored afterwards. */
  type?: string;
  /** The tag a new asset gets. */
  tag?: string;
  /** Fields to set; `null` empties one. Attributes are set one by one. */
  facts: {
    [F in keyof Omit<AssetFacts, 'attributes' | 'labels' | 'dates'>]?:
      | AssetFacts[F]
      | null;
  } & {
    /** Key dates one by one; `null` takes one away. */
    dates?: Record<string, string | null> | null;
    attributes?: Record<string, unknown>;
    labels?: Record<string, string>;
  };
  /**
   * The status given is the present one under the name it has in a newer version
   * of the lifecycle model: whoever gave it is still believed.
   */
  renamesStatus?: boolean;
  /** Keys to add. */
  keys?: AssetKey[];
  /** Somebody looked, and the record is right. */
  verified?: boolean;
  /**
   * What changes beside the fields of the asset, such as facts of a transition
   * or who has it: written by the slice that keeps it, told in this line of
   * history.
   */
  beside?: AssetHistoryEntry['changes'];
  /** All relations of this origin; those it no longer names end. */
  relations?: Array<Omit<AssetRelation, 'origin'>>;
  /** Fields given back to the sources. */
  unlock?: string[];
  /**
   * Values a source claims that cannot be taken, with the reason, by field:
   * for example an owner the catalog does not know.
   */
  claims?: Record<string, { value: unknown; reason: string }>;
  reason?: string;
  /** When it happened, if not now. */
  effectiveAt?: string;
  /** The version the change was made on; another one is a conflict. */
  expectedVersion?: number;
}

/** Register and source disagree on a field; the register's value is kept. @public */
export interface Disagreement {
  field: string;
  class: 'mismatch' | 'status-mismatch';
  registered: unknown;
  observed: unknown;
}

/** A value that is not valid for the asset's type; the rest is kept. @public */
export interface ChangeProblem {
  /** The field, for example `attributes.vcpus`. */
  path: string;
  reason: string;
}

/**
 * What `decide()` makes of a state and a wanted change. `changed: false` means
 * that the register stays as it is, to the byte.
 *
 * @public
 */
export interface Decision {
  state: AssetState;
  changed: boolean;
  /** Differences by field, as the history keeps them. */
  changes: AssetHistoryEntry['changes'];
  disagreements: Disagreement[];
  problems: ChangeProblem[];
}
