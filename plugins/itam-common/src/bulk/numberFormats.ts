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

/** What stands before the decimals of a number. @public */
export const decimalMarks = ['point', 'comma'] as const;

/** @public */
export type DecimalMark = (typeof decimalMarks)[number];

const written: Record<DecimalMark, RegExp> = {
  point: /^[+-]?(\d+|\d{1,3}([, '\u00a0\u202f]\d{3})+)(\.\d+)?$/,
  comma: /^[+-]?(\d+|\d{1,3}([. '\u00a0\u202f]\d{3})+)(,\d+)?$/,
};

/**
 * A number in plain notation (`1234.5`), undefined if the text writes none with
 * this decimal mark. Marks between thousands are taken where they are in place.
 *
 * @public
 */
export function readDecimal(
  text: string,
  mark: DecimalMark,
): string | undefined {
  if (!written[mark].test(text)) {
    return undefined;
  }
  const digits = text.replace(/^\+/, '');
  return mark === 'point'
    ? digits.replace(/[, '\u00a0\u202f]/g, '')
    : digits.replace(/[. '\u00a0\u202f]/g, '').replace(',', '.');
}

/**
 * Looks at a whole column of numbers, to find whether decimals stand behind a
 * point or a comma. A column that can be read in two ways is told so.
 *
 * @public
 */
export class NumberColumn {
  #open: DecimalMark[] = [...decimalMarks];
  #differ: { row: number; text: string } | undefined;
  #mixed: string | undefined;

  /** Looks at one cell; what is no number is left to its row. */
  add(text: string, row: number): void {
    const readings = decimalMarks.map(mark => readDecimal(text, mark));
    const possible = decimalMarks.filter(
      (_, index) => readings[index] !== undefined,
    );
    if (possible.length === 0) {
      return;
    }
    const open = this.#open.filter(mark => possible.includes(mark));
    if (open.length === 0) {
      this.#mixed ??= `row ${row} writes '${text}', other rows have the other decimal mark; write all numbers in one way`;
      return;
    }
    this.#open = open;
    if (possible.length === 2 && readings[0] !== readings[1]) {
      this.#differ ??= { row, text };
    }
  }

  /** The decimal mark, or why it is not known. */
  result(): { decimal?: DecimalMark; problem?: string } {
    if (this.#mixed) {
      return { problem: this.#mixed };
    }
    if (this.#open.length > 1 && this.#differ) {
      return {
        problem: `'${this.#differ.text}' in row ${
          this.#differ.row
        } can be a decimal or a thousand; set decimal to point or comma`,
      };
    }
    return { decimal: this.#open[0] };
  }
}
