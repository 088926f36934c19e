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

/** How patient a source is with what it no longer sees. @public */
export interface MissingPolicy {
  /** Complete readings without a thing before it is missing. */
  missingAfter: number;
  /**
   * The share of a document's things (0 to 1) that may go missing at once;
   * more is held for a person.
   */
  missingShare: number;
}

/** @public */
export const defaultMissingPolicy: MissingPolicy = {
  missingAfter: 2,
  missingShare: 0.2,
};

/**
 * Up to this many things may go missing at once whatever their share is: two of
 * a stack of four is how people work.
 *
 * @public
 */
export const MISSING_FLOOR = 5;

/** What to do about the things a complete reading did not find. @public */
export interface MissingDecision<T> {
  /** Absent, not yet for long enough. */
  waiting: T[];
  /** Missing from now on. */
  missing: T[];
  /** Would go missing, were they not too many at once. */
  held: T[];
}

/**
 * Decides about what a document that was read to its end no longer holds.
 * `missed` is how many complete readings before this one lacked the thing.
 *
 * @public
 */
export function decideMissing<T extends { missed: number }>(
  document: {
    /** Things the document had that were not missing before this reading. */
    present: number;
    /** Of these, the ones this reading did not find. */
    absent: T[];
  },
  policy: MissingPolicy,
): MissingDecision<T> {
  const due = document.absent.filter(
    thing => thing.missed + 1 >= policy.missingAfter,
  );
  const tooMany =
    due.length > MISSING_FLOOR &&
    due.length > policy.missingShare * document.present;
  return {
    waiting: document.absent.filter(
      thing => thing.missed + 1 < policy.missingAfter,
    ),
    missing: tooMany ? [] : due,
    held: tooMany ? due : [],
  };
}
