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

import type {
  Impact,
  ImpactTally,
  RelatedAsset,
  RelatedEntity,
} from '@itam/plugin-itam-common';
import type { IndexedEntity } from '../catalog/EntityIndex';

/** Teams, systems and domains that are listed; the others are few in number. */
const LISTED = 50;

/** How often each name came up. */
class Tally {
  readonly #counts = new Map<string, ImpactTally>();
  readonly #names: Map<string, IndexedEntity>;

  constructor(names: Map<string, IndexedEntity>) {
    this.#names = names;
  }

  count(ref: string | undefined, what: 'entities' | 'assets'): void {
    if (ref === undefined) {
      return;
    }
    const known = this.#counts.get(ref) ?? {
      ref,
      title: this.#names.get(ref)?.title,
      entities: 0,
      assets: 0,
    };
    this.#counts.set(ref, { ...known, [what]: known[what] + 1 });
  }

  list(): ImpactTally[] {
    return [...this.#counts.values()]
      .sort(
        (one, other) =>
          other.entities - one.entities ||
          other.assets - one.assets ||
          (one.ref < other.ref ? -1 : 1),
      )
      .slice(0, LISTED);
  }
}

/** Whose the affected things are, most first. */
export function tallies(affected: {
  entities: RelatedEntity[];
  assets: RelatedAsset[];
  /** What the catalog knows of owners, systems and domains. */
  names: Map<string, IndexedEntity>;
}): Pick<Impact, 'owners' | 'systems' | 'domains'> {
  const { entities, assets, names } = affected;
  const owners = new Tally(names);
  const systems = new Tally(names);
  const domains = new Tally(names);
  for (const { owner } of assets) {
    owners.count(owner, 'assets');
  }
  for (const entity of entities) {
    owners.count(entity.owner, 'entities');
    const system = entity.kind === 'system' ? entity.ref : entity.system;
    systems.count(system, 'entities');
    domains.count(
      entity.kind === 'domain' ? entity.ref : domainOf(entity, names),
      'entities',
    );
  }
  return {
    owners: owners.list(),
    systems: systems.list(),
    domains: domains.list(),
  };
}

function domainOf(
  { domain, system }: RelatedEntity,
  names: Map<string, IndexedEntity>,
): string | undefined {
  return domain ?? (system ? names.get(system)?.domain : undefined);
}
