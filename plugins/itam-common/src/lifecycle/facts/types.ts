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

/** What the value of a fact is made of. */
export type FactType =
  | 'attributes'
  | 'date'
  | 'document'
  | 'entity'
  | 'enum'
  | 'money'
  | 'record'
  | 'reference'
  | 'report'
  | 'secret'
  | 'text';

/** Where the value of a fact is kept. */
export type FactPlace =
  | 'allocation'
  | 'asset'
  | 'assignment'
  | 'contract'
  | 'entitlement'
  | 'finance'
  | 'keyDate'
  | 'media'
  | 'model'
  | 'order'
  | 'plan'
  | 'relation'
  | 'report'
  | 'request'
  | 'transition';

/** A part of a fact that is a record. */
export interface FactMember {
  name: string;
  /** What people call it. */
  title: string;
  type: 'date' | 'entity' | 'enum' | 'money' | 'text';
  values?: string[];
  entityKinds?: string[];
  required?: true;
}

/** Something a transition wants to know. */
export interface FactDefinition {
  /** What people call it. */
  title: string;
  /** What it tells. */
  what: string;
  type: FactType;
  place: FactPlace;
  /** The words an `enum` fact may take. */
  values?: string[];
  /** Kinds of catalog entity an `entity` fact may name. */
  entityKinds?: string[];
  /** Kind of record a `reference` fact points to. */
  refersTo?: string;
  /** What a record or reference is made of, where it matters. */
  members?: FactMember[];
  /** More than one value may be given. */
  many?: true;
  /**
   * Entries of Table 2.2 of the ITIL 4 IT asset management guide this fact
   * captures: S server or L licence; P plan, A acquire, G assign, U use,
   * D decommission, X dispose; then the position in the cell.
   */
  table22: string[];
}
