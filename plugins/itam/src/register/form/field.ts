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

/** What a field of a form holds, and with it how it is given. */
export type FieldKind =
  | 'text'
  | 'long'
  | 'number'
  | 'day'
  | 'money'
  | 'boolean'
  | 'choice'
  | 'url'
  | 'entity'
  | 'asset'
  | 'location'
  | 'legal-entity'
  | 'model'
  | 'record';

/** One of the values a choice offers. */
export interface Choice {
  value: string | number;
  label: string;
}

/** One field of a form: generated, never written by hand into a page. */
export interface Field {
  /** Where the value goes, for example `attributes.memory`. */
  path: string;
  label: string;
  help?: string;
  kind: FieldKind;
  /** Unit of a number. */
  unit?: string;
  choices?: Choice[];
  /** Kinds of entity an `entity` field takes; all if left out. */
  entityKinds?: string[];
  /** The asset type a `model` is of. */
  assetType?: string;
  many?: boolean;
  required?: boolean;
  /** A mark beside the label, such as "can follow". */
  mark?: string;
  maxLength?: number;
  /** What would be right, if a value is not. */
  check(value: unknown): string | undefined;
}

/** Fields that belong together. */
export interface FieldGroup {
  id: string;
  title: string;
  hint?: string;
  fields: Field[];
}
