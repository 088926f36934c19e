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
import type {
  AssetChange,
  AssetRelation,
  AssetState,
  EndedRelation,
  NewRelation,
  RelationChange,
  RelationLibrary,
  RelationRule,
  RolledUpField,
} from '@itam/plugin-itam-common';
import { PreconditionFailedError } from '../http/errors';
import type { AssetAccess, PermittedAssets } from '../register/access';
import type { Register } from '../register/Register';
import type { KnownEntities } from './entities';
import {
  fullRef,
  readEntityRef,
  refuseUnknownEntity,
  refuseWrongBeginning,
  refuseWrongEnd,
  refuseWrongRollUp,
  RelationTarget,
} from './relationTarget';
import type { RelationStore } from './RelationStore';

/** How often a change is tried that somebody else was faster with. */
const ATTEMPTS = 3;

/** What a caller may do: assets they see, and those they may change. */
export interface RelationRights {
  read: AssetAccess;
  update: AssetAccess;
}

/** Who wants a relation changed, on which version if they say so. */
export interface RelationRequest<T> {
  wanted: T;
  actor: string;
  expectedVersion?: number;
}

/** What people change of relations. */
export class RelationService {
  readonly #store: RelationStore;
  readonly #register: Register;
  readonly #library: RelationLibrary;
  readonly #assets: PermittedAssets;
  readonly #entities: KnownEntities;

  constructor(options: {
    store: RelationStore;
    register: Register;
    library: RelationLibrary;
    assets: PermittedAssets;
    entities: KnownEntities;
  }) {
    this.#store = options.store;
    this.#register = options.register;
    this.#library = options.library;
    this.#assets = options.assets;
    this.#entities = options.entities;
  }

