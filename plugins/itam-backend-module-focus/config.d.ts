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

export interface Config {
  itam?: {
    sources?: {
      focus?: {
        /** A source by its id. */
        [id: string]: {
          /**
           * Cost exports, CSV (plain or gzip) or Parquet: paths, globs, and
           * URLs the portal's URL reader reads.
           */
          locations: string | string[];
          /**
           * The version of FOCUS the files are of, when they do not state it
           * themselves and their columns do not tell.
           */
          version?: '1.0' | '1.1' | '1.2' | '1.3';
          /** Whether a file may have several billing periods (the default). */
          billingPeriods?: 'one' | 'several';
          /** Larger files are refused. Default: 16 GiB. */
          maxBytes?: number;
          /** Memory of a reading, such as `512MB` (the default). */
          memoryLimit?: string;
          /** Threads of a reading. Default: the processors there are, at most 4. */
          threads?: number;
        };
      };
    };
  };
}
