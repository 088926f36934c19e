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

import { Text, TextField } from '@backstage/ui';
import {
  AssetDetail,
  lifecycleFacts,
  OpenFact,
} from '@itam/plugin-itam-common';
import { useMemo, useRef, useState } from 'react';
import {
  FieldGroups,
  focusFault,
  useAssetType,
  useDraft,
} from '../register/form';
import { useTexts } from '../translation';
import { ActionDialog } from './ActionDialog';
import { DocumentEntry, EvidenceFields, isLink } from './EvidenceFields';
import {
  factsOfValues,
  fieldsOfFact,
  knownValues,
  WantedFactItem,
} from './factFields';
import { useGiveFact } from './useOpenFacts';
import { useFactTexts } from './useTransitionForm';

interface GiveProps {
  open: OpenFact;
  /** The asset, where its page shows it: its technical facts are known then. */
  asset?: AssetDetail;
  onDone: () => void;
  onClose: () => void;
}

/** Gives what was to follow: a fact in its form, or a document. */
export const GiveFactDialog = (props: GiveProps) =>
  props.open.kind === 'evidence' ? (
    <GiveDocument {...props} />
  ) : (
    <GiveValue {...props} />
  );

function GiveValue(props: GiveProps) {
  const { t } = useTexts();
  const { open, asset, onDone, onClose } = props;
  const body = useRef<HTMLDivElement>(null);
  const texts = useFactTexts();
  const [reason, setReason] = useState('');
  const type = useAssetType(asset?.type).value;
  const wanted = useMemo(() => wantedOf(open), [open]);
  const fields = useMemo(
    () => fieldsOfFact({ fact: wanted, texts, type }),
    [wanted, texts, type],
  );
  const initial = useMemo(
    () => knownValues([wanted], asset?.attributes),
    [wanted, asset],
  );
  const required = useMemo(() => ({ required: t('form.missing') }), [t]);
  const draft = useDraft({ fields, initial, texts: required });
  const giving = useGiveFact(open, error => {
    draft.refuse(error);
    focusFault(body.current);
  });

  const submit = async () => {
    const value = factsOfValues([wanted], draft.values)[open.fact];
    if (!draft.complete() || value === undefined) {
      focusFault(body.current);
      return;
    }
    if (await giving.run({ value, reason: reason.trim() || undefined })) {
      onDone();
      onClose();
    }
  };
  return (
    <ActionDialog
      title={t('lifecycle.openFacts.giveTitle', { title: open.title })}
      action={t('lifecycle.openFacts.give')}
      busy={giving.busy}
      error={giving.error}
      onSubmit={submit}
      onClose={onClose}
      bodyRef={body}
    >
      <FieldGroups
        groups={[{ id: open.id, title: open.tag, fields }]}
        draft={draft}
      />
      <TextField
        label={t('register.edit.reason')}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
}

function GiveDocument(props: GiveProps) {
  const { t } = useTexts();
  const { open, onDone, onClose } = props;
  const [entry, setEntry] = useState<DocumentEntry>({ url: '' });
  const [strict, setStrict] = useState(false);
  const giving = useGiveFact(open);

  const submit = async () => {
    setStrict(true);
    if (!entry.file && !isLink(entry.url)) {
      return;
    }
    if (await giving.run({ document: entry })) {
      onDone();
      onClose();
    }
  };
  return (
    <ActionDialog
      title={t('lifecycle.openFacts.giveTitle', { title: open.title })}
      action={t('lifecycle.openFacts.give')}
      busy={giving.busy}
      error={giving.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text as="p">{open.tag}</Text>
      <EvidenceFields
        assetId={open.assetId}
        wanted={[
          {
            doc: open.fact,
            title: open.title,
            what: open.what,
            level: 'block',
            known: false,
          },
        ]}
        entries={{ [open.fact]: entry }}
        onChange={(_doc, next) => setEntry(next)}
        strict={strict}
      />
    </ActionDialog>
  );
}

/** How an open fact is given, as far as the vocabulary knows it. */
function wantedOf({ fact, title, what }: OpenFact): WantedFactItem {
  const definition = lifecycleFacts[fact];
  return {
    fact,
    title,
    what,
    type: definition?.type ?? 'text',
    values: definition?.values,
    entityKinds: definition?.entityKinds,
    refersTo: definition?.refersTo,
    many: definition?.many,
    level: 'block',
    known: false,
  };
}
