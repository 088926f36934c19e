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

/** Names of labels that people keep secrets in. */
const secretName =
  /pass(?:word|wd|phrase)?$|secret|token|credential|private[-_.]?key|api[-_.]?key|access[-_.]?key|(?:^|[-_.:/])key$/i;

/** Values that are secrets whatever their label is called. */
const secretValue =
  /-----BEGIN |^(?:ghp|gho|ghs|ghu|github_pat|glpat|xox[abprs])[-_]|^eyJ[\w-]+\.[\w-]+\./;

/** The labels of a thing, without those that look like secrets. */
export function withoutSecrets(
  labels: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).filter(
      ([name, value]) => !secretName.test(name) && !secretValue.test(value),
    ),
  );
}

const environmentNames = ['environment', 'env', 'stage'];

/** The environment its labels put a thing in. */
export function environmentOf(
  labels: Record<string, string>,
): string | undefined {
  for (const wanted of environmentNames) {
    const found = Object.entries(labels).find(
      ([name, value]) => name.toLowerCase() === wanted && value.trim() !== '',
    );
    if (found) {
      return found[1].trim().slice(0, 100);
    }
  }
  return undefined;
}

/** The label a provider shows as the name, undefined if there is none. */
export function nameLabel(labels: Record<string, string>): string | undefined {
  return labels.Name?.trim() || undefined;
}
