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

import { Button, Flex, Text, TextField } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { GivenEvidence, TransitionItem } from '@itam/plugin-itam-common';
import { useId, useRef } from 'react';
import { FieldProblem } from '../register/form';
import { Problem, Quiet } from '../shared';
import { useTexts } from '../translation';
import { useAddDocument } from './useAddDocument';

/** A document a transition asks for. */
export type WantedDocument = TransitionItem['evidence'][number];

/** A document as it is given: a link as it is typed, or a kept file. */
export interface DocumentEntry {
  url: string;
  file?: { id: string; name: string };
}

const useStyles = makeStyles({
  document: {
    borderLeft: '2px solid var(--bui-border-2)',
    paddingLeft: 'var(--bui-space-3)',
    display: 'flex',
    flexDirection: 'column',
    gap: 'var(--bui-space-2)',
  },
  file: { display: 'none' },
});

/** The documents that were given, as the API takes them. */
export function givenDocuments(
  entries: Record<string, DocumentEntry>,
): GivenEvidence[] {
  return Object.entries(entries).flatMap(
    ([doc, { url, file }]): GivenEvidence[] => {
      if (file) {
        return [{ doc, documentId: file.id, title: file.name }];
      }
      return url.trim() ? [{ doc, url: url.trim() }] : [];
    },
  );
}

/** What would be right for a link, if it is not. */
export function isLink(url: string): boolean {
  return /^https?:\/\/[^\s/]+/.test(url.trim());
}

/** Takes a file from the reader's machine and keeps it with the asset. */
export const UploadButton = (props: {
  assetId: string;
  doc: string;
  title: string;
  onKept: (file: { id: string; name: string }) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const { assetId, doc, title, onKept } = props;
  const adding = useAddDocument(assetId);

  const keep = async (file: File | undefined) => {
    if (!file) return;
    const kept = await adding.run(doc, file);
    if (kept) {
      onKept({ id: kept.id, name: kept.title });
    }
  };
  return (
    <div>
      <input
        ref={input}
        type="file"
        className={classes.file}
        aria-label={t('lifecycle.document.fileOf', { title })}
        tabIndex={-1}
        onChange={event => keep(event.target.files?.[0])}
      />
      <Button
        size="small"
        variant="secondary"
        isPending={adding.busy}
        onPress={() => input.current?.click()}
      >
        {t('lifecycle.document.upload', { title })}
      </Button>
      {adding.error && (
        <Problem error={adding.error} title={t('lifecycle.document.notKept')} />
      )}
    </div>
  );
};

/** Asks for each document: a link to it, or the file itself. */
export const EvidenceFields = (props: {
  /** Files are kept with the asset; without one only links can be given. */
  assetId?: string;
  wanted: WantedDocument[];
  entries: Record<string, DocumentEntry>;
  onChange: (doc: string, entry: DocumentEntry) => void;
  /** Says what is missing. */
  strict: boolean;
}) => {
  const { wanted, entries, onChange } = props;
  return (
    <Flex direction="column" gap="4">
      {wanted.map(document => (
        <EvidenceField
          key={document.doc}
          assetId={props.assetId}
          document={document}
          entry={entries[document.doc] ?? { url: '' }}
          onChange={entry => onChange(document.doc, entry)}
          strict={props.strict}
        />
      ))}
    </Flex>
  );
};

function EvidenceField(props: {
  assetId?: string;
  document: WantedDocument;
  entry: DocumentEntry;
  onChange: (entry: DocumentEntry) => void;
  strict: boolean;
}) {
  const classes = useStyles();
  const id = useId();
  const { t } = useTexts();
  const { assetId, document, entry, onChange, strict } = props;
  const required = document.level === 'block' && !document.known;
  const isWrong = entry.url.trim() !== '' && !isLink(entry.url);
  const isMissing =
    strict && required && !entry.file && entry.url.trim() === '';
  return (
    <div
      role="group"
      aria-labelledby={id}
      className={classes.document}
      data-field={`evidence.${document.doc}`}
    >
      <div id={id}>
        <Text weight="bold">{document.title}</Text>{' '}
        <Quiet variant="body-small">
          {document.known && t('lifecycle.document.known')}
          {required && t('form.required')}
          {!document.known && !required && t('lifecycle.document.canFollow')}
        </Quiet>
      </div>
      <Quiet as="p" variant="body-small">
        {document.what}
      </Quiet>
      {entry.file ? (
        <Flex align="center" gap="2">
          <Text>{entry.file.name}</Text>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onChange({ url: '' })}
          >
            {t('lifecycle.document.other')}
          </Button>
        </Flex>
      ) : (
        <Flex direction="column" gap="2">
          <TextField
            label={t('lifecycle.document.link')}
            type="url"
            placeholder="https://"
            isInvalid={isWrong || isMissing}
            aria-describedby={isWrong || isMissing ? `${id}-wrong` : undefined}
            value={entry.url}
            onChange={url => onChange({ url })}
          />
          {(isWrong || isMissing) && (
            <FieldProblem
              id={`${id}-wrong`}
              text={
                isWrong
                  ? t('lifecycle.document.wrongLink')
                  : t('lifecycle.document.missing')
              }
            />
          )}
          {assetId && (
            <UploadButton
              assetId={assetId}
              doc={document.doc}
              title={document.title}
              onKept={file => onChange({ url: '', file })}
            />
          )}
        </Flex>
      )}
    </div>
  );
}
