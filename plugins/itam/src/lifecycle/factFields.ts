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
  AssetTypeDetail,
  FactDefinition,
  FactMember,
  FactType,
  parseFacts,
  splitFacts,
  TransitionItem,
} from '@itam/plugin-itam-common';
import { words } from '../shared';
import { Field, FieldKind } from '../register/form/field';
import { attributeFields } from '../register/form/assetFields';

/** A fact a transition asks for. */
export type WantedFactItem = TransitionItem['facts'][number];

/** The words of a form of facts. */
export interface FactTexts {
  neededBeforeUse: string;
  entityHelp(kinds: string): string;
  canFollow(due?: string): string;
  dayOrNone: string;
}

const FACTS = 'facts.';

/** The one date that may also be known not to be. */
const MAY_BE_NONE = 'date.warrantyEnd';

const kindOfType: Partial<Record<string, FieldKind>> = {
  date: 'day',
  enum: 'choice',
  money: 'money',
  entity: 'entity',
  record: 'record',
  attributes: 'record',
};

const kindOfReference: Partial<Record<string, FieldKind>> = {
  location: 'location',
  'legal-entity': 'legal-entity',
  model: 'model',
};

/** Facts a person is asked for: not those the register works out itself. */
export function askedFacts(facts: WantedFactItem[]): WantedFactItem[] {
  return facts.filter(
    ({ level, type }) => level !== 'auto' && type !== 'report',
  );
}

/**
 * The fields that ask for a fact: one, or one for each technical fact of the
 * type where the fact is what the thing is made of.
 */
export function fieldsOfFact(options: {
  fact: WantedFactItem;
  texts: FactTexts;
  type?: AssetTypeDetail;
  /** Day by which it can follow. */
  due?: string;
  /** It may be left out, because the transition is forced. */
  optional?: boolean;
}): Field[] {
  const { fact, texts, type, due, optional } = options;
  if (fact.type === 'attributes' && type && type.attributes.length > 0) {
    return attributeFields(type, texts, `${FACTS}${fact.fact}`);
  }
  if (fact.members) {
    return fact.members.map(member => memberField(options, member));
  }
  return [
    {
      path: `${FACTS}${fact.fact}`,
      label: fact.title,
      help:
        fact.fact === MAY_BE_NONE
          ? `${fact.what} ${texts.dayOrNone}`
          : fact.what,
      kind: kindOfFact(fact),
      many: fact.many,
      choices: fact.values?.map(value => ({ value, label: words(value) })),
      entityKinds: fact.entityKinds,
      assetType: type?.id,
      required: fact.level === 'block' && !optional,
      mark: fact.level === 'warn' ? texts.canFollow(due) : undefined,
      check: value => factProblem(fact, value),
    },
  ];
}

/** The field that asks for one part of a record. */
function memberField(
  { fact, texts, due, optional }: Parameters<typeof fieldsOfFact>[0],
  member: FactMember,
): Field {
  const first = fact.members?.[0] === member;
  return {
    path: `${FACTS}${fact.fact}.${member.name}`,
    label: `${fact.title}: ${member.title}`,
    help: first ? fact.what : undefined,
    kind: kindOfType[member.type] ?? 'text',
    choices: member.values?.map(value => ({ value, label: words(value) })),
    entityKinds: member.entityKinds,
    required:
      fact.level === 'block' &&
      !optional &&
      (first || member.required === true),
    mark: first && fact.level === 'warn' ? texts.canFollow(due) : undefined,
    check: value =>
      factProblem(
        {
          ...fact,
          ...member,
          fact: fact.fact,
          members: undefined,
          many: false,
        },
        value,
      ),
  };
}

function kindOfFact({ fact, type, refersTo = '' }: WantedFactItem): FieldKind {
  if (fact === MAY_BE_NONE) {
    return 'text';
  }
  return kindOfReference[refersTo] ?? kindOfType[type] ?? 'text';
}

/** What is wrong with a fact, in the words of its contract. */
export function factProblem(
  wanted: WantedFactItem,
  value: unknown,
): string | undefined {
  const { fact, title, what, values, entityKinds, refersTo, many } = wanted;
  const definition: FactDefinition = {
    title,
    what,
    type: factType(wanted.type),
    place: 'transition',
    values,
    entityKinds,
    refersTo,
    ...(many && { many }),
    table22: [],
  };
  try {
    parseFacts({ [fact]: value }, { facts: { [fact]: definition } });
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^facts\.[^ ]+: /, '');
  }
}

const factTypes: FactType[] = [
  'attributes',
  'date',
  'document',
  'entity',
  'enum',
  'money',
  'record',
  'reference',
  'report',
  'secret',
  'text',
];

function factType(type: string): FactType {
  return factTypes.find(known => known === type) ?? 'text';
}

/** Values by path, as facts of a transition. */
export function factsOfValues(
  facts: WantedFactItem[],
  values: Record<string, unknown>,
  changed?: readonly string[],
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const { fact, type, members } of facts) {
    const path = `${FACTS}${fact}`;
    const below = `${path}.`;
    const isGiven = (one: string) =>
      values[one] !== undefined && (!changed || changed.includes(one));
    if (isGiven(path)) {
      given[fact] = values[path];
    } else if (type === 'attributes' || members) {
      const parts = Object.keys(values).filter(
        one => one.startsWith(below) && isGiven(one),
      );
      if (parts.length > 0) {
        given[fact] = Object.fromEntries(
          parts.map(one => [one.slice(below.length), values[one]]),
        );
      }
    }
  }
  return given;
}

/** What is known of the facts already, by the paths of their fields. */
export function knownValues(
  facts: WantedFactItem[],
  attributes: Record<string, unknown> = {},
): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const { fact, type, value, members } of facts) {
    if (members) {
      Object.assign(known, knownMembers(fact, value));
      continue;
    }
    if (value !== undefined) {
      known[`${FACTS}${fact}`] = value;
    }
    if (type === 'attributes') {
      const kept = typeof value === 'object' ? value : undefined;
      for (const [name, one] of Object.entries({ ...attributes, ...kept })) {
        known[`${FACTS}${fact}.${name}`] = one;
      }
    }
  }
  return known;
}

function knownMembers(fact: string, value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
          `${FACTS}${fact}.${name}`,
          member,
        ]),
      )
    : {};
}

/** Where the form of an asset asks for a fact already, if it does. */
export function placeInAsset(fact: string): string | undefined {
  const { fields, supports } = splitFacts({ [fact]: 'user:default/somebody' });
  if (supports) {
    return 'supports';
  }
  const { dates, attributes, ...others } = fields;
  const [kind] = Object.keys(dates ?? {});
  if (kind) {
    return `dates.${kind}`;
  }
  return attributes ? undefined : Object.keys(others)[0];
}
