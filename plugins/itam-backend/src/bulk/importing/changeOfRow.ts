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
  AssetChange,
  assetFactsSchema,
  AssetState,
  AssetType,
  attributePrefix,
  keyDateKinds,
  LifecycleModel,
  microsOf,
  Money,
  RowProblem,
  sameValue,
  supportedBy,
  validateAttributes,
} from '@itam/plugin-itam-common';
import type { z } from 'zod';
import type { StoredChange } from '../runs/BulkRunStore';
import { isLocked } from '../runs/locks';
import type { LookedUp } from './LookedUp';
import type { SaidFacts, SaidValue } from './readFacts';
import type { Words } from './words';

/** What a row wants of its asset. */
export interface WantedFacts {
  facts: AssetChange['facts'];
  relations?: AssetChange['relations'];
  changes: Record<string, StoredChange>;
  problems: RowProblem[];
}

/** Collects the words of a row that name something elsewhere. */
export function collectWords(said: SaidFacts, words: Words): void {
  for (const { field, value } of said.values) {
    const { form } = field;
    for (const word of wordsOf(value)) {
      if (form.kind === 'entity') {
        words.addEntity(word, form.entityKinds);
      } else if (form.kind === 'asset') {
        words.assets.add(word);
      } else if (form.kind === 'record') {
        words.addRecord(form.record, word);
      }
    }
  }
}

function wordsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    word => typeof word === 'string',
  );
}

/** Makes of what a row says what is to be changed, and why it cannot be. */
export function wantedFacts(options: {
  said: SaidFacts;
  state?: AssetState;
  type: AssetType;
  model: LifecycleModel;
  found: LookedUp;
}): WantedFacts {
  const wanted: WantedFacts = {
    facts: {},
    changes: {},
    problems: [...options.said.problems],
  };
  for (const said of options.said.values) {
    const resolved = resolve(said, options.found);
    if (resolved.problem !== undefined) {
      wanted.problems.push({
        field: said.column.header,
        reason: resolved.problem,
      });
    } else {
      take(wanted, said, resolved.value, options);
    }
  }
  return wanted;
}

function resolve(
  { field: { form }, value }: SaidValue,
  found: LookedUp,
): { value?: unknown; problem?: string } {
  if (value === null) {
    return { value };
  }
  const lookUp = (word: string) => {
    switch (form.kind) {
      case 'entity':
        return found.entity(word, form.entityKinds);
      case 'asset':
        return found.asset(word);
      case 'record':
        return found.record(form.record, word);
      default:
        return { value: word };
    }
  };
  if (!['entity', 'asset', 'record'].includes(form.kind)) {
    return { value };
  }
  const values: string[] = [];
  for (const word of wordsOf(value)) {
    const result = lookUp(word);
    if (result.problem !== undefined) {
      return result;
    }
    values.push(result.value);
  }
  return { value: Array.isArray(value) ? values : values[0] };
}

function take(
  wanted: WantedFacts,
  { column }: SaidValue,
  value: unknown,
  options: Parameters<typeof wantedFacts>[0],
): void {
  const { target, header, to } = column;
  if (to === 'status') {
    takeStatus(wanted, header, String(value), options);
  } else if (to === 'supports') {
    takeSupports(wanted, value, options.state);
  } else if (target.kind === 'attribute') {
    takeAttribute(wanted, header, target.name, value, options);
  } else if (target.kind === 'date') {
    const present = options.state?.dates?.[target.dateKind];
    if (!Object.hasOwn(keyDateKinds, target.dateKind)) {
      wanted.problems.push({
        field: header,
        reason: `there is no kind of key date '${target.dateKind}'`,
      });
    } else if (note(wanted, to, 'dates', present, value, options.state)) {
      wanted.facts.dates = {
        ...wanted.facts.dates,
        [target.dateKind]: value === null ? null : String(value),
      };
    }
  } else {
    takeField(wanted, header, to, value, options.state);
  }
}

