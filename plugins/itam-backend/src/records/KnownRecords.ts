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

import type { NamedRecord } from '@itam/plugin-itam-common';

/** A shared record as another slice checks and shows it. */
export interface KnownRecord extends NamedRecord {
  /** No longer to be used for anything new. */
  retired: boolean;
}

/** A location others know. */
export interface KnownLocation extends KnownRecord {
  kind: string;
  permittedRegion?: string;
}

/** A legal entity others know. */
export interface KnownLegalEntity extends KnownRecord {
  country: string;
  currency: string;
}

/** A catalogue model others know, with what its assets begin with. */
export interface KnownModel extends KnownRecord {
  type: string;
  manufacturer: string;
  approved: boolean;
  endOfSale?: string;
  endOfSupport?: string;
  attributes: Record<string, unknown>;
}

/**
 * What other slices ask of the records assets share. Records are named by id
 * or code; the answer has the names as they were asked for, and leaves out
 * what there is not.
 */
export interface KnownRecords {
  locations(idsOrCodes: string[]): Promise<Map<string, KnownLocation>>;
  legalEntities(idsOrCodes: string[]): Promise<Map<string, KnownLegalEntity>>;
  models(idsOrCodes: string[]): Promise<Map<string, KnownModel>>;
  /** The ids of these locations, and of all that lie in them however deep. */
  locationsBelow(idsOrCodes: string[]): Promise<string[]>;
}