  /**
   * Relates an asset to another one, or to an entity of the catalog.
   *
   * @throws NotFoundError, NotAllowedError when the asset is not the caller's to
   * see or change; InputError that names the field at fault;
   * PreconditionFailedError when it is at another version than expected.
   */
  async add(
    idOrTag: string,
    request: RelationRequest<NewRelation>,
    rights: RelationRights,
  ): Promise<RelationChange> {
    const { wanted } = request;
    const rule = this.#rule(wanted.type);
    return this.#changing(idOrTag, request, rights, async from => {
      refuseWrongBeginning(rule, from);
      const target = await this.#target(rule, from, wanted, rights);
      const rollUp = [...new Set(wanted.rollUp ?? [])];
      refuseWrongRollUp(rule, rollUp, target);
      this.#refuseRepeated(from, rule, target, rollUp);
      await this.#refuseCircle(rule, from, target);
      return {
        facts: takenOver(rollUp, target.asset),
        relations: [
          ...statedIn(from),
          {
            type: rule.type,
            ...(target.asset
              ? { toAssetId: target.asset.id }
              : { toEntityRef: target.entityRef }),
          },
        ],
        rolledUp: target.asset && { container: target.asset, fields: rollUp },
      };
    });
  }

  /**
   * Takes away a relation a person stated.
   *
   * @throws like {@link RelationService.add}; ConflictError when a source
   * declares the relation.
   */
  async end(
    idOrTag: string,
    request: RelationRequest<EndedRelation>,
    rights: RelationRights,
  ): Promise<RelationChange> {
    const { wanted } = request;
    this.#rule(wanted.type);
    return this.#changing(idOrTag, request, rights, async from => {
      const target = await this.#endOf(wanted, rights);
      const ends = leadingTo(wanted.type, target);
      refuseMissing(from, wanted, from.relations.filter(ends));
      const rolledUp = target.asset && {
        container: target.asset,
        fields: await this.#store.rollUpOf({
          from: from.id,
          type: wanted.type,
          to: target.asset.id,
        }),
        ends: true,
      };
      return {
        facts: {},
        relations: statedIn(from).filter(relation => !ends(relation)),
        rolledUp,
      };
    });
  }

  /** Decides on the present state, and again if somebody else was faster. */
  async #changing(
    idOrTag: string,
    request: RelationRequest<{ type: string; reason?: string }>,
    rights: RelationRights,
    decide: (from: AssetState) => Promise<WantedChange>,
  ): Promise<RelationChange> {
    const id = await this.#changeable(idOrTag, rights);
    for (let attempt = 1; ; attempt += 1) {
      const from = await this.#state(id, idOrTag);
      refuseStale(from, request.expectedVersion);
      const change = await decide(from);
      try {
        return await this.#apply(from, change, request);
      } catch (error) {
        if (!(error instanceof ConflictError)) {
          throw error;
        }
        if (request.expectedVersion !== undefined) {
          throw stale(from.tag, request.expectedVersion);
        }
        if (attempt === ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  async #apply(
    from: AssetState,
    { facts, relations, rolledUp }: WantedChange,
    { wanted, actor }: RelationRequest<{ type: string; reason?: string }>,
  ): Promise<RelationChange> {
    const [outcome] = await this.#register.apply({
      changes: [
        {
          assetId: from.id,
          change: {
            origin: { kind: 'person', ref: actor },
            action: 'relate',
            facts,
            relations,
            beside: besideOf(rolledUp),
            reason: wanted.reason,
            expectedVersion: from.version,
          },
        },
      ],
      alongside: async (transaction, [{ problems }]) => {
        if (problems.length > 0) {
          throw new InputError(
            problems.map(({ path, reason }) => `${path}: ${reason}`).join('; '),
          );
        }
        if (!rolledUp || rolledUp.ends || rolledUp.fields.length === 0) {
          return;
        }
        const { container, fields } = rolledUp;
        const version = await this.#store.heldVersion(
          transaction,
          container.id,
        );
        if (version !== container.version) {
          throw new ConflictError(
            `the asset ${container.tag} was changed by somebody else in the meantime; try again`,
          );
        }
        await this.#store.setRollUp(
          transaction,
          { from: from.id, type: wanted.type, to: container.id },
          fields,
        );
      },
    });
    return {
      assetId: outcome.assetId,
      tag: outcome.tag,
      version: outcome.version,
    };
  }

  #rule(type: string): RelationRule {
    const rule = this.#library.find(type);
    if (!rule) {
      throw new InputError(
        `body.type: there is no kind of relation '${type}'; use ${this.#library
          .typesThat(() => true)
          .join(', ')}`,
      );
    }
    return rule;
  }

  async #changeable(idOrTag: string, rights: RelationRights): Promise<string> {
    const id = await this.#assets.locate(idOrTag, rights.read);
    if (id === undefined) {
      throw new NotFoundError(`there is no asset ${idOrTag}`);
    }
    if (!(await this.#assets.within([id], rights.update)).has(id)) {
      throw new NotAllowedError(
        `you may see the asset ${idOrTag} but not change it; ask its owner`,
      );
    }
    return id;
  }

  async #state(id: string, name: string): Promise<AssetState> {
    const state = (await this.#register.states([id])).get(id);
    if (!state) {
      throw new NotFoundError(`there is no asset ${name}`);
    }
    return state;
  }

  async #target(
    rule: RelationRule,
    from: AssetState,
    wanted: NewRelation,
    rights: RelationRights,
  ): Promise<RelationTarget> {
    if (wanted.to !== undefined) {
      if (!rule.to) {
        throw new InputError(
          `body.to: '${rule.type}' leads to a catalog entity, not to an asset; name it in toEntityRef`,
        );
      }
      const asset = await this.#visible(wanted.to, rights);
      refuseWrongEnd(rule, from, asset);
      return { asset };
    }
    if (rule.toEntities.length === 0) {
      throw new InputError(
        `body.toEntityRef: '${rule.type}' leads to an asset, not to a catalog entity; name it in to`,
      );
    }
    const entityRef = readEntityRef(rule, wanted.toEntityRef ?? '');
    await refuseUnknownEntity(this.#entities, entityRef);
    return { entityRef };
  }

  /** Where a relation led that is to end, whatever the rules say now. */
  async #endOf(
    { to, toEntityRef }: EndedRelation,
    rights: RelationRights,
  ): Promise<RelationTarget> {
    return to === undefined
      ? { entityRef: fullRef(toEntityRef ?? '') }
      : { asset: await this.#visible(to, rights) };
  }

  async #visible(idOrTag: string, rights: RelationRights): Promise<AssetState> {
    const id = await this.#assets.locate(idOrTag, rights.read);
    if (id === undefined) {
      throw new InputError(
        `body.to: there is no asset ${idOrTag} that you may see; give the tag or id of one`,
      );
    }
    return this.#state(id, idOrTag);
  }

  #refuseRepeated(
    from: AssetState,
    rule: RelationRule,
    target: RelationTarget,
    rollUp: RolledUpField[],
  ): void {
    const field = target.asset ? 'body.to' : 'body.toEntityRef';
    const name = target.asset?.tag ?? target.entityRef;
    const ofKind = from.relations.filter(({ type }) => type === rule.type);
    const same = ofKind.filter(leadingTo(rule.type, target));
    const stated = same.some(({ origin }) => origin === 'person');
    if (stated || (same.length > 0 && rollUp.length === 0)) {
      throw new InputError(
        `${field}: ${from.tag} is '${rule.type}' ${name} already${
          stated ? '' : `, as ${same[0].origin.replace(':', ' ')} says`
        }`,
      );
    }
    if (rule.single && ofKind.length > same.length) {
      throw new InputError(
        `${field}: ${from.tag} is '${rule.type}' another asset already; take that relation away first`,
      );
    }
  }

  async #refuseCircle(
    rule: RelationRule,
    from: AssetState,
    { asset }: RelationTarget,
  ): Promise<void> {
    if (
      rule.acyclic &&
      asset &&
      (await this.#store.leadsTo(rule.type, asset.id, from.id))
    ) {
      throw new InputError(
        `body.to: ${asset.tag} is itself '${rule.type}' ${from.tag}, directly or through others; an asset cannot lead back to itself`,
      );
    }
  }
}