function takeField(
  wanted: WantedFacts,
  header: string,
  name: string,
  value: unknown,
  state: AssetState | undefined,
): void {
  const schemas: Record<string, z.ZodType> = assetFactsSchema.shape;
  const parsed = value === null ? undefined : schemas[name]?.safeParse(value);
  if (parsed && !parsed.success) {
    wanted.problems.push({
      field: header,
      reason: parsed.error.issues[0].message,
    });
    return;
  }
  const present: unknown = state && Reflect.get(state, name);
  if (note(wanted, name, name, present, value, state)) {
    Object.assign(wanted.facts, { [name]: value });
  }
}

function takeAttribute(
  wanted: WantedFacts,
  header: string,
  name: string,
  value: unknown,
  { type, state }: Parameters<typeof wantedFacts>[0],
): void {
  const { accepted, problems } = validateAttributes(type, { [name]: value });
  if (problems.length > 0) {
    wanted.problems.push({ field: header, reason: problems[0].reason });
    return;
  }
  const field = `${attributePrefix}${name}`;
  const given = value === null ? null : accepted[name];
  if (note(wanted, field, field, state?.attributes[name], given, state)) {
    wanted.facts.attributes = { ...wanted.facts.attributes, [name]: given };
  }
}

function takeSupports(
  wanted: WantedFacts,
  value: unknown,
  state: AssetState | undefined,
): void {
  const refs = [...new Set(wordsOf(value ?? []))].sort();
  const present = state ? supportedBy(state) : undefined;
  if (note(wanted, 'supports', 'supports', present, refs, state)) {
    wanted.relations = supportingRelations(state, refs);
  }
}

/** All relations a person holds, with other entities supported. */
export function supportingRelations(
  state: AssetState | undefined,
  refs: string[],
): NonNullable<AssetChange['relations']> {
  const others =
    state?.relations.filter(
      ({ origin, type }) => origin === 'person' && type !== 'supports',
    ) ?? [];
  return [
    ...others.map(({ type, toAssetId, toEntityRef }) => ({
      type,
      toAssetId,
      toEntityRef,
    })),
    ...refs.map(toEntityRef => ({ type: 'supports', toEntityRef })),
  ];
}

function takeStatus(
  wanted: WantedFacts,
  header: string,
  word: string,
  { model, state }: Parameters<typeof wantedFacts>[0],
): void {
  const status = statusNamed(model, word);
  if (status === undefined) {
    wanted.problems.push({
      field: header,
      reason: `'${word}' is not a status of ${
        model.title
      }; use one of ${Object.keys(model.statuses).join(', ')}`,
    });
  } else if (state && state.status !== status) {
    wanted.problems.push({
      field: header,
      reason: `the asset is ${state.status}; its status changes by a transition, not by an import`,
    });
  } else if (!state) {
    wanted.facts.status = status;
    wanted.changes.status = { to: status };
  }
}

/** A status by its id or title, however it is spelt. */
export function statusNamed(
  model: LifecycleModel,
  word: string,
): string | undefined {
  const key = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '-');
  const [id] =
    Object.entries(model.statuses).find(
      ([name, { title }]) =>
        key(name) === key(word) || key(title) === key(word),
    ) ?? [];
  return id;
}

/** Notes a change, if it is one. */
function note(
  wanted: WantedFacts,
  name: string,
  lockedBy: string,
  present: unknown,
  value: unknown,
  state: AssetState | undefined,
): boolean {
  const from = isEmpty(present) ? undefined : present;
  const to = isEmpty(value) ? undefined : value;
  if (sameValue(from, to) || sameMoney(from, to)) {
    return false;
  }
  wanted.changes[name] = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(state && !isLocked(state, lockedBy) && { followed: true }),
  };
  return true;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** 12.50 and 12.5 are the same money. */
function sameMoney(one: unknown, other: unknown): boolean {
  return (
    isMoney(one) &&
    isMoney(other) &&
    one.currency === other.currency &&
    microsOf(one.amount) === microsOf(other.amount)
  );
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amount' in value;
}
