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
  TransitionItem,
  TransitionRequest,
} from '@itam/plugin-itam-common';
import { useMemo, useState } from 'react';
import { FieldGroup, useAssetFormTexts, useDraft } from '../register/form';
import { useTexts } from '../translation';
import { DocumentEntry, givenDocuments, isLink } from './EvidenceFields';
import {
  askedFacts,
  factsOfValues,
  FactTexts,
  fieldsOfFact,
  knownValues,
} from './factFields';
import { instantOf } from './instant';

/** The words of a form of facts, in the language of the reader. */
export function useFactTexts(): FactTexts {
  const { t } = useTexts();
  const { neededBeforeUse, entityHelp } = useAssetFormTexts();
  return useMemo(
    () => ({
      neededBeforeUse,
      entityHelp,
      dayOrNone: t('lifecycle.fact.dayOrNone'),
      canFollow: due =>
        due
          ? t('lifecycle.fact.canFollowBy', { due })
          : t('lifecycle.fact.canFollow'),
    }),
    [t, neededBeforeUse, entityHelp],
  );
}

/** What is filled in for a transition of an asset. */
export function useTransitionForm(options: {
  item: TransitionItem;
  type: AssetTypeDetail | undefined;
  attributes: Record<string, unknown>;
  /** Begins as a forced one. */
  force?: boolean;
}) {
  const { t } = useTexts();
  const { item, type, attributes } = options;
  const texts = useFactTexts();
  const [to, setTo] = useState(item.to[0] ?? '');
  const [when, setWhen] = useState<string>();
  const [reason, setReason] = useState('');
  const [forced, setForced] = useState(Boolean(options.force));
  const [makeGoodBy, setMakeGoodBy] = useState('');
  const [documents, setDocuments] = useState<Record<string, DocumentEntry>>({});
  const [strict, setStrict] = useState(false);

  const facts = useMemo(() => askedFacts(item.facts), [item]);
  const groups = useMemo(
    () => factGroups({ item, type, texts, forced, title: id => t(id) }),
    [item, type, texts, forced, t],
  );
  const initial = useMemo(
    () => knownValues(facts, attributes),
    [facts, attributes],
  );
  const required = useMemo(() => ({ required: t('form.missing') }), [t]);
  const fields = useMemo(() => groups.flatMap(at => at.fields), [groups]);
  const draft = useDraft({ fields, initial, texts: required });

  const wrongDocuments = item.evidence.filter(({ doc, level, known }) => {
    const entry = documents[doc] ?? { url: '' };
    const isGiven = Boolean(entry.file) || entry.url.trim() !== '';
    return isGiven
      ? !entry.file && !isLink(entry.url)
      : level === 'block' && !known && !forced;
  });
  const lacksReason = forced && reason.trim() === '';
  const given = factsOfValues(facts, draft.values, draft.changed);
  const evidence = givenDocuments(documents);
  const request: TransitionRequest = {
    transition: item.id,
    ...(item.to.length > 1 && { to }),
    ...(Object.keys(given).length > 0 && { facts: given }),
    ...(evidence.length > 0 && { evidence }),
    ...(reason.trim() && { reason: reason.trim() }),
    ...(when && { effectiveAt: instantOf(when) }),
    ...(forced && { force: true }),
    ...(forced && makeGoodBy && { makeGoodBy }),
  };

  return {
    groups,
    draft,
    to,
    setTo,
    when,
    setWhen,
    reason,
    setReason,
    forced,
    setForced,
    makeGoodBy,
    setMakeGoodBy,
    documents,
    setDocument: (doc: string, entry: DocumentEntry) =>
      setDocuments(before => ({ ...before, [doc]: entry })),
    strict,
    lacksReason,
    faults: draft.faults + wrongDocuments.length + (lacksReason ? 1 : 0),
    request,
    /** Shows every problem; answers whether there is none. */
    complete: () => {
      setStrict(true);
      return draft.complete() && wrongDocuments.length === 0 && !lacksReason;
    },
  };
}

/** What {@link useTransitionForm} answers. */
export type TransitionForm = ReturnType<typeof useTransitionForm>;

type GroupTitle =
  | 'lifecycle.fact.needed'
  | 'lifecycle.fact.follow'
  | 'lifecycle.fact.known';

/** What has to be known now, what can follow, and what is known already. */
function factGroups(options: {
  item: TransitionItem;
  type: AssetTypeDetail | undefined;
  texts: FactTexts;
  forced: boolean;
  title: (id: GroupTitle) => string;
}): FieldGroup[] {
  const { item, type, texts, forced, title } = options;
  const dues = new Map(item.warnings.map(({ id, due }) => [id, due]));
  const fieldsWhere = (
    isSo: (fact: TransitionItem['facts'][number]) => boolean,
  ) =>
    askedFacts(item.facts)
      .filter(isSo)
      .flatMap(fact =>
        fieldsOfFact({
          fact,
          type,
          texts,
          due: dues.get(fact.fact),
          optional: forced,
        }),
      );
  return [
    {
      id: 'needed',
      title: title('lifecycle.fact.needed'),
      fields: fieldsWhere(({ known, level }) => !known && level === 'block'),
    },
    {
      id: 'follow',
      title: title('lifecycle.fact.follow'),
      fields: fieldsWhere(({ known, level }) => !known && level === 'warn'),
    },
    {
      id: 'known',
      title: title('lifecycle.fact.known'),
      fields: fieldsWhere(({ known }) => known),
    },
  ].filter(({ fields }) => fields.length > 0);
}
