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
      terraform?: {
        /** A source by its id. */
        [id: string]: {
          /**
           * State files: paths, globs, and URLs the portal's URL reader reads
           * (Git hosts, S3, GCS, Azure Blob).
           */
          locations: string | string[];
          /**
           * The catalog entity a stack is, for all locations or by glob;
           * `{{name}}` in the reference stands for the name of the stack.
           */
          stack?:
            | { entityRef: string; locations?: string | string[] }
            | Array<{ entityRef: string; locations?: string | string[] }>;
          /** Larger files are refused. */
          maxBytes?: number;
          /** What becomes of a provider type, where the tables err. */
          types?: {
            [providerType: string]: {
              /** Id of an asset type. */
              type?: string;
              unit?: 'asset' | 'group' | 'fold';
            };
          };
        };
      };
    };
  };
}
