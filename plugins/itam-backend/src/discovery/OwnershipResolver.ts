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

import { setTimeout } from 'node:timers/promises';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  AssetTypeLibrary,
  ObservedThing,
  OwnershipQuestion,
  OwnershipRule,
  ownershipCandidates,
  ResolvedOwnership,
  resolveOwnership,
} from '@itam/plugin-itam-common';
import { sha256 } from '@itam/plugin-itam-node';
import type { EntityIndex, IndexedEntity } from '../catalog/EntityIndex';

/** Unknown entities remembered of one document. */
const MAX_UNKNOWN = 500;

/** Between two looks at a catalog that is still filling. */
const LOOK_AGAIN_MS = 1_000;

/** Applies the ownership rules to things, knowing what the catalog has. */
export class OwnershipResolver {
  readonly #rules: OwnershipRule[];
  readonly #entityIndex: EntityIndex;
  readonly #assetTypes: AssetTypeLibrary;
  readonly #sourceId: string;
  readonly #digest: string;
  readonly #entities = new Map<string, IndexedEntity | undefined>();
  #unknown = new Set<string>();

  /**
   * A resolver for one run: the catalog is taken as it is now. A portal that
   * starts for the first time has nothing in its catalog for some seconds; then
   * the run waits until the catalog holds still, at most `patienceMs`. A catalog
   * that stays empty cannot deny anything: the rules are taken at their word.
   */
  static async create(options: {
    rules: OwnershipRule[];
    entityIndex: EntityIndex;
    assetTypes: AssetTypeLibrary;
    sourceId: string;
    patienceMs: number;
    signal: AbortSignal;
  }): Promise<OwnershipResolver> {
    const known = await options.entityIndex.digest();
    return new OwnershipResolver({
      ...options,
      digest:
        known !== '' || options.rules.length === 0
          ? known
          : await firstDigest(options),
    });
  }

  private constructor(options: {
    rules: OwnershipRule[];
    entityIndex: EntityIndex;
    assetTypes: AssetTypeLibrary;
    sourceId: string;
    digest: string;
  }) {
    this.#rules = options.rules;
    this.#entityIndex = options.entityIndex;
    this.#assetTypes = options.assetTypes;
    this.#sourceId = options.sourceId;
    this.#digest = options.digest;
  }

  /** Changes when the same thing could get another owner. */
  get fingerprint(): string {
    return this.#rules.length === 0
      ? ''
      : sha256(JSON.stringify([this.#rules, this.#digest]));
  }

  /** What the rules say of each thing. */
  async resolve(
    things: ObservedThing[],
    stackOf: (thing: ObservedThing) => string | undefined,
  ): Promise<ResolvedOwnership[]> {
    const stacks = things.map(stackOf);
    await this.#lookUp([
      ...stacks.flatMap(stack => stack ?? []),
      ...things.flatMap(thing => ownEntity(thing) ?? []),
    ]);
    const questions = things.map((thing, index) =>
      this.#question(thing, stacks[index]),
    );
    const named = questions.flatMap(ownershipCandidates);
    await this.#lookUp(named);
    for (const ref of [...named, ...stacks.flatMap(stack => stack ?? [])]) {
      if (!this.#entities.get(ref)) {
        this.#unknown.add(ref);
      }
    }
    return questions.map((question, index) =>
      this.#orOfItsEntity(things[index], resolveOwnership(question)),
    );
  }

  /**
   * What *is* a catalog entity (a repository, a stack) belongs to the owner of
   * that entity, unless a rule says otherwise.
   */
  #orOfItsEntity(
    thing: ObservedThing,
    resolved: ResolvedOwnership,
  ): ResolvedOwnership {
    const ref = ownEntity(thing);
    return resolved.owner === undefined && ref !== undefined
      ? { ...resolved, owner: this.#entities.get(ref)?.owner }
      : resolved;
  }

  /** The entities named since the last call that the catalog lacks. */
  takeUnknown(): string[] {
    const unknown = [...this.#unknown].sort().slice(0, MAX_UNKNOWN);
    this.#unknown = new Set();
    return unknown;
  }

  #question(
    thing: ObservedThing,
    stackEntityRef: string | undefined,
  ): OwnershipQuestion {
    return {
      thing,
      category: this.#assetTypes.find(thing.type)?.category,
      sourceId: this.#sourceId,
      stackEntityRef,
      stackOwner: stackEntityRef
        ? this.#entities.get(stackEntityRef)?.owner
        : undefined,
      rules: this.#rules,
      knownEntities:
        this.#digest === ''
          ? undefined
          : ref => this.#entities.get(ref) !== undefined,
    };
  }

  async #lookUp(refs: string[]): Promise<void> {
    const unknown = [...new Set(refs)].filter(ref => !this.#entities.has(ref));
    if (unknown.length > 0) {
      const found = await this.#entityIndex.find(unknown);
      unknown.forEach(ref => this.#entities.set(ref, found.get(ref)));
    }
  }
}

/** The entity a thing is, normalised; none if it names none. */
function ownEntity({ entityRef }: ObservedThing): string | undefined {
  if (entityRef === undefined) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(entityRef, { defaultNamespace: 'default' }),
    );
  } catch {
    return undefined;
  }
}

async function firstDigest(options: {
  entityIndex: EntityIndex;
  patienceMs: number;
  signal: AbortSignal;
}): Promise<string> {
  const { entityIndex, patienceMs, signal } = options;
  const end = Date.now() + patienceMs;
  for (let last = ''; ; ) {
    await entityIndex.refresh().catch(() => undefined);
    const digest = await entityIndex.digest();
    if ((digest !== '' && digest === last) || Date.now() >= end) {
      return digest;
    }
    last = digest;
    await setTimeout(LOOK_AGAIN_MS, undefined, { signal });
  }
}
