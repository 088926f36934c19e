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
  AssetChange,
  AssetCreation,
  AssetState,
  AssetTypeLibrary,
  ChangeProblem,
  GivenEvidence,
  LifecycleLibrary,
  LifecycleModel,
  LifecycleRole,
  splitFacts,
  SplitFacts,
  stageOf,
  targetOf,
  TransitionReason,
  TransitionRequest,
  TransitionResult,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { newId } from '../database';
import type { Register, RegisterChange } from '../register';
import type { LifecycleStore, LifecycleWrites } from './LifecycleStore';
import { refusal } from './refusal';
import type { FactResolver } from './resolveFacts';
import {
  checkEvidence,
  type Examination,
  type TransitionExaminer,
} from './TransitionExaminer';

/** Who makes transitions. */
export interface TransitionActor {
  /** A user entity ref, or the subject of a service. */
  ref: string;
  /** In which roles they act towards these assets; towards none yet: `''`. */
  rolesTowards(ids: string[]): Promise<Map<string, LifecycleRole[]>>;
  /** The same towards what is to be registered. */
  rolesTowardsDraft(draft: AssetState): Promise<LifecycleRole[]>;
  mayForceDraft(draft: AssetState): Promise<boolean>;
  /** Which of these assets they may force a transition on. */
  mayForce(ids: string[]): Promise<Set<string>>;
}

/** A transition wanted of one asset. */
export interface TransitionCommand {
  assetId: string;
  request: TransitionRequest;
  /** The version the wish was made on; another one is a conflict. */
  expectedVersion?: number;
}

/** What became of one of many. */
export type TransitionOutcome =
  | { assetId: string; result: TransitionResult }
  | { assetId: string; error: Error };

/** What {@link LifecycleService} stands on. */
export interface LifecycleServiceOptions {
  store: LifecycleStore;
  register: Register;
  types: AssetTypeLibrary;
  models: LifecycleLibrary;
  examiner: TransitionExaminer;
  facts: FactResolver;
  /** How far back a transition may be dated, in days. */
  backDatingDays?: number;
  now?: () => Date;
}

/** What is ready to be written of one transition. */
interface Prepared {
  command: TransitionCommand;
  before?: AssetState;
  model: LifecycleModel;
  to: string;
  found: Examination;
  split: SplitFacts;
  change: AssetChange;
  effectiveAt: string;
  exceptionId?: string;
  transitionId: string;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const DEFAULT_BACK_DATING_DAYS = 366;

/** The key under which roles towards something that is not there yet stand. */
export const NOT_YET = '';

/** Moves assets through their lifecycle: one way in for one and for many. */
export class LifecycleService {
  readonly #store: LifecycleStore;
  readonly #register: Register;
  readonly #types: AssetTypeLibrary;
  readonly #models: LifecycleLibrary;
  readonly #examiner: TransitionExaminer;
  readonly #facts: FactResolver;
  readonly #backDatingDays: number;
  readonly #now: () => Date;

