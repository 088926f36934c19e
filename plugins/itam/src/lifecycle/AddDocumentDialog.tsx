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
import { Select } from '@backstage/ui';
import { itamRoutes, lifecycleEvidence } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useTexts } from '../translation';
import { ActionDialog } from './ActionDialog';
import {
  DocumentEntry,
  EvidenceFields,
  givenDocuments,
  isLink,
} from './EvidenceFields';
import { useAction } from './useAction';

/** Puts a document on the record of an asset: a file, or a link to one. */
export const AddDocumentDialog = (props: {
  assetId: string;
  /** The kinds of document there are. */
  kinds: Array<{ id: string; label: string }>;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const { assetId, kinds, onDone, onClose } = props;
  const [doc, setDoc] = useState(kinds[0].id);
  const [entry, setEntry] = useState<DocumentEntry>({ url: '' });
  const [strict, setStrict] = useState(false);
  const giving = useGiveDocument(assetId);
  const { title, what } = lifecycleEvidence[doc];

  const submit = async () => {
    setStrict(true);
    if (!entry.file && !isLink(entry.url)) {
      return;
    }
    if (await giving.run(doc, entry)) {
      onDone();
      onClose();
    }
  };
  return (
    <ActionDialog
      title={t('lifecycle.document.add')}
      action={t('lifecycle.document.add')}
      busy={giving.busy}
      error={giving.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('lifecycle.document.kind')}
        searchable
        options={kinds}
        value={doc}
        onChange={key => {
          setDoc(String(key));
          setEntry({ url: '' });
        }}
      />
      <EvidenceFields
        assetId={assetId}
        wanted={[{ doc, title, what, level: 'block', known: false }]}
        entries={{ [doc]: entry }}
        onChange={(_doc, next) => setEntry(next)}
        strict={strict}
      />
    </ActionDialog>
  );
};

function useGiveDocument(assetId: string) {
  const api = useApi(itamApiRef);
  return useAction((doc: string, entry: DocumentEntry) =>
    api.call(itamRoutes.giveFacts, {
      params: { id: assetId },
      body: { evidence: givenDocuments({ [doc]: entry }) },
    }),
  );
}
