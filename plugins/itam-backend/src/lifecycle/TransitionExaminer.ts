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
import {
  AssetKey,
  AssetState,
  AssetTypeLibrary,
  factsOfAsset,
  GuardAnswer,
  isStrongKey,
  LifecycleLibrary,
  LifecycleRole,
  normaliseKey,
  PossibleTransition,
  possibleTransition,
  possibleTransitions,
  SplitFacts,
  TransitionQuery,
  TransitionRequest,
} from '@itam/plugin-itam-common';
import type { EntityIndex } from '../catalog/EntityIndex';
import type { KnownModel, KnownRecords } from '../records';
import { bearsData, builtInGuards, Guard, GuardQuestion } from './guards';
import type {
  LifecycleRecord,
  LifecycleStore,
  Surroundings,
} from './LifecycleStore';
import { emptyRecord, noSurroundings } from './sql/records';

/** What a portal says of transitions in general. */
export interface LifecycleSettings {
  /** Types that are not managed: nothing of them is planned. */
  outOfScope: readonly string[];
  /** Suppliers nothing is ordered from, in lower case. */
  blockedSuppliers: readonly string[];
}

/** What {@link TransitionExaminer} stands on. */
export interface TransitionExaminerOptions {
  store: LifecycleStore;
  types: AssetTypeLibrary;
  models: LifecycleLibrary;
  entities: Pick<EntityIndex, 'find' | 'digest'>;
  records: KnownRecords;
  settings: LifecycleSettings;
  /** Guards of modules, which stand in for built-in ones of the same name. */
  guards?: Record<string, Guard>;
}

/** A transition that is looked at. */
export interface Wanted {
  /** The asset, or what is to become one. */
  asset: AssetState;
  isNew: boolean;
  request: TransitionRequest;
  /** Facts given with the request, parsed. */
  facts: Record<string, unknown>;
  split: SplitFacts;
  actor: string;
  roles: LifecycleRole[];
  mayForce: boolean;
  now: Date;
}

/** What was found. */
export interface Examination {
  possible: PossibleTransition;
  /** Facts given with the request. */
  given: Record<string, unknown>;
  /** Facts that were on the record before. */
  recorded: Record<string, unknown>;
  /** Snapshots the register took for itself. */
  snapshots: Record<string, unknown>;
}

/** Everything about an asset that transitions are judged by. */
interface Ground {
  record: LifecycleRecord;
  around: Surroundings;
}

/** Judges transitions: facts, documents, guards, roles and holds together. */
export class TransitionExaminer {
  readonly #options: TransitionExaminerOptions;
  readonly #guards: Record<string, Guard>;

  constructor(options: TransitionExaminerOptions) {
    this.#options = options;
    this.#guards = { ...builtInGuards, ...options.guards };
  }

  /** Loads what a batch needs at once; answers how each is examined. */
  async prepare(
    states: AssetState[],
  ): Promise<(wanted: Wanted) => Promise<Examination>> {
    const ids = states.map(({ id }) => id);
    const [records, arounds] = await Promise.all([
      this.#options.store.records(ids),
      this.#options.store.surroundings(ids),
    ]);
    const known = new Map<string, Promise<GuardQuestion['known']>>();
    return async wanted => {
      const { asset } = wanted;
      checkEvidence(wanted.request.evidence ?? [], this.#options.models);
      const ground: Ground = {
        record: records.get(asset.id) ?? emptyRecord(),
        around: arounds.get(asset.id) ?? noSurroundings(),
      };
      const after = withFields(asset, wanted.split);
      const subject = [after.owner, after.legalEntity, after.modelId].join('|');
      const about = known.get(subject) ?? this.#known(after);
      known.set(subject, about);
      return this.#examine(wanted, after, ground, await about);
    };
  }

  /** Every transition that leaves the status of an asset, or the start. */
  async all(
    asset: AssetState,
    given: Pick<Wanted, 'isNew' | 'actor' | 'roles' | 'mayForce' | 'now'>,
  ): Promise<{ items: PossibleTransition[]; ground: Ground }> {
    const { store } = this.#options;
    const ids = given.isNew ? [] : [asset.id];
    const record = (await store.records(ids)).get(asset.id) ?? emptyRecord();
    const around =
      (await store.surroundings(ids)).get(asset.id) ?? noSurroundings();
    const ground = { record, around };
    const wanted: Wanted = {
      ...given,
      asset,
      request: { transition: '' },
      facts: {},
      split: { fields: {}, keys: [], rest: {} },
    };
    const query = await this.#query(
      wanted,
      asset,
      ground,
      await this.#known(asset),
    );
    return { items: possibleTransitions(query), ground };
  }

