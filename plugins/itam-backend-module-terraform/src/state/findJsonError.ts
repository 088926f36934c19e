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

const whitespace = /[ \t\r\n]*/y;
const scalar =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const text = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

type Expected = 'value' | 'firstItem' | 'firstKey' | 'key' | 'colon' | 'next';

/**
 * Finds where a text stops being JSON, by walking it token by token. Meant
 * for a text that JSON.parse has refused.
 */
export function findJsonError(json: string): {
  offset: number;
  truncated: boolean;
} {
  const open: Array<'{' | '['> = [];
  let expected: Expected = 'value';
  let offset = 0;

  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = offset;
    const found = pattern.exec(json);
    offset += found?.[0].length ?? 0;
    return found !== null;
  };
  const close = () => {
    open.pop();
    expected = 'next';
  };

  for (;;) {
    skip(whitespace);
    const character = json[offset];
    if (character === undefined) {
      return { offset, truncated: true };
    }
    let understood = true;
    if (expected === 'next') {
      const inside = open[open.length - 1];
      if (inside !== undefined && character === ',') {
        expected = inside === '{' ? 'key' : 'value';
      } else if (character === (inside === '{' ? '}' : ']') && inside) {
        close();
      } else {
        understood = false;
      }
      offset += understood ? 1 : 0;
    } else if (expected === 'colon') {
      understood = character === ':';
      expected = 'value';
      offset += understood ? 1 : 0;
    } else if (expected === 'key' || expected === 'firstKey') {
      if (character === '}' && expected === 'firstKey') {
        close();
        offset += 1;
      } else {
        understood = skip(text);
        expected = 'colon';
      }
    } else if (character === ']' && expected === 'firstItem') {
      close();
      offset += 1;
    } else if (character === '{' || character === '[') {
      open.push(character);
      expected = character === '{' ? 'firstKey' : 'firstItem';
      offset += 1;
    } else {
      understood = skip(scalar);
      expected = 'next';
    }
    if (!understood) {
      return { offset, truncated: endsInsideToken(json, offset) };
    }
  }
}

/** Whether a string that starts here is never closed, or a word is cut short. */
function endsInsideToken(json: string, offset: number): boolean {
  const rest = json.slice(offset);
  return (
    /^"(?:[^"\\\n]|\\.)*\\?$/.test(rest) ||
    ['true', 'false', 'null', '-'].some(word => word.startsWith(rest))
  );
}
