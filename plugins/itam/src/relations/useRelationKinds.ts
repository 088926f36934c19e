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

import { useApi } from '@backstage/core-plugin-api';
import {
  itamRoutes,
  RelationItem,
  RelationRule,
  relationTypes,
} from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { itamApiRef } from '../api';
import { useRead, words } from '../shared';
import { type Texts, useTexts } from '../translation';

/** A kind of relation, seen from one side. */
export type Side = Pick<RelationItem, 'type' | 'direction'>;

/** The kinds of relation in force, and what they are called. */
export interface RelationKinds {
  /** None while they are read, or if the reader may not see them. */
  rules: RelationRule[];
  labelOf(side: Side): string;
}

/**
 * Reads the kinds of relation. That they cannot be read is no error: the words
 * for the built-in ones are known anyway.
 */
export function useRelationKinds(): RelationKinds {
  const api = useApi(itamApiRef);
  const { t } = useTexts();
  const { value } = useRead(['relation-kinds'], signal =>
    api.call(itamRoutes.listRelationKinds, { query: { limit: 200 }, signal }),
  );
  return useMemo(
    () => ({
      rules: value?.items ?? [],
      labelOf: side => relationLabel(side, value?.items ?? [], t),
    }),
    [value, t],
  );
}

/** What a relation is called, seen from the asset it is shown on. */
export function relationLabel(
  { type, direction }: Side,
  rules: RelationRule[],
  t: Texts,
): string {
  const known = relationTypes.find(builtIn => builtIn === type);
  if (known) {
    return t(`relations.${direction}.${known}`);
  }
  const rule = rules.find(one => one.type === type);
  const title = direction === 'out' ? rule?.title : rule?.inverseTitle;
  return title
    ? title.charAt(0).toLocaleUpperCase('en-GB') + title.slice(1)
    : words(type);
}
