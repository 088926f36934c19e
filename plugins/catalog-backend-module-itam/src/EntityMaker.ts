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

import { createHash } from 'node:crypto';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_PUBLISHED_FORM,
  type Publication,
  toEntity,
} from '@itam/plugin-itam-common';
import { checkEntity } from './checkEntity';

/** Makes entities of publications, ready for the catalog. */
export class EntityMaker {
  readonly #unownedOwner: string;
  readonly #appBaseUrl: string | undefined;
  readonly #assetsUrl: string;
  /** Changes when the same publication would make another entity. */
  readonly form: string;

  constructor(options: {
    unownedOwner: string;
    appBaseUrl?: string;
    /** Address of the assets in the API of the register. */
    assetsUrl: string;
  }) {
    this.#unownedOwner = options.unownedOwner;
    this.#appBaseUrl = options.appBaseUrl;
    this.#assetsUrl = options.assetsUrl;
    this.form = createHash('sha256')
      .update(
        JSON.stringify([
          options.unownedOwner,
          options.appBaseUrl,
          options.assetsUrl,
        ]),
      )
      .digest('hex')
      .slice(0, 16);
  }

  /**
   * The entity of a publication, located at its asset in the API.
   *
   * @throws an error that says what the catalog would not accept.
   */
  async make(publication: Publication): Promise<Entity> {
    const entity = toEntity({
      publication,
      unownedOwner: this.#unownedOwner,
      appBaseUrl: this.#appBaseUrl,
    });
    const location = `url:${this.#assetsUrl}/${encodeURIComponent(
      publication.tag,
    )}`;
    entity.metadata.annotations = {
      ...entity.metadata.annotations,
      [ANNOTATION_PUBLISHED_FORM]: this.form,
      [ANNOTATION_LOCATION]: location,
      [ANNOTATION_ORIGIN_LOCATION]: location,
    };
    await checkEntity(entity);
    return entity;
  }
}

/** Whether we publish entities under this location, at whatever address. */
export function isLocationOfAsset(location: string): boolean {
  return /^url:.*\/api\/itam\/assets\/[^/]+$/.test(location);
}
