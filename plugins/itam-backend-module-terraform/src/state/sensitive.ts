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

/** A path into attributes: names and indices. */
export type AttributePath = readonly string[];

/** The paths a state marks as sensitive: lists of steps, or nested marks. */
export function sensitivePathsOfState(marks: unknown): AttributePath[] {
  if (marks === undefined || marks === null) {
    return [];
  }
  if (!Array.isArray(marks)) {
    // Marks of an unknown form: everything is withheld.
    return [[]];
  }
  return marks.flatMap(mark => {
    const path = (Array.isArray(mark) ? mark : [mark]).map(stepName);
    // A step of an unknown form: everything below the known part is withheld.
    const unknown = path.indexOf(undefined);
    const known = unknown < 0 ? path : path.slice(0, unknown);
    return [known.filter(step => step !== undefined)];
  });
}

function stepName(step: unknown): string | undefined {
  if (typeof step === 'string' || typeof step === 'number') {
    return String(step);
  }
  if (typeof step !== 'object' || step === null || !('value' in step)) {
    return undefined;
  }
  const { value } = step;
  // An index is written as a typed value: { value: 0, type: "number" }.
  return typeof value === 'object' && value !== null && 'value' in value
    ? String(value.value)
    : String(value);
}

/** The paths `terraform show -json` marks by a tree of `true`. */
export function sensitivePathsOfShowJson(
  marks: unknown,
  at: AttributePath = [],
): AttributePath[] {
  if (marks === true) {
    return [at];
  }
  if (typeof marks !== 'object' || marks === null) {
    return [];
  }
  return Object.entries(marks).flatMap(([name, below]) =>
    sensitivePathsOfShowJson(below, [...at, name]),
  );
}

/** Whether one of the paths is the other, or leads into it. */
export function overlaps(a: AttributePath, b: AttributePath): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((step, index) => long[index] === step);
}
