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

import { sha256 } from '@itam/plugin-itam-node';

const LONGEST_KEY = 1000;
const LONGEST_PLACE = 2000;

/**
 * Names the things of one file. The location is part of the name and not the
 * lineage: a copy of a state at another place is another document, and what
 * both speak of meets in the register by its provider id.
 */
export class Place {
  readonly location: string;

  static create(location: string): Place {
    return new Place(location);
  }

  private constructor(location: string) {
    this.location = location;
  }

  /** Source key of the stack around the resources. */
  get stackKey(): string {
    return shortened(this.location);
  }

  sourceKey(address: string): string {
    return shortened(`${this.location}/${address}`);
  }

  /** Where a person finds it. */
  of(address: string): string {
    return `${this.location}#${address}`.slice(0, LONGEST_PLACE);
  }
}

function shortened(key: string): string {
  return key.length <= LONGEST_KEY
    ? key
    : `${key.slice(0, LONGEST_KEY - 65)}~${sha256(key)}`;
}
