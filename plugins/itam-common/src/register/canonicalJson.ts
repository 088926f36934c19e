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

/**
 * Canonical JSON (RFC 8785) of a value: the same text whatever the order of its
 * members was. Members that are undefined are left out.
 *
 * @throws Error when the value holds a number JSON cannot express.
 * @public
 */
export function canonicalJson(value: unknown): string {
  return textOf(value) ?? 'null';
}

/** Undefined for what JSON leaves out. */
function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) {
        throw new Error(`${value} is not allowed in JSON`);
      }
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : textOfObject(value);
    default:
      return JSON.stringify(value);
  }
}

function textOfObject(value: object): string | undefined {
  if (Array.isArray(value)) {
    let text = '';
    for (let index = 0; index < value.length; index++) {
      text += `${index === 0 ? '' : ','}${textOf(value[index]) ?? 'null'}`;
    }
    return `[${text}]`;
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return textOf(value.toJSON());
  }
  let text = '';
  for (const name of Object.keys(value).sort()) {
    const member = textOf(Reflect.get(value, name));
    if (member !== undefined) {
      text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${member}`;
    }
  }
  return `{${text}}`;
}
