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

/** How a column can write days. @public */
export const dateFormats = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYYMMDD',
  'DD.MM.YYYY',
  'DD.MM.YY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD/MM/YY',
  'MM/DD/YY',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'D MMM YYYY',
  'MMM D, YYYY',
] as const;

/** @public */
export type DateFormat = (typeof dateFormats)[number];

const months = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** A time behind a day says nothing about the day. */
const time = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)?`;

const parts: Record<string, string> = {
  YYYY: String.raw`(?<y>\d{4})`,
  YY: String.raw`(?<y>\d{2})`,
  MMM: String.raw`(?<n>[A-Za-z]{3,9})\.?`,
  MM: String.raw`(?<m>\d{1,2})`,
  DD: String.raw`(?<d>\d{1,2})`,
  D: String.raw`(?<d>\d{1,2})`,
};

const patterns = new Map<DateFormat, RegExp>(
  dateFormats.map(format => [format, patternOf(format)]),
);

function patternOf(format: DateFormat): RegExp {
  if (format === 'YYYYMMDD') {
    return /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/;
  }
  const text = format
    .replace(/\./g, String.raw`\.`)
    .replace(/YYYY|YY|MMM|MM|DD|D/g, part => parts[part]);
  return new RegExp(`^${text}${time}$`, 'i');
}

/**
 * The day a text writes in a format, as `YYYY-MM-DD`; undefined if it does not,
 * or if there is no such day. Years of two digits are 1970 to 2069.
 *
 * @public
 */
export function readDay(text: string, format: DateFormat): string | undefined {
  const groups = patterns.get(format)?.exec(text)?.groups;
  if (!groups) {
    return undefined;
  }
  const year = fullYear(groups.y);
  const month = groups.n
    ? months.indexOf(groups.n.slice(0, 3).toLowerCase()) + 1
    : Number(groups.m);
  const day = Number(groups.d);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}

function fullYear(digits: string): number {
  if (digits.length === 4) {
    return Number(digits);
  }
  return Number(digits) + (Number(digits) < 70 ? 2000 : 1900);
}

/**
 * Looks at a whole column of days, to find the one format it is written in.
 * Nothing is guessed: a column that can be read in two ways is told so.
 *
 * @public
 */
export class DateColumn {
  #open: DateFormat[] = [...dateFormats];
  #differ: { row: number; text: string } | undefined;
  #failure: string | undefined;
  #first: string | undefined;
  #seen = 0;

  /** Looks at one cell; empty ones say nothing. */
  add(text: string, row: number): void {
    if (this.#failure || text === '') {
      return;
    }
    this.#seen += 1;
    const days = this.#open.map(format => readDay(text, format));
    const open = this.#open.filter((_, index) => days[index] !== undefined);
    if (open.length === 0) {
      this.#failure = this.#failureOf(text, row);
      return;
    }
    this.#first ??= text;
    this.#open = open;
    const readings = new Set(days.filter(day => day !== undefined));
    if (readings.size > 1) {
      this.#differ ??= { row, text };
    }
  }

  /** The format, or why there is none. */
  result(): { format?: DateFormat; problem?: string } {
    if (this.#failure) {
      return { problem: this.#failure };
    }
    if (this.#open.length > 1 && this.#seen > 0 && this.#isAmbiguous()) {
      return {
        problem: `day and month cannot be told apart ('${
          this.#differ?.text
        }' in row ${
          this.#differ?.row
        } can be read in more than one way); set its date format to one of ${this.#open.join(
          ', ',
        )}`,
      };
    }
    return { format: this.#open[0] };
  }

  /** What is still open reads some cell in two ways. */
  #isAmbiguous(): boolean {
    const text = this.#differ?.text;
    return (
      text !== undefined &&
      new Set(this.#open.map(format => readDay(text, format))).size > 1
    );
  }

  #failureOf(text: string, row: number): string {
    const known = dateFormats.some(format => readDay(text, format));
    if (known && this.#first !== undefined) {
      return `row ${row} writes '${text}', rows before it write '${
        this.#first
      }': the order of day and month, or the form, is mixed; write every day as YYYY-MM-DD`;
    }
    return /^\d{4,5}(\.\d+)?$/.test(text)
      ? `row ${row} has '${text}', the number a spreadsheet counts days with; format the column as YYYY-MM-DD before it is saved`
      : `row ${row} has '${text}', which is no day; write YYYY-MM-DD`;
  }
}