  async #examine(
    wanted: Wanted,
    after: AssetState,
    ground: Ground,
    known: GuardQuestion['known'],
  ): Promise<Examination> {
    const query = await this.#query(wanted, after, ground, known);
    const possible = possibleTransition(wanted.request.transition, query);
    const autos = possible.facts.filter(({ level }) => level === 'auto');
    return {
      possible,
      given: wanted.facts,
      recorded: valuesOf(ground.record),
      snapshots: Object.fromEntries(
        autos.flatMap(({ fact }) => {
          const snapshot = snapshotOf(fact, ground.around, after);
          return snapshot === undefined ? [] : [[fact, snapshot]];
        }),
      ),
    };
  }

  async #query(
    wanted: Wanted,
    after: AssetState,
    { record, around }: Ground,
    known: GuardQuestion['known'],
  ): Promise<TransitionQuery> {
    const { models, types, settings } = this.#options;
    const model = models.forStatus(
      types.get(after.type).lifecycleModel,
      wanted.asset.status,
    );
    const facts = {
      ...factsOfModel(known.model),
      ...valuesOf(record),
      ...factsOfAsset(after),
      // the register gives the tag itself
      ...(wanted.isNew && { 'identity.registerId': after.tag || 'next' }),
      ...wanted.facts,
    };
    const evidence = new Set([
      ...record.evidence,
      ...(wanted.request.evidence ?? []).map(({ doc }) => doc),
    ]);
    const question: GuardQuestion = {
      asset: after,
      facts,
      given: wanted.facts,
      evidence,
      record,
      around: wanted.isNew
        ? { ...around, inStock: await this.#inStock(after) }
        : around,
      twins: await this.#twins(after, wanted),
      known,
      settings,
      request: wanted.request,
      actor: wanted.actor,
      mayForce: wanted.mayForce,
      now: wanted.now,
    };
    return {
      model,
      status: wanted.isNew ? undefined : wanted.asset.status,
      roles: wanted.roles,
      facts,
      evidence: [...evidence],
      flags: [...flagsOf(after, record), ...wordsOf(after, facts)],
      guardAnswers: this.#answers(question),
      now: wanted.now,
      vocabulary: models.vocabulary,
    };
  }

  /** Guards answer when they are asked: most transitions ask only a few. */
  #answers(question: GuardQuestion): Record<string, GuardAnswer> {
    const guards = this.#guards;
    return new Proxy<Record<string, GuardAnswer>>(
      {},
      {
        get(_, name) {
          const guard = typeof name === 'string' ? guards[name] : undefined;
          const answer = guard?.(question);
          return typeof answer === 'boolean' ? { holds: answer } : answer;
        },
      },
    );
  }

  async #known(asset: AssetState): Promise<GuardQuestion['known']> {
    const { entities, records } = this.#options;
    const [groups, legalEntities, models] = await Promise.all([
      this.#groups(entities, asset),
      asset.legalEntity
        ? records.legalEntities([asset.legalEntity])
        : undefined,
      asset.modelId ? records.models([asset.modelId]) : undefined,
    ]);
    return {
      groups,
      legalEntities: new Set(
        [...(legalEntities ?? [])].flatMap(([id, { retired }]) =>
          retired ? [] : [id],
        ),
      ),
      model: asset.modelId ? models?.get(asset.modelId) : undefined,
    };
  }

  /** Before the catalog was read for the first time every owner is believed. */
  async #groups(
    entities: Pick<EntityIndex, 'find' | 'digest'>,
    { owner }: AssetState,
  ): Promise<Set<string>> {
    if (!owner) {
      return new Set();
    }
    const unread = (await entities.digest()) === '';
    const found = unread ? undefined : await entities.find([owner]);
    return new Set(unread || found?.get(owner)?.present ? [owner] : []);
  }

  #inStock({ modelId, type }: AssetState): Promise<number> {
    return this.#options.store.inStock({ modelId, type });
  }

  /** Other assets with a key of this one; looked up only if keys are new. */
  async #twins(after: AssetState, { asset, isNew }: Wanted): Promise<string[]> {
    const keys = strongKeys(after);
    const present = new Set(
      isNew
        ? []
        : strongKeys(asset).map(({ type, value }) => `${type}|${value}`),
    );
    const added = keys.filter(
      ({ type, value }) => !present.has(`${type}|${value}`),
    );
    const holders = await this.#options.store.holdersOf(added);
    return holders.filter(id => id !== asset.id);
  }
}