/** What is to become of an asset and its relations. */
interface WantedChange {
  facts: AssetChange['facts'];
  relations: NonNullable<AssetChange['relations']>;
  rolledUp?: {
    container: AssetState;
    fields: RolledUpField[];
    /** It is given up, not taken up. */
    ends?: boolean;
  };
}

/**
 * What a person's list has to name for everything to stay: what persons said,
 * and all that is supported, whoever said so.
 */
function statedIn(state: AssetState): NonNullable<AssetChange['relations']> {
  return state.relations
    .filter(({ origin, type }) => origin === 'person' || type === 'supports')
    .map(({ origin: _, ...relation }) => relation);
}

function leadingTo(type: string, { asset, entityRef }: RelationTarget) {
  return (relation: Omit<AssetRelation, 'origin'>) =>
    relation.type === type &&
    relation.toAssetId === asset?.id &&
    relation.toEntityRef === entityRef;
}

/** What a part takes over at once. */
function takenOver(
  fields: RolledUpField[],
  container: AssetState | undefined,
): AssetChange['facts'] {
  return Object.fromEntries(fields.map(field => [field, container?.[field]]));
}

/** The choice is told in the line of history, with the container's tag. */
function besideOf(rolledUp: WantedChange['rolledUp']): AssetChange['beside'] {
  if (!rolledUp || rolledUp.fields.length === 0) {
    return undefined;
  }
  const { container, fields, ends } = rolledUp;
  return {
    [`rollUp.${container.tag}`]: ends ? { from: fields } : { to: fields },
  };
}

function refuseMissing(
  from: AssetState,
  wanted: EndedRelation,
  found: AssetRelation[],
): void {
  const name = wanted.to ?? wanted.toEntityRef;
  const field = wanted.to === undefined ? 'body.toEntityRef' : 'body.to';
  if (found.length === 0) {
    throw new NotFoundError(
      `${field}: ${from.tag} has no relation '${wanted.type}' to ${name}`,
    );
  }
  if (!found.some(({ origin }) => origin === 'person')) {
    const source = found[0].origin.replace(/^source:/, '');
    throw new ConflictError(
      `${field}: the source ${source} declares that ${from.tag} is '${
        wanted.type
      }' ${name} and would do so again; ${
        wanted.type === 'supports'
          ? 'change what the asset supports as a whole, which then holds against the source'
          : 'change it where the source reads it'
      }`,
    );
  }
}

function refuseStale(state: AssetState, expected: number | undefined): void {
  if (expected !== undefined && expected !== state.version) {
    throw stale(state.tag, expected);
  }
}

function stale(tag: string, expected: number) {
  return new PreconditionFailedError(
    `header If-Match: the asset ${tag} is no longer at version ${expected}; read it again and repeat the change`,
  );
}
