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

import { InputError } from '@backstage/errors';

/** How the assets of a category are tagged. */
export interface NamingStandard {
  /** What the numbers are counted under. */
  counter: string;
  /** The tag with a number. */
  tag(number: bigint): string;
}

const MAX_TAG_LENGTH = 63;
const MAX_DIGITS = 18;

/**
 * Reads a pattern such as `HW-{number:6}`: letters, digits, hyphens and one
 * number, padded with zeros to the digits named. Tags become names of catalog
 * entities, hence what they may be made of.
 *
 * @throws InputError with the path and what would be right.
 */
export function parseNamingStandard(
  pattern: string,
  path: string,
): NamingStandard {
  const match =
    /^([A-Za-z0-9-]*)\{number(?::(\d{1,2}))?\}([A-Za-z0-9-]*)$/.exec(pattern);
  if (!match) {
    throw new InputError(
      `${path}: '${pattern}' is no pattern of a tag; write letters, digits and hyphens around one {number} or {number:6}, for example HW-{number:6}`,
    );
  }
  const [, before, digits = '0', after] = match;
  const longest = before.length + after.length + MAX_DIGITS;
  if (Number(digits) > MAX_DIGITS || longest > MAX_TAG_LENGTH) {
    throw new InputError(
      `${path}: a tag has at most ${MAX_TAG_LENGTH} characters, of which ${MAX_DIGITS} are left for the number`,
    );
  }
  if (/^-/.test(before) || /-$/.test(after)) {
    throw new InputError(
      `${path}: a tag starts and ends with a letter or digit`,
    );
  }
  return {
    counter: `${before}#${after}`,
    tag: number =>
      `${before}${String(number).padStart(Number(digits), '0')}${after}`,
  };
}
