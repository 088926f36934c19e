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

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  AssetDetail,
  AssetItem,
  AssetListQuery,
  AssetPatch,
  AssetTypeLibrary,
  canonicalJson,
  HistoryFilter,
  itamCostReadPermission,
} from '@itam/plugin-itam-common';
import { PreconditionFailedError } from '../http/errors';
import type { KnownRecords } from '../records';
import type { AssetAccess } from './access';
import type {
  AssetStore,
  EntityScope,
  Page,
  PageQuery,
  StoredItem,
} from './AssetStore';
import type { KnownCosts } from './EntityService';
import { changeOfPatch, KnownEntities } from './patch';
import { hideChanges, hideFields, refuseHiddenFields } from './fieldAccess';
import type { Register } from './Register';

/** What a caller may do with assets: those they see, and those they may change. */
export interface Rights {
  read: AssetAccess;
  update: AssetAccess | 'none';
  transition: AssetAccess | 'none';
  /** They may see what things cost. */
  costs: boolean;
}

/** What {@link AssetService} stands on. */
export interface AssetServiceOptions {
  store: AssetStore;
  register: Register;
  types: AssetTypeLibrary;
  entities: KnownEntities;
  costs: KnownCosts;
  records: KnownRecords;
}

/** What people do with assets. */
export class AssetService {
  readonly #store: AssetStore;
  readonly #register: Register;
  readonly #types: AssetTypeLibrary;
  readonly #entities: KnownEntities;
  readonly #costs: KnownCosts;
  readonly #records: KnownRecords;

  constructor(options: AssetServiceOptions) {
    this.#store = options.store;
    this.#register = options.register;
    this.#types = options.types;
    this.#entities = options.entities;
    this.#costs = options.costs;
    this.#records = options.records;
  }

  async list(
    query: AssetListQuery,
    rights: Rights,
    scope?: EntityScope,
  ): Promise<Page<AssetItem>> {
    refuseSortByCost(query, rights);
    const page = await this.#store.list(query, rights.read, scope);
    return { ...page, items: await this.#withRights(page.items, rights) };
  }

  /** @throws NotFoundError when there is none, or none the caller may see. */
  async get(idOrTag: string, rights: Rights): Promise<AssetDetail> {
    const id = await this.locate(idOrTag, rights.read);
    const detail = await this.#store.detail(id);
    if (!detail) {
      throw notFound(idOrTag);
    }
    const [{ allowed, cost }] = await this.#withRights([detail], rights);
    return {
      ...hideFields(detail, rights),
      cost,
      allowed,
      lifecycleModel: this.#types.get(detail.type).lifecycleModel,
    };
  }

  /**
   * Changes facts of an asset.
   *
   * @throws PreconditionFailedError when the asset is no longer at the version
   * the change was made on, NotAllowedError when the caller may see but not
   * change it, InputError naming the field with a value that is not valid.
   */
  async update(
    idOrTag: string,
    request: { patch: AssetPatch; actor: string; expectedVersion?: number },
    rights: Rights,
  ): Promise<AssetDetail> {
    const id = await this.locate(idOrTag, rights.read);
    await this.#requireUpdate(id, idOrTag, rights);
    const state = (await this.#register.states([id])).get(id);
    if (!state) {
      throw notFound(idOrTag);
    }
    const { expectedVersion } = request;
    if (expectedVersion !== undefined && expectedVersion !== state.version) {
      throw stale(state.version, expectedVersion);
    }
    refuseHiddenFields(request.patch, rights, this.#types.get(state.type));
    const change = await changeOfPatch({
      ...request,
      relations: state.relations,
      entities: this.#entities,
      records: this.#records,
    });
    try {
      await this.#register.apply({
        changes: [{ assetId: id, change }],
        alongside: async (_, [outcome]) => refuseProblems(outcome.problems),
      });
    } catch (error) {
      throw error instanceof ConflictError && expectedVersion !== undefined
        ? stale(undefined, expectedVersion)
        : error;
    }
    // who gives it away is told how it is now
    return this.get(id, { ...rights, read: 'all' });
  }

  async history(
    idOrTag: string,
    query: PageQuery & HistoryFilter,
    rights: Pick<Rights, 'read' | 'costs'>,
  ) {
    const id = await this.locate(idOrTag, rights.read);
    const page = await this.#store.history(id, query);
    return {
      ...page,
      items: page.items.map(entry => ({
        ...entry,
        changes: hideChanges(entry.changes, rights),
      })),
    };
  }

  async folded(
    idOrTag: string,
    query: PageQuery & { q?: string },
    access: AssetAccess,
  ) {
    return this.#store.folded(await this.locate(idOrTag, access), query);
  }

  /** @throws NotFoundError when there is none, or none in the access. */
  async locate(idOrTag: string, access: AssetAccess): Promise<string> {
    const id = await this.#store.locate(idOrTag, access);
    if (id === undefined) {
      throw notFound(idOrTag);
    }
    return id;
  }

  async #requireUpdate(id: string, name: string, rights: Rights) {
    const permitted =
      rights.update !== 'none' &&
      (await this.#store.within([id], rights.update)).has(id);
    if (!permitted) {
      throw new NotAllowedError(
        `you may see the asset ${name} but not change it; ask its owner`,
      );
    }
  }

  async #within(ids: string[], access: AssetAccess | 'none') {
    return access === 'none'
      ? new Set<string>()
      : this.#store.within(ids, access);
  }

  async #withRights<T extends StoredItem>(
    items: T[],
    rights: Rights,
  ): Promise<Array<T & Pick<AssetItem, 'allowed' | 'cost'>>> {
    const ids = items.map(({ id }) => id);
    const changeable = await this.#within(ids, rights.update);
    const movable =
      canonicalJson(rights.transition) === canonicalJson(rights.update)
        ? changeable
        : await this.#within(ids, rights.transition);
    const costs = rights.costs ? await this.#costs.ofAssets(ids) : undefined;
    return items.map(item => ({
      ...item,
      cost: costs?.get(item.id),
      allowed: [
        'read',
        ...(changeable.has(item.id) ? ['update'] : []),
        ...(movable.has(item.id) ? ['transition'] : []),
      ],
    }));
  }
}

/** An order by cost tells about costs. */
function refuseSortByCost(query: AssetListQuery, rights: Rights): void {
  if (query.sort.endsWith('cost') && !rights.costs) {
    throw new NotAllowedError(
      `query.sort: the permission ${itamCostReadPermission.name} is needed to sort by cost`,
    );
  }
}

function refuseProblems(problems: Array<{ path: string; reason: string }>) {
  if (problems.length > 0) {
    throw new InputError(
      problems.map(({ path, reason }) => `body.${path}: ${reason}`).join('; '),
    );
  }
}

function stale(version: number | undefined, expected: number) {
  return new PreconditionFailedError(
    `header If-Match: the asset is no longer at version ${expected}${
      version === undefined ? '' : ` but at ${version}`
    }; read it again and repeat the change`,
  );
}

function notFound(idOrTag: string) {
  return new NotFoundError(`there is no asset ${idOrTag}`);
}
