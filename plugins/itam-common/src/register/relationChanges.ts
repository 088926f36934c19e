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

import { AssetRelation, relationKey } from '../relations';
import type { AssetChange } from './change';
import { sameValue } from './differences';
import { AssetDraft, keptBecause, originOf } from './draft';

type WantedRelations = NonNullable<AssetChange['relations']>;

/**
 * A person names all relations they want to be held by a person. What the asset
 * supports is then theirs alone: the claims of sources are kept beside it. As
 * long as they name what it supports already, that stays with whoever says so.
 */
export function relateByPerson(
  draft: AssetDraft,
  wanted: WantedRelations,
): void {
  if (!draft.isNew && sameValue(supportsIn(wanted), draft.supported())) {
    replaceRelations(draft, {
      ends: ({ origin, type }) => origin === 'person' && type !== 'supports',
      wanted: wanted.filter(({ type }) => type !== 'supports'),
      origin: 'person',
    });
    return;
  }
  const claimed = supportsOfSources(draft);
  replaceRelations(draft, {
    ends: relation =>
      relation.origin === 'person' ||
      (!draft.isNew && relation.type === 'supports'),
    wanted,
    origin: 'person',
  });
  if (draft.isNew) {
    return;
  }
  const differs =
    claimed.refs.length > 0 && !sameValue(claimed.refs, draft.supported());
  draft.lock(
    'supports',
    differs ? { value: claimed.refs, sourceId: claimed.sourceId } : undefined,
  );
}

/** A source names all relations it sees. */
export function relateBySource(
  draft: AssetDraft,
  wanted: WantedRelations,
  sourceId: string,
): void {
  const origin = originOf(sourceId);
  replaceRelations(draft, {
    ends: relation =>
      relation.origin === origin && relation.type !== 'supports',
    wanted: wanted.filter(({ type }) => type !== 'supports'),
    origin,
  });
  supportBySource(
    draft,
    wanted.filter(({ type }) => type === 'supports'),
    sourceId,
  );
}

/** Gives what the asset supports back to the sources. */
export function releaseSupports(draft: AssetDraft): void {
  const claim = draft.observed('supports');
  const claimedBy = claim?.observedBy;
  if (
    claimedBy === undefined ||
    claim?.observedReason !== keptBecause.locked ||
    !Array.isArray(claim.observed)
  ) {
    draft.release('supports');
    return;
  }
  replaceRelations(draft, {
    ends: relation => relation.type === 'supports',
    wanted: claim.observed.map(ref => ({
      type: 'supports' as const,
      toEntityRef: String(ref),
    })),
    origin: originOf(claimedBy),
  });
  draft.release('supports');
}

function supportBySource(
  draft: AssetDraft,
  wanted: WantedRelations,
  sourceId: string,
): void {
  const refs = supportsIn(wanted);
  const authority = draft.authority('supports', sourceId);
  const others = draft.state.relations.some(
    ({ type, origin }) => type === 'supports' && origin !== originOf(sourceId),
  );
  if (authority === 'follow' || (authority === 'fill' && !others)) {
    replaceRelations(draft, {
      ends: ({ type, origin }) =>
        type === 'supports' && origin === originOf(sourceId),
      wanted,
      origin: originOf(sourceId),
    });
    draft.agree('supports', sourceId);
  } else if (refs.length === 0 || sameValue(refs, draft.supported())) {
    draft.agree('supports', sourceId);
  } else {
    draft.observe('supports', refs, {
      sourceId,
      reason: authority === 'locked' ? keptBecause.locked : keptBecause.filled,
    });
  }
}

/** Ends some relations and adds the wanted ones; each only once. */
function replaceRelations(
  draft: AssetDraft,
  options: {
    ends: (relation: AssetRelation) => boolean;
    wanted: WantedRelations;
    origin: string;
  },
): void {
  const relations = new Map(
    draft.state.relations
      .filter(relation => !options.ends(relation))
      .map(relation => [relationKey(relation), relation]),
  );
  for (const { type, toAssetId, toEntityRef } of options.wanted) {
    if (toAssetId === draft.state.id) {
      draft.problems.push({
        path: 'relations',
        reason: `${type}: an asset cannot relate to itself`,
      });
      continue;
    }
    const relation: AssetRelation = {
      type,
      ...(toAssetId !== undefined && { toAssetId }),
      ...(toEntityRef !== undefined && { toEntityRef }),
      origin: options.origin,
    };
    relations.set(relationKey(relation), relation);
  }
  draft.state.relations = [...relations.values()];
}

/** The entities a list of relations supports. */
function supportsIn(wanted: WantedRelations): string[] {
  const refs = wanted
    .filter(({ type }) => type === 'supports')
    .flatMap(({ toEntityRef }) => toEntityRef ?? []);
  return [...new Set(refs)].sort();
}

function supportsOfSources(draft: AssetDraft) {
  const relations = draft.state.relations.filter(
    ({ type, origin }) => type === 'supports' && origin.startsWith('source:'),
  );
  return {
    refs: [
      ...new Set(relations.flatMap(({ toEntityRef }) => toEntityRef ?? [])),
    ].sort(),
    sourceId:
      draft.state.sourceId ?? relations[0]?.origin.slice('source:'.length),
  };
}