  constructor(options: LifecycleServiceOptions) {
    this.#store = options.store;
    this.#register = options.register;
    this.#types = options.types;
    this.#models = options.models;
    this.#examiner = options.examiner;
    this.#facts = options.facts;
    this.#backDatingDays = options.backDatingDays ?? DEFAULT_BACK_DATING_DAYS;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Makes one transition.
   *
   * @throws NotAllowedError, InputError or ConflictError when it cannot be
   * made, each reason with its way out; ConflictError when somebody else
   * changed the asset in the meantime.
   */
  async transition(
    command: TransitionCommand,
    actor: TransitionActor,
  ): Promise<TransitionResult> {
    const [outcome] = await this.transitionMany([command], actor);
    if ('error' in outcome) {
      throw outcome.error;
    }
    return outcome.result;
  }

  /**
   * Makes many transitions, each by itself: what cannot be made is told with
   * the reason, the others are made. At most a batch of the register at once.
   */
  async transitionMany(
    commands: TransitionCommand[],
    actor: TransitionActor,
  ): Promise<TransitionOutcome[]> {
    const ids = [...new Set(commands.map(({ assetId }) => assetId))];
    const states = await this.#register.states(ids);
    const roles = await actor.rolesTowards(ids);
    const forcing = await actor.mayForce(ids);
    const examine = await this.#examiner.prepare([...states.values()]);
    const outcomes = new Map<TransitionCommand, TransitionOutcome>();
    const prepared: Prepared[] = [];
    for (const command of commands) {
      const { assetId } = command;
      try {
        const before = states.get(assetId);
        if (!before) {
          throw new NotFoundError(`there is no asset ${assetId}`);
        }
        const ready = await this.#prepare(command, {
          before,
          actor: actor.ref,
          roles: roles.get(assetId) ?? [],
          mayForce: forcing.has(assetId),
          examine,
        });
        const early = await this.#withoutWriting(ready, actor.ref, [
          ...(roles.get(assetId) ?? []),
        ]);
        if (early) {
          outcomes.set(command, { assetId, result: early });
        } else {
          prepared.push(ready);
        }
      } catch (error) {
        outcomes.set(command, { assetId, error: asError(error) });
      }
    }
    for (const [ready, outcome] of await this.#writeMany(prepared, actor.ref)) {
      outcomes.set(ready.command, outcome);
    }
    return commands.flatMap(command => outcomes.get(command) ?? []);
  }

  /**
   * Gives facts and documents that were to follow.
   *
   * @throws InputError that names the fact at fault; NotFoundError.
   */
  async giveFacts(
    assetId: string,
    given: {
      facts?: Record<string, unknown>;
      evidence?: GivenEvidence[];
      reason?: string;
    },
    actor: string,
  ): Promise<{ version: number; closed: string[] }> {
    const state = (await this.#register.states([assetId])).get(assetId);
    if (!state) {
      throw new NotFoundError(`there is no asset ${assetId}`);
    }
    const { evidence = [], reason } = given;
    checkEvidence(evidence, this.#models);
    const facts = await this.#facts.resolve(given.facts);
    const split = splitFacts(facts);
    const now = this.#now().toISOString();
    const closed: string[] = [];
    const [{ version }] = await this.#register.apply({
      changes: [
        {
          assetId,
          change: {
            origin: { kind: 'person', ref: actor },
            action: 'update',
            facts: split.fields,
            relations: relationsAfter(state, split, []),
            keys: split.keys,
            beside: besideOf(split, evidence, {}),
            reason,
          },
        },
      ],
      alongside: async (transaction, [outcome]) => {
        refuseProblems(outcome.problems);
        const written = await this.#store.write(transaction, {
          now,
          actor,
          transitions: [],
          // what is a field of the asset closes what was open as well
          facts: Object.entries(facts).map(([fact, value]) => ({
            assetId,
            fact,
            value,
          })),
          evidence: evidence.map(item => ({
            assetId,
            evidence: item,
            title:
              item.title ?? this.#models.vocabulary.evidence[item.doc].title,
          })),
          openFacts: [],
          exceptions: [],
        });
        closed.push(...(written.closed.get(assetId) ?? []));
      },
    });
    return { version, closed };
  }

  /**
   * Brings an asset into being by a transition of its model that leaves no
   * status.
   *
   * @param creation - with refs in full and checked
   * @throws as {@link LifecycleService.transition}
   */
  async create(
    creation: AssetCreation,
    options: {
      change: Pick<AssetChange, 'facts' | 'relations' | 'keys'>;
      /** Gives the tag, once it is known that the asset can come into being. */
      tag: () => Promise<string>;
      actor: TransitionActor;
    },
  ): Promise<{ assetId: string; result: TransitionResult }> {
    const { actor } = options;
    const assetId = newId();
    const draft = this.#draft(assetId, creation, options.change, actor.ref);
    const roles = await actor.rolesTowardsDraft(draft);
    const mayForce = await actor.mayForceDraft(draft);
    const model = this.#modelOf(creation.type);
    const request: TransitionRequest = {
      transition:
        creation.transition ?? firstTransition(model, roles, creation.type),
      to: creation.to,
      reason: creation.reason,
      facts: creation.facts,
      evidence: creation.evidence,
      force: creation.force,
      effectiveAt: creation.effectiveAt,
    };
    const ready = await this.#prepare(
      { assetId, request },
      {
        draft,
        actor: actor.ref,
        roles,
        mayForce,
        examine: await this.#examiner.prepare([]),
      },
    );
    ready.change = {
      ...ready.change,
      action: 'register',
      type: creation.type,
      tag: await options.tag(),
      facts: {
        ...options.change.facts,
        ...ready.change.facts,
        attributes: {
          ...options.change.facts.attributes,
          ...ready.change.facts.attributes,
        },
      },
      keys: [...(options.change.keys ?? []), ...(ready.change.keys ?? [])],
      relations: [
        ...(options.change.relations ?? []),
        ...(ready.change.relations ?? []),
      ],
    };
    const outcomes = await this.#writeMany([ready], actor.ref);
    const outcome = outcomes.get(ready);
    if (!outcome || 'error' in outcome) {
      throw outcome?.error ?? new Error('nothing was written');
    }
    return { assetId, result: outcome.result };
  }

  /** Something that is not in the register yet, for guards to look at. */
  #draft(
    assetId: string,
    creation: AssetCreation,
    change: Pick<AssetChange, 'facts' | 'relations' | 'keys'>,
    actor: string,
  ): AssetState {
    const now = this.#now().toISOString();
    const facts = Object.fromEntries(
      Object.entries(change.facts).filter(([, value]) => value !== null),
    );
    return {
      ...facts,
      name: creation.name,
      attributes: { ...change.facts.attributes },
      labels: {},
      dates: undefined,
      ...(change.facts.dates && {
        dates: Object.fromEntries(
          Object.entries(change.facts.dates).flatMap(([kind, date]) =>
            date === null ? [] : [[kind, date]],
          ),
        ),
      }),
      id: assetId,
      tag: creation.tag ?? '',
      type: creation.type,
      category: this.#types.get(creation.type).category,
      status: '',
      stage: 'plan',
      keys: change.keys ?? [],
      relations: (change.relations ?? []).map(relation => ({
        ...relation,
        origin: 'person',
      })),
      fields: [],
      version: 0,
      createdAt: now,
      createdBy: actor,
      updatedAt: now,
      updatedBy: actor,
    };
  }

  #modelOf(type: string, status: string = ''): LifecycleModel {
    return this.#models.forStatus(this.#types.get(type).lifecycleModel, status);
  }

  /** Decides whether a transition can be made, and what it changes. */
  async #prepare(
    command: TransitionCommand,
    given: {
      before?: AssetState;
      draft?: AssetState;
      actor: string;
      roles: LifecycleRole[];
      mayForce: boolean;
      examine: Awaited<ReturnType<TransitionExaminer['prepare']>>;
    },
  ): Promise<Prepared> {
    const { before, actor, roles, mayForce } = given;
    const { request, assetId } = command;
    const asset = before ?? given.draft;
    if (!asset) {
      throw new NotFoundError(`there is no asset ${assetId}`);
    }
    refuseStale(before, command.expectedVersion);
    const now = this.#now();
    const model = this.#modelOf(asset.type, asset.status);
    const facts = await this.#facts.resolve(request.facts);
    const split = splitFacts(facts);
    const effectiveAt = this.#effectiveAt(request, before, now);
    const found = await given.examine({
      asset,
      isNew: before === undefined,
      request,
      facts,
      split,
      actor,
      roles,
      mayForce,
      now,
    });
    const to = targetOf(found.possible, request.to);
    const exceptionId = this.#exceptionOf(found, request, given);
    const transitionId = newId();
    return {
      command,
      before,
      model,
      to,
      found,
      split,
      effectiveAt,
      exceptionId,
      transitionId,
      change: changeOf({
        asset,
        request,
        split,
        to,
        found,
        actor,
        effectiveAt: request.effectiveAt ? effectiveAt : undefined,
        forced: exceptionId !== undefined,
        expectedVersion: before?.version,
      }),
    };
  }

  /** @returns the id of the exception, if it takes one to do it. */
  #exceptionOf(
    { possible }: Examination,
    request: TransitionRequest,
    { mayForce, before }: { mayForce: boolean; before?: AssetState },
  ): string | undefined {
    if (possible.allowed) {
      return undefined;
    }
    const reasons = possible.reasons;
    if (!request.force) {
      throw refusal(possible.title, reasons);
    }
    if (!mayForce) {
      throw new NotAllowedError(
        `force: the permission itam.asset.override is needed on ${
          before?.tag ?? 'what is to be registered'
        }; without it: ${refusal(possible.title, reasons).message}`,
      );
    }
    if (!request.reason?.trim()) {
      throw new InputError('reason: say why the model is to be left');
    }
    const hold = reasons.filter(({ kind }) => kind === 'flag');
    if (hold.length > 0) {
      throw refusal(possible.title, hold);
    }
    return newId();
  }

  #effectiveAt(
    request: TransitionRequest,
    before: AssetState | undefined,
    now: Date,
  ): string {
    if (request.effectiveAt === undefined) {
      return now.toISOString();
    }
    const wanted = new Date(request.effectiveAt);
    const earliest = now.getTime() - this.#backDatingDays * DAY;
    if (wanted.getTime() < earliest) {
      throw new InputError(
        `effectiveAt: ${request.effectiveAt} is more than ${
          this.#backDatingDays
        } days ago; register what happened before as an exception with its reason`,
      );
    }
    const since = before && (before.statusSince ?? before.createdAt);
    // what was registered today may have happened before
    if (before?.statusSince && since && wanted.toISOString() < since) {
      throw new InputError(
        `effectiveAt: it has been ${before.status} since ${since} only; give a later moment`,
      );
    }
    return wanted.toISOString();
  }

  /** What is only asked about, or is to happen later. */
  async #withoutWriting(
    ready: Prepared,
    actor: string,
    roles: LifecycleRole[],
  ): Promise<TransitionResult | undefined> {
    const { command, before, to } = ready;
    const { request } = command;
    if (!before) {
      return undefined;
    }
    const stage = stageOf(ready.model, to);
    if (request.dryRun) {
      return {
        ...resultOf(ready, before.version),
        outcome: 'would',
        status: to,
        stage,
      };
    }
    if (Date.parse(ready.effectiveAt) <= this.#now().getTime() + MINUTE) {
      return undefined;
    }
    const id = newId();
    await this.#store.plan({
      id,
      assetId: before.id,
      transition: request.transition,
      toStatus: to,
      request,
      roles,
      plannedFor: ready.effectiveAt,
      now: this.#now().toISOString(),
      actor,
    });
    return {
      ...resultOf(ready, before.version),
      outcome: 'planned',
      status: before.status,
      stage: before.stage,
      transitionId: id,
    };
  }

  /** In one transaction; if one was changed in the meantime, each in its own. */
  async #writeMany(
    prepared: Prepared[],
    actor: string,
  ): Promise<Map<Prepared, TransitionOutcome>> {
    const outcomes = new Map<Prepared, TransitionOutcome>();
    for (
      let start = 0;
      start < prepared.length;
      start += this.#register.batchSize
    ) {
      const batch = prepared.slice(start, start + this.#register.batchSize);
      try {
        const results = await this.#write(batch, actor);
        results.forEach((result, ready) =>
          outcomes.set(ready, { assetId: ready.command.assetId, result }),
        );
      } catch (error) {
        if (batch.length === 1 || !(error instanceof ConflictError)) {
          batch.forEach(ready =>
            outcomes.set(ready, {
              assetId: ready.command.assetId,
              error: asError(error),
            }),
          );
          continue;
        }
        for (const ready of batch) {
          const single = await this.#writeMany([ready], actor);
          single.forEach((outcome, key) => outcomes.set(key, outcome));
        }
      }
    }
    return outcomes;
  }

  async #write(
    batch: Prepared[],
    actor: string,
  ): Promise<Map<Prepared, TransitionResult>> {
    const now = this.#now().toISOString();
    const changes: RegisterChange[] = batch.map(({ command, change }) => ({
      assetId: command.assetId,
      change,
    }));
    const results = new Map<Prepared, TransitionResult>();
    await this.#register.apply({
      changes,
      alongside: async (transaction: Knex.Transaction, outcomes) => {
        outcomes.forEach(({ problems }) => refuseProblems(problems));
        batch.forEach((ready, index) => {
          const { tag, version } = outcomes[index];
          results.set(ready, { ...resultOf(ready, version), tag });
        });
        await this.#store.write(
          transaction,
          this.#writesOf(batch, results, actor, now),
        );
      },
    });
    return results;
  }

  #writesOf(
    batch: Prepared[],
    results: Map<Prepared, TransitionResult>,
    actor: string,
    now: string,
  ): LifecycleWrites {
    const writes: LifecycleWrites = {
      now,
      actor,
      transitions: [],
      facts: [],
      evidence: [],
      openFacts: [],
      exceptions: [],
    };
    for (const ready of batch) {
      const { command, before, model, to, found, transitionId } = ready;
      const { assetId, request } = command;
      writes.transitions.push({
        id: transitionId,
        assetId,
        version: results.get(ready)?.version ?? 0,
        model: model.id,
        modelVersion: model.version,
        transition: request.transition,
        fromStatus: before?.status,
        toStatus: to,
        fromStage: before?.stage,
        toStage: stageOf(model, to),
        effectiveAt: ready.effectiveAt,
        recordedAt: now,
        reason: request.reason,
        secondsBefore: before && secondsIn(before, ready.effectiveAt),
        facts: { ...found.given, ...found.snapshots },
        effects: found.possible.effects,
        forced: ready.exceptionId !== undefined,
      });
      // what is a field of the asset closes what was open as well
      for (const [fact, value] of Object.entries(found.given)) {
        writes.facts.push({ assetId, fact, value, transitionId });
      }
      for (const given of request.evidence ?? []) {
        writes.evidence.push({
          assetId,
          evidence: given,
          title:
            given.title ?? this.#models.vocabulary.evidence[given.doc].title,
          transitionId,
        });
      }
      this.#openWhatIsMissing(writes, ready, actor);
      if (ready.exceptionId !== undefined) {
        writes.exceptions.push({
          id: ready.exceptionId,
          assetId,
          transitionId,
          missing: found.possible.reasons,
          reason: request.reason ?? '',
          makeGoodBy: request.makeGoodBy,
        });
      }
    }
    return writes;
  }

  #openWhatIsMissing(
    writes: LifecycleWrites,
    { command, before, change, found, exceptionId, transitionId }: Prepared,
    actor: string,
  ): void {
    const assignee =
      change.facts.custodian ??
      before?.custodian ??
      change.facts.owner ??
      before?.owner ??
      actor;
    const open = (
      { kind, id }: TransitionReason,
      more: { due?: string; before?: string; exceptionId?: string },
    ) => {
      if (kind === 'fact' || kind === 'evidence') {
        writes.openFacts.push({
          assetId: command.assetId,
          kind,
          fact: id,
          assignee,
          transitionId,
          ...more,
        });
      }
    };
    for (const warning of found.possible.warnings) {
      open(warning, { due: warning.due, before: warning.before });
    }
    if (exceptionId !== undefined) {
      for (const reason of found.possible.reasons) {
        open(reason, { due: command.request.makeGoodBy, exceptionId });
      }
    }
  }
}