function strongKeys(asset: AssetState): AssetKey[] {
  const { manufacturer, serial, tag } = asset;
  const given: AssetKey[] = [
    ...asset.keys,
    ...(serial ? [{ type: 'serial', value: serial }] : []),
  ];
  const keys = given.flatMap(key => normaliseKey(key, { manufacturer }) ?? []);
  return [
    ...keys.filter(({ type }) => isStrongKey(type)),
    ...(tag ? [{ type: 'asset-tag', value: tag }] : []),
  ];
}

/** The asset as it would be with the fields given. */
function withFields(
  asset: AssetState,
  { fields, supports, keys }: SplitFacts,
): AssetState {
  const { attributes, labels, dates, status, ...plain } = fields;
  return {
    ...asset,
    ...Object.fromEntries(
      Object.entries(plain).map(([field, value]) => [
        field,
        value ?? undefined,
      ]),
    ),
    attributes: { ...asset.attributes, ...attributes },
    dates: dates
      ? Object.fromEntries(
          Object.entries({ ...asset.dates, ...dates }).flatMap(([kind, date]) =>
            date ? [[kind, date]] : [],
          ),
        )
      : asset.dates,
    keys: [...asset.keys, ...keys],
    relations: supports
      ? [
          ...asset.relations.filter(({ type }) => type !== 'supports'),
          ...supports.map(toEntityRef => ({
            type: 'supports' as const,
            toEntityRef,
            origin: 'person',
          })),
        ]
      : asset.relations,
  };
}

function valuesOf({ facts }: LifecycleRecord): Record<string, unknown> {
  return Object.fromEntries(
    [...facts].map(([fact, { value }]) => [fact, value]),
  );
}

/** What the catalogue entry tells of every asset of the model. */
function factsOfModel(model: KnownModel | undefined): Record<string, unknown> {
  return model?.endOfSupport
    ? { 'model.endOfSupportDate': model.endOfSupport }
    : {};
}

function flagsOf(asset: AssetState, record: LifecycleRecord): string[] {
  return [
    ...(asset.flags ?? []).filter(flag => flag !== 'legal-hold'),
    ...(record.holds.length > 0 ? ['legal-hold'] : []),
  ];
}

/** The words of `when` conditions that hold, going by what is known. */
function wordsOf(asset: AssetState, facts: Record<string, unknown>): string[] {
  return [
    ...(bearsData(asset) ? ['data-bearing'] : []),
    ...(facts['date.loanEnd'] !== undefined ? ['lent'] : []),
    ...(asset.ownership === 'personal' ? ['personal-device'] : []),
  ];
}

/** What the register itself can tell at this moment. */
function snapshotOf(
  fact: string,
  around: Surroundings,
  asset: AssetState,
): unknown {
  switch (fact) {
    case 'stock.available':
      return { free: around.inStock, model: asset.modelId ?? asset.type };
    case 'licence.serverImpact':
      return { withoutRight: around.uncovered };
    case 'model.catalogueEntry':
      return asset.modelId;
    default:
      return undefined;
  }
}

/** @throws InputError that says which kinds of document there are. */
export function checkEvidence(
  evidence: ReadonlyArray<{ doc: string }>,
  { vocabulary }: LifecycleLibrary,
): void {
  for (const { doc } of evidence) {
    if (!Object.hasOwn(vocabulary.evidence, doc)) {
      throw new InputError(
        `evidence: '${doc}' is no kind of document; use one of ${Object.keys(
          vocabulary.evidence,
        ).join(', ')}`,
      );
    }
  }
}
