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

/** Characters that need a closer look; most texts have none. */
const suspicious = /[\0\ud800-\udfff]/;

/** The same, as JSON writes them. */
const suspiciousJson = /\\u0000|\\ud[89a-f]/i;

/**
 * Text that every database takes and gives back as it is: without NUL
 * characters, which PostgreSQL has no place for, and without halves of
 * characters (lone surrogates), which no encoding can express.
 */
export function storableText(text: string): string {
  return suspicious.test(text)
    ? text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd')
    : text;
}

/** Whether a text is stored as it is. */
export function isStorable(text: string): boolean {
  return storableText(text) === text;
}

/** JSON of a value, with all its texts and names storable. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return suspiciousJson.test(json) ? JSON.stringify(storable(value)) : json;
}

/**
 * A JSON value with all its texts and names storable: the value itself if it is
 * that already.
 */
export function storable<T>(value: T): T;
export function storable(value: unknown): unknown {
  return isClean(value) ? value : cleaned(value);
}

function isClean(value: unknown): boolean {
  if (typeof value === 'string') {
    return !suspicious.test(value);
  }
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  if (Array.isArray(value)) {
    return value.every(isClean);
  }
  for (const name in value) {
    if (suspicious.test(name) || !isClean(Reflect.get(value, name))) {
      return false;
    }
  }
  return true;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') {
    return storableText(value);
  }
  if (Array.isArray(value)) {
    return value.map(cleaned);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        storableText(name),
        cleaned(item),
      ]),
    );
  }
  return value;
}