/** The change of the register a transition makes. */
function changeOf(options: {
  asset: AssetState;
  request: TransitionRequest;
  split: SplitFacts;
  to: string;
  found: Examination;
  actor: string;
  effectiveAt?: string;
  forced: boolean;
  expectedVersion?: number;
}): AssetChange {
  const { asset, request, split, to, found } = options;
  const { effects } = found.possible;
  const closes =
    effects.includes('close-assignment') &&
    !effects.includes('open-assignment');
  const beside = besideOf(split, request.evidence ?? [], found.recorded);
  beside.transition = { to: request.transition };
  if (options.forced) {
    beside.forced = { to: true };
  }
  return {
    origin: { kind: 'person', ref: options.actor },
    action: 'transition',
    facts: {
      ...split.fields,
      ...(closes && { consumer: null }),
      status: to,
    },
    relations: relationsAfter(asset, split, effects),
    keys: split.keys,
    verified: effects.includes('mark-verified'),
    beside,
    reason: request.reason,
    effectiveAt: options.effectiveAt,
    expectedVersion: options.expectedVersion,
  };
}

/** Facts and documents, as the line of history tells them. */
function besideOf(
  split: SplitFacts,
  evidence: readonly GivenEvidence[],
  recorded: Record<string, unknown>,
): NonNullable<AssetChange['beside']> {
  const beside: NonNullable<AssetChange['beside']> = {};
  for (const [fact, to] of Object.entries(split.rest)) {
    const from = recorded[fact];
    beside[`facts.${fact}`] = { ...(from !== undefined && { from }), to };
  }
  for (const { doc, url, documentId } of evidence) {
    beside[`evidence.${doc}`] = { to: url ?? documentId };
  }
  return beside;
}

