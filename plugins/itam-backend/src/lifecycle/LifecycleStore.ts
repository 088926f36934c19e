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
  AssetDocument,
  GivenEvidence,
  Hold,
  LifecycleException,
  OpenFact,
  PlannedTransition,
  TransitionReason,
  TransitionRecord,
  TransitionRequest,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { AssetAccess } from '../register/access';
import type { Page, PageQuery } from '../register/AssetStore';

/** A fact somebody told. */
export interface GivenFact {
  fact: string;
  value: unknown;
  givenAt: string;
  /** A user entity ref, or `erased`. */
  givenBy: string;
}

/** What is known of an asset beside its fields. */
export interface LifecycleRecord {
  facts: Map<string, GivenFact>;
  /** Kinds of document that are on the record. */
  evidence: Set<string>;
  /** Who made each transition last. */
  lastActors: Map<string, string>;
  /** Matters of the legal holds that are open. */
  holds: string[];
}

/** What guards want to know of other records. */
export interface Surroundings {
  /** Things in use that stand on it: tag and name. */
  dependants: string[];
  /** Software on it for which no right is related. */
  uncovered: string[];
  /** What uses it as its right: tags. */
  licensees: string[];
  /** A contract or support service covers it. */
  covered: boolean;
  /** Units of the same model, or type, that lie in stock. */
  inStock: number;
}

/** A transition that was made, to be written. */
export interface TransitionRow {
  id: string;
  assetId: string;
  version: number;
  model: string;
  modelVersion: number;
  transition: string;
  fromStatus?: string;
  toStatus: string;
  fromStage?: string;
  toStage: string;
  effectiveAt: string;
  recordedAt: string;
  reason?: string;
  secondsBefore?: number;
  facts: Record<string, unknown>;
  effects: string[];
  forced: boolean;
}

/** A fact or document that has to follow, to be written. */
export interface OpenFactRow {
  assetId: string;
  kind: 'fact' | 'evidence';
  fact: string;
  due?: string;
  before?: string;
  assignee?: string;
  transitionId?: string;
  exceptionId?: string;
}

/** A forced transition, to be written. */
export interface ExceptionRow {
  id: string;
  assetId: string;
  transitionId: string;
  missing: TransitionReason[];
  reason: string;
  makeGoodBy?: string;
}

/** Everything a batch of transitions leaves beside the assets. */
export interface LifecycleWrites {
  now: string;
  /** Who acts: a user entity ref. */
  actor: string;
  transitions: TransitionRow[];
  facts: Array<{
    assetId: string;
    fact: string;
    value: unknown;
    transitionId?: string;
  }>;
  evidence: Array<{
    assetId: string;
    evidence: GivenEvidence;
    title: string;
    transitionId?: string;
  }>;
  openFacts: OpenFactRow[];
  exceptions: ExceptionRow[];
}

/** A transition whose time has come. */
export interface DuePlan {
  id: string;
  assetId: string;
  request: TransitionRequest;
  roles: string[];
  plannedBy: string;
  plannedFor: string;
}

/** Filter of the lists that can be narrowed to one asset. */
export interface OfAsset {
  assetId?: string;
}

/** Keeps what the lifecycle leaves beside the assets. */
export interface LifecycleStore {
  /** What is on the record of these assets. */
  records(ids: string[]): Promise<Map<string, LifecycleRecord>>;

  /** What guards ask about these assets. */
  surroundings(ids: string[]): Promise<Map<string, Surroundings>>;

  /** Assets, other than the one named, that have a tag or strong key. */
  holdersOf(keys: Array<{ type: string; value: string }>): Promise<string[]>;

  /** Units in stock of a model or, without one, of a type. */
  inStock(of: { modelId?: string; type: string }): Promise<number>;

  /** Writes what a batch of transitions leaves; closes open facts now known. */
  write(
    transaction: Knex.Transaction,
    writes: LifecycleWrites,
  ): Promise<{ closed: Map<string, string[]> }>;

  transitions(
    assetId: string,
    page: PageQuery,
  ): Promise<Page<Omit<TransitionRecord, 'title'> & { model: string }>>;

  openFacts(
    query: PageQuery &
      OfAsset & { assignee?: string[]; overdue?: boolean; today: string },
    access: AssetAccess,
  ): Promise<Page<Omit<OpenFact, 'title' | 'what'>>>;

  openFact(
    id: string,
  ): Promise<{ assetId: string; fact: string; state: string } | undefined>;

  updateOpenFact(
    id: string,
    change: {
      assignee?: string | null;
      due?: string;
      waived?: boolean;
      note?: string;
      now: string;
    },
    transaction?: Knex.Transaction,
  ): Promise<void>;

  /** Open facts that are due by a day and of which nobody was told since. */
  dueFacts(
    day: string,
    limit: number,
  ): Promise<
    Array<{
      id: string;
      assetId: string;
      tag: string;
      name: string;
      fact: string;
      due: string;
      assignee: string;
    }>
  >;

  reminded(ids: string[], now: string): Promise<void>;

  documents(
    assetId: string,
    page: PageQuery,
  ): Promise<Page<Omit<AssetDocument, 'docTitle'>>>;

  addDocument(document: {
    assetId: string;
    doc: string;
    title: string;
    mediaType: string;
    sha256: string;
    content: Buffer;
    now: string;
    actor: string;
  }): Promise<Omit<AssetDocument, 'docTitle'>>;

  /** The content of a document that is kept here. */
  content(
    assetId: string,
    documentId: string,
  ): Promise<{ title: string; mediaType: string; content: Buffer } | undefined>;

  holds(
    query: PageQuery & OfAsset & { open?: boolean },
    access: AssetAccess,
  ): Promise<Page<Hold>>;

  hold(id: string): Promise<Hold | undefined>;

  placeHold(
    transaction: Knex.Transaction,
    hold: {
      id: string;
      assetId: string;
      matter: string;
      reason?: string;
      now: string;
      actor: string;
    },
  ): Promise<void>;

  askRelease(
    id: string,
    ask: { reason: string; now: string; actor: string },
  ): Promise<void>;

  releaseHold(
    transaction: Knex.Transaction,
    id: string,
    release: { now: string; actor: string },
  ): Promise<void>;

  exceptions(
    query: PageQuery & OfAsset & { open?: boolean },
    access: AssetAccess,
  ): Promise<Page<LifecycleException>>;

  exception(id: string): Promise<LifecycleException | undefined>;

  reviewException(
    id: string,
    review: { state: string; note: string; now: string; actor: string },
  ): Promise<void>;

  plan(plan: {
    id: string;
    assetId: string;
    transition: string;
    toStatus: string;
    request: TransitionRequest;
    roles: string[];
    plannedFor: string;
    now: string;
    actor: string;
  }): Promise<void>;

  planned(
    query: PageQuery & OfAsset,
    access: AssetAccess,
  ): Promise<Page<Omit<PlannedTransition, 'title'> & { type: string }>>;

  plannedAsset(id: string): Promise<string | undefined>;

  /** Plans whose time has come, oldest first. */
  duePlans(now: string, limit: number): Promise<DuePlan[]>;

  /** @returns whether it was still waiting. */
  settlePlan(
    id: string,
    settled: {
      state: 'done' | 'refused' | 'cancelled';
      error?: string;
      now: string;
    },
  ): Promise<boolean>;
}
