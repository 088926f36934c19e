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
  AssetCreation,
  assetCreationSchema,
  AssetTypeDetail,
  GivenEvidence,
  TransitionItem,
} from '@itam/plugin-itam-common';
import {
  askedFacts,
  factsOfValues,
  FactTexts,
  fieldsOfFact,
  placeInAsset,
} from '../../lifecycle';
import { Field, FieldGroup, nested } from '../form';

/** A transition a person can start the life of an asset with. */
export function startsOf(items: readonly TransitionItem[]): TransitionItem[] {
  return items.filter(({ allowed, completable }) => allowed || completable);
}

/**
 * The form of an asset with what its first transition asks for: where the form
 * has a field for it, that field is marked; the rest are fields of their own.
 */
export function creationGroups(options: {
  groups: FieldGroup[];
  start: TransitionItem | undefined;
  type: AssetTypeDetail;
  texts: FactTexts & { asksToo: string };
}): FieldGroup[] {
  const { groups, start, type, texts } = options;
  const paths = new Set(groups.flatMap(at => at.fields).map(at => at.path));
  const marks = new Map<string, Partial<Field>>();
  const others: Field[] = [];
  for (const fact of askedFacts(start?.facts ?? [])) {
    const place = placeInAsset(fact.fact);
    if (place && paths.has(place)) {
      marks.set(
        place,
        fact.level === 'block'
          ? { required: true }
          : { mark: texts.canFollow() },
      );
    } else if (fact.type !== 'attributes') {
      others.push(...fieldsOfFact({ fact, texts, type }));
    }
  }
  const marked = groups.map(group => ({
    ...group,
    fields: group.fields.map(field => ({
      ...field,
      ...marks.get(field.path),
    })),
  }));
  return others.length > 0
    ? [...marked, { id: 'start', title: texts.asksToo, fields: others }]
    : marked;
}

/** What was filled in, as the API takes it. */
export function creationOf(options: {
  type: string;
  values: Record<string, unknown>;
  start: TransitionItem | undefined;
  to: string | undefined;
  tag: string;
  evidence: GivenEvidence[];
  reason: string;
}): AssetCreation {
  const { type, values, start, to, evidence } = options;
  const own = Object.fromEntries(
    Object.entries(values).filter(([path]) => !path.startsWith('facts.')),
  );
  const asset = nested(own);
  const asked = askedFacts(start?.facts ?? []);
  const facts = {
    ...factsOfValues(asked, values),
    ...Object.fromEntries(
      asked.flatMap(fact =>
        fact.type === 'attributes' && asset.attributes
          ? [[fact.fact, asset.attributes]]
          : [],
      ),
    ),
  };
  const tag = options.tag.trim();
  const reason = options.reason.trim();
  return assetCreationSchema.parse({
    ...asset,
    type,
    ...(tag && { tag }),
    ...(start && { transition: start.id }),
    ...(start && start.to.length > 1 && to && { to }),
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(evidence.length > 0 && { evidence }),
    ...(reason && { reason }),
  });
}