function refuseProblems(problems: ChangeProblem[]): void {
  if (problems.length > 0) {
    throw new InputError(
      problems
        .map(({ path, reason }) => `facts: ${path}: ${reason}`)
        .join('; '),
    );
  }
}

/** All relations a person holds, if the transition changes any. */
function relationsAfter(
  asset: AssetState,
  { supports }: SplitFacts,
  effects: string[],
): AssetChange['relations'] {
  const ends = effects.includes('end-relations');
  if (!ends && !supports) {
    return undefined;
  }
  const held = asset.relations.filter(({ origin }) => origin === 'person');
  const kept = ends
    ? held.filter(
        ({ type }) =>
          !['supports', 'installed-on', 'runs-on', 'depends-on'].includes(type),
      )
    : held.filter(({ type }) => type !== 'supports');
  const served = ends ? [] : supports ?? [];
  return [
    ...kept.map(({ type, toAssetId, toEntityRef }) => ({
      type,
      toAssetId,
      toEntityRef,
    })),
    ...served.map(toEntityRef => ({ type: 'supports' as const, toEntityRef })),
  ];
}

function resultOf(ready: Prepared, version: number): TransitionResult {
  const { before, model, to, found, exceptionId, transitionId } = ready;
  return {
    outcome: 'done',
    assetId: ready.command.assetId,
    tag: before?.tag ?? '',
    from: before?.status,
    status: to,
    stage: stageOf(model, to),
    version,
    transitionId,
    warnings: found.possible.warnings,
    exceptionId,
    effects: found.possible.effects,
  };
}

/** The first transition into being that one of the roles may make. */
function firstTransition(
  model: LifecycleModel,
  roles: LifecycleRole[],
  type: string,
): string {
  const ways = model.transitions.filter(({ from }) => from.length === 0);
  const mine = ways.find(way => way.roles.some(role => roles.includes(role)));
  if (!mine) {
    throw new NotAllowedError(
      `transition: none of your roles brings a ${type} into being; possible: ${ways
        .map(({ id, roles: of }) => `${id} (${of.join(', ')})`)
        .join(', ')}`,
    );
  }
  return mine.id;
}

function refuseStale(
  before: AssetState | undefined,
  expected: number | undefined,
): void {
  if (before && expected !== undefined && before.version !== expected) {
    throw new ConflictError(
      `the asset ${before.tag} is at version ${before.version}, the wish was made on version ${expected}; read it again`,
    );
  }
}

function secondsIn(before: AssetState, until: string): number {
  const since = before.statusSince ?? before.createdAt;
  return Math.max(
    0,
    Math.round((Date.parse(until) - Date.parse(since)) / 1000),
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
