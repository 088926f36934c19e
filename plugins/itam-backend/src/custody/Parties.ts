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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { EntityIndex } from '../catalog';

/** What the catalog says of a person, team or service. */
export interface KnownParty {
  ref: string;
  title?: string;
  /** The catalog no longer has it. */
  gone: boolean;
  /** Its last day, YYYY-MM-DD. */
  endsOn?: string;
}

/** The people, teams and services that can have a part in an asset. */
export class Parties {
  readonly #entities: Pick<EntityIndex, 'find' | 'digest'>;
  readonly #now: () => Date;

  constructor(options: {
    entities: Pick<EntityIndex, 'find' | 'digest'>;
    now?: () => Date;
  }) {
    this.#entities = options.entities;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * A ref somebody gave, in full.
   *
   * @param kinds - Kinds of entity it may be; any if left out.
   * @throws InputError that names the field, when it is no ref, of a kind that
   * will not do, unknown to the catalog, or past its last day.
   */
  async require(
    field: string,
    given: string,
    kinds?: readonly string[],
  ): Promise<string> {
    const ref = inFull(field, given);
    if (kinds && !kinds.includes(ref.split(':')[0])) {
      throw new InputError(
        `body.${field}: '${given}' is no ${kinds.join(' or ')}${
          kinds.includes('group')
            ? '; name one, for example group:default/payments'
            : '; name a person, for example user:default/ann'
        }`,
      );
    }
    if ((await this.#entities.digest()) === '') {
      return ref;
    }
    const known = (await this.#entities.find([ref])).get(ref);
    if (!known) {
      throw new InputError(
        `body.${field}: the catalog has no ${ref}; register it there first`,
      );
    }
    const today = this.#now().toISOString().slice(0, 10);
    if (known.endsOn && known.endsOn < today) {
      throw new InputError(
        `body.${field}: ${ref} ended on ${known.endsOn}; name somebody who stays`,
      );
    }
    return ref;
  }

  /** What the catalog says of each of these refs. */
  async of(
    refs: Array<string | undefined>,
  ): Promise<(ref: string) => KnownParty> {
    const wanted = [...new Set(refs.flatMap(ref => ref ?? []))];
    const wasRead = wanted.length > 0 && (await this.#entities.digest()) !== '';
    const known = await this.#entities.find(wanted);
    return ref => {
      const entity = known.get(ref);
      return {
        ref,
        title: entity?.title,
        gone: wasRead && !entity,
        endsOn: entity?.endsOn,
      };
    };
  }
}

function inFull(field: string, ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    throw new InputError(
      `body.${field}: '${ref}' is no entity ref; write kind:namespace/name`,
    );
  }
}
