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

/** What programs for tables take for a formula, or turn into another number. */
const misread = /^'*([=+\-@]|\d+([.,]\d+)?E[+-]?\d+$)/i;

/** A plain number is never a formula. */
const plainNumber = /^-?\d+(\.\d+)?$/;

/** Between the values of a cell that holds several. */
const LIST_SEPARATOR = ';';

/**
 * The text of a cell as it is exported. What a program for tables would run as
 * a formula or round as a number, and what it would trim, gets an apostrophe in
 * front; {@link readText} takes exactly that one away again.
 *
 * @public
 */
export function writeText(text: string): string {
  return needsMark(text) ? `'${text}` : text;
}

/** A cell as it was read: the text, and whether it was marked as text. */
export interface CellText {
  text: string;
  /** It came with the apostrophe: not to be trimmed or taken for a number. */
  marked: boolean;
}

/** The text of a cell, without the mark of {@link writeText}; trimmed otherwise. @public */
export function readText(cell: string): CellText {
  if (cell.startsWith("'")) {
    const text = cell.slice(1);
    if (needsMark(text)) {
      return { text, marked: true };
    }
  }
  return { text: cell.trim(), marked: false };
}

function needsMark(text: string): boolean {
  return (
    (misread.test(text) && !plainNumber.test(text)) ||
    text !== text.trim() ||
    // without the mark it would be taken for one
    (text.startsWith("'") && needsMark(text.slice(1)))
  );
}

/** Several values in one cell; `\` stands before a separator inside a value. @public */
export function joinList(values: string[]): string {
  return values
    .map(value =>
      value
        .replace(/[\\;]/g, character => `\\${character}`)
        .replace(/^\s|\s$/g, space => `\\${space}`),
    )
    .join(`${LIST_SEPARATOR} `);
}

/** The values of a cell that {@link joinList} or a person wrote. @public */
export function splitList(text: string): string[] {
  const values: string[] = [];
  let value = '';
  /** Up to here nothing is trimmed: it was written with a backslash. */
  let kept = 0;
  const end = () => {
    const head = kept === 0 ? value.trimStart() : value;
    const tail = head.slice(kept).trimEnd();
    const whole = head.slice(0, kept) + tail;
    if (whole !== '') {
      values.push(whole);
    }
    value = '';
    kept = 0;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\' && index + 1 < text.length) {
      index += 1;
      value = (kept === 0 ? value.trimStart() : value) + text[index];
      kept = value.length;
    } else if (character === LIST_SEPARATOR) {
      end();
    } else {
      value += character;
    }
  }
  end();
  return values;
}
